#include "input/check_survey.h"

#include <fmt/format.h>

#include "input/label_checks.h"
#include "input/row_names.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

/// The columns of organisations.csv and the codes that survey.toml speaks of.
void check_properties(const Survey& survey, const Dataset& dataset, Problems& problems) {
  const auto check_column = [&](const Place& place, const std::string& what, const std::string& column) {
    if (!column.empty() && dataset.property(column) < 0)
      problems.push_back(error_at(place, fmt::format("{} '{}', but no column has that name", what, column),
                                  hint_for(column, dataset.property_names)));
  };
  const std::vector<std::string> codes = codes_of(dataset);
  for (const PeerGroupDefinition& group : survey.peer_groups) {
    const std::string what = fmt::format("the peer group '{}' compares by", group.id);
    check_column(group.place, what, group.property);
    for (const std::string& column : group.nearest_by) check_column(group.place, what, column);
    for (const std::string& code : group.members)
      if (dataset.find_organisation(code) < 0)
        problems.push_back(error_at(
            group.place,
            fmt::format("the peer group '{}' has a member '{}', but no organisation has that code", group.id, code),
            hint_for(code, codes)));
  }
  check_column(survey.national_place, "the national mean is weighted by", survey.national_weight);
}

/// The organisations whose reports a correction names.
void check_correction(const Survey& survey, const Dataset& dataset, Problems& problems) {
  const std::vector<std::string> codes = codes_of(dataset);
  for (const std::string& code : survey.correction.organisations)
    if (dataset.find_organisation(code) < 0)
      problems.push_back(
          error_at(survey.correction.place,
                   fmt::format("the correction is of '{}', but no organisation has that code", excerpt(code)),
                   hint_for(code, codes)));
}

/// The earlier versions of the model that survey.toml says years were measured with.
void check_versions(const Survey& survey, const Model& model, Problems& problems) {
  std::vector<std::string> known;
  for (const ModelVersion& version : model.earlier) known.push_back(version.version);
  for (const EarlierModel& earlier : survey.earlier_models)
    if (!model.find_version(earlier.version))
      problems.push_back(error_at(earlier.place,
                                  fmt::format("the model describes no earlier version '{}'", earlier.version),
                                  known.empty() ? fmt::format("add [[earlier_versions]] to {}", survey.model_path)
                                                : hint_for(earlier.version, known)));
}

}  // namespace

void check_survey(const Survey& survey, const Model& model, const Dataset& dataset, Problems& problems) {
  check_properties(survey, dataset, problems);
  check_correction(survey, dataset, problems);
  check_versions(survey, model, problems);
  check_labels(survey, model, problems);
}

}  // namespace mognad
