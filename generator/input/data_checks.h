// The checks of check_data.h, each a function that looks at everything that was read and adds what it finds. For one
// thread at a time.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "input/answer_sums.h"
#include "input/problem_groups.h"
#include "model/model.h"

namespace mognad {

struct CheckedData {
  const Survey& survey;
  const Model& model;
  const Dataset& dataset;
  const AnswerSums& sums;
};

/// What a check looks at, and where it puts what it found.
class DataCheck : public CheckedData {
 public:
  DataCheck(const CheckedData& data, Problems& problems) : CheckedData(data), problems_(problems) {}

  /// What is added from here on, until done(), is of that kind.
  void begin(std::string_view kind) { kind_ = kind; }
  /// The problem is about a file as a whole, the one that was read for `role`. Past the first ten of a kind and a file
  /// problems are counted only.
  void add(Severity severity, std::string_view role, std::string message, std::string hint);
  /// Says how many more there were.
  void done();

  /// As messages say it.
  std::string code(OrganisationIndex organisation) const {
    return excerpt(dataset.organisations[static_cast<std::size_t>(organisation)].code);
  }

  /// Where units are named: among the answers when no file lists them.
  const char* role_of_units() const { return survey.units_path.empty() ? "answers" : "units"; }

 private:
  Place place_of(std::string_view role) const;

  Problems& problems_;
  std::string_view kind_;
  std::map<std::string, ProblemGroups> groups_;  // by file
};

/// The first ten, and how many there are besides: "9001, 9002 and 15 more".
std::string first_of(const std::vector<std::string>& names);

/// "1 organisation", "3 organisations".
std::string counted(std::size_t count, std::string_view one);

void check_statements_answered(DataCheck& check);
void check_organisations_measured(DataCheck& check);
void check_units_used(DataCheck& check);
void check_totals(DataCheck& check);
void check_scales(DataCheck& check);
void check_statements_moved(DataCheck& check);
void check_straight_lines(DataCheck& check);
void check_copies(DataCheck& check);
void check_copied_measurements(DataCheck& check);
void check_names(DataCheck& check);
void check_personal_data(DataCheck& check);

}  // namespace mognad
