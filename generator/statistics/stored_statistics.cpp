#include "statistics/stored_statistics.h"

#include <fmt/format.h>

#include <cmath>

#include "base/index.h"
#include "statistics/stored_checks.h"
#include "statistics/value_bytes.h"

namespace mognad {

// Bindings by name: a field that is added to one of these structs and not here doesn't compile.

template <class Score, class Visit>
  requires std::is_same_v<std::remove_const_t<Score>, NodeScore>
void fields(Score& score, const Visit& visit) {
  auto& [mean, variance, respondents, known, complete, suppressed, given, margin] = score;
  visit(mean, variance, respondents, known, complete, suppressed, given, margin);
}

template <class Group, class Visit>
  requires std::is_same_v<std::remove_const_t<Group>, PeerGroup>
void fields(Group& group, const Visit& visit) {
  auto& [type, value, members, sorted, described, dots, cells, quadrants] = group;
  visit(type, value, members, sorted, described, dots, cells, quadrants);
}

template <class Grouping, class Visit>
  requires std::is_same_v<std::remove_const_t<Grouping>, PeerGrouping>
void fields(Grouping& grouping, const Visit& visit) {
  auto& [groups, group_of, nearest] = grouping;
  visit(groups, group_of, nearest);
}

namespace {

constexpr std::string_view kFormat = "mognad statistics 1\n";
constexpr std::size_t kHash = 64;  // hexadecimal digits

constexpr const char* kHowMade = "'mognad statistics --snapshot FILE SURVEY' makes one";

}  // namespace

/// What may look into Statistics: writes it, and reads it back with every check.
class StatisticsFile {
 public:
  using YearResults = Statistics::YearResults;

  static void write(const Statistics& statistics, ValueWriter& writer) {
    for (const auto& [year, results] : statistics.years_) {
      writer.value(year);
      visit(results, [&](const auto&... each) { (writer.value(each), ...); });
    }
  }

  static Statistics begun(const Model& model, const Survey& survey, const Dataset& dataset) {
    return Statistics::begun(model, survey, dataset);
  }

  /// False when what is there is not of this model and these data, or can't have been computed.
  static bool read(ValueReader& reader, Statistics& into, const Survey& survey) {
    for (const int year : into.dataset_->years) {
      int told = 0;
      reader.value(told);
      if (told != year) return false;
      YearResults& results = into.years_[year];
      visit(results, [&](auto&... each) { (reader.value(each), ...); });
      if (reader.failed() || !fits(into, year, results, survey)) return false;
      into.find_version(year, survey);
    }
    return reader.left() == 0;
  }

 private:
  /// All but the version, which the survey says.
  template <class Results, class Visit>
  static void visit(Results& results, const Visit& visitor) {
    auto& [scores, groupings, unit_types, counted, memberships, memberships_of, version] = results;
    visitor(scores, groupings, unit_types, counted, memberships, memberships_of);
  }

  static bool fits(const Statistics& statistics, int year, const YearResults& results, const Survey& survey) {
    const std::size_t nodes = statistics.model_->nodes.size(), organisations = results.scores.size();
    if (!scores_fit(statistics, year, results) || results.groupings.size() != survey.peer_groups.size()) return false;
    for (const PeerGrouping& grouping : results.groupings)
      if (!grouping_fits(statistics, grouping, results)) return false;
    for (const auto& [kind, group] : results.unit_types)
      if (!group.fits(organisations, nodes)) return false;
    for (const auto& [type, counted] : results.counted)
      if (counted.size() != nodes ||
          !std::all_of(counted.begin(), counted.end(), [&](const auto& members) { return measured(members, results); }))
        return false;
    return memberships_fit(results, nodes);
  }

  /// Those that measured have a score at each node, the others none.
  static bool scores_fit(const Statistics& statistics, int year, const YearResults& results) {
    const Dataset& dataset = *statistics.dataset_;
    if (results.scores.size() != dataset.organisations.size()) return false;
    for (std::size_t o = 0; o < results.scores.size(); ++o) {
      const auto& scores = results.scores[o];
      const bool is_there = dataset.find(static_cast<int>(o), year) != nullptr;
      if (scores.size() != (is_there ? statistics.model_->nodes.size() : 0)) return false;
      for (const NodeScore& score : scores) {
        const bool counts = score.given || static_cast<std::size_t>(score.respondents) < statistics.t_.size();
        if (score.respondents < 0 || !counts || !(score.variance >= 0) || (score.known && !on_scale(score.mean)))
          return false;
      }
    }
    return true;
  }

  static bool measured(const std::vector<OrganisationIndex>& members, const YearResults& results) {
    return strictly_ascending_below(members, results.scores.size()) &&
           std::none_of(members.begin(), members.end(),
                        [&](OrganisationIndex o) { return results.scores[at(o)].empty(); });
  }

  static bool grouping_fits(const Statistics& statistics, const PeerGrouping& grouping, const YearResults& results) {
    const std::size_t organisations = results.scores.size();
    const bool own_groups = !grouping.nearest.empty();
    if (grouping.group_of.size() != organisations) return false;
    if (own_groups && (grouping.nearest.size() != organisations || !grouping.groups.empty())) return false;
    const int groups = own_groups ? 1 : static_cast<int>(grouping.groups.size());
    for (const int group : grouping.group_of)
      if (group < -1 || group >= groups) return false;
    for (const auto& nearest : grouping.nearest)
      if (!strictly_ascending_below(nearest, organisations)) return false;
    return std::all_of(grouping.groups.begin(), grouping.groups.end(),
                       [&](const PeerGroup& group) { return group_fits(statistics, group, results); }) &&
           belong(grouping, results);
  }

