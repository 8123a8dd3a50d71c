#include "report/group_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "report/group_report.h"

namespace mognad {
namespace {

const GroupResult& of(const std::vector<GroupResult>& results, NodeIndex node) {
  return results[static_cast<std::size_t>(node)];
}

Tile index_tile(const GroupFacts& f, NodeIndex node) {
  Tile tile;
  tile.kind = node == kTotal ? Tile::Kind::first : Tile::Kind::index;
  tile.label = f.node_short(node);
  tile.number = f.number(f.value(node));
  if (f.value(node)) tile.unit = "%";
  tile.note = f.words.say("group.median_of_group");
  const GroupResult& all = of(f.all, node);
  const std::string median = f.number(all.median);
  tile.strip =
      IndexStripData{f.node_short(node), f.value(node),
                     all.median,         all.lower_quartile,
                     all.upper_quartile, all.median ? f.words.say("group.strip_median", {{"median", median}}) : ""};
  tile.description = describe(*tile.strip, f.words);
  return tile;
}

Tile count_tile(const GroupFacts& f) {
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("group.counted")};
  tile.number = f.words.whole(of(f.own, kTotal).organisations);
  tile.unit = f.peers_many;
  return tile;
}

Tile spread_tile(const GroupFacts& f) {
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("categories.middle_half")};
  tile.number = f.middle_half(of(f.own, kTotal));
  if (of(f.own, kTotal).lower_quartile) tile.unit = "%";
  tile.note = f.words.say("group.of_group");
  return tile;
}

Tile distance_tile(const GroupFacts& f, const std::string& name) {
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("group.against_all", {{"peers", f.peers_many}})};
  tile.number = f.words.signed_number(f.distance(kTotal), 1);
  if (f.distance(kTotal)) tile.unit = f.words.say("common.points");
  tile.note = name;
  return tile;
}

/// Nodes by their distance to the median of all, the farthest above first.
std::vector<NodeIndex> by_distance(const GroupFacts& f, const std::vector<NodeIndex>& nodes) {
  std::vector<NodeIndex> known;
  for (const NodeIndex node : nodes)
    if (f.distance(node)) known.push_back(node);
  std::stable_sort(known.begin(), known.end(),
                   [&](NodeIndex a, NodeIndex b) { return f.distance(a).number() > f.distance(b).number(); });
  return known;
}

constexpr double kNear = 0.05;  // nothing to see with one decimal

const char* side_of(const Measured& distance, const char* above, const char* below, const char* near) {
  if (!distance || std::fabs(distance.number()) < kNear) return near;
  return distance.number() > 0 ? above : below;
}

}  // namespace

Section group_summary(const GroupFacts& f, const std::string& name) {
  Section section;
  const Measured distance = f.distance(kTotal);
  section.message = f.words.say(side_of(distance, "group.message_above", "group.message_below", "group.message_near"),
                                {{"group", name}, {"peers", f.peers_genitive}});
  const std::string count = f.words.whole(of(f.own, kTotal).organisations), value = f.number(f.value(kTotal)),
                    median = f.number(f.reference(kTotal));
  section.blocks.push_back(Paragraph{{{f.words.say("group.lead", {{"group", name},
                                                                  {"count", count},
                                                                  {"peers", f.peers_many},
                                                                  {"year", std::to_string(f.year)},
                                                                  {"measure", f.node_text(kTotal)},
                                                                  {"value", value},
                                                                  {"median", median}}),
                                       false}}});
  Tiles tiles;
  tiles.tiles.push_back(index_tile(f, kTotal));
  for (const NodeIndex node : f.dimensions)
    if (tiles.tiles.size() < 3) tiles.tiles.push_back(index_tile(f, node));
  tiles.tiles.push_back(distance_tile(f, name));
  tiles.tiles.push_back(count_tile(f));
  tiles.tiles.push_back(spread_tile(f));
  section.blocks.push_back(std::move(tiles));
  const std::vector<NodeIndex> ordered = by_distance(f, f.categories);
  if (ordered.size() > 1) {
    const std::string high = f.words.signed_number(f.distance(ordered.front()), 1),
                      low = f.words.signed_number(f.distance(ordered.back()), 1);
    // What prints as 0.0 lies neither above nor below.
    const char* key = f.distance(ordered.front()).number() < kNear   ? "group.extremes_below"
                      : f.distance(ordered.back()).number() >= kNear ? "group.extremes_above"
                                                                     : "group.extremes";
    section.blocks.push_back(Paragraph{{{f.words.say(key, {{"high", capitalised(f.node_text(ordered.front()))},
                                                           {"high_points", high},
                                                           {"low", f.node_text(ordered.back())},
                                                           {"low_points", low},
                                                           {"peers", f.peers_genitive}}),
                                         false}}});
  }
  const std::vector<NamedOrganisation> members = named_members(f.inputs, f.key);
  if (!members.empty()) {
    const LanguageTag& language = f.survey.languages.front();
    section.blocks.push_back(Heading{f.words.say("group.members", {{"peers", capitalised(f.peers_many)}})});
    section.blocks.push_back(Paragraph{list_of_names(members, language == f.words.tag() ? LanguageTag() : language),
                                       Paragraph::Kind::column});
  }
  return section;
}

