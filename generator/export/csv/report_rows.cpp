#include "export/csv/report_rows.h"

#include <fmt/format.h>

#include "base/index.h"
#include "report/unit_counts.h"

namespace mognad {
namespace {

std::string_view name_of(std::optional<Band> band) {
  if (!band) return "";
  switch (*band) {
    case Band::lower: return "lower quarter";
    case Band::middle: return "middle half";
    case Band::upper: break;
  }
  return "upper quarter";
}

void set_interval(ReportRow& row, const Measured& value, const Measured& margin) {
  row.value = value;
  if (!value || !margin) return;
  row.lower = Measured(value.number() - margin.number());
  row.upper = Measured(value.number() + margin.number());
}

void set_quartiles(ReportRow& row, const PeerResult& peers) {
  row.n = peers.median ? peers.others : -1;
  row.value = peers.median;
  row.lower = peers.lower_quartile;
  row.upper = peers.upper_quartile;
  row.item = name_of(peers.band);
}

class Rows {
 public:
  Rows(const ReportFacts& facts, const ReportRowSink& sink)
      : f_(facts), sink_(sink), nodes_(facts.model.down_to(Level::capability)) {}

  void run() {
    for (const int year : f_.years) add_measurement(year);
    for (const int year : f_.years)
      for (const NodeIndex node : nodes_) add_own(node, year, f_.statistics.node(f_.organisation, year, node));
    if (f_.has_results && !f_.computed_elsewhere) add_answers();
    if (f_.earlier_year) add_changes();
    add_peers();
    if (f_.has_results) add_types();
    if (f_.has_results && f_.value(kTotal)) add_units();
    add_targets();
    if (f_.has_results) add_published();
  }

 private:
  void add_measurement(int year) {
    const Measurement& m = *f_.measurement(year);
    const bool enough = m.respondents >= f_.survey.disclosure.minimum_respondents;
    sink_({.kind = "respondents",
           .year = year,
           .value = enough ? Measured(m.respondents) : Measured(Missing::withheld),
           .count = true});
    if (enough)
      sink_({.kind = "invited",
             .year = year,
             .value = m.invited ? Measured(*m.invited) : Measured(Missing::no_answer),
             .count = true});
    if (enough && m.invited)
      sink_({.kind = "response_rate", .year = year, .value = Measured(100.0 * m.respondents / *m.invited)});
    if (year != f_.year) return;
    for (const UnitCount& unit : unit_counts(f_))
      sink_({.kind = "respondents",
             .unit = unit.unit,
             .year = year,
             .value = unit.respondents ? Measured(*unit.respondents) : Measured(Missing::withheld),
             .count = true});
  }

  void add_own(NodeIndex node, int year, const NodeResult& own) {
    ReportRow row{.kind = "own", .node = node, .year = year, .n = own.value.withheld() ? -1 : own.respondents};
    set_interval(row, own.value, own.margin);
    sink_(row);
  }

  void add_answers() {
    for (const NodeIndex node : f_.model.at(Level::statement)) {
      add_own(node, f_.year, f_.own[at(node)]);
      const AnswerDistribution answers = f_.statistics.answers(f_.organisation, f_.year, node);
      ReportRow row{.kind = "answers", .node = node, .year = f_.year};
      if (answers.counts.empty()) {
        row.value = answers.agreement;
        sink_(row);
      }
      for (std::size_t step = 0; step < answers.counts.size(); ++step) {
        const std::string label = std::to_string(f_.model.scale[step].value);
        row.item = label;
        row.n = answers.answered;
        row.value = Measured(answers.counts[step]);
        row.count = true;
        sink_(row);
      }
    }
  }

  void add_changes() {
    for (const NodeIndex node : f_.main_nodes) {
      const NodeChange& change = f_.change(node);
      ReportRow row{.kind = "change", .node = node, .year = f_.year, .from_year = *f_.earlier_year};
      row.item = change.broken                             ? "break"
                 : change.certainty == Certainty::clear    ? "clear"
                 : change.certainty == Certainty::untested ? ""
                                                           : "within chance";
      set_interval(row, change.points, change.margin);
      sink_(row);
    }
  }

  /// All groups of the year; of the first also the medians of earlier years, which the trend shows.
  void add_peers() {
    const auto& groups = f_.survey.peer_groups;
    for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
      if (!f_.statistics.has_group(f_.organisation, f_.year, group)) continue;
      ReportRow row{.kind = "peers", .group = groups[at(group)].id, .year = f_.year};
      for (const NodeIndex node : nodes_) {
        row.node = node;
        const PeerResult peers = f_.statistics.peers(f_.organisation, f_.year, group, node);
        set_quartiles(row, peers);
        sink_(row);
        if ((group > 0 && node != kTotal) || !f_.has_results) continue;
        sink_({.kind = "to_median",
               .group = row.group,
               .node = node,
               .year = f_.year,
               .value = difference(f_.value(node), peers.median)});
      }
      add_steps(group);
    }
    if (groups.empty()) return;
    for (const int year : f_.years)
      for (const NodeIndex node : f_.main_nodes) {
        if (year == f_.year || f_.model.node(node).level > Level::dimension) continue;
        ReportRow row{.kind = "peers", .group = groups.front().id, .node = node, .year = year};
        row.value = f_.statistics.peers(f_.organisation, year, 0, node).median;
        sink_(row);
      }
  }

