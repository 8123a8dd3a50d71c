#include <fmt/format.h>

#include <algorithm>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

std::string own_year(const ReportFacts& f, int year) {
  return f.words.say("common.own_year", {{"name", f.name}, {"year", std::to_string(year)}});
}

CategoryDotsData dots_data(const ReportFacts& f) {
  CategoryDotsData data;
  NodeIndex parent = kNoNode;
  for (const NodeIndex node : f.categories) {
    const PeerResult& peer = f.peer(node);
    CategoryDot row{f.node_short(node),  f.value(node),       f.earlier_value(node),   peer.median,
                    peer.lower_quartile, peer.upper_quartile, f.number(f.value(node)), false};
    row.new_group = parent != kNoNode && parent != f.model.node(node).parent;
    parent = f.model.node(node).parent;
    data.rows.push_back(std::move(row));
  }
  data.own_label = own_year(f, f.year);
  if (f.earlier_year) data.earlier_label = std::to_string(*f.earlier_year);
  data.median_label = capitalised(f.words.say("common.median"));
  data.band_label = f.words.say("band.middle");
  return data;
}

/// "Fem av sex kategorier ligger över kommunernas median."
std::string lead_text(const ReportFacts& f) {
  int above = 0, compared = 0;
  for (const NodeIndex node : f.categories) {
    const PeerResult& peer = f.peer(node);
    if (!f.value(node) || !peer.median) continue;
    ++compared;
    if (f.value(node).number() > peer.median.number()) ++above;
  }
  if (compared == 0) return f.words.say("categories.lead_alone");
  if (compared == 1) return f.words.say("categories.lead_one", {{"above", above}, {"peers", f.peers_genitive}});
  const std::string count = f.words.count(above), all = f.words.count(compared);
  const std::string& many = f.text(f.model.levels[static_cast<std::size_t>(Level::category)].many);
  const char* key = above == 0          ? "categories.lead_none"
                    : above == compared ? "categories.lead_all"
                                        : "categories.lead_some";
  return capitalised(
      f.words.say(key, {{"count", count}, {"all", all}, {"categories", many}, {"peers", f.peers_genitive}}));
}

std::string figure_title(const ReportFacts& f) {
  std::string over, under;
  for (const NodeIndex node : f.categories) {
    const PeerResult& peer = f.peer(node);
    if (!f.value(node) || !peer.lower_quartile) continue;
    if (f.value(node).number() > peer.upper_quartile.number()) over += (over.empty() ? "" : ", ") + f.node_short(node);
    if (f.value(node).number() < peer.lower_quartile.number())
      under += (under.empty() ? "" : ", ") + f.node_short(node);
  }
  const bool all = std::all_of(f.categories.begin(), f.categories.end(), [&](NodeIndex node) {
    return f.value(node).known() && f.peer(node).lower_quartile.known();
  });
  if (over.empty() && under.empty() && !all) return f.words.say("categories.title_plain", {{"name", f.name}});
  if (over.empty() && under.empty())
    return f.words.say("categories.title_within", {{"name", f.name}, {"peers", f.peers_genitive}});
  if (under.empty()) return f.words.say("categories.title_over", {{"over", over}, {"peers", f.peers_genitive}});
  if (over.empty()) return f.words.say("categories.title_under", {{"under", under}, {"peers", f.peers_genitive}});
  return f.words.say("categories.title_both", {{"over", over}, {"under", under}, {"peers", f.peers_genitive}});
}

Table numbers_table(const ReportFacts& f) {
  Table table;
  const std::string year = std::to_string(f.year);
  table.title = f.words.say("categories.table", {{"year", year}});
  const std::string others = f.words.whole(f.peer(kTotal).others);
  // How many others there are is not told where they are too few to be compared with.
  table.subtitle = f.words.say(!f.peer(kTotal).median ? "categories.table_subtitle_alone"
                               : f.earlier_year       ? "categories.table_subtitle"
                                                      : "categories.table_subtitle_first",
                               {{"count", others}, {"peers", f.peers_many}});
  table.columns.push_back({f.words.say("categories.part"), TableColumn::Align::left});
  table.columns.push_back({year});
  if (f.earlier_year) {
    table.columns.push_back({std::to_string(*f.earlier_year)});
    table.columns.push_back({f.words.say("categories.change")});
  }
  table.columns.push_back({capitalised(f.words.say("common.median"))});
  table.columns.push_back({f.words.say("categories.middle_half")});
  table.columns.push_back({f.words.say("categories.place"), TableColumn::Align::left});
  for (const NodeIndex node : f.main_nodes) {
    const PeerResult& peer = f.peer(node);
    TableRow row{{f.node_short(node), f.number(f.value(node))}, f.model.node(node).level < Level::category};
    if (f.earlier_year) {
      row.cells.push_back(f.number(f.earlier_value(node)));
      row.cells.push_back(f.words.signed_number(f.change(node).points, 1));
    }
    row.cells.insert(row.cells.end(), {f.number(peer.median), f.middle_half(peer), f.band_words(peer)});
    table.rows.push_back(std::move(row));
  }
  table.caption = f.words.say("categories.table_caption", {{"name", f.name}}) + " " + f.words.say("common.rounding") +
                  " " + f.words.say("common.source", {{"source", f.source_years()}});
  return table;
}

