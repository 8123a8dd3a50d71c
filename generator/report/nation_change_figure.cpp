#include <fmt/format.h>

#include <cmath>

#include "base/rounding.h"
#include "charts/charts.h"
#include "report/figure_builders.h"
#include "report/printed_extremes.h"

namespace mognad {
namespace {

/// Means of hundreds of organisations move by a point, and their uncertainty is less: on the scale of one organisation
/// it could not be seen.
constexpr double kLeastSpan = 2;

/// The change of those that measured in both years.
class NationChange {
 public:
  NationChange(const NationFacts& facts, const FigureChoice& choice) : f_(facts) {
    figure_ = begin_figure(f_, choice);
    figure_.source = f_.source_both();
    if (f_.earlier_year) all_ = f_.statistics.national_changes(f_.type, *f_.earlier_year, f_.year);
    if (all_.empty()) return;
    for (const NodeIndex node : f_.main_nodes) {
      const MatchedChange& change = of(node);
      if (!change.points && change.points.reason() == Missing::no_answer) continue;
      nodes_.push_back(node);
      if (change.points) ++known_;
      if (change.certainty != Certainty::untested) ++tested_;
      if (change.certainty == Certainty::clear) ++clear_;
      withheld_ = withheld_ || change.points.withheld();
    }
  }

  NationalFigures run() {
    if (known_ == 0) return {};
    figure_.count = f_.count_of(most_organisations());
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    const std::string count = f_.words.whole(most_organisations());
    figure_.figure.subtitle =
        f_.words.say(tested_ == 0 ? "nation_change.subtitle_untested" : "nation_change.subtitle",
                     {{"from", from()}, {"to", to()}, {"count", count}, {"peers", f_.peers_many}});
    figure_.figure.caption = caption();
    figure_.sentences = sentences();
    add_data();
    figure_.figure.chart = chart();
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    return {std::move(figure_)};
  }

 private:
  const MatchedChange& of(NodeIndex node) const { return all_[static_cast<std::size_t>(node)]; }
  std::string from() const { return std::to_string(*f_.earlier_year); }
  std::string to() const { return std::to_string(f_.year); }
  std::string measure() const { return capitalised(f_.text(f_.model.node(kTotal).definite)); }

  int most_organisations() const {
    int most = 0;
    for (const NodeIndex node : nodes_)
      if (of(node).points) most = std::max(most, of(node).organisations);
    return most;
  }

  std::string finding() const {
    if (tested_ == 0) return f_.words.say("change.list_untested", {{"year", from()}});
    if (const char* all = all_alike()) return f_.words.say(all, {{"count", f_.words.count(tested_)}, {"year", from()}});
    return capitalised(f_.words.say("change.list", {{"clear", clear_},
                                                    {"clear_words", f_.words.count(clear_)},
                                                    {"tested", f_.words.count(tested_)},
                                                    {"number", tested_},
                                                    {"year", from()}}));
  }

  /// What is said where all that is shown has clearly gone the same way; else null.
  const char* all_alike() const {
    if (clear_ < 2 || clear_ < static_cast<int>(nodes_.size())) return nullptr;
    int up = 0;
    for (const NodeIndex node : nodes_)
      if (of(node).points.number() > 0) ++up;
    return up == clear_ ? "nation_change.finding_up" : up == 0 ? "nation_change.finding_down" : nullptr;
  }

  std::string title() const {
    const MatchedChange& change = of(kTotal);
    if (!change.points || change.certainty == Certainty::untested)
      return capitalised(
          f_.words.say("nation_change.title_plain", {{"definite", f_.peers_definite}, {"year", from()}}));
    const char* key = change.certainty == Certainty::within_chance     ? "nation_change.title_chance"
                      : round_to_units(change.points.number(), 1) == 0 ? "nation_change.title_small"
                      : change.points.number() > 0                     ? "nation_change.title_up"
                                                                       : "nation_change.title_down";
    const std::string points = f_.words.number(std::fabs(change.points.number()), 1);
    return f_.words.say(key, {{"measure", measure()}, {"year", from()}, {"points", points}});
  }