  void add_steps(int group) {
    const double step = f_.survey.disclosure.dot_step;
    const std::vector<int> dots = f_.statistics.peer_dots(f_.organisation, f_.year, group, kTotal);
    for (std::size_t i = 0; i < dots.size(); ++i)
      if (dots[i] > 0)
        sink_({.kind = "peers_in_step",
               .group = f_.survey.peer_groups[at(group)].id,
               .node = kTotal,
               .year = f_.year,
               .value = Measured(dots[i]),
               .lower = Measured(static_cast<double>(i) * step),
               .upper = Measured(static_cast<double>(i + 1) * step),
               .count = true});
  }

  /// Places in the matrix: the own type, others in each type and in each cell.
  void add_types() {
    if (const Quadrant* own = f_.quadrant())
      sink_({.kind = "type", .item = own->id, .year = f_.year, .value = Measured(1), .count = true});
    if (f_.survey.peer_groups.empty()) return;
    const std::string_view group = f_.survey.peer_groups.front().id;
    const PeerPlaces places = f_.statistics.places(f_.organisation, f_.year, 0);
    if (places.cells.empty()) return;
    for (const bool upper : {false, true})
      for (const bool right : {false, true})
        sink_({.kind = "peers_of_type",
               .group = group,
               .item = f_.model.matrix.quadrant(upper, right).id,
               .year = f_.year,
               .value = places.quadrants[upper][right],
               .count = true});
    for (std::size_t y = 0; y < places.cells.size(); ++y)
      for (std::size_t x = 0; x < places.cells[y].size(); ++x) {
        if (places.cells[y][x] == 0) continue;
        const std::string low = fmt::format("{}", static_cast<double>(y) * places.step);
        sink_({.kind = "places",
               .group = group,
               .node = f_.model.matrix.x.node,
               .item = low,
               .year = f_.year,
               .value = Measured(places.cells[y][x]),
               .lower = Measured(static_cast<double>(x) * places.step),
               .upper = Measured(static_cast<double>(x + 1) * places.step),
               .count = true});
      }
  }

  void add_units() {
    for (const UnitResult& unit : f_.statistics.units(f_.organisation, f_.year)) {
      ReportRow row{.kind = "unit", .unit = unit.unit, .year = f_.year};
      for (const NodeIndex node : f_.main_nodes) {
        const NodeResult& result = unit.nodes[at(node)];
        row.node = node;
        row.n = result.value ? result.respondents : -1;
        row.lower = row.upper = Missing::not_applicable;
        set_interval(row, result.value, result.margin);
        sink_(row);
      }
      const std::string& type = f_.inputs.dataset.units[at(unit.unit)].unit_type;
      if (type.empty() || !unit.nodes[kTotal].value) continue;
      ReportRow peers{.kind = "unit_peers", .unit = row.unit, .group = type, .node = kTotal, .year = f_.year};
      set_quartiles(peers, f_.statistics.unit_peers(f_.organisation, f_.year, unit, kTotal));
      sink_(peers);
    }
  }

  void add_targets() {
    for (const TargetDistance& target : f_.statistics.targets(f_.organisation)) {
      const NodeIndex node = f_.model.find(target.target.node);
      sink_({.kind = "target", .node = node, .year = target.target.year, .value = Measured(target.target.value)});
      sink_({.kind = "target_distance",
             .node = node,
             .year = target.target.year,
             .from_year = target.value_year,
             .value = target.difference});
    }
  }

  void add_published() {
    for (const Benchmark& published : f_.inputs.dataset.benchmarks)
      if (published.year <= f_.year)
        sink_({.kind = "published",
               .node = f_.model.find(published.node),
               .item = published.edition,
               .year = published.year,
               .value = Measured(published.value)});
  }

  const ReportFacts& f_;
  const ReportRowSink& sink_;
  std::vector<NodeIndex> nodes_;
};

}  // namespace

void report_rows(const ReportFacts& facts, const ReportRowSink& sink) { Rows(facts, sink).run(); }

void group_rows(const GroupFacts& facts, const ReportRowSink& sink) {
  for (const int year : facts.years)
    for (const NodeIndex node : facts.model.down_to(Level::capability)) {
      const auto add = [&](std::string_view kind, const GroupResult& result) {
        sink({.kind = kind,
              .node = node,
              .year = year,
              .n = result.median ? result.organisations : -1,
              .value = result.median,
              .lower = result.lower_quartile,
              .upper = result.upper_quartile});
      };
      add("group", facts.result(year, node));
      add("all", facts.result_of_all(year, node));
    }
}

}  // namespace mognad
