#include "report/trend_figure.h"

#include <algorithm>
#include <map>
#include <set>

#include "charts/charts.h"

namespace mognad {
namespace {

/// Years with anything to show in the panels: measured, published or aimed at.
std::vector<int> shown_years(const ReportFacts& f, const std::vector<TrendPanel>& panels) {
  std::set<int> years;
  for (const int year : f.inputs.dataset.years)
    if (year >= f.years.front() && year <= f.year) years.insert(year);
  for (const TrendPanel& panel : panels) {
    for (const auto& series : panel.benchmarks)
      for (const TrendPoint& p : series) years.insert(p.year);
    for (const TrendTarget& target : panel.targets) years.insert(target.year);
  }
  return {years.begin(), years.end()};
}

/// Published figures of the node, a series for each edition and for what follows a break.
std::vector<std::vector<TrendPoint>> benchmark_series(const ReportFacts& f, NodeIndex node) {
  std::vector<std::vector<TrendPoint>> series;
  const Benchmark* last = nullptr;
  for (const Benchmark& b : f.inputs.dataset.benchmarks) {
    if (b.node != f.model.node(node).id || b.year > f.year) continue;
    if (!last || last->edition != b.edition || b.break_before) series.emplace_back();
    series.back().push_back({b.year, Measured(b.value)});
    last = &b;
  }
  return series;
}

/// Targets ahead, or the last one that has passed; the organisation's own before those of everyone. Only the last one
/// is named.
std::vector<TrendTarget> trend_targets(const ReportFacts& f, NodeIndex node) {
  std::map<int, double> by_year;
  for (const bool own : {false, true})
    for (const TargetDistance& t : f.statistics.targets(f.organisation))
      if (t.target.node == f.model.node(node).id && (t.target.organisation >= 0) == own &&
          t.target.year >= f.years.front())
        by_year[t.target.year] = t.target.value;
  std::vector<TrendTarget> targets;
  for (const auto& [year, value] : by_year)
    if (year >= f.year || year == by_year.rbegin()->first) targets.push_back({year, value, ""});
  if (!targets.empty()) {
    const std::string value = f.number(Measured(targets.back().value), 0);
    targets.back().label =
        f.words.say("change.target", {{"year", std::to_string(targets.back().year)}, {"value", value}});
  }
  return targets;
}

TrendPanel trend_panel(const ReportFacts& f, NodeIndex node) {
  TrendPanel panel;
  panel.title = f.node_short(node);
  int before = 0;
  for (const int year : f.inputs.dataset.years) {
    if (year < f.years.front() || year > f.year) continue;
    panel.own.push_back({year, f.statistics.node(f.organisation, year, node).value});
    panel.median.push_back({year, f.statistics.peers(f.organisation, year, 0, node).median});
    if (before > 0 && !f.statistics.comparable(before, year, node)) panel.breaks.push_back(year);
    before = year;
  }
  panel.own_value = f.number(panel.own.back().value);
  panel.median_value = f.number(panel.median.back().value);
  panel.benchmarks = benchmark_series(f, node);
  panel.targets = trend_targets(f, node);
  return panel;
}

TrendData trend_data(const ReportFacts& f) {
  TrendData data;
  std::vector<NodeIndex> nodes{kTotal};
  for (const NodeIndex node : f.dimensions)
    if (f.has_value(node)) nodes.push_back(node);
  for (const NodeIndex node : nodes) data.panels.push_back(trend_panel(f, node));
  data.years = shown_years(f, data.panels);
  data.own_label = f.name;
  data.median_label = capitalised(f.words.say("common.median"));
  data.break_label = f.words.say("change.break");
  return data;
}

template <class Part>
bool has_any(const TrendData& data, std::vector<Part> TrendPanel::* part) {
  return std::any_of(data.panels.begin(), data.panels.end(),
                     [&](const TrendPanel& panel) { return !(panel.*part).empty(); });
}

/// Two lines are named beside themselves; more marks need a key.
MarkKeyData trend_key(const ReportFacts& f, const TrendData& data) {
  MarkKeyData key{{}, MarkKeyData::Arrangement::line};
  const bool benchmarks = has_any(data, &TrendPanel::benchmarks), targets = has_any(data, &TrendPanel::targets);
  const TrendPanel& first = data.panels.front();
  if (!benchmarks && !targets && first.own.back().value && first.median.back().value) return key;
  key.rows = {{Mark::own, f.name}, {Mark::median, f.words.say("key.median_of", {{"peers", f.peers_genitive}})}};
  if (benchmarks) key.rows.emplace_back(Mark::benchmark, f.words.say("key.benchmark"));
  if (targets) key.rows.emplace_back(Mark::target, f.words.say("key.target"));
  return key;
}

/// Which parts of the figure need to be explained.
std::string trend_caption(const ReportFacts& f, const TrendData& data) {
  std::string text = f.words.say("change.trend_caption", {{"peers", f.peers_many}});
  const bool missing = std::any_of(data.panels.front().own.begin(), data.panels.front().own.end(),
                                   [&](const TrendPoint& p) { return f.measurement(p.year) == nullptr; });
  if (missing) text += " " + f.words.say("change.caption_gap");
  if (has_any(data, &TrendPanel::breaks)) text += " " + f.words.say("change.caption_break");
  if (has_any(data, &TrendPanel::benchmarks)) text += " " + f.words.say("change.caption_benchmark");
  return text;
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

Figure trend_figure(const ReportFacts& f) {
  TrendData data = trend_data(f);
  Figure figure;
  figure.title = figure_title(f, data);
  figure.subtitle = f.words.say("change.subtitle", {{"name", f.name},
                                                    {"peers", f.peers_genitive},
                                                    {"from", std::to_string(f.years.front())},
                                                    {"to", std::to_string(f.year)}});
  figure.caption = trend_caption(f, data);
  figure.see = Reference{.section = SectionKind::tables};
  figure.key = trend_key(f, data);
  if (!figure.key.rows.empty()) {
    figure.key_description = describe(figure.key, f.words);
    data.median_label.clear();
  }
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  return figure;
}

}  // namespace mognad