  std::string caption() const {
    std::string text;
    if (tested_ > 0) text = f_.words.say("nation_change.caption") + " ";
    if (withheld_)
      text +=
          f_.words.say("nation_change.withheld",
                       {{"least", f_.words.count(f_.survey.disclosure.minimum_others + 1)}, {"peers", f_.peers_many}}) +
          " ";
    return text + figure_.source;
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> said;
    if (const MatchedChange& change = of(kTotal); change.points && change.margin) {
      const std::string points = f_.words.signed_number(change.points, 1), margin = f_.number(change.margin),
                        count = f_.words.whole(change.organisations);
      said.push_back(f_.words.say("nation_change.total", {{"measure", f_.node_text(kTotal)},
                                                          {"points", points},
                                                          {"margin", margin},
                                                          {"count", count},
                                                          {"peers", f_.peers_many}}));
    }
    add_range(said);
    add_extremes(said);
    said.push_back(f_.words.say("nation_change.matched", {{"peers", f_.peers_many}, {"from", from()}, {"to", to()}}));
    if (tested_ > 0) said.push_back(f_.words.say("nation_change.cause"));
    return said;
  }

  void add_range(std::vector<std::string>& said) const {
    std::vector<Measured> points;
    for (const NodeIndex node : f_.categories) points.push_back(of(node).points);
    const PrintedExtremes extremes = printed_extremes(points, 1);
    if (extremes.known < 2) return;
    const std::string low = f_.words.signed_number(points[extremes.low], 1),
                      high = f_.words.signed_number(points[extremes.high], 1);
    said.push_back(
        f_.words.say(low == high ? "nation_change.range_alike" : "nation_change.range",
                     {{"hidden", extremes.hidden},
                      {"categories", f_.text(f_.model.levels[static_cast<std::size_t>(Level::category)].many)},
                      {"low", low},
                      {"high", high}}));
  }

  /// The largest clear increase and decrease of the categories, where one is alone.
  void add_extremes(std::vector<std::string>& said) const {
    std::vector<NodeIndex> clear;
    std::vector<Measured> points;
    for (const NodeIndex node : f_.categories)
      if (of(node).certainty == Certainty::clear) clear.push_back(node), points.push_back(of(node).points);
    const PrintedExtremes extremes = printed_extremes(points, 1);
    const auto name = [&](std::size_t i, const char* key) {
      const std::string by = f_.words.number(std::fabs(points[i].number()), 1);
      said.push_back(f_.words.say(key, {{"part", f_.node_text(clear[i])}, {"points", by}}));
    };
    if (extremes.high_alone && round_to_units(points[extremes.high].number(), 1) > 0)
      name(extremes.high, "nation_change.most_up");
    if (extremes.low_alone && round_to_units(points[extremes.low].number(), 1) < 0)
      name(extremes.low, "nation_change.most_down");
  }

  std::string verdict(const MatchedChange& change) const {
    if (!change.points) return f_.words.say(change.points.withheld() ? "describe.withheld" : "change.broken");
    if (change.certainty == Certainty::untested) return f_.words.say("change.untested");
    if (change.certainty == Certainty::within_chance) return f_.words.say("change.within_chance");
    return f_.words.say(change.points.number() > 0 ? "change.clear_up" : "change.clear_down");
  }

  ChangesData chart() const {
    ChangesData data;
    data.least_span = kLeastSpan;
    for (const NodeIndex node : nodes_) {
      const MatchedChange& change = of(node);
      const Level level = f_.model.node(node).level;
      data.rows.push_back({.name = f_.node_short(node),
                           .part = level == Level::category,
                           .rule_above = level == Level::dimension,
                           .points = change.points,
                           .margin = change.margin,
                           .clear = change.certainty == Certainty::clear,
                           .points_text = f_.words.signed_number(change.points, 1),
                           .verdict = verdict(change)});
    }
    return data;
  }

  void add_data() {
    FigureData& data = figure_.data;
    data.row_head = f_.words.say("categories.part");
    data.columns = {{"change", f_.words.say("categories.change"), DataColumn::Kind::difference},
                    {"margin", f_.words.say("tables.margin"), DataColumn::Kind::index},
                    {"n", f_.words.say("answers.count"), DataColumn::Kind::count},
                    {"verdict", f_.words.say("tables.verdict"), DataColumn::Kind::text}};
    for (const NodeIndex node : nodes_) {
      const MatchedChange& change = of(node);
      const Measured count = change.points ? Measured(change.organisations) : change.points;
      data.rows.push_back({f_.model.node(node).id,
                           f_.node_name(node),
                           {change.points, change.margin, count, verdict(change)},
                           node == kTotal});
    }
  }

  const NationFacts& f_;
  std::vector<MatchedChange> all_;
  std::vector<NodeIndex> nodes_;  // with a change, or one that is withheld
  int known_ = 0, tested_ = 0, clear_ = 0;
  bool withheld_ = false;
  NationalFigure figure_;
};

}  // namespace

NationalFigures change_figure(const NationFacts& f, const FigureChoice& choice) {
  return NationChange(f, choice).run();
}

}  // namespace mognad
