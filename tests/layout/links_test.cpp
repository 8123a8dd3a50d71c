// Links: the contents and cross-references lead where they say, and the file says so too.
#include <set>

#include "support/programs.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::vector<Link> links_of(const Pages& pages) {
  std::vector<Link> links;
  for (const Page& page : pages.pages)
    for (const Item& item : page.picture.items)
      if (const auto* link = std::get_if<Link>(&item)) links.push_back(*link);
  return links;
}

template <class Check>
void each_report(Check check) {
  for (const char* tag : kLanguages)
    for (int i = 0; i < small_survey().organisations(); ++i) {
      const Report report = small_survey().report(i, tag);
      const auto pages = lay_out(report, small_survey().style(tag));
      REQUIRE(pages);
      INFO(report.title << " in " << tag);
      check(report, *pages);
    }
}

}  // namespace

TEST_CASE("The contents lead to every other section", "[layout]") {
  each_report([](const Report& report, const Pages& pages) {
    REQUIRE(pages.sections.size() == report.sections.size());
    std::set<int> reached;
    for (const Link& link : links_of(pages))
      if (link.uri.empty()) reached.insert(link.section);
    for (std::size_t i = 0; i < report.sections.size(); ++i)
      if (report.sections[i].kind != SectionKind::contents) CHECK(reached.count(static_cast<int>(i)) == 1);
  });
}

TEST_CASE("The contents print the page on which the section begins", "[layout]") {
  each_report([](const Report& report, const Pages& pages) {
    for (const Page& page : pages.pages)
      for (std::size_t i = 0; i + 1 < page.picture.items.size(); ++i) {
        const auto* run = std::get_if<GlyphRun>(&page.picture.items[i]);
        const auto* link = std::get_if<Link>(&page.picture.items[i + 1]);
        if (!run || !link || !link->uri.empty() || link->box.width < 400) continue;
        CHECK(run->text == " " + std::to_string(pages.sections[static_cast<std::size_t>(link->section)].page + 1));
        CHECK(link->description == report.sections[static_cast<std::size_t>(link->section)].title);
      }
  });
}

TEST_CASE("Every link has a place on the page, words, and an element of its own kind", "[layout]") {
  each_report([](const Report&, const Pages& pages) {
    for (const Link& link : links_of(pages)) {
      CHECK(link.box.width > 0);
      CHECK(link.box.height > 0);
      CHECK_FALSE(link.description.empty());
      REQUIRE(link.element >= 0);
      CHECK(pages.elements[static_cast<std::size_t>(link.element)].role == Role::link);
    }
  });
}

TEST_CASE("Links become annotations with a description and a place in the tree", "[pdf]") {
  if (!is_installed("qpdf")) return;
  const Voice& voice = small_survey().voice("sv");
  const auto rendered = render_report(small_survey().batch(), 0, voice.words, const_cast<Voice&>(voice).shaper);
  REQUIRE(rendered);
  const ScratchFolder folder("links");
  const std::string file = folder.write("report.pdf", rendered->bytes);
  const std::string text = said_by("qpdf --qdf --object-streams=disable " + file + " - | strings");
  const auto count = [&](const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  const auto pages = lay_out(small_survey().report(0, "sv"), small_survey().style("sv"));
  const std::size_t links = links_of(*pages).size();
  CHECK(links > 5);
  CHECK(count("/Subtype /Link") == links);
  CHECK(count("/StructParent ") == links);
  CHECK(count("/Type /OBJR") == links);
}
