#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/rounding.h"
#include "charts/charts.h"
#include "report/figure_builders.h"

namespace mognad {
namespace {

/// One measure over the years: what was published of it, the survey's own means, and what everyone aims at. Editions
/// differ in panel and method, so nothing is ever computed across them.
class SeriesFigure {
 public:
  SeriesFigure(const NationFacts& facts, const FigureChoice& choice, NodeIndex node) : f_(facts), node_(node) {
    figure_ = begin_figure(f_, choice);
    if (node != kTotal) figure_.name += "-" + file_part(f_.model.node(node));
    for (const Benchmark& b : f_.inputs.dataset.benchmarks)
      if (b.node == f_.model.node(node).id && b.year <= f_.year) published_.push_back(&b);
    for (const Target& t : f_.inputs.dataset.targets)
      if (t.organisation < 0 && t.node == f_.model.node(node).id) targets_.push_back(&t);
    for (const int year : f_.years) means_.push_back(f_.mean_of(year, node));
    whole_ = std::all_of(published_.begin(), published_.end(), [](const Benchmark* b) { return is_whole(b->value); });
  }

  NationalFigures run() {
    if (!has_anything()) return {};
    add_own();
    add_published();
    add_targets();
    figure_.count = now() ? f_.count_of(means_.back().organisations) : "";
    figure_.source = source();
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    figure_.figure.subtitle = f_.words.say(published_.empty() ? "nation_series.subtitle_own" : "nation_series.subtitle",
                                           {{"measure", f_.node_name(node_)}, {"definite", f_.peers_definite}});
    figure_.figure.caption = caption();
    figure_.sentences = sentences();
    set_columns();
    span_years();
    chart_.break_label = f_.words.say("change.break");
    figure_.figure.chart = std::move(chart_);
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    return {std::move(figure_)};
  }

 private:
  static bool is_whole(double value) { return round_half_away(value, 0) == round_half_away(value, 1); }

  Measured now() const { return means_.empty() || f_.years.back() != f_.year ? Measured() : means_.back().mean; }
  std::string measure() const { return f_.node_text(node_); }

  /// More than a single point.
  bool has_anything() const {
    const auto own = std::count_if(means_.begin(), means_.end(), [](const NationalMean& m) { return m.mean.known(); });
    return own > 1 || !published_.empty() || (own > 0 && !targets_.empty());
  }

  DataRow row(std::string id, std::string name, int year) const {
    const Measured none = Missing::not_applicable;
    return {std::move(id), std::move(name), {Measured(year), none, none, none, none, none, none}};
  }
  enum Column { kYear, kMean, kPublished, kTarget, kCount, kNewMethod, kDistance };

  std::string point_text(const std::string& value, int organisations) const {
    if (organisations == 0) return value;
    return f_.words.say("nation_series.point", {{"value", value}, {"count", f_.words.whole(organisations)}});
  }

  void add_own() {
    SeriesLine line{f_.words.say("nation_series.own"), true, {}};
    for (std::size_t i = 0; i < f_.years.size(); ++i) {
      const int year = f_.years[i];
      const bool known = means_[i].mean.known();
      const bool broken = i > 0 && !f_.statistics.comparable(f_.years[i - 1], year, node_);
      line.points.push_back(
          {year, means_[i].mean, point_text(f_.number(means_[i].mean), known ? means_[i].organisations : 0), broken});
      withheld_ = withheld_ || means_[i].mean.withheld();
      broken_ = broken_ || broken;
      DataRow data = row(fmt::format("own-{}", year), line.label, year);
      data.cells[kMean] = means_[i].mean;
      data.cells[kCount] = known ? Measured(means_[i].organisations) : means_[i].mean;
      if (broken) data.cells[kNewMethod] = Measured(1);
      figure_.data.rows.push_back(std::move(data));
    }
    chart_.lines.push_back(std::move(line));
  }

  /// "utgåva 2022", "SKR 2022": a bare year would be taken for a value or a year.
  std::string edition_name(const std::string& edition) const {
    const bool digits = edition.find_first_not_of("0123456789") == std::string::npos;
    return digits ? f_.words.say("nation_series.edition", {{"edition", edition}}) : edition;
  }

  /// Labels have no room for the counts of all editions.
  std::string published_counts() const {
    std::string list;
    for (const Benchmark* b : published_) {
      if (!b->organisations) continue;
      const std::string count = f_.words.whole(*b->organisations), edition = edition_name(b->edition);
      const std::string year = std::to_string(b->year);
      const bool dated = edition.find(year) != std::string::npos;
      list += (list.empty() ? "" : ", ") + f_.words.say(dated ? "nation_series.counted" : "nation_series.counted_year",
                                                        {{"count", count}, {"edition", edition}, {"year", year}});
    }
    return list;
  }

