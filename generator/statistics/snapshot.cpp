#include "statistics/snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "files/sha256.h"

namespace mognad {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Statements by id with their columns: a model that orders them otherwise asks the same.
std::vector<std::pair<std::string, std::size_t>> statements_by_id(const Model& model) {
  std::vector<std::pair<std::string, std::size_t>> statements;
  for (const NodeIndex node : model.at(Level::statement))
    statements.emplace_back(model.node(node).id, statements.size());
  std::sort(statements.begin(), statements.end());
  return statements;
}

std::string describe_respondent(const Dataset& dataset, int respondent,
                                const std::vector<std::pair<std::string, std::size_t>>& statements) {
  const UnitIndex unit = dataset.respondents[at(respondent)].unit;
  std::string row = unit < 0 ? std::string() : dataset.units[at(unit)].id;
  const auto answers = dataset.answers_of(respondent);
  // A statement that is not asked leaves no trace, so that a later model may have more of them.
  for (const auto& [id, column] : statements)
    if (answers[column] != kNotAsked) row += fmt::format("\x1F{}={}", id, answers[column]);
  return row;
}

std::string digest_of(const Dataset& dataset, const Measurement& measurement,
                      const std::vector<std::pair<std::string, std::size_t>>& statements) {
  std::vector<std::string> rows;
  for (int r = 0; r < measurement.respondents; ++r)
    rows.push_back(describe_respondent(dataset, measurement.first_respondent + r, statements));
  std::sort(rows.begin(), rows.end());
  std::string all = fmt::format("{}\x1F{}\n", measurement.invited.value_or(-1), measurement.population.value_or(-1));
  for (const std::string& row : rows) all += row + "\n";
  return sha256_hex(all);
}

}  // namespace

std::vector<SnapshotEntry> take_snapshot(const Model& model, const Dataset& dataset) {
  const auto statements = statements_by_id(model);
  std::vector<SnapshotEntry> entries;
  for (const Measurement& m : dataset.measurements)
    entries.push_back(
        {m.year, dataset.organisations[at(m.organisation)].code, m.respondents, digest_of(dataset, m, statements)});
  std::sort(entries.begin(), entries.end(), [](const SnapshotEntry& a, const SnapshotEntry& b) {
    return std::tie(a.year, a.organisation) < std::tie(b.year, b.organisation);
  });
  return entries;
}

}  // namespace mognad
