// A report that would break a rule of PDF/UA or name somebody without consent gives no file. Each case takes a whole
// report that is right, breaks one thing in its pages, and says what is found.
#include <catch2/catch.hpp>

#include <functional>

#include "export/pdf/pdf_writer.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Element& first_of(Pages& pages, Role role) {
  for (Element& element : pages.elements)
    if (element.role == role) return element;
  throw std::runtime_error("no element of that kind");
}

/// The first run of glyphs of a page, and where it stands among its items.
std::pair<GlyphRun*, std::size_t> first_text(Picture& picture) {
  for (std::size_t i = 0; i < picture.items.size(); ++i)
    if (auto* run = std::get_if<GlyphRun>(&picture.items[i]); run && !run->glyphs.empty()) return {run, i};
  throw std::runtime_error("no text on the page");
}

int index_of(const Pages& pages, Role role) {
  for (std::size_t i = 0; i < pages.elements.size(); ++i)
    if (pages.elements[i].role == role) return static_cast<int>(i);
  throw std::runtime_error("no element of that kind");
}

struct Violation {
  const char* what;
  std::function<void(Pages&)> break_it;
  const char* found;  // part of the message
};

const Violation kViolations[]{
    {"a figure without description", [](Pages& p) { first_of(p, Role::figure).alternative.clear(); },
     "a figure has no description"},
    {"a heading that skips a level", [](Pages& p) { first_of(p, Role::h1).role = Role::h2; },
     "a heading skips a level"},
    {"a row with a cell too many",
     [](Pages& p) { p.elements.push_back({.role = Role::td, .parent = index_of(p, Role::tr)}); },
     "a table has rows of"},
    {"a table's head without a scope", [](Pages& p) { first_of(p, Role::th).scope = Element::Scope::none; },
     "a table head has no scope"},
    {"an item outside a list", [](Pages& p) { first_of(p, Role::l).role = Role::p; }, "LI stands in P"},
    {"a glyph that no font carries",
     [](Pages& p) {
       GlyphRun& run = *first_text(p.pages[2].picture).first;
       run.text = "☃";
       run.glyphs = {{.id = 0xFFF0}};
     },
     "\"☃\" is not among the characters"},
    {"text that belongs to nothing",
     [](Pages& p) {
       const GlyphRun run = *first_text(p.pages[2].picture).first;
       p.pages[2].picture.items.emplace_back(run);
     },
     "stands outside every tag"},
    {"another organisation's name", [](Pages& p) { first_of(p, Role::p).organisation = "9002"; },
     "the organisation 9002 is named without its consent"},
};

}  // namespace

TEST_CASE("A report that breaks a rule gives no file and says what is wrong", "[pdf][violations]") {
  const SampleReport& sample = sample_report(SampleKind::everything, "sv");
  REQUIRE(write_pdf(sample.report, sample.pages, small_survey().pdf));
  for (const Violation& violation : kViolations) {
    INFO(violation.what);
    Pages pages = sample.pages;
    violation.break_it(pages);
    const auto file = write_pdf(sample.report, pages, small_survey().pdf);
    CHECK_FALSE(file);
    REQUIRE_FALSE(file.problems.empty());
    for (const Problem& problem : file.problems) {
      INFO(to_text(problem));
      CHECK(problem.severity == Severity::error);
      CHECK(problem.place.file == sample.report.title);
      CHECK(problem.message.find(violation.found) != std::string::npos);
    }
  }
}

TEST_CASE("All that is wrong with a report is told at once", "[pdf][violations]") {
  const SampleReport& sample = sample_report(SampleKind::everything, "en");
  Report report = sample.report;
  report.title.clear();
  report.document_tag.clear();
  Pages pages = sample.pages;
  for (const Violation& violation : kViolations) violation.break_it(pages);
  const auto file = write_pdf(report, pages, small_survey().pdf);
  CHECK_FALSE(file);
  for (const Violation& violation : kViolations) {
    INFO(violation.what);
    CHECK(std::any_of(file.problems.begin(), file.problems.end(), [&](const Problem& problem) {
      return problem.message.find(violation.found) != std::string::npos;
    }));
  }
  CHECK(file.problems.size() >= std::size(kViolations) + 2);
}

TEST_CASE("An organisation that agreed may be named by others", "[pdf][violations]") {
  const SampleReport& sample = sample_report(SampleKind::everything, "sv");
  Report report = sample.report;
  report.may_name.push_back("9002");
  Pages pages = sample.pages;
  first_of(pages, Role::p).organisation = "9002";
  CHECK(write_pdf(report, pages, small_survey().pdf));
}