SpiderData spider_data(const ReportFacts& f) {
  SpiderData data;
  for (const NodeIndex node : f.categories)
    data.axes.push_back({f.node_short(node), f.value(node), f.earlier_value(node), f.peer(node).median});
  data.own_label = own_year(f, f.year);
  return data;
}

MarkKeyData key_of_both(const ReportFacts& f) {
  MarkKeyData key{{{Mark::own, own_year(f, f.year)}}, MarkKeyData::Arrangement::line};
  if (f.earlier_year) key.rows.emplace_back(Mark::own_earlier, own_year(f, *f.earlier_year));
  const PeerResult& peer = f.peer(kTotal);
  if (peer.median) key.rows.emplace_back(Mark::median, f.words.say("key.median_of", {{"peers", f.peers_genitive}}));
  if (peer.lower_quartile) key.rows.emplace_back(Mark::band, f.words.say("key.band_of", {{"peers", f.peers_genitive}}));
  return key;
}

/// A spider needs at least three values around it, and more than eight axes can't be read.
bool suits_spider(const ReportFacts& f) {
  constexpr std::ptrdiff_t kMostAxes = 8;
  const auto known =
      std::count_if(f.categories.begin(), f.categories.end(), [&](NodeIndex node) { return f.value(node).known(); });
  return known >= static_cast<std::ptrdiff_t>(kFewestSpiderAxes) && std::ssize(f.categories) <= kMostAxes;
}

/// How the marks of a figure without a key are to be read.
std::string marks_in_words(const ReportFacts& f) {
  std::string text = f.words.say("categories.caption", {{"name", f.name}});
  if (f.earlier_year)
    text +=
        " " + f.words.say("categories.caption_earlier", {{"name", f.name}, {"year", std::to_string(*f.earlier_year)}});
  if (f.peer(kTotal).median) text += " " + f.words.say("categories.caption_median", {{"peers", f.peers_definite}});
  return text;
}

Figure values_figure(const ReportFacts& f) {
  Figure figure;
  figure.chart = dots_data(f);
  const bool banded = f.peer(kTotal).lower_quartile.known();
  figure.title = banded ? figure_title(f) : f.words.say("categories.title_plain", {{"name", f.name}});
  const bool both = suits_spider(f);
  const std::string count = f.words.count(static_cast<int>(f.categories.size()));
  const std::string& many = f.categories.size() == 1 ? f.level_word(Level::category) : f.level_words(Level::category);
  const char* subtitle = both     ? "categories.subtitle_both"
                         : banded ? "categories.subtitle"
                                  : "categories.subtitle_plain";
  figure.subtitle =
      capitalised(f.words.say(subtitle, {{"count", count}, {"categories", many}, {"peers", f.peers_genitive}}));
  figure.description = describe(figure.chart, f.words);
  if (both) {
    const SpiderData spider = spider_data(f);
    figure.left = DescribedChart{spider, describe(spider, f.words)};
    figure.key = key_of_both(f);
    figure.key_description = describe(figure.key, f.words);
  } else {
    figure.caption = marks_in_words(f);
  }
  return figure;
}

/// What lifts lies above the peers' median and what holds back below it; otherwise only the own categories are
/// compared.
std::string message(const ReportFacts& f, NodeIndex high, NodeIndex low) {
  const auto with_value =
      std::count_if(f.categories.begin(), f.categories.end(), [&](NodeIndex node) { return f.value(node).known(); });
  if (with_value == 1) return f.words.say("categories.message_one", {{"high", capitalised(f.node_text(high))}});
  if (high == low) return f.words.say("categories.message_equal", {{"categories", f.level_words(Level::category)}});
  const Measured over = difference(f.value(high), f.peer(high).median);
  const Measured under = difference(f.value(low), f.peer(low).median);
  const bool apart = over && under && over.number() > 0 && under.number() < 0;
  return f.words.say(apart ? "categories.message" : "categories.message_own",
                     {{"high", capitalised(f.node_text(high))}, {"low", f.node_text(low)}});
}

}  // namespace

std::optional<Section> categories_section(const ReportFacts& f) {
  if (!f.has_results) return std::nullopt;
  Section section;
  const NodeIndex high = f.highest(f.categories);
  const NodeIndex low = f.lowest(f.categories);
  if (high == kNoNode) return std::nullopt;
  section.message = message(f, high, low);
  section.blocks.push_back(Paragraph{{{lead_text(f), false}}});
  section.blocks.push_back(values_figure(f));
  section.blocks.push_back(numbers_table(f));
  return section;
}

}  // namespace mognad
