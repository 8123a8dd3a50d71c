// Who a row of answers is of: the part of AnswerSheet that knows organisations, years, units and respondents.
#include <fmt/format.h>

#include <algorithm>

#include "base/personal_data.h"
#include "input/answer_sheet.h"
#include "input/field_number.h"
#include "input/writable_text.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A field as an import's table of words has it, or as it stands.
std::string_view replaced_by(const std::map<std::string, std::string>& words, std::string_view text) {
  if (words.empty()) return text;
  const auto found = words.find(normalised(text));
  return found == words.end() ? text : std::string_view(found->second);
}

constexpr char kJoin = '\x1F';

}  // namespace

std::string_view AnswerSheet::text(const DataTable& table, const AnswerLayout::Field& field) {
  if (field.column) return table.field(*field.column);
  if (!field.row_number) return field.value;
  return row_number_ = fmt::format("{} row {}", file_, table.row());
}

void AnswerSheet::error(DataTable& table, std::string_view kind, const AnswerLayout::Field& field, std::string message,
                        std::string hint) {
  table.error(kind, field.column.value_or(0), std::move(message), std::move(hint));
}

/// The raw fields save looking up row after row of a long file.
bool AnswerSheet::same_person_as_before(const DataTable& table) {
  const AnswerLayout::Field* fields[] = {&layout_.respondent, &layout_.organisation, &layout_.year, &layout_.unit};
  bool same = person_before_ >= 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string_view now = text(table, *fields[i]);
    if (before_[i] == now) continue;
    before_[i] = now;
    same = false;
  }
  return same;
}

int AnswerSheet::person_of_row(DataTable& table) {
  if (same_person_as_before(table)) return person_before_;
  statement_before_ = -1;
  return person_before_ = known_person(table);
}

int AnswerSheet::known_person(DataTable& table) {
  key_.clear();
  for (const std::size_t part : {1, 2, 0}) (key_ += before_[part]) += kJoin;
  // The same person may be written in two ways.
  if (!is_ascii(key_)) key_ = normalised(key_);
  const auto found = index_.find(key_);
  if (found == index_.end()) return index_[key_] = new_person(table);
  const int person = found->second;
  if (person < 0 || !layout_.unit) return person;
  const Person& known = people_[static_cast<std::size_t>(person)];
  if (unit_of(table, known.organisation) != known.unit)
    error(table, "two units", layout_.unit,
          fmt::format("respondent '{}' stood in another unit before", excerpt(known.id)),
          "a respondent belongs to one unit a year");
  return person;
}

int AnswerSheet::new_person(DataTable& table) {
  const OrganisationIndex organisation = organisation_of(table);
  if (organisation < 0) return -1;
  const auto year = year_of(table);
  if (!year) return -1;
  const std::string_view id = text(table, layout_.respondent);
  if (id.empty()) {
    error(table, "no respondent", layout_.respondent, "the respondent has no id",
          "a number for each person is enough; names are not needed");
    return -1;
  }
  warn_of_personal_data(table, id);
  if (layout_.date) check_date(table, *year);
  people_.push_back({organisation, unit_of(table, organisation), *year, table.line(), table.row(),
                     import_.prefix + (is_ascii(id) ? std::string(id) : normalised(id))});
  answers_.resize(answers_.size() + row_size_, kNotAsked);
  return static_cast<int>(people_.size()) - 1;
}

/// A number for each person is enough; more of them isn't needed and should not be kept.
void AnswerSheet::warn_of_personal_data(DataTable& table, std::string_view id) {
  const auto found = personal_data_in(id);
  if (found)
    table.warn("personal data", layout_.respondent.column.value_or(0),
               fmt::format("the respondent's id is {}", found->masked),
               "a number for each person is enough: take it out before the file is kept or sent on");
}

OrganisationIndex AnswerSheet::organisation_of(DataTable& table) {
  const std::string_view given = text(table, layout_.organisation);
  const std::string_view code = replaced_by(import_.organisations, given);
  OrganisationIndex organisation = keys_.organisation(code);
  if (organisation < 0 && !import_.path.empty()) organisation = keys_.organisation_named(code);
  if (organisation < 0)
    error(table, "unknown organisation", layout_.organisation,
          fmt::format("no organisation has the code '{}'", excerpt(code)),
          table.would_tell("unknown organisation") ? hint_for(code, keys_.codes()) : "");
  return organisation;
}

std::optional<int> AnswerSheet::year_of(DataTable& table) {
  const std::string_view given = text(table, layout_.year);
  const auto year = layout_.year.of_date ? year_of_date(given) : year_number(given);
  const int last = keys_.survey().year;
  if (!year)
    error(table, "year", layout_.year,
          fmt::format("'{}' is not a {}", excerpt(given), layout_.year.of_date ? "date" : "year"),
          layout_.year.of_date ? "expected a date with a year of four digits, 2025-11-03" : "expected four digits");
  else if (*year > last)
    error(table, "later year", layout_.year, fmt::format("the year {} is later than the survey's, {}", *year, last),
          "raise 'year' in survey.toml, or take the row away");
  return year && *year <= last ? year : std::nullopt;
}

void AnswerSheet::check_date(DataTable& table, int year) {
  const std::string_view given = text(table, layout_.date);
  if (given.empty()) return;
  const auto dated = year_of_date(given);
  if (!dated)
    table.warn("date", *layout_.date.column, fmt::format("'{}' is not a date", excerpt(given)),
               "expected a date with a year of four digits, 2025-11-03");
  else if (*dated != year)
    table.warn("date outside the year", *layout_.date.column,
               fmt::format("the date '{}' lies outside the year {}", excerpt(given), year),
               "is the answer of another year?");
}

int AnswerSheet::unit_of(DataTable& table, OrganisationIndex organisation) {
  const std::string_view id = replaced_by(import_.units, text(table, layout_.unit));
  if (id.empty()) return -1;
  if (keys_.units_given()) {
    const UnitIndex unit = keys_.unit(organisation, id);
    if (unit < 0)
      error(table, "unknown unit", layout_.unit,
            fmt::format("the organisation '{}' has no unit '{}'", keys_.codes()[static_cast<std::size_t>(organisation)],
                        excerpt(id)),
            table.would_tell("unknown unit") ? hint_for(id, keys_.units_of(organisation)) : "");
    return unit;
  }
  const std::string name = normalised(id);
  const auto [found, added] =
      unit_index_.emplace(fmt::format("{}/{}", organisation, name), static_cast<int>(units_.size()));
  if (!added) return found->second;
  if (const auto fault = fault_of_unit_id(name)) error(table, fault->kind, layout_.unit, fault->message, fault->hint);
  units_.push_back({organisation, name});
  return found->second;
}

}  // namespace mognad
