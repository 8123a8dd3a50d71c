#include "export/csv/survey_data.h"

#include <fmt/format.h>

#include "export/csv/csv_text.h"

namespace mognad {
namespace {

std::string answer_text(std::int8_t answer) {
  switch (answer) {
    case kNoAnswer: return "";
    case kDontKnow: return "?";
    case kNotApplicable: return ".";
    default: return std::to_string(answer);
  }
}

}  // namespace

std::string answers_csv(const Dataset& dataset, const Model& model, int year) {
  std::vector<std::string> statements;
  for (const NodeIndex node : model.at(Level::statement)) statements.push_back(model.node(node).id);
  std::string csv = "organisation,year,unit,respondent,statement,answer\n";
  const std::string year_text = std::to_string(year);
  for (const Measurement& m : dataset.measurements) {
    if (m.year != year) continue;
    const std::string& code = dataset.organisations[static_cast<std::size_t>(m.organisation)].code;
    for (int r = 0; r < m.respondents && !m.computed_elsewhere(); ++r) {
      const int respondent = m.first_respondent + r;
      const UnitIndex unit = dataset.respondents[static_cast<std::size_t>(respondent)].unit;
      const std::string_view unit_id = unit < 0 ? std::string_view() : dataset.units[static_cast<std::size_t>(unit)].id;
      const std::string id = fmt::format("r{:03}", r + 1);
      const auto answers = dataset.answers_of(respondent);
      for (std::size_t s = 0; s < statements.size(); ++s)
        if (answers[s] != kNotAsked)
          append_record(csv, {code, year_text, unit_id, id, statements[s], answer_text(answers[s])});
    }
  }
  return csv;
}

std::string units_csv(const Dataset& dataset) {
  std::string csv = "organisation,unit,name,unit_type\n";
  for (const Unit& unit : dataset.units)
    append_record(csv, {dataset.organisations[static_cast<std::size_t>(unit.organisation)].code, unit.id, unit.name,
                        unit.unit_type});
  return csv;
}

std::string participation_csv(const Dataset& dataset) {
  std::string csv = "organisation,year,invited\n";
  for (const Measurement& m : dataset.measurements)
    append_record(csv, {dataset.organisations[static_cast<std::size_t>(m.organisation)].code, std::to_string(m.year),
                        m.invited ? std::to_string(*m.invited) : ""});
  return csv;
}

}  // namespace mognad
