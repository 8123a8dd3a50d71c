#include "report/single_figures.h"

#include <catch2/catch.hpp>

#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Figure figure_named(const std::string& title) { return {title, "", FormulaChainData{}, "", "d"}; }

/// Two sections: a figure under a heading in columns, and one with a title of its own after it.
Report two_sections() {
  Report report;
  report.subject = "Mognad 2025, resultat för Askdala";
  Section first{.kind = SectionKind::matrix, .title = "Läget", .message = "", .blocks = {}};
  first.blocks.emplace_back(figure_named(""));
  Columns columns;
  columns.columns.push_back({Heading{"Under rubrik"}, figure_named("")});
  columns.columns.push_back({figure_named("Egen")});
  first.blocks.emplace_back(std::move(columns));
  Section second{.kind = SectionKind::method, .title = "Metod", .message = "", .blocks = {}};
  second.blocks.emplace_back(figure_named(""));
  report.sections = {std::move(first), std::move(second)};
  return report;
}

}  // namespace

TEST_CASE("Figures come in reading order, those in columns too, and each has a title", "[report]") {
  const auto figures = single_figures(two_sections());
  REQUIRE(figures.size() == 4);
  const char* titles[]{"Läget", "Under rubrik", "Egen", "Metod"};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    CHECK(figures[i].number == static_cast<int>(i) + 1);
    CHECK(figures[i].figure.title == titles[i]);
    CHECK(figures[i].section == (i < 3 ? SectionKind::matrix : SectionKind::method));
  }
}

TEST_CASE("A caption says whose figure it is, and first that the data are an example", "[report]") {
  Report report = two_sections();
  CHECK(single_figures(report)[0].figure.caption == "Mognad 2025, resultat för Askdala.");
  CHECK(single_figures(report)[0].notice.empty());
  report.example_tag = "Exempeldata";
  std::get<Figure>(report.sections[0].blocks[0]).caption = "Källa: enkät.";
  const SingleFigure figure = single_figures(report)[0];
  CHECK(figure.figure.caption == "Exempeldata. Källa: enkät. Mognad 2025, resultat för Askdala.");
  CHECK(figure.notice == "Exempeldata");
}

TEST_CASE("The figures of a report are all of its figure blocks", "[report]") {
  for (const LanguageTag tag : kLanguages) {
    const Report report = small_survey().report(0, tag);
    std::vector<std::string> expected, found;
    for (const Section& section : report.sections)
      each_block(section.blocks, [&](const Block& block) {
        if (const auto* figure = std::get_if<Figure>(&block)) expected.push_back(figure->description);
      });
    for (const SingleFigure& single : single_figures(report)) {
      found.push_back(single.figure.description);
      CHECK(single.figure.caption.starts_with(report.example_tag));
    }
    CHECK(found == expected);
    CHECK(found.size() >= 10);
  }
}

TEST_CASE("The words of a figure stand under their names, the example first", "[report]") {
  const auto words = [](const char* tag) { return small_survey().report(0, tag).figure_words; };
  SingleFigure figure{1, SectionKind::matrix, "Exempeldata", {"T", "", FormulaChainData{}, "C", "D"}, words("sv")};
  CHECK(text_of_figure(figure) == "Exempeldata\n\nRubrik\nT\n\nBildtext\nC\n\nAlternativtext\nD\n");
  figure.notice.clear();
  figure.figure.subtitle = "S";
  figure.words = words("en");
  CHECK(text_of_figure(figure) == "Title\nT\n\nSubtitle\nS\n\nCaption\nC\n\nAlternative text\nD\n");
}
