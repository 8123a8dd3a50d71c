#include "input/read_published.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "input/data_table.h"
#include "input/field_number.h"
#include "input/named_file.h"
#include "language/edit_distance.h"
#include "language/normalise.h"
#include "statistics/snapshot.h"

namespace mognad {
namespace {

/// A row of benchmarks or targets: which node, which year, what value.
struct Figure {
  std::string node;
  int year = 0;
  double value = 0;
};

class FigureTable {
 public:
  FigureTable(DataTable rows, const Model& model)
      : table(std::move(rows)),
        model_(model),
        node_(table.require("node")),
        year_(table.require("year")),
        value_(table.require("value")) {
    for (const Node& node : model.nodes) ids_.push_back(node.id);
  }

  bool readable() const { return node_ && year_ && value_; }

  std::optional<Figure> figure() {
    Figure figure{normalised(table.field(*node_)), 0, 0};
    const bool known = model_.find(figure.node) != kNoNode;
    if (!known)
      table.error("unknown node", *node_, fmt::format("the model has no node '{}'", excerpt(figure.node)),
                  hint_for(figure.node, ids_));
    const auto year = year_number(table.field(*year_));
    if (!year)
      table.error("year", *year_, fmt::format("'{}' is not a year", excerpt(table.field(*year_))),
                  "expected four digits");
    const auto value = decimal_number(table.field(*value_));
    if (!value || *value < 0 || *value > 100)
      table.error("value", *value_, fmt::format("'{}' is not a value", excerpt(table.field(*value_))),
                  hint_for_comma(table.field(*value_)).value_or("expected a number from 0 to 100"));
    if (!known || !year || !value) return std::nullopt;
    figure.year = *year;
    figure.value = *value;
    return figure;
  }

  /// Reports a row whose key stood in the file before.
  void report_twice(const std::string& key) {
    if (const auto [first, added] = lines_.emplace(key, table.line()); !added)
      table.error("twice", *node_, fmt::format("this stands in the file already, in line {}", first->second),
                  "remove one of the rows");
  }

  DataTable table;

 private:
  const Model& model_;
  std::optional<std::size_t> node_, year_, value_;
  std::vector<std::string> ids_;
  std::map<std::string, int> lines_;
};

void read_benchmarks(DataTable table, const Model& model, Dataset& dataset) {
  FigureTable rows(std::move(table), model);
  const auto edition = rows.table.require("edition");
  const auto organisations = rows.table.find("organisations");
  const auto broken = rows.table.find("break_before");
  const auto source = rows.table.find("source");
  if (!rows.readable() || !edition) return;
  rows.table.refuse_other_columns();
  while (rows.table.next()) {
    const auto figure = rows.figure();
    Benchmark benchmark{normalised(rows.table.field(*edition)), 0, {}, 0, std::nullopt, false, {}};
    if (benchmark.edition.empty())
      rows.table.error("no edition", *edition, "the figure has no edition",
                       "name the publication: figures of different editions are never joined by a line");
    if (organisations && !rows.table.field(*organisations).empty()) {
      benchmark.organisations = whole_number(rows.table.field(*organisations));
      if (!benchmark.organisations || *benchmark.organisations < 1)
        rows.table.error(
            "organisations", *organisations,
            fmt::format("'{}' is not a number of organisations", excerpt(rows.table.field(*organisations))),
            "leave it empty when it is unknown");
    }
    if (broken) {
      const std::string_view said = rows.table.field(*broken);
      benchmark.break_before = said == "yes";
      if (said != "yes" && said != "no" && !said.empty())
        rows.table.error("break", *broken, fmt::format("'{}' is neither 'yes' nor 'no'", excerpt(said)),
                         "yes: the figure can't be compared with that of the year before");
    }
    if (source) benchmark.source = normalised(rows.table.field(*source));
    if (!figure) continue;
    benchmark.node = figure->node;
    benchmark.year = figure->year;
    benchmark.value = figure->value;
    rows.report_twice(fmt::format("{}/{}/{}", benchmark.edition, benchmark.year, benchmark.node));
    dataset.benchmarks.push_back(std::move(benchmark));
  }
  rows.table.done();
  std::sort(dataset.benchmarks.begin(), dataset.benchmarks.end(), [](const Benchmark& a, const Benchmark& b) {
    return std::tie(a.node, a.edition, a.year) < std::tie(b.node, b.edition, b.year);
  });
}

void read_targets(DataTable table, const Model& model, Dataset& dataset) {
  FigureTable rows(std::move(table), model);
  const auto organisation = rows.table.find("organisation");
  if (!rows.readable()) return;
  rows.table.refuse_other_columns();
  std::vector<std::string> codes;
  for (const Organisation& o : dataset.organisations) codes.push_back(o.code);
  while (rows.table.next()) {
    const auto figure = rows.figure();
    Target target;
    if (organisation && !rows.table.field(*organisation).empty()) {
      const std::string code = normalised(rows.table.field(*organisation));
      target.organisation = dataset.find_organisation(code);
      if (target.organisation < 0) {
        rows.table.error("unknown organisation", *organisation,
                         fmt::format("no organisation has the code '{}'", excerpt(code)), hint_for(code, codes));
        continue;
      }
    }
    if (!figure) continue;
    target.node = figure->node;
    target.year = figure->year;
    target.value = figure->value;
    rows.report_twice(fmt::format("{}/{}/{}", target.organisation, target.year, target.node));
    dataset.targets.push_back(std::move(target));
  }
  rows.table.done();
  std::sort(dataset.targets.begin(), dataset.targets.end(), [](const Target& a, const Target& b) {
    return std::tie(a.organisation, a.node, a.year) < std::tie(b.organisation, b.node, b.year);
  });
}

using EntriesByKey = std::map<std::pair<int, std::string>, SnapshotEntry>;  // year, organisation

class ClosedYearCheck {
 public:
  ClosedYearCheck(const Survey& survey, const EntriesByKey& now, DataTable table, Problems& problems)
      : survey_(survey), now_(now), problems_(problems), table_(std::move(table)) {}

