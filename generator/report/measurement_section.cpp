#include <fmt/format.h>

#include <algorithm>

#include "charts/charts.h"
#include "report/response_words.h"
#include "report/sections.h"
#include "report/unit_counts.h"

namespace mognad {
namespace {

Table facts_table(const ReportFacts& f, const Measurement& m) {
  Table table;
  table.head = false;
  table.title = f.words.say("measurement.facts");
  table.columns = {{"", TableColumn::Align::left}, {"", TableColumn::Align::left}};
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) table.rows.push_back({{f.words.say(key), std::move(value)}, false});
  };
  add("measurement.period", f.text(f.survey.period));
  const bool enough = m.respondents >= f.survey.disclosure.minimum_respondents;
  if (enough) add("measurement.invited", m.invited ? f.words.whole(*m.invited) : f.words.say("measurement.unknown"));
  add("measurement.respondents", respondents_words(f, m.respondents));
  if (enough) add("measurement.rate", rate_words(f, m));
  const int statements = static_cast<int>(f.model.at(Level::statement).size());
  const int steps = static_cast<int>(f.model.scale.size());
  add("measurement.statements", f.words.say("measurement.statements_value", {{"statements", f.words.whole(statements)},
                                                                             {"steps", f.words.count(steps)}}));
  add("measurement.model",
      f.words.say("measurement.model_value", {{"name", f.text(f.model.name)}, {"version", f.model.version}}));
  return table;
}

Table years_table(const ReportFacts& f) {
  Table table;
  table.title = f.words.say("measurement.years");
  table.columns = {{f.words.say("measurement.year"), TableColumn::Align::left},
                   {f.words.say("measurement.respondents")},
                   {f.words.say("measurement.invited")},
                   {f.words.say("measurement.rate")}};
  for (const int year : f.years) {
    const Measurement& m = *f.measurement(year);
    table.rows.push_back(
        {{std::to_string(year), f.words.whole(m.respondents),
          m.invited ? f.words.whole(*m.invited) : f.words.say("measurement.unknown"), rate_words(f, m)},
         false});
  }
  return table;
}

std::optional<Table> units_table(const ReportFacts& f) {
  const std::vector<UnitCount> counts = unit_counts(f);
  if (counts.empty()) return std::nullopt;
  Table table;
  table.title = f.words.say("measurement.units");
  table.columns = {{f.words.say("measurement.unit"), TableColumn::Align::left},
                   {f.words.say("measurement.respondents")}};
  bool any = false;
  for (const UnitCount& count : counts) {
    any = any || !count.respondents;
    const std::string number =
        count.respondents ? f.words.whole(*count.respondents) : std::string(symbol_of(Missing::withheld));
    table.rows.push_back({{f.unit_name(count.unit), number}, false});
  }
  if (any)
    table.caption =
        f.words.say("measurement.units_caption", {{"least", f.words.count(f.survey.disclosure.minimum_respondents)}});
  return table;
}

List cautions(const ReportFacts& f, const Measurement& m) {
  List list;
  const auto add = [&](std::string text) { list.items.push_back({{std::move(text), false}}); };
  if (!f.earlier_year && f.has_results) add(f.words.say("measurement.caution_first"));
  if (f.has_results && m.respondents < f.survey.disclosure.interval_from)
    add(f.words.say("measurement.caution_few", {{"least", f.words.count(f.survey.disclosure.interval_from)}}));
  if (!m.invited) add(f.words.say("measurement.caution_rate_unknown"));
  else if (2 * m.respondents < *m.invited) add(f.words.say("measurement.caution_rate_low"));
  std::string incomplete;
  for (const NodeIndex node : f.categories)
    if (!f.own[static_cast<std::size_t>(node)].complete && f.value(node) && !f.computed_elsewhere)
      incomplete += (incomplete.empty() ? "" : ", ") + f.node_text(node);
  if (!incomplete.empty()) add(f.words.say("measurement.caution_incomplete", {{"list", incomplete}}));
  if (f.computed_elsewhere) add(f.words.say("measurement.caution_computed"));
  else if (f.has_results) add(f.words.say("measurement.caution_sample"));
  const auto unknown = [&](NodeIndex node) { return f.margin_unknown(f.own[static_cast<std::size_t>(node)]); };
  if (std::any_of(f.main_nodes.begin(), f.main_nodes.end(), unknown)) {
    const bool some = std::any_of(f.own.begin(), f.own.end(), [](const NodeResult& own) { return own.margin.known(); });
    add(f.words.say(some ? "measurement.caution_margin_partly" : "measurement.caution_margin_unknown"));
  }
  return list;
}

