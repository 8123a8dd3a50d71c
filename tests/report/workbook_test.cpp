#include "report/workbook.h"

#include <catch2/catch.hpp>

#include "report/sheet_names.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// A figure with one row of each kind of value.
NationalFigure figure_named(const std::string& name) {
  NationalFigure figure;
  figure.name = name;
  figure.figure.title = "Finding of " + name;
  figure.figure.subtitle = "Subtitle";
  figure.count = "7 kommuner";
  figure.source = "Källa: enkäten.";
  figure.data = {"Mått", {{"median", "Median", DataColumn::Kind::index}}, {{"total", "Totalt", {Measured(47.25)}}}};
  return figure;
}

/// The small survey with agreements of its own.
struct Agreed {
  Survey survey = small_survey().loaded->survey;
  FigureTemplate figures;
  StatusTemplate status;

  Agreed(const std::string& members, const std::string& results) {
    survey.disclosure.members_agreement = members;
    survey.disclosure.results_agreement = results;
  }
  Workbook workbook(const std::vector<NationalFigure>& shown, const LanguageTag& tag = "sv") const {
    const WholeSurvey& small = small_survey();
    const NationInputs inputs{
        small.loaded->model, survey, small.loaded->dataset, small.statistics, figures, status, {}};
    return build_workbook(inputs, shown, small.voice(tag).words);
  }
};

const Sheet* sheet_of(const Workbook& book, const std::string& name) {
  for (const Sheet& sheet : book.sheets)
    if (sheet.name == name) return &sheet;
  return nullptr;
}

bool has_line(const Sheet& sheet, const std::string& part) {
  return std::any_of(sheet.notes.begin(), sheet.notes.end(),
                     [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

/// Whether any text of the sheet holds the name of an organisation.
bool names_anyone(const Sheet& sheet) {
  for (const Organisation& organisation : small_survey().loaded->dataset.organisations)
    for (const DataRow& row : sheet.data.rows)
      if (row.name == organisation.name || row.id == organisation.code) return true;
  return false;
}

}  // namespace

TEST_CASE("The first sheet leads to every other", "[workbook]") {
  const Workbook book = Agreed("March", "").workbook({figure_named("matrix"), figure_named("series")});
  const Sheet& contents = book.sheets.front();
  CHECK(contents.contents);
  REQUIRE(contents.data.rows.size() == book.sheets.size() - 1);
  for (std::size_t i = 1; i < book.sheets.size(); ++i) CHECK(contents.data.rows[i - 1].id == book.sheets[i].name);
  CHECK(std::get<std::string>(contents.data.rows.front().cells.at(0)) == "Finding of matrix");
  CHECK(std::get<std::string>(contents.data.rows.front().cells.at(1)) == "7 kommuner");
}

TEST_CASE("Every sheet of a simulated survey begins by saying so", "[workbook]") {
  Agreed given("March", "");
  for (const Sheet& sheet : given.workbook({figure_named("matrix")}).sheets)
    CHECK(sheet.notes.at(0) == "Exempeldata: simulerade svar");
  given.survey.simulated = false;
  for (const Sheet& sheet : given.workbook({figure_named("matrix")}).sheets)
    CHECK_FALSE(has_line(sheet, "Exempeldata"));
}

TEST_CASE("A sheet of nodes has what statistics says of every node and type", "[workbook]") {
  const WholeSurvey& small = small_survey();
  const Workbook book = Agreed("", "").workbook({}, "en");
  const Sheet* sheet = sheet_of(book, "All measures");
  REQUIRE(sheet);
  const int year = small.loaded->survey.year;
  const auto types = small.statistics.types(year);
  REQUIRE_FALSE(types.empty());
  REQUIRE(sheet->data.rows.size() == small.loaded->model.nodes.size());
  REQUIRE(sheet->data.columns.size() == 1 + 5 * types.size());
  for (std::size_t t = 0; t < types.size(); ++t) {
    const auto means = small.statistics.national_means(types[t], year);
    for (std::size_t n = 0; n < means.size(); ++n)
      CHECK(std::get<Measured>(sheet->data.rows[n].cells.at(1 + 5 * t)) == means[n].mean);
  }
}

TEST_CASE("No organisation is named in a workbook without an agreement", "[workbook]") {
  const Workbook silent = Agreed("", "a meeting").workbook({figure_named("matrix")});
  for (const Sheet& sheet : silent.sheets) CHECK_FALSE(names_anyone(sheet));
  CHECK(has_line(silent.sheets.front(), "nämns inte"));
  const Workbook agreed = Agreed("mötet i mars", "").workbook({});
  REQUIRE(sheet_of(agreed, "Organisationer"));
  REQUIRE(sheet_of(agreed, "Deltagare"));
  CHECK(names_anyone(*sheet_of(agreed, "Deltagare")));
  CHECK(has_line(*sheet_of(agreed, "Deltagare"), "mötet i mars"));
}

TEST_CASE("Results of single organisations need an agreement of their own", "[workbook]") {
  const auto indices = [](const Sheet& sheet) {
    return std::count_if(sheet.data.columns.begin(), sheet.data.columns.end(),
                         [](const DataColumn& column) { return column.kind == DataColumn::Kind::index; });
  };
  const Workbook named = Agreed("March", "").workbook({});
  const Sheet* sheet = sheet_of(named, "Organisationer");
  REQUIRE(sheet);
  CHECK(indices(*sheet) == 0);
  CHECK(has_line(*sheet, "publiceras inte"));
  const Workbook published = Agreed("March", "April").workbook({});
  sheet = sheet_of(published, "Organisationer");
  REQUIRE(sheet);
  CHECK(indices(*sheet) == static_cast<std::ptrdiff_t>(small_survey().loaded->model.down_to(Level::capability).size()));
  CHECK(has_line(*sheet, "April"));
}

TEST_CASE("Names of sheets keep Excel's rules and differ", "[workbook]") {
  SheetNames names;
  CHECK(names.take("matrix") == "matrix");
  CHECK(names.take("Matrix") == "Matrix (2)");
  CHECK(names.take("a/b:c*d?[e]\\f") == "a-b-c-d--e--f");
  CHECK(names.take("'quoted'") == "quoted");
  CHECK(names.take("History") == "History (2)");
  CHECK(names.take("") == "-");
  const std::string longest(40, 'x');
  CHECK(names.take(longest) == std::string(31, 'x'));
  CHECK(names.take(longest) == std::string(27, 'x') + " (2)");
  CHECK(names.take(std::string(30, 'x') + "å").size() == 30);
}
