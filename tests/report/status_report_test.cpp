#include "report/status_report.h"

#include "charts/charts.h"
#include "input/read_publication.h"
#include "report/figure_table.h"
#include "report/nation_facts.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::vector<LanguageTag> kTags{"sv", "en"};

const FigureTemplate& shipped_figures() {
  static const FigureTemplate figures =
      *read_figure_template("f", kTags, MemoryFiles({{"f", source_file("templates/figures.toml")}})).value;
  return figures;
}

const StatusTemplate& shipped_report() {
  static const StatusTemplate report =
      *read_status_template("s", kTags, shipped_figures(),
                            MemoryFiles({{"s", source_file("templates/status-report.toml")}}))
           .value;
  return report;
}

/// A figure of that name with `rows` numbers in its table.
NationalFigure figure_called(const FigureChoice& choice, int rows, const Words& words) {
  NationalFigure figure;
  figure.name = figure.chosen_as = choice.name;
  figure.kind = choice.kind;
  figure.size = choice.size;
  figure.finding = "Finding of " + choice.name;
  figure.sentences = {"First of " + choice.name + ".", "Second of " + choice.name + "."};
  figure.source = "Source of " + choice.name + ".";
  figure.data.row_head = "Part";
  figure.data.columns = {{"mean", "Mean", DataColumn::Kind::index}};
  CategoryDotsData dots;
  for (int i = 0; i < rows; ++i) {
    const std::string name = choice.name + " row " + std::to_string(i);
    dots.rows.push_back({name, 50.0});
    figure.data.rows.push_back({name, name, {Measured(50.0 + i)}});
  }
  figure.figure.title = "Title of " + choice.name;
  figure.figure.chart = std::move(dots);
  figure.figure.description = describe(figure.figure.chart, words);
  return figure;
}

std::vector<NationalFigure> all_figures(const Words& words, int rows = 3) {
  std::vector<NationalFigure> figures;
  for (const FigureChoice& choice : shipped_figures().figures) figures.push_back(figure_called(choice, rows, words));
  return figures;
}

Report report_of(const std::vector<NationalFigure>& figures, const LanguageTag& tag, const Survey& survey,
                 const StatusTemplate& status = shipped_report()) {
  const WholeSurvey& whole = small_survey();
  const NationInputs inputs{
      whole.loaded->model, survey, whole.loaded->dataset, whole.statistics, shipped_figures(), status, nullptr};
  return build_status_report(inputs, figures, whole.voice(tag).words);
}

Report report_of(const std::vector<NationalFigure>& figures, const LanguageTag& tag) {
  return report_of(figures, tag, small_survey().loaded->survey);
}

const Words& english() { return small_survey().voice("en").words; }

template <class Visit>
void each_block(const Blocks& blocks, const Visit& visit) {
  for (const Block& block : blocks) {
    visit(block);
    if (const auto* columns = std::get_if<Columns>(&block))
      for (const Blocks& column : columns->columns) each_block(column, visit);
  }
}

/// The titles of figures in reading order.
std::vector<std::string> figures_in(const Report& report) {
  std::vector<std::string> titles;
  for (const Section& section : report.sections)
    each_block(section.blocks, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block);
      if (figure && !figure->title.empty()) titles.push_back(figure->title);
    });
  return titles;
}

std::string text_of(const Section& section) {
  std::string text;
  each_block(section.blocks, [&](const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block))
      for (const TextSpan& span : paragraph->text) text += span.text;
    if (const auto* list = std::get_if<List>(&block))
      for (const RichText& item : list->items)
        for (const TextSpan& span : item) text += span.text + "\n";
  });
  return text;
}

const Section& section_of(const Report& report, SectionKind kind) {
  for (const Section& section : report.sections)
    if (section.kind == kind) return section;
  throw std::runtime_error("the report lacks the section");
}

bool says_name_of(const Report& report, const std::string& name) {
  for (const Section& section : report.sections)
    if (text_of(section).find(name) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("The shipped status report shows every figure once, in the order of its sections", "[report][status]") {
  std::vector<std::string> expected;
  for (const StatusSectionChoice& section : shipped_report().sections)
    if (section.kind == StatusSectionKind::figures || section.kind == StatusSectionKind::editions)
      for (const std::string& name : section.figures) expected.push_back("Title of " + name);
  CHECK(expected.size() == shipped_figures().figures.size());
  CHECK(figures_in(report_of(all_figures(english()), "en")) == expected);
}

TEST_CASE("A section's message is the first finding of its figures, and what they say stands before them",
          "[report][status]") {
  const Report report = report_of(all_figures(english()), "en");
  const Section& section = section_of(report, SectionKind::categories);
  CHECK(section.message == "Finding of result");
  REQUIRE(section.blocks.size() > 3);
  const auto* said = std::get_if<Paragraph>(&section.blocks[0]);
  REQUIRE(said);
  CHECK(said->text.front().text == "First of result. Second of result.");
  CHECK(std::holds_alternative<Figure>(section.blocks[1]));
  CHECK(std::holds_alternative<Figure>(section.blocks[3]));  // the template puts its numbers among the tables
}

TEST_CASE("A table stands among the tables that the template names, and its figure leads there", "[report][status]") {
  std::vector<NationalFigure> figures = all_figures(english());
  figures.front() = figure_called(shipped_figures().figures.front(), 13, english());
  figures.back().tabled = false;
  const Report report = report_of(figures, "en");
  const Section& tables = section_of(report, SectionKind::tables);
  REQUIRE(tables.blocks.size() == 1);  // the template names participation too, which has no table here
  const Table& table = std::get<Table>(tables.blocks.front());
  CHECK(table.title == "Title of result");
  CHECK(table.rows.at(12).cells == std::vector<std::string>{"result row 12", "62.0"});
  int led = 0;
  for (const Section& section : report.sections)
    each_block(section.blocks, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block);
      if (!figure || !figure->see) return;
      CHECK(figure->see->text.find(tables.title) != std::string::npos);
      ++led;
    });
  CHECK(led == 1);
}