  /// Whoever measured and has a group is a member of it.
  static bool belong(const PeerGrouping& grouping, const YearResults& results) {
    for (std::size_t o = 0; o < results.scores.size() && !grouping.groups.empty(); ++o) {
      if (grouping.group_of[o] < 0 || results.scores[o].empty()) continue;
      const auto& members = grouping.groups[at(grouping.group_of[o])].members;
      if (!std::binary_search(members.begin(), members.end(), static_cast<int>(o))) return false;
    }
    return true;
  }

  static bool group_fits(const Statistics& statistics, const PeerGroup& group, const YearResults& results) {
    const std::size_t nodes = statistics.model_->nodes.size();
    if (!measured(group.members, results)) return false;
    if (group.sorted.size() != nodes || group.described.size() != nodes || !dots_fit(statistics, group)) return false;
    for (std::size_t node = 0; node < nodes; ++node) {
      const std::vector<double>& sorted = group.sorted[node];
      if (!std::is_sorted(sorted.begin(), sorted.end()) || !all_on_scale(sorted)) return false;
      std::size_t counted = 0;
      for (const OrganisationIndex o : group.members)
        if (const double* own = countable(results.scores[at(o)][node], statistics.policy_)) {
          ++counted;
          if (sorted.empty() || *own > sorted.back()) return false;
        }
      if (sorted.size() != counted) return false;
    }
    return true;
  }

  /// A count for each step where there may be dots, and in the matrix for each cell.
  static bool dots_fit(const Statistics& statistics, const PeerGroup& group) {
    const auto steps = at(cell_count(statistics.policy_.dot_step));
    const auto whole = [&](const std::vector<int>& counts) {
      return counts.size() == steps && std::all_of(counts.begin(), counts.end(), [](int count) { return count >= 0; });
    };
    const bool few = group.members.size() < statistics.least_for_dots();
    if (group.dots.empty() || group.cells.empty()) return few && group.dots.empty() && group.cells.empty();
    for (const auto& side : group.quadrants)
      for (const int count : side)
        if (count < 0 || at(count) > group.members.size()) return false;
    return group.dots.size() == statistics.model_->nodes.size() && group.cells.size() == steps &&
           std::all_of(group.dots.begin(), group.dots.end(), whole) &&
           std::all_of(group.cells.begin(), group.cells.end(), whole);
  }

  static bool memberships_fit(const YearResults& results, std::size_t nodes) {
    if (results.memberships_of.size() != nodes) return false;
    for (const int which : results.memberships_of)
      if (which < 0 || at(which) >= results.memberships.size()) return false;
    return std::all_of(results.memberships.begin(), results.memberships.end(),
                       [&](const Memberships& m) { return m.fits(results.groupings.size()); });
  }
};

namespace {

/// Text of known length.
std::string text_of(ValueReader& reader, std::size_t length) {
  std::string text(length, '\0');
  return reader.raw(text.data(), length) ? text : std::string();
}

}  // namespace

std::string store_statistics(const Statistics& statistics, const StatisticsOrigin& origin,
                             const std::function<void(std::string_view)>& part) {
  Sha256 hash;
  ValueWriter writer([&](std::string_view bytes) {
    hash.add(bytes);
    part(bytes);
  });
  for (const std::string_view head : {kFormat, std::string_view(origin.program), std::string_view(origin.inputs)})
    writer.raw(head.data(), head.size());
  StatisticsFile::write(statistics, writer);
  writer.finish();
  const std::string sha256 = hash.hex();
  part(sha256);
  return sha256;
}

std::string hash_told_by(const std::string& path, const Files& files) {
  const auto file = files.open(path);
  if (!file || (*file)->size() < kHash) return {};
  std::string told(kHash, '\0');
  const auto got = (*file)->read_at((*file)->size() - kHash, told);
  return got && *got == kHash ? told : std::string();
}

Result<StoredStatistics> read_statistics(const std::string& path, const StatisticsOrigin& origin, const Model& model,
                                         const Survey& survey, const Dataset& dataset, const Files& files) {
  Problems problems;
  const auto file = files.open(path).take(problems);
  if (!file) return problems;
  const std::uint64_t size = (*file)->size();
  ValueReader reader(**file, size < kHash ? 0 : size - kHash);
  if (text_of(reader, kFormat.size()) != kFormat)
    return error_at({path}, "this is no snapshot of statistics, or one of another version of mognad", kHowMade);
  if (text_of(reader, kHash) != origin.program)
    return error_at({path}, "this snapshot of statistics was made by another build of mognad",
                    "make it again with this one: 'mognad statistics --snapshot FILE SURVEY'");
  if (text_of(reader, kHash) != origin.inputs)
    return error_at({path}, "this snapshot of statistics was made of other data, or of another survey.toml or model",
                    "make it again: 'mognad statistics --snapshot FILE SURVEY'");
  StoredStatistics stored{StatisticsFile::begun(model, survey, dataset), {}};
  const bool fits = StatisticsFile::read(reader, stored.statistics, survey);
  stored.sha256 = reader.sha256();
  if (!fits || hash_told_by(path, files) != stored.sha256)
    return error_at({path}, fmt::format("this snapshot of statistics is damaged, at byte {} or before", reader.place()),
                    "copy it again, or make it again: 'mognad statistics --snapshot FILE SURVEY'");
  return stored;
}

}  // namespace mognad