  void add_published() {
    for (std::size_t i = 0; i < published_.size(); ++i) {
      const Benchmark& b = *published_[i];
      const bool first = i == 0 || published_[i - 1]->edition != b.edition;
      if (first) chart_.lines.push_back({edition_name(b.edition), false, {}});
      SeriesLine& line = chart_.lines.back();
      const std::string value = f_.words.number(b.value, whole_ ? 0 : 1);
      line.points.push_back({b.year, Measured(b.value), value, b.break_before && !first});
      broken_ = broken_ || (b.break_before && !first);
      DataRow data = row(fmt::format("{}-{}", b.edition, b.year), line.label, b.year);
      data.cells[kPublished] = Measured(b.value);
      data.cells[kCount] = b.organisations ? Measured(*b.organisations) : Measured(Missing::no_answer);
      if (b.break_before) data.cells[kNewMethod] = Measured(1);
      figure_.data.rows.push_back(std::move(data));
    }
  }

  void add_targets() {
    for (const Target* t : targets_) {
      const std::string year = std::to_string(t->year), value = target_text(*t);
      chart_.targets.push_back({t->year, t->value, f_.words.say("change.target", {{"year", year}, {"value", value}})});
      DataRow data = row(fmt::format("target-{}", t->year), f_.words.say("nation_series.target"), t->year);
      data.cells[kTarget] = Measured(t->value);
      if (t->year >= f_.year) data.cells[kDistance] = difference(now(), Measured(t->value));
      figure_.data.rows.push_back(std::move(data));
    }
  }

  bool whole_targets() const {
    return std::all_of(targets_.begin(), targets_.end(), [](const Target* t) { return is_whole(t->value); });
  }
  std::string target_text(const Target& target) const { return f_.words.number(target.value, whole_targets() ? 0 : 1); }

  void set_columns() {
    using Kind = DataColumn::Kind;
    figure_.data.row_head = f_.words.say("tables.edition");
    figure_.data.columns = {
        {"year", f_.words.say("tables.year"), Kind::year},
        {"mean", f_.words.say("tables.mean"), Kind::index},
        {"published", f_.words.say("nation_series.published"), whole_ ? Kind::share : Kind::index},
        {"target", capitalised(f_.words.say("nation_series.target")), whole_targets() ? Kind::share : Kind::index},
        {"n", f_.words.say("answers.count"), Kind::count},
        {"new_method", capitalised(f_.words.say("change.break")), Kind::count},
        {"to_target", f_.words.say("nation_series.to_target"), Kind::difference}};
  }

  void span_years() {
    std::set<int> years;
    for (const SeriesLine& line : chart_.lines)
      for (const SeriesLine::Point& point : line.points) years.insert(point.year);
    for (const TrendTarget& target : chart_.targets) years.insert(target.year);
    chart_.first_year = *years.begin();
    chart_.last_year = *years.rbegin();
  }

  /// The next target, or nullptr.
  const Target* next_target() const {
    const Target* next = nullptr;
    for (const Target* t : targets_)
      if (t->year >= f_.year && (!next || t->year < next->year)) next = t;
    return next;
  }

  std::string finding() const {
    if (!now())
      return f_.words.say("nation_series.finding_plain", {{"measure", measure()}, {"year", std::to_string(f_.year)}});
    return f_.words.say("nation_series.finding", {{"measure", f_.node_name(node_)},
                                                  {"definite", f_.peers_definite},
                                                  {"value", f_.number(now())},
                                                  {"year", std::to_string(f_.year)}});
  }

  std::string title() const {
    const Target* next = next_target();
    if (!next || !now()) return f_.words.say("nation_series.title_plain", {{"measure", f_.node_name(node_)}});
    const double gap = next->value - now().number();
    const std::string year = std::to_string(next->year), value = target_text(*next),
                      points = f_.words.number(std::fabs(gap), 1);
    const char* key = gap <= 0                      ? "nation_series.title_reached"
                      : round_to_units(gap, 1) == 0 ? "nation_series.title_near"
                                                    : "nation_series.title_gap";
    return f_.words.say(key, {{"points", points}, {"year", year}, {"value", value}});
  }

