// Respondents who can't be told from a mistake: one answer to every statement, or exactly the answers of another.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "input/data_checks.h"

namespace mognad {
namespace {

using Answers = std::span<const std::int8_t>;

/// The answers to the model's statements, without those that are no longer asked.
Answers answers_of(const DataCheck& check, int respondent) {
  return check.dataset.answers_of(respondent).first(check.sums.statements().size());
}

constexpr int kManyAnswers = 10;

/// How many statements must have one answer: ten, or all of a shorter model but at least five; 0: it can't be said.
int fewest_for_a_line(std::size_t statements) {
  constexpr int kFewest = 5;
  const int all = static_cast<int>(std::min<std::size_t>(statements, kManyAnswers));
  return all < kFewest ? 0 : all;
}

bool is_straight(Answers answers, int fewest) {
  int steps = 0;
  std::int8_t first = 0;
  for (const std::int8_t answer : answers) {
    if (!is_step(answer)) continue;
    if (steps++ == 0) first = answer;
    else if (answer != first) return false;
  }
  return steps >= fewest;
}

struct StraightYear {
  int respondents = 0;
  int straight = 0;
  std::vector<std::string> organisations;  // "9001 (8 of 30)", over the share
};

void count_lines(const DataCheck& check, const Measurement& m, int fewest, StraightYear& year) {
  constexpr int kFewestRespondents = 3;  // one or two may simply mean it
  int straight = 0;
  for (int r = m.first_respondent; r < m.first_respondent + m.respondents; ++r)
    straight += is_straight(answers_of(check, r), fewest);
  year.respondents += m.respondents;
  year.straight += straight;
  if (straight >= kFewestRespondents && straight > check.survey.checks.straight_lining_share * m.respondents)
    year.organisations.push_back(fmt::format("{} ({} of {})", check.code(m.organisation), straight, m.respondents));
}

/// A row of answers with a key that is equal for equal rows.
struct KeyedRow {
  std::size_t key = 0;
  Answers answers;
  std::size_t measurement = 0;
};

bool same_answers(const KeyedRow& a, const KeyedRow& b) {
  return a.key == b.key && std::memcmp(a.answers.data(), b.answers.data(), a.answers.size()) == 0;
}

/// Enough answers, and at least three different ones, so that two people hardly ever agree in all of them.
bool tells_a_person(Answers answers) {
  constexpr int kFewestSteps = 3;
  std::uint64_t low = 0, high = 0;  // of 256 possible answers only those within 128 of 0 are steps
  int steps = 0;
  for (const std::int8_t answer : answers) {
    if (!is_step(answer)) continue;
    ++steps;
    (answer < 0 ? low : high) |= std::uint64_t{1} << (static_cast<unsigned>(answer) & 63U);
  }
  return steps >= kManyAnswers && std::popcount(low) + std::popcount(high) >= kFewestSteps;
}

void add_rows(const DataCheck& check, std::size_t measurement, std::vector<KeyedRow>& rows) {
  const Measurement& m = check.dataset.measurements[measurement];
  if (m.computed_elsewhere()) return;
  for (int r = m.first_respondent; r < m.first_respondent + m.respondents; ++r) {
    const Answers answers = answers_of(check, r);
    if (!tells_a_person(answers)) continue;
    const std::string_view bytes(reinterpret_cast<const char*>(answers.data()), answers.size());
    rows.push_back({std::hash<std::string_view>{}(bytes), answers, measurement});
  }
}

void sort_by_key(std::vector<KeyedRow>& rows) {
  std::sort(rows.begin(), rows.end(), [](const KeyedRow& a, const KeyedRow& b) {
    return std::tie(a.key, a.measurement) < std::tie(b.key, b.measurement);
  });
}

/// How many respondents of a measurement have exactly the answers of one before them.
int copies_in(const DataCheck& check, std::size_t measurement, std::vector<KeyedRow>& rows) {
  rows.clear();
  add_rows(check, measurement, rows);
  sort_by_key(rows);
  int copies = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) copies += same_answers(rows[i - 1], rows[i]);
  return copies;
}

}  // namespace

void check_straight_lines(DataCheck& check) {
  const int fewest = fewest_for_a_line(check.sums.statements().size());
  if (fewest == 0) return;
  std::map<int, StraightYear> years;
  for (const Measurement& m : check.dataset.measurements)
    if (!m.computed_elsewhere()) count_lines(check, m, fewest, years[m.year]);
  for (const auto& [year, found] : years) {
    if (found.organisations.empty()) continue;
    check.add(Severity::note, "answers",
              fmt::format("in {} more than {:g} % of the respondents of {} gave the same answer to every statement: {}",
                          year, 100 * check.survey.checks.straight_lining_share,
                          counted(found.organisations.size(), "organisation"), first_of(found.organisations)),
              fmt::format("of all organisations {} of {}; they count like everyone else", found.straight,
                          counted(static_cast<std::size_t>(found.respondents), "respondent")));
  }
}

void check_copies(DataCheck& check) {
  constexpr int kFewestCopies = 3;
  std::vector<KeyedRow> rows;
  for (std::size_t i = 0; i < check.dataset.measurements.size(); ++i) {
    const Measurement& m = check.dataset.measurements[i];
    const int copies = copies_in(check, i, rows);
    if (copies < kFewestCopies) continue;
    check.add(Severity::warning, "answers",
              fmt::format("in '{}' in {}, {} of {} have exactly the answers of another", check.code(m.organisation),
                          m.year, copies, counted(static_cast<std::size_t>(m.respondents), "respondent")),
              "was an export joined twice, under other ids?");
  }
}

void check_copied_measurements(DataCheck& check) {
  constexpr int kFewest = 3;
  std::vector<KeyedRow> rows;
  const auto& measurements = check.dataset.measurements;
  for (std::size_t i = 0; i < measurements.size(); ++i) add_rows(check, i, rows);
  sort_by_key(rows);
  std::map<std::pair<std::size_t, std::size_t>, int> shared;  // rows of two measurements
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (rows[i - 1].measurement != rows[i].measurement && same_answers(rows[i - 1], rows[i]))
      ++shared[{rows[i - 1].measurement, rows[i].measurement}];
  for (const auto& [pair, found] : shared) {
    const Measurement &a = measurements[pair.first], &b = measurements[pair.second];
    if (found < kFewest || 2 * found < std::min(a.respondents, b.respondents)) continue;
    check.add(Severity::warning, "answers",
              fmt::format("{} of the {} of '{}' in {} have exactly the answers of '{}' in {}", found,
                          counted(static_cast<std::size_t>(b.respondents), "respondent"), check.code(b.organisation),
                          b.year, check.code(a.organisation), a.year),
              "was a file delivered under another name or year?");
  }
}

}  // namespace mognad
