// Changes from one year to the next that look more like a mistake than like a change.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/rounding.h"
#include "input/data_checks.h"
#include "statistics/correlation.h"

namespace mognad {
namespace {

/// A measurement and the next one of the same organisation, as indices.
struct Step {
  std::size_t then = 0;
  std::size_t now = 0;
};

std::vector<Step> steps(const Dataset& dataset) {
  std::vector<Step> found;
  for (std::size_t m = 1; m < dataset.measurements.size(); ++m)
    if (dataset.measurements[m].organisation == dataset.measurements[m - 1].organisation) found.push_back({m - 1, m});
  return found;
}

std::string points(double value) { return fmt::format("{:.1f}", round_half_away(value, 1)); }

/// Means of the statements that were answered in both measurements.
struct Means {
  std::vector<double> then;
  std::vector<double> now;
};

Means common_means(const DataCheck& check, const Step& step) {
  Means means;
  for (std::size_t s = 0; s < check.sums.statements().size(); ++s) {
    const AnswerSum& then = check.sums.at(step.then, s);
    const AnswerSum& now = check.sums.at(step.now, s);
    if (then.answers == 0 || now.answers == 0) continue;
    means.then.push_back(then.mean);
    means.now.push_back(now.mean);
  }
  return means;
}

/// Whether 100 minus the means of then fits those of now clearly better than the means themselves: the two correlate
/// negatively, and the root mean square distance is at most half and was not small before.
bool looks_turned(const Means& means) {
  constexpr std::size_t kFewestStatements = 8;
  constexpr double kCorrelation = -0.5, kDistance = 10, kHalf = 0.5;
  if (means.then.size() < kFewestStatements) return false;
  const auto r = pearson(means.then, means.now);
  if (!r || *r > kCorrelation) return false;
  double as_it_is = 0, turned = 0;
  for (std::size_t i = 0; i < means.then.size(); ++i) {
    as_it_is += std::pow(means.now[i] - means.then[i], 2);
    turned += std::pow(means.now[i] - (100 - means.then[i]), 2);
  }
  const double count = static_cast<double>(means.then.size());
  return std::sqrt(as_it_is / count) >= kDistance && std::sqrt(turned) <= kHalf * std::sqrt(as_it_is);
}

/// Whether the total is of the same statements in both years.
bool same_questions(const DataCheck& check, int then, int now) {
  const auto version = [&](int year) -> const std::string* {
    for (const EarlierModel& earlier : check.survey.earlier_models)
      if (std::count(earlier.years.begin(), earlier.years.end(), year) > 0) return &earlier.version;
    return nullptr;
  };
  const std::string *a = version(then), *b = version(now);
  if (!a && !b) return true;
  if (a && b) return *a == *b;
  const ModelVersion* earlier = check.model.find_version(a ? *a : *b);
  return earlier && earlier->same[static_cast<std::size_t>(kTotal)];
}

struct TurnedYear {
  int then = 0;
  int organisations = 0;  // that could be compared
  std::vector<std::string> turned;
};

void report_turned(DataCheck& check, int year, const TurnedYear& found) {
  const char* hint = "does the highest step still mean the most? Look at how the export codes the answers";
  // What holds for most organisations happened to the file.
  if (found.turned.size() >= 3 && 2 * found.turned.size() > static_cast<std::size_t>(found.organisations)) {
    check.add(
        Severity::warning, "answers",
        fmt::format("the answers of {} look as if the scale was turned round since {}: in {} of {}", year, found.then,
                    found.turned.size(), counted(static_cast<std::size_t>(found.organisations), "organisation")),
        hint);
    return;
  }
  for (const std::string& code : found.turned)
    check.add(
        Severity::warning, "answers",
        fmt::format("the answers of '{}' in {} look as if the scale was turned round since the measurement before",
                    code, year),
        hint);
}

/// A statement's mean over the organisations that answered it in two years.
struct Moved {
  double then = 0;
  double now = 0;
  int organisations = 0;

