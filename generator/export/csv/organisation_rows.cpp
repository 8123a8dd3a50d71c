#include <fmt/format.h>

#include "base/index.h"
#include "export/csv/row_writer.h"

namespace mognad {
namespace {

class OrganisationRows : RowWriter {
 public:
  OrganisationRows(const StatisticsSource& source, OrganisationIndex organisation, const RowSink& sink)
      : RowWriter(source, sink),
        organisation_(organisation),
        code_(dataset.organisations[at(organisation)].code),
        type_(dataset.organisations[at(organisation)].type) {}

  void run() const {
    std::vector<int> years;
    for (const int year : statistics.years())
      if (dataset.find(organisation_, year)) years.push_back(year);
    for (const int year : years) {
      write_own(year);
      write_units(year);
      write_peers(year);
    }
    for (std::size_t i = 1; i < years.size(); ++i) write_changes(years[i - 1], years[i]);
    for (const TargetDistance& distance : statistics.targets(organisation_)) {
      StatisticsRow row = row_of("target", distance.target.node, distance.target.year);
      row.value = distance.target.value;
      write(row);
      row.kind = "target_distance";
      row.from_year = distance.value_year;
      row.value = distance.difference;
      write(row);
    }
  }

 private:
  StatisticsRow row_of(const char* kind, const std::string& node, int year) const {
    return {.kind = kind, .type = type_, .organisation = code_, .node = node, .year = year};
  }

  StatisticsRow row_of(const char* kind, const std::string& node, int year, const NodeResult& result) const {
    StatisticsRow row = row_of(kind, node, year);
    row.n = result.value.withheld() ? -1 : result.respondents;
    row.value = result.value;
    row.lower = minus(result.value, result.margin);
    row.upper = plus(result.value, result.margin);
    if (result.value && !result.complete) row.item = "some parts missing";
    return row;
  }

  void write_own(int year) const {
    for (NodeIndex node = 0; node < model.node_count(); ++node)
      write(row_of("value", id(node), year, statistics.node(organisation_, year, node)));
    if (const auto place = statistics.quadrant(organisation_, year)) {
      StatisticsRow row = row_of("place", "", year);
      row.item = model.matrix.quadrant(place->upper, place->right).id;
      row.value = 1;
      write(row);
    }
    for (const NodeIndex node : model.at(Level::statement)) {
      const AnswerDistribution answers = statistics.answers(organisation_, year, node);
      write_answers(row_of("answers", id(node), year), answers);
      StatisticsRow row = row_of("agreement", id(node), year);
      row.n = answers.counts.empty() ? -1 : answers.answered;
      row.value = answers.agreement;
      write(row);
    }
  }

  void write_units(int year) const {
    for (const UnitResult& unit : statistics.units(organisation_, year))
      for (NodeIndex node = 0; node < model.node_count(); ++node) {
        StatisticsRow row = row_of("unit_value", id(node), year, unit.nodes[at(node)]);
        row.unit = dataset.units[at(unit.unit)].id;
        write(row);
        if (dataset.units[at(unit.unit)].unit_type.empty()) continue;
        row.item.clear();
        row.group = dataset.units[at(unit.unit)].unit_type;
        write_peer(row, "unit_peers", statistics.unit_peers(organisation_, year, unit, node));
      }
  }

  void write_peers(int year) const {
    for (int definition = 0; definition < static_cast<int>(survey.peer_groups.size()); ++definition) {
      if (!statistics.has_group(organisation_, year, definition)) continue;
      StatisticsRow row = row_of("peers", "", year);
      row.group = group_id(definition);
      const int property = dataset.property(survey.peer_groups[at(definition)].property);
      row.group_value = dataset.value(organisation_, property);
      for (NodeIndex node = 0; node < model.node_count(); ++node) {
        row.node = id(node);
        write_peer(row, "peers", statistics.peers(organisation_, year, definition, node));
        if (model.node(node).level > kDeepestDots) continue;
        StatisticsRow dots = row;
        dots.kind = "peer_dots";
        write_dots(dots, statistics.peer_dots(organisation_, year, definition, node));
      }
      // Documents draw the matrix of all of the type only.
      if (definition > 0) continue;
      row.node.clear();
      const PeerPlaces places = statistics.places(organisation_, year, definition);
      row.kind = "peer_types";
      write_quadrants(row, places);
      row.kind = "peer_places";
      write_cells(row, places);
    }
  }

  /// Median and quartiles, then the own rank.
  void write_peer(StatisticsRow row, const char* kind, const PeerResult& peers) const {
    row.kind = fmt::format("{}_median", kind);
    row.n = peers.median ? peers.others : -1;
    row.value = peers.median;
    row.lower = peers.lower_quartile;
    row.upper = peers.upper_quartile;
    write_of_others(row);
    row.kind = fmt::format("{}_rank", kind);
    row.value = peers.rank;
    row.lower = row.upper = Missing::not_applicable;
    write(row);
  }

  void write_changes(int from, int to) const {
    const std::vector<NodeChange> changes = statistics.changes(organisation_, from, to, Level::statement);
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const NodeChange& change = changes[at(node)];
      StatisticsRow row = row_of("change", id(node), to);
      row.from_year = from;
      row.value = change.points;
      row.lower = minus(change.points, change.margin);
      row.upper = plus(change.points, change.margin);
      if (change.broken) row.item = "break";
      write(row);
      row.kind = "change_p";
      row.value = change.p;
      row.lower = row.upper = Missing::not_applicable;
      write(row);
    }
  }

  OrganisationIndex organisation_;
  const std::string& code_;
  const std::string& type_;
};

}  // namespace

void organisation_rows(const StatisticsSource& source, OrganisationIndex organisation, const RowSink& sink) {
  OrganisationRows(source, organisation, sink).run();
}

}  // namespace mognad
