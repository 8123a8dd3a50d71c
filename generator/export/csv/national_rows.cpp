#include "base/index.h"
#include "export/csv/row_writer.h"

namespace mognad {
namespace {

class NationalRows : RowWriter {
 public:
  using RowWriter::RowWriter;

  void run() const {
    const std::vector<int> years = statistics.years();
    for (const int year : years) {
      for (const std::string& type : statistics.types(year)) write_type(type, year);
      for (const GroupKey& key : statistics.groups(year)) write_group(key, year);
      for (const auto& [type, unit_type] : statistics.unit_types(year)) write_unit_type(type, unit_type, year);
    }
    for (std::size_t i = 1; i < years.size(); ++i)
      for (const std::string& type : statistics.types(years[i])) {
        write_changes(type, years[i - 1], years[i]);
        write_moves(type, years[i - 1], years[i]);
      }
    if (!survey.disclosure.results_agreement.empty()) write_published();
    write_benchmarks();
    for (const Target& target : dataset.targets)
      if (target.organisation < 0)
        write({.kind = "target", .node = target.node, .year = target.year, .value = target.value});
  }

 private:
  void write_type(const std::string& type, int year) const {
    const std::vector<NationalMean> means = statistics.national_means(type, year);
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const NationalMean& mean = means[at(node)];
      write_of_others({.kind = "national_mean",
                       .type = type,
                       .node = id(node),
                       .item = survey.national_weight,
                       .year = year,
                       .n = mean.organisations,
                       .value = mean.mean});
    }
    const std::vector<NodeIndex> categories = model.at(Level::category);
    for (std::size_t a = 0; a < categories.size(); ++a)
      for (std::size_t b = a + 1; b < categories.size(); ++b) {
        const Correlation found = statistics.correlation(type, year, categories[a], categories[b]);
        write({.kind = "correlation",
               .type = type,
               .node = id(categories[a]),
               .item = id(categories[b]),
               .year = year,
               .n = found.organisations,
               .value = found.rho});
      }
    for (const NodeIndex node : model.at(Level::statement))
      write_answers({.type = type, .node = id(node), .year = year}, statistics.national_answers(type, year, node));
    write_agreement(type, year);
    write_participation(type, year);
  }

  void write_agreement(const std::string& type, int year) const {
    constexpr int kDecimals = 2;  // of a coefficient
    for (const NodeIndex node : model.at(Level::statement)) {
      const GroupResult result = statistics.agreement_within(type, year, node);
      write_of_others({.kind = "agreement_median",
                       .type = type,
                       .node = id(node),
                       .year = year,
                       .n = result.organisations > 0 ? result.organisations : -1,
                       .value = result.median,
                       .lower = result.lower_quartile,
                       .upper = result.upper_quartile},
                      kDecimals);
    }
  }

  void write_participation(const std::string& type, int year) const {
    const Participation who = statistics.participation(type, year);
    StatisticsRow row{.kind = "participants", .type = type, .year = year, .value = who.organisations};
    write(row);
    row.n = who.organisations;
    row.kind = "respondents";
    row.value = who.told_respondents();
    write(row);
    row.kind = "respondents_median";
    row.value = who.respondents_median;
    write_of_others(row);
    row.kind = "response_rate";
    row.n = who.invited_known;
    row.value = who.response_rate;
    write_of_others(row);
  }

  std::string letter(std::size_t quadrant) const { return model.matrix.quadrant(quadrant >= 2, quadrant % 2 == 1).id; }

  void write_moves(const std::string& type, int from, int to) const {
    const TypeMoves moves = statistics.type_moves(type, from, to);
    StatisticsRow row{.type = type, .year = to, .from_year = from, .n = moves.organisations};
    const auto add = [&](const char* kind, const std::string& item, const Measured& value) {
      row.kind = kind;
      row.item = item;
      row.value = value;
      write(row);
    };
    for (std::size_t q = 0; q < moves.before.size(); ++q) add("type_before", letter(q), moves.before[q]);
    for (std::size_t q = 0; q < moves.after.size(); ++q) add("type_after", letter(q), moves.after[q]);
    for (std::size_t a = 0; a < moves.moved.size(); ++a)
      for (std::size_t b = 0; b < moves.moved.size(); ++b)
        add("type_moved", letter(a) + ">" + letter(b), moves.moved[a][b]);
  }

  void write_published() const {
    for (const Measurement& measurement : dataset.measurements)
      for (NodeIndex node = 0; node < model.node_count(); ++node) {
        const Organisation& own = dataset.organisations[at(measurement.organisation)];
        write_of_others({.kind = "published",
                         .type = own.type,
                         .organisation = own.code,
                         .node = id(node),
                         .year = measurement.year,
                         .value = statistics.published(measurement.organisation, measurement.year, node)});
      }
  }

  void write_group(const GroupKey& key, int year) const {
    StatisticsRow row{.kind = "group_median",
                      .type = key.type,
                      .group = group_id(key.definition),
                      .group_value = key.value,
                      .year = year};
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const GroupResult result = statistics.group_result(year, key, node);
      row.node = id(node);
      row.n = result.organisations > 0 ? result.organisations : -1;
      row.value = result.median;
      row.lower = result.lower_quartile;
      row.upper = result.upper_quartile;
      write_of_others(row);
      if (model.node(node).level > kDeepestDots) continue;
      StatisticsRow dots = row;
      dots.kind = "group_dots";
      write_dots(dots, statistics.group_dots(year, key, node));
    }
    row.node.clear();
    row.lower = row.upper = Missing::not_applicable;
    const PeerPlaces places = statistics.group_places(year, key);
    row.kind = "group_types";
    write_quadrants(row, places);
    row.kind = "group_places";
    row.n = -1;
    write_cells(row, places);
  }

  void write_unit_type(const std::string& type, const std::string& unit_type, int year) const {
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const GroupResult result = statistics.unit_type_result(year, type, unit_type, node);
      write_of_others({.kind = "unit_type_median",
                       .type = type,
                       .unit = unit_type,
                       .node = id(node),
                       .year = year,
                       .n = result.organisations > 0 ? result.organisations : -1,
                       .value = result.median,
                       .lower = result.lower_quartile,
                       .upper = result.upper_quartile});
    }
  }

  void write_changes(const std::string& type, int from, int to) const {
    const std::vector<MatchedChange> changes = statistics.national_changes(type, from, to);
    for (NodeIndex node = 0; node < model.node_count(); ++node) {
      const MatchedChange& change = changes[at(node)];
      StatisticsRow row{.kind = "matched_change",
                        .type = type,
                        .node = id(node),
                        .year = to,
                        .from_year = from,
                        .n = change.organisations,
                        .value = change.points,
                        .lower = minus(change.points, change.margin),
                        .upper = plus(change.points, change.margin)};
      write_of_others(row);
      row.kind = "matched_change_p";
      row.value = change.p;
      row.lower = row.upper = Missing::not_applicable;
      write(row);
    }
  }

  void write_benchmarks() const {
    for (const Benchmark& benchmark : dataset.benchmarks)
      write({.kind = benchmark.break_before ? "benchmark_after_break" : "benchmark",
             .node = benchmark.node,
             .item = benchmark.edition,
             .year = benchmark.year,
             .n = benchmark.organisations.value_or(-1),
             .value = benchmark.value});
  }
};

}  // namespace

void national_rows(const StatisticsSource& source, const RowSink& sink) { NationalRows(source, sink).run(); }

}  // namespace mognad
