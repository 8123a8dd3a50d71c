#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

constexpr std::size_t kMostShown = 3;  // strongest and weakest categories, as users know it

/// Categories with results, the highest first; of equals the first in the model.
std::vector<NodeIndex> categories_by_value(const ReportFacts& f) {
  std::vector<NodeIndex> nodes;
  for (const NodeIndex node : f.categories)
    if (f.value(node)) nodes.push_back(node);
  std::stable_sort(nodes.begin(), nodes.end(),
                   [&](NodeIndex a, NodeIndex b) { return f.value(a).number() > f.value(b).number(); });
  return nodes;
}

Table category_table(const ReportFacts& f, const char* title, const std::vector<NodeIndex>& nodes) {
  Table table;
  const std::string count = f.words.count(static_cast<int>(nodes.size()));
  const std::string& one = f.level_word(Level::category);
  const std::string& many = nodes.size() == 1 ? one : f.level_words(Level::category);
  table.title = capitalised(
      f.words.say(title, {{"count", count}, {"number", static_cast<int>(nodes.size())}, {"categories", many}}));
  table.columns = {
      {capitalised(one), TableColumn::Align::left}, {std::to_string(f.year)}, {f.words.say("strengths.against")}};
  for (const NodeIndex node : nodes)
    table.rows.push_back({{f.node_short(node), f.number(f.value(node)),
                           f.words.signed_number(difference(f.value(node), f.peer(node).median), 1)},
                          false});
  return table;
}

/// A capability with its distance to the peers' median, in units of the peers' middle half where that is possible.
struct Distance {
  NodeIndex node = kNoNode;
  double points = 0;
  double ordered_by = 0;
};

/// The farthest above first. In units of the middle half only when every one has a middle half: otherwise units would
/// be mixed.
std::vector<Distance> distances(const ReportFacts& f) {
  std::vector<Distance> found;
  bool in_halves = true;
  for (const NodeIndex node : f.model.at(Level::capability)) {
    const PeerResult& peer = f.peer(node);
    if (!f.value(node) || !peer.median) continue;
    const double points = f.value(node).number() - peer.median.number();
    const bool has_half = peer.lower_quartile && peer.upper_quartile.number() > peer.lower_quartile.number();
    in_halves = in_halves && has_half;
    found.push_back(
        {node, points, has_half ? points / (peer.upper_quartile.number() - peer.lower_quartile.number()) : points});
  }
  if (!in_halves)
    for (Distance& d : found) d.ordered_by = d.points;
  std::stable_sort(found.begin(), found.end(),
                   [](const Distance& a, const Distance& b) { return a.ordered_by > b.ordered_by; });
  return found;
}

DumbbellsData dumbbells(const ReportFacts& f, const std::vector<Distance>& distances) {
  DumbbellsData data;
  const std::string& one = f.level_word(Level::capability);
  data.name_head = capitalised(one);
  data.own_label = f.name;
  data.value_head = f.words.say("strengths.value");
  data.median_label = capitalised(f.words.say("common.median"));
  data.difference_head = f.words.say("strengths.difference");
  bool above = true;
  for (const Distance& d : distances) {
    const PeerResult& peer = f.peer(d.node);
    Dumbbell row{f.node_short(d.node),
                 f.value(d.node),
                 peer.median,
                 peer.lower_quartile,
                 peer.upper_quartile,
                 f.number(f.value(d.node)),
                 f.words.signed_number(Measured(d.points), 1),
                 false};
    row.sign_turns = above && d.points < 0 && !data.rows.empty();
    above = d.points >= 0;
    data.rows.push_back(std::move(row));
  }
  return data;
}

std::string figure_title(const ReportFacts& f, const std::vector<Distance>& d) {
  const std::string high = capitalised(f.node_text(d.front().node));
  const std::string& low = f.node_text(d.back().node);
  if (d.front().points <= 0)
    return f.words.say("strengths.title_all_below", {{"high", high}, {"peers", f.peers_genitive}});
  if (d.back().points >= 0)
    return f.words.say("strengths.title_all_above", {{"high", high}, {"peers", f.peers_genitive}});
  return f.words.say("strengths.title", {{"high", high}, {"low", low}, {"peers", f.peers_genitive}});
}

std::string message(const ReportFacts& f, const std::vector<Distance>& d) {
  const std::string &high = f.node_text(d.front().node), &low = f.node_text(d.back().node);
  if (d.size() == 1) return capitalised(f.words.say("strengths.message_one", {{"high", high}}));
  const char* key = d.front().points <= 0  ? "strengths.message_all_below"
                    : d.back().points >= 0 ? "strengths.message_all_above"
                                           : "strengths.message";
  return f.words.say(key, {{"high", high}, {"low", low}});
}

Figure distance_figure(const ReportFacts& f, const std::vector<Distance>& d) {
  Figure figure;
  figure.chart = dumbbells(f, d);
  figure.see = Reference{.section = SectionKind::tables};
  figure.title = figure_title(f, d);
  const bool bands = f.peer(d.front().node).lower_quartile.known();
  const std::string count = f.words.count(static_cast<int>(d.size()));
  const std::string& many = d.size() == 1 ? f.level_word(Level::capability) : f.level_words(Level::capability);
  figure.subtitle = capitalised(f.words.say(bands ? "strengths.subtitle" : "strengths.subtitle_plain",
                                            {{"count", count}, {"capabilities", many}, {"peers", f.peers_genitive}}));
  figure.caption =
      f.words.say("strengths.caption", {{"count", f.words.whole(f.peer(kTotal).others)}, {"peers", f.peers_many}}) +
      " " + f.words.say("common.source", {{"source", f.source_years()}});
  figure.description = describe(figure.chart, f.words);
  return figure;
}

}  // namespace

std::optional<Section> strengths_section(const ReportFacts& f) {
  if (!f.has_results) return std::nullopt;
  const std::vector<NodeIndex> ordered = categories_by_value(f);
  const std::vector<Distance> far = distances(f);
  if (ordered.size() < 2 || far.empty()) return std::nullopt;
  Section section;
  section.message = message(f, far);
  // Half of few, so that no category is both.
  const std::size_t shown = std::min(kMostShown, ordered.size() / 2);
  std::vector<NodeIndex> strongest(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(shown));
  std::vector<NodeIndex> weakest(ordered.rbegin(), ordered.rbegin() + static_cast<std::ptrdiff_t>(shown));
  Columns halves{Columns::Split::halves, false, {}};
  halves.columns.push_back({category_table(f, "strengths.strongest", strongest)});
  halves.columns.push_back({category_table(f, "strengths.weakest", weakest)});
  section.blocks.push_back(std::move(halves));
  section.blocks.push_back(distance_figure(f, far));
  return section;
}

}  // namespace mognad