namespace {

Figure categories_figure(const GroupFacts& f, const std::string& name) {
  CategoryDotsData dots;
  SpiderData spider;
  NodeIndex parent = kNoNode;
  for (const NodeIndex node : f.categories) {
    const GroupResult& all = of(f.all, node);
    CategoryDot row{f.node_short(node), f.value(node),      Missing::not_applicable, all.median,
                    all.lower_quartile, all.upper_quartile, f.number(f.value(node)), false};
    row.new_group = parent != kNoNode && parent != f.model.node(node).parent;
    parent = f.model.node(node).parent;
    dots.rows.push_back(std::move(row));
    spider.axes.push_back({f.node_short(node), f.value(node), Missing::not_applicable, all.median});
  }
  dots.own_label = spider.own_label = name;
  dots.median_label = f.words.say("group.all_label", {{"peers", f.peers_many}});
  Figure figure;
  figure.title = f.words.say("group.categories_title", {{"group", name}});
  figure.subtitle = f.words.say("group.subtitle", {{"peers", f.peers_genitive}});
  if (spider.axes.size() >= kFewestSpiderAxes) figure.left = DescribedChart{spider, describe(spider, f.words)};
  figure.chart = std::move(dots);
  figure.description = describe(figure.chart, f.words);
  figure.key = {{{Mark::own, f.words.say("group.key_own", {{"group", name}})},
                 {Mark::median, f.words.say("key.median_of", {{"peers", f.peers_genitive}})},
                 {Mark::band, f.words.say("key.band_of", {{"peers", f.peers_genitive}})}},
                MarkKeyData::Arrangement::line};
  figure.key_description = describe(figure.key, f.words);
  return figure;
}

Table numbers_table(const GroupFacts& f, const std::vector<NodeIndex>& nodes, const std::string& head) {
  Table table;
  table.columns = {{head, TableColumn::Align::left},  {f.words.say("group.group_median")},
                   {f.words.say("group.group_half")}, {f.words.say("group.all_median", {{"peers", f.peers_many}})},
                   {f.words.say("group.all_half")},   {f.words.say("strengths.difference")}};
  for (const NodeIndex node : nodes)
    table.rows.push_back(
        {{f.node_short(node), f.number(f.value(node)), f.middle_half(of(f.own, node)), f.number(f.reference(node)),
          f.middle_half(of(f.all, node)), f.words.signed_number(f.distance(node), 1)},
         f.model.node(node).level < Level::category});
  table.caption = f.words.say("common.rounding") + " " + f.source();
  return table;
}

}  // namespace

Section group_categories(const GroupFacts& f, const std::string& name) {
  Section section;
  const std::vector<NodeIndex> ordered = by_distance(f, f.categories);
  section.message = ordered.empty()
                        ? f.words.say("group.categories_title", {{"group", name}})
                        : f.words.say("group.categories_message", {{"high", capitalised(f.node_text(ordered.front()))},
                                                                   {"low", f.node_text(ordered.back())}});
  section.blocks.push_back(categories_figure(f, name));
  section.blocks.push_back(numbers_table(f, f.model.down_to(Level::category), f.words.say("categories.part")));
  return section;
}

std::optional<Section> group_strengths(const GroupFacts& f, const std::string& name) {
  const std::vector<NodeIndex> ordered = by_distance(f, f.model.at(Level::capability));
  if (ordered.size() < 2) return std::nullopt;
  DumbbellsData data;
  const std::string& one = f.text(f.model.levels[static_cast<std::size_t>(Level::capability)].one);
  data.name_head = capitalised(one);
  data.own_label = name;
  data.value_head = f.words.say("strengths.value");
  data.median_label = f.words.say("group.all_label", {{"peers", f.peers_many}});
  data.difference_head = f.words.say("strengths.difference");
  bool above = true;
  for (const NodeIndex node : ordered) {
    const GroupResult& all = of(f.all, node);
    Dumbbell row{f.node_short(node),
                 f.value(node),
                 all.median,
                 all.lower_quartile,
                 all.upper_quartile,
                 f.number(f.value(node)),
                 f.words.signed_number(f.distance(node), 1),
                 false};
    row.sign_turns = above && f.distance(node).number() < 0 && !data.rows.empty();
    above = f.distance(node).number() >= 0;
    data.rows.push_back(std::move(row));
  }
  Section section;
  section.message = f.words.say("group.strengths_message",
                                {{"high", f.node_text(ordered.front())}, {"low", f.node_text(ordered.back())}});
  Figure figure;
  figure.title = f.words.say("group.strengths_title", {{"group", name}, {"peers", f.peers_genitive}});
  figure.subtitle = f.words.say("group.subtitle", {{"peers", f.peers_genitive}});
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  section.blocks.push_back(std::move(figure));
  section.blocks.push_back(numbers_table(f, f.model.at(Level::capability), capitalised(one)));
  return section;
}

