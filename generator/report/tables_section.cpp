// The numbers of figures that stand in no other table: a figure is a picture to whoever can't see it.
#include <fmt/format.h>

#include <algorithm>

#include "report/sections.h"

namespace mognad {
namespace {

using Align = TableColumn::Align;

std::string plus_minus(const ReportFacts& f, const Measured& margin) {
  return margin ? "±" + f.number(margin) : std::string(symbol_of(margin.reason()));
}

bool is_total(const ReportFacts& f, NodeIndex node) { return f.model.node(node).level < Level::category; }

/// Own results year by year with their uncertainty, and the change with its own.
Table years_table(const ReportFacts& f) {
  Table table;
  table.title = f.earlier_year ? f.words.say("tables.years")
                               : f.words.say("categories.table", {{"year", std::to_string(f.year)}});
  table.subtitle = f.words.say(f.earlier_year ? "tables.years_subtitle" : "tables.year_subtitle");
  table.columns = {{f.words.say("categories.part"), Align::left}};
  for (const int year : f.years) table.columns.push_back({std::to_string(year)});
  table.columns.push_back({f.words.say("tables.margin")});
  if (f.earlier_year) {
    table.columns.push_back({f.words.say("categories.change")});
    table.columns.push_back({f.words.say("tables.change_margin")});
    table.columns.push_back({f.words.say("tables.verdict"), Align::left});
  }
  for (const NodeIndex node : f.main_nodes) {
    TableRow row{{f.node_short(node)}, is_total(f, node)};
    for (const int year : f.years) row.cells.push_back(f.number(f.statistics.node(f.organisation, year, node).value));
    row.cells.push_back(plus_minus(f, f.own[static_cast<std::size_t>(node)].margin));
    if (f.earlier_year) {
      const NodeChange& change = f.change(node);
      row.cells.push_back(f.words.signed_number(change.points, 1));
      row.cells.push_back(plus_minus(f, change.margin));
      row.cells.push_back(certainty_words(f, change));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// The peers' medians of the trend.
std::optional<Table> medians_table(const ReportFacts& f) {
  Table table;
  table.title = capitalised(f.words.say("tables.medians", {{"peers", f.peers_genitive}}));
  table.columns = {{f.words.say("categories.part"), Align::left}};
  std::vector<NodeIndex> nodes{kTotal};
  nodes.insert(nodes.end(), f.dimensions.begin(), f.dimensions.end());
  for (const int year : f.years) table.columns.push_back({std::to_string(year)});
  bool any = false;
  if (!f.earlier_year) return std::nullopt;
  for (const NodeIndex node : nodes) {
    TableRow row{{f.node_short(node)}};
    for (const int year : f.years) {
      const PeerResult peer = f.statistics.peers(f.organisation, year, 0, node);
      any = any || peer.median.known();
      row.cells.push_back(f.number(peer.median));
    }
    table.rows.push_back(std::move(row));
  }
  if (!any) return std::nullopt;
  return table;
}

std::optional<Table> benchmarks_table(const ReportFacts& f) {
  Table table;
  table.title = f.words.say("tables.benchmarks");
  table.columns = {{f.words.say("tables.edition"), Align::left},
                   {f.words.say("tables.year")},
                   {f.words.say("tables.value")},
                   {f.words.say("categories.part"), Align::left}};
  if (!f.earlier_year) return std::nullopt;  // the trend that shows them is not there
  for (const Benchmark& b : f.inputs.dataset.benchmarks) {
    const NodeIndex node = f.model.find(b.node);
    if (b.year > f.year || !is_total(f, node)) continue;
    table.rows.push_back({{b.edition, std::to_string(b.year), f.number(Measured(b.value)), f.node_short(node)}});
  }
  if (table.rows.empty()) return std::nullopt;
  return table;
}

/// How many others are of each type.
std::optional<Table> types_table(const ReportFacts& f) {
  if (!f.place) return std::nullopt;
  const PeerPlaces places = f.statistics.places(f.organisation, f.year, 0);
  Table table;
  table.title = f.words.say("tables.types", {{"peers", f.peers_many}});
  table.columns = {{f.words.say("tables.type"), Align::left},
                   {f.words.say("tables.type_name"), Align::left},
                   {f.words.say("tables.count")}};
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      const Quadrant& quadrant = f.model.matrix.quadrant(upper, right);
      table.rows.push_back({{quadrant.id, f.text(quadrant.name), f.words.number(places.quadrants[upper][right], 0)}});
    }
  return table;
}

std::optional<Table> capabilities_table(const ReportFacts& f) {
  const std::vector<NodeIndex> nodes = f.model.at(Level::capability);
  if (std::none_of(nodes.begin(), nodes.end(), [&](NodeIndex node) { return f.value(node).known(); }))
    return std::nullopt;
  Table table;
  table.title = capitalised(f.level_words(Level::capability));
  table.subtitle = f.words.say("tables.compared", {{"peers", f.peers_genitive}});
  const std::string& one = f.level_word(Level::capability);
  table.columns = {{capitalised(one), Align::left},
                   {std::to_string(f.year)},
                   {f.words.say("tables.margin")},
                   {capitalised(f.words.say("common.median"))},
                   {f.words.say("categories.middle_half")},
                   {f.words.say("strengths.difference")},
                   {f.words.say("categories.place"), Align::left}};
  for (const NodeIndex node : nodes) {
    const PeerResult& peer = f.peer(node);
    table.rows.push_back(
        {{f.node_short(node), f.number(f.value(node)), plus_minus(f, f.own[static_cast<std::size_t>(node)].margin),
          f.number(peer.median), f.middle_half(peer), f.words.signed_number(difference(f.value(node), peer.median), 1),
          f.band_words(peer)}});
  }
  return table;
}

/// Units by total, dimensions and categories, as many columns in a table as a page holds.
void add_unit_tables(const ReportFacts& f, Blocks& blocks) {
  constexpr std::size_t kMostNodes = 6;
  const std::vector<UnitResult> units = f.statistics.units(f.organisation, f.year);
  if (units.empty()) return;
  Table whole;
  whole.title = f.words.say("tables.units");
  whole.columns = {{f.words.say("inside.unit"), Align::left},
                   {f.words.say("inside.count")},
                   {f.node_short(kTotal)},
                   {f.words.say("tables.margin")}};
  for (const NodeIndex node : f.dimensions) whole.columns.push_back({f.node_short(node)});
  for (const UnitResult& unit : units) {
    const NodeResult& total = unit.nodes[kTotal];
    const bool hidden = !total.value.known();  // as on the page of the units: n of a protected unit is protected too
    TableRow row{{f.unit_name(unit.unit),
                  hidden ? std::string(symbol_of(Missing::withheld)) : f.words.whole(unit.respondents),
                  f.number(total.value), plus_minus(f, total.margin)}};
    for (const NodeIndex node : f.dimensions)
      row.cells.push_back(f.number(unit.nodes[static_cast<std::size_t>(node)].value));
    whole.rows.push_back(std::move(row));
  }
  blocks.push_back(std::move(whole));
  for (std::size_t from = 0; from < f.categories.size(); from += kMostNodes) {
    Table table;
    table.title = f.words.say("tables.units_by", {{"categories", f.level_words(Level::category)}});
    table.columns = {{f.words.say("inside.unit"), Align::left}};
    const std::size_t to = std::min(from + kMostNodes, f.categories.size());
    for (std::size_t c = from; c < to; ++c) table.columns.push_back({f.node_short(f.categories[c])});
    for (const UnitResult& unit : units) {
      TableRow row{{f.unit_name(unit.unit)}};
      for (std::size_t c = from; c < to; ++c)
        row.cells.push_back(f.number(unit.nodes[static_cast<std::size_t>(f.categories[c])].value));
      table.rows.push_back(std::move(row));
    }
    blocks.push_back(std::move(table));
  }
}

/// The shares of each step that the bars show.
std::optional<Table> answers_table(const ReportFacts& f) {
  Table table;
  table.title = f.words.say("tables.answers");
  table.subtitle = f.words.say("tables.answers_subtitle", {{"lowest", f.text(f.model.scale.front().label)},
                                                           {"highest", f.text(f.model.scale.back().label)}});
  table.columns = {{f.words.say("tables.statement"), Align::left}};
  for (const ScaleStep& step : f.model.scale) table.columns.push_back({std::to_string(step.value)});
  table.columns.push_back({f.words.say("answers.count")});
  table.columns.push_back({f.words.say("tables.mean")});
  bool any = false;
  for (const NodeIndex node : f.model.at(Level::statement)) {
    const AnswerDistribution answers = f.statistics.answers(f.organisation, f.year, node);
    const bool known = !answers.counts.empty() && answers.answered > 0;
    any = any || known;
    const std::string symbol(symbol_of(answers.agreement.known() ? Missing::withheld : answers.agreement.reason()));
    TableRow row{{f.node_name(node)}};
    for (std::size_t step = 0; step < f.model.scale.size(); ++step)
      row.cells.push_back(known ? f.words.number(100.0 * answers.counts[step] / answers.answered, 0) : symbol);
    row.cells.push_back(known ? f.words.whole(answers.answered) : symbol);
    row.cells.push_back(f.number(f.value(node)));
    table.rows.push_back(std::move(row));
  }
  if (!any) return std::nullopt;
  return table;
}

}  // namespace

std::optional<Section> tables_section(const ReportFacts& f) {
  if (!f.has_results) return std::nullopt;
  Section section;
  section.message = f.words.say("tables.message");
  section.blocks.push_back(Paragraph{{{f.words.say("tables.symbols"), false}}, Paragraph::Kind::column});
  const auto add = [&](std::optional<Table> table) {
    if (table) section.blocks.push_back(std::move(*table));
  };
  add(years_table(f));
  Columns beside{Columns::Split::halves, false, {}};
  for (auto table : {medians_table(f), benchmarks_table(f)})
    if (table) beside.columns.push_back({std::move(*table)});
  if (!beside.columns.empty()) section.blocks.push_back(std::move(beside));
  add(types_table(f));
  add(capabilities_table(f));
  add_unit_tables(f, section.blocks);
  add(answers_table(f));
  return section;
}

}  // namespace mognad