TEST_CASE("The summary says the mean, and each thing that stands out with its numbers", "[report][status]") {
  const Report report = report_of(all_figures(english()), "en");
  const Section& summary = section_of(report, SectionKind::summary);
  const WholeSurvey& whole = small_survey();
  const NationInputs inputs{whole.loaded->model,
                            whole.loaded->survey,
                            whole.loaded->dataset,
                            whole.statistics,
                            shipped_figures(),
                            shipped_report(),
                            nullptr};
  const auto means = whole.statistics.national_means(main_type(inputs), whole.loaded->survey.year);
  for (const Block& block : summary.blocks)
    if (const auto* tiles = std::get_if<Tiles>(&block)) {
      CHECK(tiles->tiles.size() == 6);
      CHECK(tiles->tiles.front().number == english().number(means[kTotal].mean, 1));
      CHECK(summary.message.find(tiles->tiles.front().number) != std::string::npos);
    }
  CHECK(text_of(summary).find("Finding of matrix.\n Title of matrix.\nFinding of capabilities.\n"
                              "Finding of municipality-groups.\n First of municipality-groups.\n") !=
        std::string::npos);
}

TEST_CASE("Without figures the status report still says what there is", "[report][status]") {
  for (const char* tag : kLanguages) {
    const Report report = report_of({}, tag);
    CHECK_FALSE(report.sections.front().message.empty());
    CHECK(figures_in(report).empty());
    CHECK(text_of(section_of(report, SectionKind::contents)).find(shipped_report().sections[2].title.in(tag)) !=
          std::string::npos);
    CHECK_FALSE(has_errors(lay_out(report, small_survey().style(tag)).problems));
  }
}

TEST_CASE("Participants are named only when they agreed to it", "[report][status]") {
  const WholeSurvey& whole = small_survey();
  const std::string name = whole.organisation(0).name;
  const Report quiet = report_of(all_figures(english()), "en");
  CHECK_FALSE(says_name_of(quiet, name));
  CHECK(quiet.may_name.empty());
  Survey agreed = whole.loaded->survey;
  agreed.disclosure.members_agreement = "Decision of 12 March";
  const Report named = report_of(all_figures(english()), "en", agreed);
  int counted = 0;
  for (int i = 0; i < whole.organisations(); ++i) {
    const bool measured = whole.loaded->dataset.find(i, agreed.year) != nullptr;  // with too few respondents too
    INFO(whole.organisation(i).name);
    CHECK(says_name_of(named, whole.organisation(i).name) == measured);
    counted += measured;
  }
  CHECK(static_cast<int>(named.may_name.size()) == counted);
  CHECK(counted > 0);
}

TEST_CASE("The status report is laid out without problems and belongs to no organisation", "[report][status]") {
  for (const char* tag : kLanguages) {
    const Report report = report_of(all_figures(small_survey().voice(tag).words), tag);
    CHECK(report.identity.organisation_code.empty());
    CHECK(report.title.find(report.cover.name) == 0);
    const auto pages = lay_out(report, small_survey().style(tag));
    for (const Problem& problem : pages.problems) UNSCOPED_INFO(problem.message);
    REQUIRE(pages);
    CHECK_FALSE(has_errors(pages.problems));
    CHECK(pages->sections.at(1).page == pages->sections.at(0).page + 1);  // the summary is one page
  }
}

TEST_CASE("A table prints each kind of number in its own way", "[report][status]") {
  using Kind = DataColumn::Kind;
  const Words& sv = small_survey().voice("sv").words;
  CHECK(cell_text({"", "", Kind::index}, Measured(47.25), sv) == "47,3");
  CHECK(cell_text({"", "", Kind::difference}, Measured(2.0), sv) == "+2,0");
  CHECK(cell_text({"", "", Kind::share}, Measured(12.4), sv) == "12");
  CHECK(cell_text({"", "", Kind::coefficient}, Measured(-0.5), sv) == "\u22120,50");
  CHECK(cell_text({"", "", Kind::year}, Measured(2025), sv) == "2025");
  CHECK(cell_text({"", "", Kind::count}, Measured(1204), sv) == "1\u00A0204");
  CHECK(cell_text({"", "", Kind::index}, Measured(Missing::withheld), sv) == "..");
  CHECK(cell_text({"", "", Kind::text}, std::string("ny metod"), sv) == "ny metod");
}

TEST_CASE("The cover of a corrected status report says so beside its date, and no other does", "[report][status]") {
  Survey survey = small_survey().loaded->survey;
  survey.edition = 2;
  const Voice& voice = small_survey().voice("sv");
  const auto last_fact = [&] { return report_of(all_figures(voice.words), "sv", survey).cover.facts.back().second; };
  CHECK(last_fact().find("utgåva") == std::string::npos);
  survey.correction.replaces = 1;
  CHECK(last_fact().ends_with(", rättad utgåva 2"));
  survey.correction.organisations = {"9001"};
  CHECK(last_fact().find("utgåva") == std::string::npos);
}
