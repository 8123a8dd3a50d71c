#include "input/read_participation.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "input/field_number.h"
#include "input/row_names.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// A number of people, or nothing where the field is empty or there is no such column: then it is unknown, not zero.
std::optional<int> people_in(DataTable& table, std::optional<std::size_t> column, const char* what) {
  if (!column || table.field(*column).empty()) return std::nullopt;
  const auto count = whole_number(table.field(*column));
  if (count && *count > 0) return count;
  table.error(what, *column, fmt::format("'{}' is not a number of people {}", excerpt(table.field(*column)), what),
              "leave it empty when it is unknown");
  return std::nullopt;
}

/// More can't have answered than were invited, or than there are.
void check_people(DataTable& table, const Measurement& m, std::size_t invited, std::optional<std::size_t> population) {
  if (m.invited && *m.invited < m.respondents)
    table.error("invited", invited, fmt::format("{} were invited but {} answered", *m.invited, m.respondents),
                "leave it empty when it is unknown");
  if (m.population && *m.population < m.respondents)
    table.error("population", *population,
                fmt::format("{} answered of a population of {}", m.respondents, *m.population),
                "the population is everyone whom the sample stands for; leave it empty when it is unknown");
}

struct Columns {
  std::size_t organisation, year, invited;
  std::optional<std::size_t> population;
};

class ParticipationReader {
 public:
  ParticipationReader(DataTable table, const Columns& columns, Dataset& dataset, bool answers_refused)
      : table_(std::move(table)), columns_(columns), dataset_(dataset), answers_refused_(answers_refused) {}

  void read() {
    while (table_.next()) read_row();
    table_.done();
  }

 private:
  void read_row() {
    const std::string code = normalised(table_.field(columns_.organisation));
    const OrganisationIndex index = known_organisation(table_, columns_.organisation, code, dataset_);
    if (index < 0) return;
    const auto year = year_number(table_.field(columns_.year));
    if (!year) {
      table_.error("year", columns_.year, fmt::format("'{}' is not a year", excerpt(table_.field(columns_.year))),
                   "expected four digits");
      return;
    }
    const auto invited = people_in(table_, columns_.invited, "invited");
    const auto population = people_in(table_, columns_.population, "in the population");
    if (!invited && !population) return;
    if (const auto [first, added] = lines_.emplace(std::pair(index, *year), table_.line()); !added)
      table_.error(
          "duplicate participation", columns_.organisation,
          fmt::format("'{}' in {} stands in the file already, in line {}", excerpt(code), *year, first->second),
          "remove one of the rows");
    else if (Measurement* m = dataset_.find(index, *year)) complete(*m, invited, population);
    else warn_of_unmeasured(code, *year);
  }

  void complete(Measurement& m, std::optional<int> invited, std::optional<int> population) {
    m.invited = invited;
    m.population = population;
    check_people(table_, m, columns_.invited, columns_.population);
  }

  void warn_of_unmeasured(const std::string& code, int year) {
    if (answers_refused_) return;
    table_.warn("nothing measured", columns_.year,
                fmt::format("'{}' has no answers or results of {}", excerpt(code), year), "the row is not used");
  }

  DataTable table_;
  Columns columns_;
  Dataset& dataset_;
  bool answers_refused_;
  std::map<std::pair<OrganisationIndex, int>, int> lines_;
};

}  // namespace

void read_participation(DataTable table, Dataset& dataset, bool answers_refused) {
  const auto organisation = table.require("organisation");
  const auto year = table.require("year");
  const auto invited = table.require("invited");
  const auto population = table.find("population");
  if (!organisation || !year || !invited) return;
  table.refuse_other_columns();
  ParticipationReader(std::move(table), {*organisation, *year, *invited, population}, dataset, answers_refused).read();
}

}  // namespace mognad
