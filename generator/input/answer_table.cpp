#include "input/answer_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "base/edit_distance.h"
#include "input/field_number.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// An id as the survey knows it: found as it stands, or in normal form where it arrives decomposed.
template <class Index>
auto find_id(const Index& index, std::string_view id) {
  const auto found = index.find(id);
  return found != index.end() ? found : index.find(normalised(id));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr char kJoin = '\x1F';

}  // namespace

AnswerTable::AnswerTable(const Survey& survey, const Model& model, Dataset& dataset, Problems& problems)
    : survey_(survey), model_(model), dataset_(dataset), problems_(problems), units_given_(!dataset.units.empty()) {
  for (std::size_t i = 0; i < dataset.organisations.size(); ++i) {
    codes_.push_back(dataset.organisations[i].code);
    organisations_.emplace(codes_.back(), static_cast<int>(i));
  }
  for (const NodeIndex node : model.at(Level::statement)) {
    statements_.emplace(model.node(node).id, static_cast<int>(statement_ids_.size()));
    statement_ids_.push_back(model.node(node).id);
  }
  for (std::size_t i = 0; i < dataset.units.size(); ++i)
    units_.emplace(fmt::format("{}/{}", dataset.units[i].organisation, dataset.units[i].id), static_cast<int>(i));
  dataset_.statements = static_cast<int>(statement_ids_.size());
  for (const EarlierModel& earlier : survey.earlier_models) {
    const ModelVersion* version = model.find_version(earlier.version);
    if (!version) continue;
    Index then;
    for (const auto& [id, node] : version->statements) {
      if (node == kNoNode) {
        then.emplace(id, dataset_.statements++);
        dataset_.gone.push_back({version->version, id});
      } else {
        then.emplace(id, statements_.at(model.node(node).id));
      }
    }
    for (const int year : earlier.years) statements_then_[year] = then;
  }
}

const AnswerTable::Index& AnswerTable::statements_of(int respondent) const {
  if (respondent < 0 || statements_then_.empty()) return statements_;
  const auto then = statements_then_.find(dataset_.respondents[static_cast<std::size_t>(respondent)].year);
  return then == statements_then_.end() ? statements_ : then->second;
}

std::optional<AnswerTable::Columns> AnswerTable::columns(DataTable& table) {
  const auto organisation = table.require("organisation");
  const auto year = table.require("year");
  const auto respondent = table.require("respondent");
  const auto statement = table.require("statement");
  const auto answer = table.require("answer");
  if (!organisation || !year || !respondent || !statement || !answer) return std::nullopt;
  return Columns{*organisation, *year, *respondent, *statement, *answer, table.find("unit")};
}

void AnswerTable::read(DataTable table) {
  last_key_.clear();
  last_respondent_ = -1;
  if (const auto found = columns(table)) {
    while (table.next()) read_row(table, *found);
    table.expect_rows();
  }
  table.done();
}

void AnswerTable::read_row(DataTable& table, const Columns& columns) {
  const int respondent = respondent_of(table, columns);
  // Which statements there were depends on the year, and that is not known of an unknown respondent.
  if (respondent < 0 && !statements_then_.empty()) return;
  const Index& statements = statements_of(respondent);
  const auto statement = find_id(statements, table.field(columns.statement));
  if (statement == statements.end()) report_unknown_statement(table, columns, statements);
  const auto answer = parse_answer(table, columns.answer);
  if (respondent < 0 || statement == statements.end() || !answer) return;
  std::int8_t& cell =
      dataset_.answers[static_cast<std::size_t>(respondent) * static_cast<std::size_t>(dataset_.statements) +
                       static_cast<std::size_t>(statement->second)];
  if (cell != kNotAsked)
    table.error("answered twice", columns.statement,
                fmt::format("respondent '{}' has answered statement '{}' already",
                            excerpt(table.field(columns.respondent)), statement->first),
                "each respondent answers a statement once a year");
  cell = *answer;
}

