#include <fmt/format.h>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

TrendData trend_data(const ReportFacts& f) {
  TrendData data;
  for (const int year : f.inputs.dataset.years)
    if (year >= f.years.front()) data.years.push_back(year);
  std::vector<NodeIndex> nodes{kTotal};
  nodes.insert(nodes.end(), f.dimensions.begin(), f.dimensions.end());
  for (const NodeIndex node : nodes) {
    TrendPanel panel;
    panel.title = f.node_short(node);
    for (const int year : data.years) {
      panel.own.push_back({year, f.statistics.node(f.organisation, year, node).value});
      panel.median.push_back({year, f.statistics.peers(f.organisation, year, 0, node).median});
    }
    panel.own_value = f.number(panel.own.back().value);
    panel.median_value = f.number(panel.median.back().value);
    data.panels.push_back(std::move(panel));
  }
  data.own_label = f.name;
  data.median_label = capitalised(f.words.say("common.median"));
  return data;
}

Table change_table(const ReportFacts& f) {
  Table table;
  int clear = 0, tested = 0;
  for (const NodeIndex node : f.main_nodes) {
    if (f.change(node).certainty != Certainty::untested) ++tested;
    if (f.change(node).certainty == Certainty::clear) ++clear;
  }
  const std::string since = std::to_string(*f.earlier_year), now = std::to_string(f.year);
  const std::string clear_words = f.words.count(clear), tested_words = f.words.count(tested);
  table.title = tested == 0
                    ? f.words.say("change.table_untested", {{"year", since}})
                    : capitalised(f.words.say(
                          "change.table",
                          {{"clear", clear}, {"clear_words", clear_words}, {"tested", tested_words}, {"year", since}}));
  table.subtitle = f.words.say("change.table_subtitle", {{"from", since}, {"to", now}});
  table.columns = {{f.words.say("categories.part"), TableColumn::Align::left}};
  for (const int year : f.years) table.columns.push_back({std::to_string(year)});
  table.columns.push_back({f.words.say("categories.change")});
  table.columns.push_back({f.words.say("change.interval")});
  table.columns.push_back({f.words.say("change.verdict"), TableColumn::Align::left});
  for (const NodeIndex node : f.main_nodes) {
    const NodeChange& change = f.change(node);
    TableRow row{{f.node_short(node)}, f.model.node(node).level < Level::category};
    for (const int year : f.years) row.cells.push_back(f.number(f.statistics.node(f.organisation, year, node).value));
    row.cells.push_back(f.words.signed_number(change.points, 1));
    row.cells.push_back(change.margin ? "±" + f.number(change.margin) : std::string(symbol_of(change.margin.reason())));
    row.cells.push_back(certainty_words(f, change));
    table.rows.push_back(std::move(row));
  }
  table.caption = f.words.say("change.caption", {{"before", f.words.whole(f.measurement(*f.earlier_year)->respondents)},
                                                 {"from", since},
                                                 {"after", f.words.whole(f.measurement(f.year)->respondents)},
                                                 {"to", now}}) +
                  " " + f.words.say("common.source", {{"source", f.source_years()}});
  return table;
}

std::string message(const ReportFacts& f) {
  const NodeChange& change = f.change(kTotal);
  const std::string since = std::to_string(*f.earlier_year);
  const std::string measure = capitalised(f.node_definite(kTotal));
  if (!change.points || change.certainty == Certainty::untested)
    return f.words.say("change.message_untested", {{"year", since}});
  if (change.certainty == Certainty::within_chance)
    return f.words.say("change.message_chance", {{"measure", measure}, {"year", since}});
  return f.words.say(change.points.number() > 0 ? "change.message_up" : "change.message_down",
                     {{"measure", measure}, {"year", since}});
}

std::string figure_title(const ReportFacts& f, const TrendData& data) {
  const TrendPanel& total = data.panels.front();
  const Measured gap = difference(total.own.back().value, total.median.back().value);
  if (!gap) return f.words.say("change.title_plain", {{"name", f.name}});
  const std::string by = f.words.number(gap.number() < 0 ? -gap.number() : gap.number(), 1);
  return f.words.say(gap.number() >= 0 ? "change.title_above" : "change.title_below",
                     {{"name", f.name}, {"points", by}, {"peers", f.peers_genitive}});
}

}  // namespace

std::optional<Section> change_section(const ReportFacts& f) {
  if (!f.has_results || !f.earlier_year) return std::nullopt;
  Section section;
  section.message = message(f);
  TrendData data = trend_data(f);
  Figure figure;
  figure.title = figure_title(f, data);
  figure.subtitle = f.words.say("change.subtitle", {{"name", f.name},
                                                    {"peers", f.peers_genitive},
                                                    {"from", std::to_string(data.years.front())},
                                                    {"to", std::to_string(data.years.back())}});
  figure.caption = f.words.say("change.trend_caption", {{"peers", f.peers_many}});
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  section.blocks.push_back(std::move(figure));
  section.blocks.push_back(change_table(f));
  return section;
}

}  // namespace mognad
