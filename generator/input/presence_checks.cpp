// What should be there and is not: answers to a statement, organisations of the survey's year, people in a unit.
#include <fmt/format.h>

#include "input/data_checks.h"

namespace mognad {
namespace {

/// The organisations that answered in the survey's year but not this statement, and whether any did answer it.
struct Silence {
  std::vector<std::string> organisations;
  bool answered = false;
};

Silence silence_about(const DataCheck& check, std::size_t statement) {
  Silence silence;
  for (std::size_t m = 0; m < check.dataset.measurements.size(); ++m) {
    const Measurement& measurement = check.dataset.measurements[m];
    if (measurement.year != check.survey.year || measurement.computed_elsewhere()) continue;
    if (check.sums.at(m, statement).answers > 0) silence.answered = true;
    else silence.organisations.push_back(check.code(measurement.organisation));
  }
  return silence;
}

/// By organisation: whether enough answered in any year for a value. Where fewer did, empty units are no surprise.
std::vector<char> has_many_respondents(const DataCheck& check) {
  std::vector<char> many(check.dataset.organisations.size());
  for (const Measurement& m : check.dataset.measurements)
    if (!m.computed_elsewhere() && m.respondents >= check.survey.disclosure.minimum_respondents)
      many[static_cast<std::size_t>(m.organisation)] = 1;
  return many;
}

}  // namespace

void check_statements_answered(DataCheck& check) {
  for (std::size_t s = 0; s < check.sums.statements().size(); ++s) {
    const std::string& id = check.model.node(check.sums.statements()[s]).id;
    const Silence silence = silence_about(check, s);
    if (silence.organisations.empty()) continue;
    if (!silence.answered)
      check.add(Severity::warning, "answers",
                fmt::format("nobody has answered the statement '{}' in {}", id, check.survey.year),
                "is it missing from the export? What is no longer asked is taken out of the model");
    else
      check.add(Severity::note, "answers",
                fmt::format("nobody in {} has answered the statement '{}' in {}: {}",
                            counted(silence.organisations.size(), "organisation"), id, check.survey.year,
                            first_of(silence.organisations)),
                "they get no value for it");
  }
}

void check_organisations_measured(DataCheck& check) {
  std::vector<std::string> never, earlier;
  std::vector<int> last(check.dataset.organisations.size());
  for (const Measurement& m : check.dataset.measurements) last[static_cast<std::size_t>(m.organisation)] = m.year;
  for (std::size_t o = 0; o < last.size(); ++o) {
    const std::string code = check.code(static_cast<OrganisationIndex>(o));
    if (last[o] == 0) never.push_back(code);
    else if (last[o] < check.survey.year) earlier.push_back(fmt::format("{} ({})", code, last[o]));
  }
  if (!never.empty())
    check.add(Severity::note, "organisations",
              fmt::format("{} without answers or results of any year: {}", counted(never.size(), "organisation"),
                          first_of(never)),
              "they get no report");
  if (!earlier.empty())
    check.add(Severity::note, "organisations",
              fmt::format("{} did not measure in {}, but earlier: {}", counted(earlier.size(), "organisation"),
                          check.survey.year, first_of(earlier)),
              fmt::format("they get no report of {}", check.survey.year));
}

void check_units_used(DataCheck& check) {
  std::vector<char> used(check.dataset.units.size());
  const std::vector<char> many = has_many_respondents(check);
  for (const Respondent& r : check.dataset.respondents)
    if (r.unit >= 0) used[static_cast<std::size_t>(r.unit)] = 1;
  std::vector<std::string> empty;
  for (std::size_t u = 0; u < used.size(); ++u) {
    const Unit& unit = check.dataset.units[u];
    if (!used[u] && many[static_cast<std::size_t>(unit.organisation)])
      empty.push_back(fmt::format("{}/{}", check.code(unit.organisation), excerpt(unit.id)));
  }
  if (!empty.empty())
    check.add(Severity::note, "units",
              fmt::format("no respondent belongs to {}: {}", counted(empty.size(), "unit"), first_of(empty)),
              "is a unit written in another way among the answers, or did nobody there answer?");
}

}  // namespace mognad