  void run() {
    const auto year = table_.require("year");
    const auto organisation = table_.require("organisation");
    const auto respondents = table_.require("respondents");
    const auto digest = table_.require("sha256");
    if (!year || !organisation || !respondents || !digest) return;
    while (table_.next()) {
      const auto y = whole_number(table_.field(*year));
      const auto count = whole_number(table_.field(*respondents));
      if (!y || !count) {
        table_.error("number", y ? *respondents : *year, "expected a whole number",
                     "a snapshot is written by 'mognad statistics --snapshot FILE.csv'");
        continue;
      }
      if (closed(*y)) compare(*y, code_of(table_.field(*organisation)), *count, table_.field(*digest), *organisation);
    }
    table_.done();
    for (const int closed_year : survey_.closed.years) report_unknown(closed_year);
    for (const auto& [key, entry] : now_)
      if (closed(key.first) && !seen_.count(key))
        problems_.push_back(
            error_at({survey_.closed.snapshot_path},
                     fmt::format("the year {} is closed, and its snapshot has no '{}', but there are answers of {}",
                                 key.first, excerpt(key.second), people(entry.respondents)),
                     kHint));
  }

 private:
  /// The code without the apostrophe that keeps spreadsheets from taking it for a formula.
  static std::string code_of(std::string_view field) {
    const bool guarded =
        field.size() > 1 && field[0] == '\'' && std::string_view("=+-@").find(field[1]) != std::string_view::npos;
    return std::string(guarded ? field.substr(1) : field);
  }

  static constexpr const char* kHint =
      "restore the answers that the year was closed with, or take it out of 'closed.years' and make a new snapshot";

  bool closed(int year) const {
    const auto& years = survey_.closed.years;
    return std::find(years.begin(), years.end(), year) != years.end();
  }

  static std::string people(int respondents) {
    return fmt::format("{} respondent{}", respondents, respondents == 1 ? "" : "s");
  }

  void report_unknown(int year) {
    const auto of_year = [&](const auto& entry) { return entry.first.first == year; };
    if (std::any_of(seen_.begin(), seen_.end(), of_year) || std::any_of(now_.begin(), now_.end(), of_year)) return;
    problems_.push_back(error_at(
        {survey_.path}, fmt::format("the year {} is closed, but neither its snapshot nor the answers know it", year),
        "correct the year under 'closed.years'"));
  }

  void compare(int year, const std::string& code, int respondents, std::string_view digest, std::size_t column) {
    seen_[{year, code}] = true;
    const auto found = now_.find({year, code});
    std::string how;
    if (found == now_.end()) how = fmt::format("now there are no answers, then {}", people(respondents));
    else if (found->second.respondents != respondents)
      how = fmt::format("now there are answers of {}, then of {}", people(found->second.respondents),
                        people(respondents));
    else if (found->second.sha256 != digest)
      how = fmt::format("of {}, some answer, unit or number of people (invited, population) is another",
                        people(respondents));
    if (!how.empty())
      table_.error("differs", column,
                   fmt::format("the year {} is closed, and the data of '{}' differs: {}", year, excerpt(code), how),
                   kHint);
  }

  const Survey& survey_;
  const EntriesByKey& now_;
  Problems& problems_;
  DataTable table_;
  std::map<std::pair<int, std::string>, bool> seen_;
};

}  // namespace

void read_published(const Survey& survey, const Model& model, const Files& files, Dataset& dataset,
                    Problems& problems) {
  if (!survey.benchmarks_path.empty())
    if (auto table = open_table(survey.benchmarks_path, "files.benchmarks", survey, files, dataset, problems))
      read_benchmarks(std::move(*table), model, dataset);
  if (!survey.targets_path.empty())
    if (auto table = open_table(survey.targets_path, "files.targets", survey, files, dataset, problems))
      read_targets(std::move(*table), model, dataset);
}

void check_closed_years(const Survey& survey, const Model& model, const Files& files, Dataset& dataset,
                        Problems& problems) {
  if (survey.closed.years.empty()) return;
  auto table = open_table(survey.closed.snapshot_path, "closed.snapshot", survey, files, dataset, problems);
  if (!table) {
    problems.back().hint =
        "survey.toml names this file under 'closed.snapshot'; before its years are closed, "
        "'mognad statistics --snapshot FILE.csv SURVEY' writes it";
    return;
  }
  EntriesByKey now;
  for (SnapshotEntry& entry : take_snapshot(model, dataset, survey.earlier_models))
    now[{entry.year, entry.organisation}] = entry;
  ClosedYearCheck(survey, now, std::move(*table), problems).run();
}

}  // namespace mognad
