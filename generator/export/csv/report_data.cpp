#include "export/csv/report_data.h"

#include <fmt/format.h>

#include "export/csv/csv_text.h"
#include "export/csv/printed_value.h"

namespace mognad {
namespace {

class DataTable {
 public:
  DataTable(const ReportInputs& inputs, OrganisationIndex organisation, const Words& words)
      : in_(inputs), organisation_(organisation), words_(words), years_(inputs.statistics.years_of(organisation)) {}

  std::string run() {
    if (in_.survey.simulated) csv_ += fmt::format("# {}\n", words_.say("common.simulated"));
    append_record(csv_, {"kind", "group", "node", "name", "year", "n", "value", "lower", "upper", "state"});
    const std::vector<NodeIndex> nodes = in_.model.down_to(Level::capability);
    for (const int year : years_)
      for (const NodeIndex node : nodes) add_own(node, year);
    if (years_.size() > 1) add_changes(nodes, years_[years_.size() - 2], years_.back());
    for (std::size_t group = 0; group < in_.survey.peer_groups.size(); ++group)
      if (in_.statistics.has_group(organisation_, in_.survey.year, static_cast<int>(group)))
        add_group(static_cast<int>(group), nodes);
    add_places();
    return std::move(csv_);
  }

 private:
  void add(std::string_view kind, std::string_view group, NodeIndex node, int year, const std::string& n,
           const std::string& value, const std::string& lower, const std::string& upper, std::string_view state) {
    const Node& which = in_.model.node(node);
    append_record(csv_, {kind, group, which.id, which.name.in(words_.tag()), std::to_string(year), n, value, lower,
                         upper, state});
  }

  void add_own(NodeIndex node, int year) {
    const NodeResult own = in_.statistics.node(organisation_, year, node);
    std::string lower, upper;
    if (own.value && own.margin) {
      lower = printed(own.value.number() - own.margin.number());
      upper = printed(own.value.number() + own.margin.number());
    }
    add("own", "", node, year, own.value.withheld() ? "" : std::to_string(own.respondents), printed(own.value), lower,
        upper, state_of(own.value));
  }

  void add_changes(const std::vector<NodeIndex>& nodes, int from, int to) {
    const auto changes = in_.statistics.changes(organisation_, from, to, Level::capability);
    for (const NodeIndex node : nodes) {
      const NodeChange& change = changes[static_cast<std::size_t>(node)];
      std::string lower, upper;
      if (change.margin) {
        lower = printed(change.points.number() - change.margin.number());
        upper = printed(change.points.number() + change.margin.number());
      }
      add("change", std::to_string(from), node, to, "", printed(change.points), lower, upper, state_of(change.points));
    }
  }

  void add_group(int group, const std::vector<NodeIndex>& nodes) {
    const std::string& id = in_.survey.peer_groups[static_cast<std::size_t>(group)].id;
    for (const NodeIndex node : nodes) {
      const PeerResult peers = in_.statistics.peers(organisation_, in_.survey.year, group, node);
      add("peers", id, node, in_.survey.year, peers.median ? std::to_string(peers.others) : "", printed(peers.median),
          printed(peers.lower_quartile), printed(peers.upper_quartile), state_of(peers.median));
    }
    const double step = in_.survey.disclosure.dot_step;
    const std::vector<int> dots = in_.statistics.peer_dots(organisation_, in_.survey.year, group, kTotal);
    for (std::size_t i = 0; i < dots.size(); ++i)
      if (dots[i] > 0)
        add("peers_in_step", id, kTotal, in_.survey.year, std::to_string(dots[i]), "",
            printed(static_cast<double>(i) * step), printed(static_cast<double>(i + 1) * step), "known");
  }

  void add_places() {
    const PeerPlaces places = in_.statistics.places(organisation_, in_.survey.year, 0);
    for (std::size_t row = 0; row < places.cells.size(); ++row)
      for (std::size_t column = 0; column < places.cells[row].size(); ++column)
        if (const int count = places.cells[row][column]; count > 0)
          add("places", in_.survey.peer_groups.front().id, in_.model.matrix.x.node, in_.survey.year,
              std::to_string(count), printed(static_cast<double>(row) * places.step),
              printed(static_cast<double>(column) * places.step),
              printed(static_cast<double>(column + 1) * places.step), "known");
  }

  const ReportInputs& in_;
  OrganisationIndex organisation_;
  const Words& words_;
  std::vector<int> years_;
  std::string csv_;
};

}  // namespace

std::string report_data_csv(const ReportInputs& inputs, OrganisationIndex organisation, const Words& words) {
  return DataTable(inputs, organisation, words).run();
}

}  // namespace mognad
