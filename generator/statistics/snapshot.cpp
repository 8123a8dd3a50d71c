#include "statistics/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/index.h"
#include "files/sha256.h"

namespace mognad {
namespace {

using StatementColumns = std::vector<std::pair<std::string, std::size_t>>;

/// Statements by their id in that year with their columns: a model that orders them otherwise asks the same.
StatementColumns statements_of(const Model& model, const Dataset& dataset, const ModelVersion* version) {
  StatementColumns statements;
  const std::vector<NodeIndex> nodes = model.at(Level::statement);
  const auto column_of = [&](NodeIndex node) {
    return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), node) - nodes.begin());
  };
  if (version) {
    for (const auto& [then, node] : version->statements)
      if (node != kNoNode) statements.emplace_back(then, column_of(node));
    for (std::size_t i = 0; i < dataset.gone.size(); ++i)
      if (dataset.gone[i].version == version->version) statements.emplace_back(dataset.gone[i].id, nodes.size() + i);
  } else {
    for (const NodeIndex node : nodes) statements.emplace_back(model.node(node).id, column_of(node));
  }
  std::sort(statements.begin(), statements.end());
  return statements;
}

const ModelVersion* version_of(const Model& model, std::span<const EarlierModel> earlier_models, int year) {
  for (const EarlierModel& earlier : earlier_models)
    if (std::find(earlier.years.begin(), earlier.years.end(), year) != earlier.years.end())
      return model.find_version(earlier.version);
  return nullptr;
}

std::string describe_respondent(const Dataset& dataset, int respondent, const StatementColumns& statements) {
  const UnitIndex unit = dataset.respondents[at(respondent)].unit;
  std::string row = unit < 0 ? std::string() : dataset.units[at(unit)].id;
  const auto answers = dataset.answers_of(respondent);
  // A statement that is not asked leaves no trace, so that a later model may have more of them.
  for (const auto& [id, column] : statements)
    if (answers[column] != kNotAsked) row += fmt::format("\x1F{}={}", id, answers[column]);
  return row;
}

std::string describe_given(const GivenValue& given) {
  return fmt::format("{}={}\x1F{}\x1F{}", given.node, given.value, given.respondents, given.margin.value_or(-1));
}

std::string digest_of(const Dataset& dataset, const Measurement& measurement, const StatementColumns& statements) {
  std::vector<std::string> rows;
  for (const GivenValue& given : dataset.given_of(measurement)) rows.push_back(describe_given(given));
  for (int r = 0; r < measurement.respondents && !measurement.computed_elsewhere(); ++r)
    rows.push_back(describe_respondent(dataset, measurement.first_respondent + r, statements));
  std::sort(rows.begin(), rows.end());
  std::string all = fmt::format("{}\x1F{}\n", measurement.invited.value_or(-1), measurement.population.value_or(-1));
  for (const std::string& row : rows) all += row + "\n";
  return sha256_hex(all);
}

}  // namespace

std::vector<SnapshotEntry> take_snapshot(const Model& model, const Dataset& dataset,
                                         std::span<const EarlierModel> earlier_models) {
  std::map<int, StatementColumns> statements;
  for (const int year : dataset.years)
    statements[year] = statements_of(model, dataset, version_of(model, earlier_models, year));
  std::vector<SnapshotEntry> entries;
  for (const Measurement& m : dataset.measurements)
    entries.push_back({m.year, dataset.organisations[at(m.organisation)].code, m.respondents,
                       digest_of(dataset, m, statements[m.year])});
  std::sort(entries.begin(), entries.end(), [](const SnapshotEntry& a, const SnapshotEntry& b) {
    return std::tie(a.year, a.organisation) < std::tie(b.year, b.organisation);
  });
  return entries;
}

}  // namespace mognad