std::optional<Section> group_change(const GroupFacts& f, const std::string& name) {
  if (f.years.size() < 2) return std::nullopt;
  TrendData data;
  std::vector<NodeIndex> nodes{kTotal};
  nodes.insert(nodes.end(), f.dimensions.begin(), f.dimensions.end());
  for (const int year : f.inputs.dataset.years)
    if (year >= f.years.front() && year <= f.year) data.years.push_back(year);
  for (const NodeIndex node : nodes) {
    TrendPanel panel;
    panel.title = f.node_short(node);
    for (std::size_t i = 0; i < data.years.size(); ++i) {
      const int year = data.years[i];
      panel.own.push_back({year, f.result(year, node).median});
      panel.median.push_back({year, f.result_of_all(year, node).median});
      if (i > 0 && !f.statistics.comparable(data.years[i - 1], year, node)) panel.breaks.push_back(year);
    }
    panel.own_value = f.number(panel.own.back().value);
    panel.median_value = f.number(panel.median.back().value);
    data.panels.push_back(std::move(panel));
  }
  data.own_label = name;
  data.break_label = f.words.say("change.break");
  Section section;
  section.message = f.words.say("group.change_message", {{"group", name}});
  Figure figure;
  figure.title = f.words.say("group.change_title", {{"group", name}, {"peers", f.peers_many}});
  figure.subtitle = f.words.say("group.change_subtitle");
  figure.caption = f.words.say("group.change_caption", {{"peers", f.peers_many}}) + " " + f.source();
  figure.key = {{{Mark::own, f.words.say("group.key_own", {{"group", name}})},
                 {Mark::median, f.words.say("key.median_of", {{"peers", f.peers_genitive}})}},
                MarkKeyData::Arrangement::line};
  figure.key_description = describe(figure.key, f.words);
  Table table;
  table.title = f.words.say("tables.years");
  table.columns = {{f.words.say("categories.part"), TableColumn::Align::left}};
  for (const int year : data.years) table.columns.push_back({std::to_string(year)});
  for (const TrendPanel& panel : data.panels)
    for (const auto& [points, who] :
         {std::pair{&panel.own, name},
          std::pair{&panel.median, f.words.say("group.all_label", {{"peers", f.peers_many}})}}) {
      TableRow row{{fmt::format("{}, {}", panel.title, who)}};
      for (const TrendPoint& p : *points) row.cells.push_back(f.number(p.value));
      table.rows.push_back(std::move(row));
    }
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  section.blocks.push_back(std::move(figure));
  section.blocks.push_back(std::move(table));
  return section;
}

Section group_method(const GroupFacts& f) {
  Section section;
  section.message = f.words.say("method.message");
  const auto paragraph = [&](std::string text) { section.blocks.push_back(Paragraph{{{std::move(text), false}}}); };
  paragraph(f.text(f.model.measures));
  paragraph(f.words.say("group.method", {{"peers", f.peers_many}, {"definite", f.definite}}));
  paragraph(f.words.say("group.disclosure", {{"others", f.words.count(f.survey.disclosure.minimum_others)},
                                             {"quartiles", f.words.whole(f.survey.disclosure.quartiles_from)},
                                             {"peers", f.peers_many}}));
  section.blocks.push_back(Heading{f.words.say("method.symbols")});
  Table symbols;
  symbols.head = false;
  symbols.columns = {{"", TableColumn::Align::left}, {"", TableColumn::Align::left}};
  symbols.rows = {{{std::string(symbol_of(Missing::no_answer)), f.words.say("method.symbol_no_answer")}},
                  {{std::string(symbol_of(Missing::withheld)), f.words.say("method.symbol_withheld")}}};
  section.blocks.push_back(std::move(symbols));
  section.blocks.push_back(Heading{f.words.say("method.sources")});
  List sources{.kind = Paragraph::Kind::column};
  sources.items.push_back({{f.text(f.model.source), false}});
  for (const LocalText& source : f.survey.sources) sources.items.push_back({{f.text(source), false}});
  section.blocks.push_back(std::move(sources));
  return section;
}

}  // namespace mognad
