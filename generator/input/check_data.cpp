#include "input/check_data.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "input/data_checks.h"

namespace mognad {
namespace {

struct NamedCheck {
  const char* kind;  // as done() says it
  void (*run)(DataCheck&);
};

constexpr NamedCheck kChecks[] = {
    {"statement without answers", check_statements_answered},
    {"organisation not measured", check_organisations_measured},
    {"unit without respondents", check_units_used},
    {"total that jumps", check_totals},
    {"scale turned round", check_scales},
    {"statement that jumps", check_statements_moved},
    {"same answer to everything", check_straight_lines},
    {"respondents alike", check_copies},
    {"measurements alike", check_copied_measurements},
    {"names alike", check_names},
    {"personal data", check_personal_data},
};

}  // namespace

void DataCheck::add(Severity severity, std::string_view role, std::string message, std::string hint) {
  Place place = place_of(role);
  ProblemGroups& groups = groups_.try_emplace(place.file, place.file, problems_).first->second;
  if (groups.admits(severity, kind_)) groups.tell({severity, std::move(place), std::move(message), std::move(hint)});
}

void DataCheck::done() {
  for (auto& [file, groups] : groups_) groups.done();
}

Place DataCheck::place_of(std::string_view role) const {
  const auto of_role = [&](const SourceFile& source) { return source.role == role; };
  const auto first = std::find_if(dataset.sources.begin(), dataset.sources.end(), of_role);
  if (first == dataset.sources.end()) return {survey.path};
  // With several files it can't be said which one: the survey names them all.
  const bool several = std::find_if(first + 1, dataset.sources.end(), of_role) != dataset.sources.end();
  return {several ? survey.path : first->path};
}

std::string first_of(const std::vector<std::string>& names) {
  constexpr std::size_t kNamed = 10;
  const auto first = std::vector<std::string>(
      names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kNamed)));
  const std::size_t more = names.size() - first.size();
  return fmt::format("{}{}", fmt::join(first, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string counted(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

void check_data(const Survey& survey, const Model& model, const Dataset& dataset, Problems& problems) {
  const AnswerSums sums(model, dataset);
  DataCheck check({survey, model, dataset, sums}, problems);
  for (const NamedCheck& named : kChecks) {
    check.begin(named.kind);
    named.run(check);
    check.done();
  }
}

}  // namespace mognad
