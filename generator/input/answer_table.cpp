#include "input/answer_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "language/normalise.h"

namespace mognad {
AnswerTable::AnswerTable(const Survey& survey, const Model& model, Dataset& dataset, Problems& problems)
    : keys_(survey, model, dataset), dataset_(dataset), problems_(problems), groups_(survey.path, problems) {}

AnswerSheet& AnswerTable::add(const AnswerImport& import) {
  return *sheets_.emplace_back(std::make_unique<AnswerSheet>(keys_, import));
}

const AnswerSheet::Person& AnswerTable::person(const Entry& entry) const {
  return sheets_[entry.sheet]->people()[entry.person];
}

Place AnswerTable::place_of(const Entry& entry) const { return {sheets_[entry.sheet]->file(), person(entry).line}; }

std::vector<AnswerTable::Entry> AnswerTable::in_order() const {
  std::vector<Entry> entries;
  for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet)
    for (std::size_t i = 0; i < sheets_[sheet]->people().size(); ++i) entries.push_back({sheet, i});
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    const AnswerSheet::Person &x = person(a), &y = person(b);
    return std::tie(x.organisation, x.year, x.id) < std::tie(y.organisation, y.year, y.id);
  });
  return entries;
}

/// Two ids that only case or blanks tell apart are rarely two people.
void AnswerTable::warn_of_alike_ids(const std::vector<Entry>& in_order) {
  std::map<std::string, Entry> first;  // of an organisation and year, by comparable id
  OrganisationIndex organisation = -1;
  int year = 0;
  for (const Entry& entry : in_order) {
    const AnswerSheet::Person& who = person(entry);
    if (who.organisation != organisation || who.year != year) first.clear();
    organisation = who.organisation;
    year = who.year;
    const auto [same, added] = first.try_emplace(comparable(who.id), entry);
    if (added || person(same->second).id == who.id ||
        !groups_.admits(Severity::warning, "respondents whose ids are alike"))
      continue;
    const Entry& other = same->second;
    const bool later = std::tie(entry.sheet, who.line) > std::tie(other.sheet, person(other).line);
    groups_.tell(warning_at(place_of(later ? entry : other),
                            fmt::format("the respondents '{}' and '{}' of '{}' in {} differ in case or blanks only",
                                        excerpt(person(other).id), excerpt(who.id),
                                        keys_.codes()[static_cast<std::size_t>(organisation)], year),
                            "is it the same person? Then write the id in one way"));
  }
}

/// Units that only the answers name are numbered in the order of organisation and id, the same for any order of rows.
void AnswerTable::number_units() {
  std::map<std::pair<OrganisationIndex, std::string>, UnitIndex> numbers;
  for (const auto& sheet : sheets_)
    for (const AnswerSheet::NamedUnit& unit : sheet->units()) numbers[{unit.organisation, unit.id}] = 0;
  for (auto& [key, number] : numbers) {
    number = static_cast<UnitIndex>(dataset_.units.size());
    dataset_.units.push_back({key.first, key.second, key.second, {}});
  }
  for (const auto& sheet : sheets_) {
    auto& of_sheet = units_.emplace_back();
    for (const AnswerSheet::NamedUnit& unit : sheet->units())
      of_sheet.push_back(numbers.at({unit.organisation, unit.id}));
  }
}

UnitIndex AnswerTable::unit_of(const Entry& entry) const {
  const int unit = person(entry).unit;
  return keys_.units_given() || unit < 0 ? unit : units_[entry.sheet][static_cast<std::size_t>(unit)];
}

void AnswerTable::add_respondent(const Entry& entry) {
  const AnswerSheet::Person& who = person(entry);
  const auto answers = sheets_[entry.sheet]->answers_of(entry.person);
  dataset_.respondents.push_back({who.organisation, unit_of(entry), who.year});
  dataset_.answers.insert(dataset_.answers.end(), answers.begin(), answers.end());
}

void AnswerTable::report_joined(Place place, std::string message, std::string hint) {
  if (groups_.admits(Severity::error, "respondents in two files"))
    groups_.tell(error_at(std::move(place), std::move(message), std::move(hint)));
}

