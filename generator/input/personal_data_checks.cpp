// Personal data in names and texts that people wrote: they go into reports, and the files are sent on.
#include <fmt/format.h>

#include <initializer_list>

#include "base/personal_data.h"
#include "input/data_checks.h"

namespace mognad {
namespace {

/// What the first of the texts with personal data holds.
std::optional<PersonalData> personal_data_among(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts)
    if (auto found = personal_data_in(text)) return found;
  return std::nullopt;
}

constexpr const char* kTakeAway = "let ids and names tell nobody who a person is: take it away before the file goes on";
constexpr const char* kPrinted = "it is printed in reports: take it away, or let it be the address of an office";

void check_organisations_for_personal_data(DataCheck& check) {
  for (std::size_t o = 0; o < check.dataset.organisations.size(); ++o) {
    const Organisation& own = check.dataset.organisations[o];
    if (const auto found = personal_data_among({own.code, own.name, own.formal_name}))
      check.add(Severity::warning, "organisations",
                fmt::format("the organisation '{}' is called by {}", excerpt(own.code), found->masked), kTakeAway);
    for (std::size_t p = 0; p < own.properties.size(); ++p)
      if (const auto found = personal_data_in(own.properties[p]))
        check.add(Severity::warning, "organisations",
                  fmt::format("in the column '{}' of '{}' stands {}", excerpt(check.dataset.property_names[p]),
                              excerpt(own.code), found->masked),
                  "no computation needs it: take it out before the file is kept or sent on");
  }
}

void check_units_for_personal_data(DataCheck& check) {
  for (const Unit& unit : check.dataset.units)
    if (const auto found = personal_data_among({unit.id, unit.name}))
      check.add(Severity::warning, check.role_of_units(),
                fmt::format("a unit of '{}' is called by {}", check.code(unit.organisation), found->masked), kTakeAway);
}

/// In any of the survey's languages.
std::optional<PersonalData> personal_data_of(const Initiative& initiative, const std::vector<LanguageTag>& languages) {
  for (const LanguageTag& language : languages)
    if (auto found = personal_data_among({initiative.title.in(language), initiative.text.in(language)})) return found;
  return personal_data_in(initiative.link);
}

void check_initiatives_for_personal_data(DataCheck& check) {
  for (const Initiative& initiative : check.dataset.initiatives)
    if (const auto found = personal_data_of(initiative, check.survey.languages))
      check.add(Severity::warning, "initiatives",
                fmt::format("an initiative of '{}', line {}, holds {}", check.code(initiative.organisation),
                            initiative.place.line, found->masked),
                kPrinted);
}

}  // namespace

void check_personal_data(DataCheck& check) {
  check_organisations_for_personal_data(check);
  check_units_for_personal_data(check);
  check_initiatives_for_personal_data(check);
}

}  // namespace mognad