MarkKeyData mark_key(const ReportFacts& f) {
  const std::string& one = f.text(f.survey.types.at(f.self().type).one);
  MarkKeyData key{{{Mark::own, f.words.say("key.own", {{"name", f.name}})}}};
  if (f.earlier_year) key.rows.emplace_back(Mark::own_earlier, f.words.say("key.own_earlier_name", {{"name", f.name}}));
  if (std::any_of(f.own.begin(), f.own.end(), [](const NodeResult& own) { return own.margin.known(); }))
    key.rows.emplace_back(Mark::interval, f.words.say("key.interval"));
  const PeerResult& peers = f.peer(kTotal);
  if (peers.median) key.rows.emplace_back(Mark::median, f.words.say("key.median_of", {{"peers", f.peers_genitive}}));
  if (peers.lower_quartile)
    key.rows.emplace_back(Mark::band, f.words.say("key.band_of", {{"peers", f.peers_genitive}}));
  if (peers.others >= f.survey.disclosure.dots_from)
    key.rows.emplace_back(Mark::other, f.words.say("key.other", {{"one", one}}));
  return key;
}

Paragraph word(const ReportFacts& f, const char* term, const char* meaning) {
  return Paragraph{{{f.words.say(term) + " ", true}, {f.words.say(meaning, {{"peers", f.peers_definite}}), false}},
                   Paragraph::Kind::column};
}

/// How to read the figures, before the first of them.
void add_reading_help(const ReportFacts& f, Section& section) {
  Figure marks;
  marks.chart = mark_key(f);
  marks.description = describe(marks.chart, f.words);
  Columns help{Columns::Split::halves, false, {}};
  help.columns.push_back({Heading{f.words.say("method.marks")}, std::move(marks)});
  help.columns.push_back({Heading{f.words.say("method.words")}, word(f, "method.median_term", "method.median_meaning"),
                          word(f, "method.band_term", "method.band_meaning"),
                          word(f, "method.points_term", "method.points_meaning")});
  section.blocks.push_back(std::move(help));
}

}  // namespace

std::optional<Section> measurement_section(const ReportFacts& f) {
  const Measurement* m = f.measurement(f.year);
  if (!m) return std::nullopt;
  Section section;
  const std::string respondents = respondents_words(f, m->respondents);
  if (!f.has_results) section.message = f.words.say("measurement.message_few", {{"respondents", respondents}});
  else if (m->invited)
    section.message =
        f.words.say("measurement.message", {{"respondents", respondents}, {"invited", f.words.whole(*m->invited)}});
  else section.message = f.words.say("measurement.message_unknown", {{"respondents", respondents}});
  const std::string statements = f.words.whole(static_cast<int>(f.model.at(Level::statement).size()));
  const std::string& low = f.text(f.model.scale.front().label);
  const std::string& high = f.text(f.model.scale.back().label);
  section.blocks.push_back(
      Paragraph{{{f.words.say("measurement.how", {{"statements", statements}, {"low", low}, {"high", high}}), false}}});
  Columns columns{Columns::Split::halves, false, {}};
  columns.columns.push_back({facts_table(f, *m)});
  if (List list = cautions(f, *m); !list.items.empty()) {
    columns.columns.front().push_back(Heading{f.words.say("measurement.cautions")});
    columns.columns.front().push_back(std::move(list));
  }
  Blocks counts;
  if (f.years.size() > 1) counts.push_back(years_table(f));
  if (f.has_results)
    if (auto units = units_table(f)) counts.push_back(std::move(*units));
  if (!counts.empty()) columns.columns.push_back(std::move(counts));
  section.blocks.push_back(std::move(columns));
  if (f.has_results) add_reading_help(f, section);
  return section;
}

}  // namespace mognad