/// The same person in a second file: what the first left open is taken from it.
void AnswerTable::join_respondent(const Entry& entry, const Entry& first) {
  const AnswerSheet::Person& who = person(entry);
  const Place place = place_of(entry);
  const auto answers = sheets_[entry.sheet]->answers_of(entry.person);
  const std::size_t begin = dataset_.answers.size() - answers.size();
  if (unit_of(entry) != unit_of(first))
    problems_.push_back(error_at(place, fmt::format("respondent '{}' stood in another unit before", excerpt(who.id)),
                                 "a respondent belongs to one unit a year"));
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] == kNotAsked) continue;
    std::int8_t& cell = dataset_.answers[begin + i];
    if (cell == kNotAsked) {
      cell = answers[i];
      continue;
    }
    report_joined(place,
                  fmt::format("respondent '{}' has answered already, at {}:{}", excerpt(who.id),
                              sheets_[first.sheet]->file(), person(first).line),
                  "each respondent answers a statement once a year: is the file named twice, or do both number their "
                  "respondents from 1? Then give one of them a 'prefix'");
    return;
  }
}

void AnswerTable::finish() {
  for (const auto& sheet : sheets_)
    problems_.insert(problems_.end(), sheet->problems().begin(), sheet->problems().end());
  if (!keys_.units_given()) number_units();
  const std::vector<Entry> entries = in_order();
  warn_of_alike_ids(entries);
  dataset_.respondents.reserve(entries.size());
  dataset_.answers.reserve(entries.size() * static_cast<std::size_t>(dataset_.statements));
  const Entry* first = nullptr;
  for (const Entry& entry : entries) {
    const AnswerSheet::Person& who = person(entry);
    const auto same = [&](const AnswerSheet::Person& other) {
      return std::tie(who.organisation, who.year, who.id) == std::tie(other.organisation, other.year, other.id);
    };
    if (first && same(person(*first))) {
      join_respondent(entry, *first);
    } else {
      add_respondent(entry);
      first = &entry;
    }
  }
  groups_.done();
  warn_of_missing_columns();
  make_measurements();
}

/// A statement may have its column in another file of the same organisation and year.
void AnswerTable::warn_of_missing_columns() {
  std::vector<std::set<AnswerSheet::Measured>> measured;
  for (const auto& sheet : sheets_) measured.push_back(sheet->measured());
  const auto elsewhere = [&](const std::string& statement, const AnswerSheet::Measured& of) {
    for (std::size_t i = 0; i < sheets_.size(); ++i)
      if (measured[i].count(of) > 0 && sheets_[i]->has_column(statement)) return true;
    return false;
  };
  for (const auto& sheet : sheets_)
    if (auto problem = sheet->missing_columns(elsewhere)) problems_.push_back(std::move(*problem));
}

void AnswerTable::note_empty(std::size_t respondents) {
  if (respondents == 0 || has_errors(problems_)) return;
  const Place place = sheets_.size() == 1 ? Place{sheets_.front()->file()} : Place{};
  problems_.push_back(note_at(place,
                              fmt::format("{} respondents of {} have no answer at all and are not counted", respondents,
                                          respondents + dataset_.respondents.size()),
                              "they count among neither the respondents nor those who took part"));
}

/// A respondent who answered nothing, or only what is gone, is no respondent.
void AnswerTable::make_measurements() {
  const std::size_t row = static_cast<std::size_t>(dataset_.statements);
  const std::size_t asked_now = keys_.statement_ids().size();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < dataset_.respondents.size(); ++i) {
    const Respondent r = dataset_.respondents[i];
    const auto own = dataset_.answers.begin() + static_cast<std::ptrdiff_t>(i * row);
    if (std::none_of(own, own + static_cast<std::ptrdiff_t>(asked_now), is_step)) continue;
    auto& measurements = dataset_.measurements;
    if (measurements.empty() || measurements.back().organisation != r.organisation ||
        measurements.back().year != r.year)
      measurements.push_back({r.organisation, r.year, static_cast<int>(kept), 0, std::nullopt});
    ++measurements.back().respondents;
    if (std::find(dataset_.years.begin(), dataset_.years.end(), r.year) == dataset_.years.end())
      dataset_.years.push_back(r.year);
    dataset_.respondents[kept] = r;
    std::copy_n(own, row, dataset_.answers.begin() + static_cast<std::ptrdiff_t>(kept * row));
    ++kept;
  }
  const std::size_t empty = dataset_.respondents.size() - kept;
  dataset_.respondents.resize(kept);
  dataset_.answers.resize(kept * row);
  std::sort(dataset_.years.begin(), dataset_.years.end());
  note_empty(empty);
}

}  // namespace mognad