  double by() const { return now - then; }
};

std::vector<Moved> moves(const DataCheck& check, const std::vector<Step>& of_year) {
  std::vector<Moved> moved(check.sums.statements().size());
  for (std::size_t s = 0; s < moved.size(); ++s) {
    for (const Step& step : of_year) {
      const AnswerSum& then = check.sums.at(step.then, s);
      const AnswerSum& now = check.sums.at(step.now, s);
      if (then.answers == 0 || now.answers == 0) continue;
      moved[s].then += then.mean;
      moved[s].now += now.mean;
      ++moved[s].organisations;
    }
    moved[s].then /= std::max(1, moved[s].organisations);
    moved[s].now /= std::max(1, moved[s].organisations);
  }
  return moved;
}

/// Of the sizes of what was compared; nothing with too few statements to say what is usual.
std::optional<double> usual_move(const std::vector<Moved>& moved) {
  constexpr std::size_t kFewestStatements = 5;
  std::vector<double> sizes;
  for (const Moved& m : moved)
    if (m.organisations > 0) sizes.push_back(std::abs(m.by()));
  if (sizes.size() < kFewestStatements) return std::nullopt;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

void report_moved(DataCheck& check, int year, const std::vector<Moved>& moved) {
  constexpr int kFewestOrganisations = 3;
  constexpr double kQuiet = 10;
  const auto usual = usual_move(moved);
  if (!usual || *usual >= kQuiet) return;
  for (std::size_t s = 0; s < moved.size(); ++s) {
    const Moved& m = moved[s];
    if (m.organisations < kFewestOrganisations || std::abs(m.by()) <= check.survey.checks.statement_jump) continue;
    check.add(Severity::warning, "answers",
              fmt::format("the statement '{}' moves from {} to {} in {}, over {}; the median statement moves {}",
                          check.model.node(check.sums.statements()[s]).id, points(m.then), points(m.now), year,
                          counted(static_cast<std::size_t>(m.organisations), "organisation"), points(*usual)),
              "it looks like another statement under the same id, or a turned scale");
  }
}

}  // namespace

void check_totals(DataCheck& check) {
  for (const Step& step : steps(check.dataset)) {
    const Measurement& then = check.dataset.measurements[step.then];
    const Measurement& now = check.dataset.measurements[step.now];
    if (!same_questions(check, then.year, now.year)) continue;
    const auto before = check.sums.total(step.then), after = check.sums.total(step.now);
    if (!before || !after || std::abs(*after - *before) <= check.survey.checks.jump) continue;
    check.add(
        Severity::warning, now.computed_elsewhere() ? "results" : "answers",
        fmt::format("the total of '{}' moves from {} in {} (n = {}) to {} in {} (n = {})", check.code(now.organisation),
                    points(*before), then.year, then.respondents, points(*after), now.year, now.respondents),
        fmt::format("more than {:g} points (checks.jump): is it the same organisation, scale and way of asking?",
                    check.survey.checks.jump));
  }
}

void check_scales(DataCheck& check) {
  std::map<int, TurnedYear> years;
  for (const Step& step : steps(check.dataset)) {
    const Measurement& now = check.dataset.measurements[step.now];
    if (now.computed_elsewhere()) continue;
    TurnedYear& year = years[now.year];
    year.then = std::max(year.then, check.dataset.measurements[step.then].year);
    ++year.organisations;
    if (looks_turned(common_means(check, step))) year.turned.push_back(check.code(now.organisation));
  }
  for (const auto& [year, found] : years) report_turned(check, year, found);
}

void check_statements_moved(DataCheck& check) {
  std::map<int, std::vector<Step>> by_year;
  for (const Step& step : steps(check.dataset)) by_year[check.dataset.measurements[step.now].year].push_back(step);
  for (const auto& [year, of_year] : by_year) report_moved(check, year, moves(check, of_year));
}

}  // namespace mognad