void AnswerTable::report_unknown_statement(DataTable& table, const Columns& columns, const Index& statements) {
  const std::string_view id = table.field(columns.statement);
  if (&statements == &statements_) {
    table.error("unknown statement", columns.statement, fmt::format("the model has no statement '{}'", excerpt(id)),
                hint_for(id, statement_ids_));
    return;
  }
  std::vector<std::string> known;
  for (const auto& [then, column] : statements) known.push_back(then);
  std::sort(known.begin(), known.end());
  table.error("unknown statement", columns.statement,
              fmt::format("the version of the model that {} was measured with has no statement '{}'",
                          excerpt(table.field(columns.year)), excerpt(id)),
              hint_for(id, known));
}

int AnswerTable::respondent_of(DataTable& table, const Columns& columns) {
  key_.assign(table.field(columns.organisation));
  for (const std::size_t column : {columns.year, columns.respondent}) (key_ += kJoin) += table.field(column);
  const std::string_view unit = columns.unit ? table.field(*columns.unit) : std::string_view();
  const std::size_t person = key_.size();
  (key_ += kJoin) += unit;
  if (key_ == last_key_) return last_respondent_;
  last_key_ = key_;
  // The same person may be written in two ways; the raw fields only save looking up row after row.
  person_ = is_ascii(std::string_view(key_).substr(0, person)) ? key_.substr(0, person)
                                                               : normalised(std::string_view(key_).substr(0, person));
  const auto found = respondents_.find(person_);
  if (found == respondents_.end()) return last_respondent_ = new_respondent(table, columns);
  last_respondent_ = found->second;
  if (last_respondent_ >= 0 && columns.unit) {
    const Respondent& known = dataset_.respondents[static_cast<std::size_t>(last_respondent_)];
    if (unit_of(table, columns, known.organisation) != known.unit)
      table.error("two units", *columns.unit,
                  fmt::format("respondent '{}' stood in another unit before", excerpt(table.field(columns.respondent))),
                  "a respondent belongs to one unit a year");
  }
  return last_respondent_;
}

int AnswerTable::new_respondent(DataTable& table, const Columns& columns) {
  respondents_[person_] = -1;
  const std::string_view code = table.field(columns.organisation);
  const auto organisation = find_id(organisations_, code);
  if (organisation == organisations_.end()) {
    table.error("unknown organisation", columns.organisation,
                fmt::format("no organisation has the code '{}'", excerpt(code)), hint_for(code, codes_));
    return -1;
  }
  const auto year_given = year_number(table.field(columns.year));
  if (!year_given) {
    table.error("year", columns.year, fmt::format("'{}' is not a year", excerpt(table.field(columns.year))),
                "expected four digits");
    return -1;
  }
  const int year = *year_given;
  if (year > survey_.year) {
    table.error("later year", columns.year,
                fmt::format("the year {} is later than the survey's, {}", year, survey_.year),
                "raise 'year' in survey.toml, or take the row away");
    return -1;
  }
  if (table.field(columns.respondent).empty()) {
    table.error("no respondent", columns.respondent, "the respondent has no id",
                "a number for each person is enough; names are not needed");
    return -1;
  }
  const int index = static_cast<int>(dataset_.respondents.size());
  dataset_.respondents.push_back({organisation->second, unit_of(table, columns, organisation->second), year});
  dataset_.answers.resize(dataset_.answers.size() + static_cast<std::size_t>(dataset_.statements), kNotAsked);
  ids_.emplace_back(table.field(columns.respondent));
  respondents_[person_] = index;
  const std::pair begun(organisation->second, year);
  if (!begun_.count(begun)) begun_.emplace(begun, table.place(columns.organisation));
  return index;
}