  std::string source() const {
    std::vector<std::string> names;
    for (const Benchmark* b : published_)
      if (!b->source.empty() && std::find(names.begin(), names.end(), b->source) == names.end())
        names.push_back(b->source);
    std::string own = fmt::format("{} {}", f_.text(f_.survey.source), f_.year);
    if (f_.years.size() > 1)
      own = fmt::format("{} {}–{}", f_.text(f_.survey.source), f_.years.front(), f_.years.back());
    for (const std::string& name : names) own += "; " + name;
    return f_.words.say("common.source", {{"source", own}});
  }

  std::string caption() const {
    std::string text;
    if (!published_.empty()) text = f_.words.say("nation_series.caption") + " ";
    if (const std::string counts = published_counts(); !counts.empty())
      text += f_.words.say("nation_series.caption_counts", {{"list", counts}}) + " ";
    if (broken_) text += f_.words.say("nation_series.caption_break") + " ";
    if (withheld_) text += f_.words.say("nation_series.withheld") + " ";
    return text + figure_.source;
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> said;
    if (now())
      said.push_back(f_.words.say("nation_series.now", {{"count", f_.count_of(means_.back().organisations)},
                                                        {"year", std::to_string(f_.year)},
                                                        {"measure", measure()},
                                                        {"value", f_.number(now())}}));
    if (const std::string passed = passed_target(); !passed.empty()) said.push_back(passed);
    if (const std::string target = target_sentence(); !target.empty()) said.push_back(target);
    if (const std::string range = published_sentence(); !range.empty()) said.push_back(range);
    said.push_back(
        f_.words.say(published_.empty() ? "nation_series.panel" : "nation_series.caveat", {{"peers", f_.peers_many}}));
    return said;
  }

  std::string target_sentence() const {
    const Target* next = next_target();
    if (!next || !now()) return {};
    const double gap = next->value - now().number();
    const std::string year = std::to_string(next->year), value = target_text(*next),
                      points = f_.words.number(std::fabs(gap), 1);
    const char* key = gap <= 0                      ? "nation_series.target_reached"
                      : round_to_units(gap, 1) == 0 ? "nation_series.target_near"
                                                    : "nation_series.target_gap";
    return f_.words.say(key, {{"year", year}, {"value", value}, {"points", points}});
  }

  /// What became of the latest target whose year has passed, where the survey measured in it.
  std::string passed_target() const {
    const Target* last = nullptr;
    for (const Target* t : targets_)
      if (t->year < f_.year && (!last || t->year > last->year)) last = t;
    if (!last) return {};
    const auto at = std::find(f_.years.begin(), f_.years.end(), last->year);
    if (at == f_.years.end()) return {};
    const Measured& mean = means_[static_cast<std::size_t>(at - f_.years.begin())].mean;
    if (!mean) return {};
    const bool missed = round_to_units(mean.number(), 1) < round_to_units(last->value, 1);
    const std::string year = std::to_string(last->year), target = target_text(*last), value = f_.number(mean);
    return f_.words.say(missed ? "nation_series.target_missed" : "nation_series.target_met",
                        {{"year", year}, {"target", target}, {"value", value}});
  }

  std::string published_sentence() const {
    if (published_.empty()) return {};
    const auto [low, high] =
        std::minmax_element(published_.begin(), published_.end(),
                            [](const Benchmark* a, const Benchmark* b) { return a->value < b->value; });
    const int decimals = whole_ ? 0 : 1;
    const std::string least = f_.words.number((*low)->value, decimals),
                      most = f_.words.number((*high)->value, decimals);
    return f_.words.say(least == most ? "nation_series.published_one" : "nation_series.published_range",
                        {{"low", least}, {"high", most}, {"measure", measure()}});
  }

  const NationFacts& f_;
  NodeIndex node_;
  std::vector<const Benchmark*> published_;
  std::vector<const Target*> targets_;
  std::vector<NationalMean> means_;  // by year
  bool whole_ = true;                // published figures have no decimals
  bool withheld_ = false, broken_ = false;
  SeriesData chart_;
  NationalFigure figure_;
};

}  // namespace

NationalFigures series_figure(const NationFacts& f, const FigureChoice& choice) {
  NationalFigures figures = SeriesFigure(f, choice, kTotal).run();
  for (NodeIndex node = kTotal + 1; node < f.model.node_count(); ++node) {
    const auto& all = f.inputs.dataset.benchmarks;
    if (std::none_of(all.begin(), all.end(), [&](const Benchmark& b) { return b.node == f.model.node(node).id; }))
      continue;
    for (NationalFigure& figure : SeriesFigure(f, choice, node).run()) figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace mognad