int AnswerTable::unit_of(DataTable& table, const Columns& columns, OrganisationIndex organisation) {
  if (!columns.unit || table.field(*columns.unit).empty()) return -1;
  const std::string_view id = table.field(*columns.unit);
  const std::string key = fmt::format("{}/{}", organisation, normalised(id));
  const auto found = units_.find(key);
  if (found != units_.end()) return found->second;
  if (units_given_) {
    std::vector<std::string> known;
    for (const Unit& unit : dataset_.units)
      if (unit.organisation == organisation) known.push_back(unit.id);
    table.error("unknown unit", *columns.unit,
                fmt::format("the organisation '{}' has no unit '{}'", codes_[static_cast<std::size_t>(organisation)],
                            excerpt(id)),
                hint_for(id, known));
    return -1;
  }
  const int index = static_cast<int>(dataset_.units.size());
  dataset_.units.push_back({organisation, normalised(id), normalised(id), {}});
  units_.emplace(key, index);
  return index;
}

std::optional<std::int8_t> AnswerTable::parse_answer(DataTable& table, std::size_t column) {
  const std::string_view text = table.field(column);
  if (text.empty() || text == "-") return kNoAnswer;
  if (text == "?") return kDontKnow;
  if (text == ".") return kNotApplicable;
  int step = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), step);
  if (code == std::errc() && end == text.data() + text.size() && step >= model_.lowest_step() &&
      step <= model_.highest_step())
    return static_cast<std::int8_t>(step);
  table.error("answer outside the scale", column,
              fmt::format("the answer '{}' is not a step of the scale", excerpt(text)),
              fmt::format("expected a whole number from {} to {}; empty or '-' for no answer, '?' for \"don't know\", "
                          "'.' for not applicable",
                          model_.lowest_step(), model_.highest_step()));
  return std::nullopt;
}

/// Units that only the answers name are numbered as they are met: in order of organisation and id they are the same for
/// any order of rows.
void AnswerTable::sort_units() {
  std::vector<int> order(dataset_.units.size());
  std::iota(order.begin(), order.end(), 0);
  const auto key = [&](int i) {
    const Unit& unit = dataset_.units[static_cast<std::size_t>(i)];
    return std::tie(unit.organisation, unit.id);
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
  std::vector<Unit> units;
  std::vector<UnitIndex> renumbered(order.size());
  for (const int old : order) {
    renumbered[static_cast<std::size_t>(old)] = static_cast<UnitIndex>(units.size());
    units.push_back(std::move(dataset_.units[static_cast<std::size_t>(old)]));
  }
  dataset_.units = std::move(units);
  for (Respondent& r : dataset_.respondents)
    if (r.unit >= 0) r.unit = renumbered[static_cast<std::size_t>(r.unit)];
}

void AnswerTable::finish() {
  if (!units_given_) sort_units();
  std::vector<std::size_t> order(dataset_.respondents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Respondent& x = dataset_.respondents[a];
    const Respondent& y = dataset_.respondents[b];
    return std::tie(x.organisation, x.year, ids_[a]) < std::tie(y.organisation, y.year, ids_[b]);
  });
  std::vector<Respondent> respondents;
  std::vector<std::int8_t> answers;
  respondents.reserve(order.size());
  answers.reserve(dataset_.answers.size());
  for (const std::size_t old : order) {
    const Respondent& r = dataset_.respondents[old];
    const auto own = dataset_.answers_of(static_cast<int>(old));
    // A respondent who answered nothing, or only what is gone, is no respondent.
    const auto asked = own.first(statement_ids_.size());
    if (std::none_of(asked.begin(), asked.end(), is_step)) continue;
    if (dataset_.measurements.empty() || dataset_.measurements.back().organisation != r.organisation ||
        dataset_.measurements.back().year != r.year)
      dataset_.measurements.push_back({r.organisation, r.year, static_cast<int>(respondents.size()), 0, std::nullopt});
    ++dataset_.measurements.back().respondents;
    if (std::find(dataset_.years.begin(), dataset_.years.end(), r.year) == dataset_.years.end())
      dataset_.years.push_back(r.year);
    respondents.push_back(r);
    answers.insert(answers.end(), own.begin(), own.end());
  }
  std::sort(dataset_.years.begin(), dataset_.years.end());
  dataset_.respondents = std::move(respondents);
  dataset_.answers = std::move(answers);
}

}  // namespace mognad
