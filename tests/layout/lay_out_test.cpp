#include "layout/lay_out.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "layout/grid.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

struct Document {
  Report report;
  Result<Pages> pages;
};

/// Calls `check` with every document of the small survey, laid out.
template <class Check>
void each_document(Check check) {
  for (const LanguageTag tag : kLanguages)
    for (int i = 0; i < small_survey().organisations(); ++i) {
      INFO(small_survey().organisation(i).formal_name << " in " << tag);
      Report report = small_survey().report(i, tag);
      Result<Pages> pages = lay_out(report, small_survey().style(tag));
      for (const Problem& problem : pages.problems) UNSCOPED_INFO(to_text(problem));
      REQUIRE(pages);
      check(Document{std::move(report), std::move(pages)});
    }
}

/// Calls `check` with the number and the texts of every page of every document.
template <class Check>
void each_page(Check check) {
  each_document([&](const Document& document) {
    for (std::size_t page = 0; page < document.pages->pages.size(); ++page) {
      INFO("page " << page + 1);
      check(document, page, placed_texts(document.pages->pages[page].picture));
    }
  });
}

Role role_of(const Document& document, int element) {
  return document.pages->elements[static_cast<std::size_t>(element)].role;
}

bool is_heading(const Document& document, int element) {
  return element >= 0 && (role_of(document, element) == Role::h1 || role_of(document, element) == Role::h2);
}

/// Elements with content, by the pages.
std::set<int> elements_with_content(const Pages& pages) {
  std::set<int> found;
  for (const Page& page : pages.pages)
    for (const Item& item : page.picture.items)
      if (const auto* tag = std::get_if<TagBegin>(&item)) found.insert(tag->element);
  return found;
}

/// The cells of a plan are empty: they are there to be written in.
bool is_leaf(Role role) {
  for (const Role leaf : {Role::h1, Role::h2, Role::p, Role::lbl, Role::lbody, Role::th, Role::figure})
    if (role == leaf) return true;
  return false;
}

void check_tags(const Picture& picture) {
  int depth = 0;
  for (const Item& item : picture.items) {
    if (std::holds_alternative<TagBegin>(item)) CHECK(++depth == 1);
    else if (std::holds_alternative<TagEnd>(item)) CHECK(--depth == 0);
    else CHECK(depth == 1);
  }
  CHECK(depth == 0);
}

/// Texts lie between the margins and not on each other.
void check_page(const Page& page, std::size_t number) {
  const std::vector<PlacedText> texts = placed_texts(page.picture);
  const double margin = number == 0 ? 0 : grid::kLeft - 1;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    INFO("page " << number + 1 << ": \"" << texts[i].run.text << "\" from " << texts[i].box.x << " to "
                 << texts[i].box.right());
    CHECK(texts[i].box.x >= margin);
    CHECK(texts[i].box.right() <= kA4.width - margin);
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      if (!collide(texts[i], texts[k])) continue;
      INFO("stands on \"" << texts[k].run.text << "\"");
      CHECK(false);
    }
  }
}

int count_on(const Page& page, const std::string& text) {
  int count = 0;
  for (const PlacedText& placed : placed_texts(page.picture)) count += placed.run.text == text;
  return count;
}

}  // namespace

TEST_CASE("Every report of the small survey is laid out without a problem", "[layout]") {
  each_document([](const Document& document) {
    for (const Problem& problem : document.pages.problems) {
      INFO(to_text(problem));
      CHECK(problem.severity != Severity::error);
    }
  });
}

TEST_CASE("No chart of the small survey drops a label", "[layout]") {
  each_document([](const Document& document) {
    for (const Problem& problem : document.pages.problems) UNSCOPED_INFO(to_text(problem));
    CHECK(document.pages.problems.empty());
  });
}

TEST_CASE("Every page has content of its own", "[layout]") {
  each_page([](const Document&, std::size_t, const std::vector<PlacedText>& texts) {
    CHECK(std::count_if(texts.begin(), texts.end(), [](const PlacedText& text) { return text.element >= 0; }) >= 3);
  });
}

TEST_CASE("All text lies on the page, between its margins", "[layout]") {
  each_page([](const Document&, std::size_t page, const std::vector<PlacedText>& texts) {
    for (const PlacedText& text : texts) {
      INFO(text.run.text << " at " << text.box.x << ", " << text.run.origin.y << " to " << text.box.right());
      CHECK(text.box.y >= 0);
      CHECK(text.run.origin.y <= 803);
      const double margin = page == 0 ? 0 : grid::kLeft - 1;
      CHECK(text.box.x >= margin);
      CHECK(text.box.right() <= kA4.width - margin);
    }
  });
}

TEST_CASE("Content ends above the foot", "[layout]") {
  each_page([](const Document&, std::size_t page, const std::vector<PlacedText>& texts) {
    for (const PlacedText& text : texts) {
      INFO(text.run.text << " at " << text.run.origin.y);
      if (page > 0 && text.element >= 0) CHECK(text.run.origin.y <= grid::kBottom);
    }
  });
}

TEST_CASE("No two texts of a page stand on each other", "[layout]") {
  each_page([](const Document&, std::size_t, const std::vector<PlacedText>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (std::size_t k = i + 1; k < texts.size(); ++k)
        if (collide(texts[i], texts[k])) {
          INFO("\"" << texts[i].run.text << "\" and \"" << texts[k].run.text << "\"");
          CHECK(false);
        }
  });
}

TEST_CASE("A heading is never the last on its page", "[layout]") {
  each_page([](const Document& document, std::size_t, const std::vector<PlacedText>& texts) {
    for (const PlacedText& heading : texts) {
      if (!is_heading(document, heading.element)) continue;
      INFO(heading.run.text);
      CHECK(std::any_of(texts.begin(), texts.end(), [&](const PlacedText& text) {
        return text.element > heading.element && !is_heading(document, text.element) &&
               text.run.origin.y > heading.run.origin.y;
      }));
    }
  });
}

TEST_CASE("Bookmarks are the cover and the sections, and lead to their pages", "[layout]") {
  each_document([](const Document& document) {
    std::vector<std::string> expected{document.report.cover_bookmark}, found;
    for (const Section& section : document.report.sections) expected.push_back(section.title);
    for (const Bookmark& mark : document.pages->bookmarks) {
      REQUIRE(mark.page < static_cast<int>(document.pages->pages.size()));
      if (mark.level == 0) found.push_back(mark.title);
      INFO(mark.title);
      if (mark.page > 0) {
        // A long heading is broken into lines: its beginning is on the page.
        const std::string begin = mark.title.substr(0, mark.title.find(' '));
        CHECK(text_of(document.pages->pages[static_cast<std::size_t>(mark.page)].picture).find(begin) !=
              std::string::npos);
      }
    }
    CHECK(found == expected);
  });
}

TEST_CASE("Bookmarks never lead backwards", "[layout]") {
  each_document([](const Document& document) {
    const auto& marks = document.pages->bookmarks;
    CHECK(std::is_sorted(marks.begin(), marks.end(),
                         [](const Bookmark& a, const Bookmark& b) { return a.page < b.page; }));
  });
}

TEST_CASE("Everything that is seen stands in exactly one tag", "[layout]") {
  each_document([](const Document& document) {
    for (const Page& page : document.pages->pages) check_tags(page.picture);
  });
}

TEST_CASE("Every element that holds content has some", "[layout]") {
  each_document([](const Document& document) {
    const std::set<int> with_content = elements_with_content(*document.pages);
    const auto& elements = document.pages->elements;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      INFO("element " << i << " of role " << static_cast<int>(elements[i].role) << " in " << elements[i].parent);
      if (is_leaf(elements[i].role)) CHECK(with_content.count(static_cast<int>(i)) == 1);
    }
  });
}

TEST_CASE("Parents stand before their children", "[layout]") {
  each_document([](const Document& document) {
    const auto& elements = document.pages->elements;
    REQUIRE(elements.front().parent == -1);
    for (std::size_t i = 1; i < elements.size(); ++i) {
      CHECK(elements[i].parent >= 0);
      CHECK(elements[i].parent < static_cast<int>(i));
    }
  });
}

TEST_CASE("Figures have a place on their page and a description", "[layout]") {
  each_document([](const Document& document) {
    for (const Element& element : document.pages->elements) {
      if (element.role != Role::figure) continue;
      INFO(element.alternative);
      CHECK_FALSE(element.alternative.empty());
      REQUIRE(element.page > 0);
      CHECK(element.page < static_cast<int>(document.pages->pages.size()));
      CHECK(element.box.x >= grid::kLeft - 0.01);
      CHECK(element.box.right() <= grid::kLeft + grid::kWidth + 0.01);
      CHECK(element.box.y >= grid::kTop - 0.01);
      CHECK(element.box.bottom() <= grid::kBottom + 0.02);
    }
  });
}

TEST_CASE("The content of a figure lies in its box", "[layout]") {
  each_page([](const Document& document, std::size_t page, const std::vector<PlacedText>& texts) {
    for (const PlacedText& text : texts) {
      if (text.element < 0 || role_of(document, text.element) != Role::figure) continue;
      const Element& figure = document.pages->elements[static_cast<std::size_t>(text.element)];
      INFO(text.run.text);
      CHECK(figure.page == static_cast<int>(page));
      CHECK(text.box.x >= figure.box.x - 1);
      CHECK(text.box.right() <= figure.box.right() + 1);
      CHECK(text.run.origin.y >= figure.box.y - 1);
      CHECK(text.run.origin.y <= figure.box.bottom() + 1);
    }
  });
}

TEST_CASE("Every page says that the answers are simulated, and has a number but the cover", "[layout]") {
  each_document([](const Document& document) {
    for (std::size_t page = 0; page < document.pages->pages.size(); ++page) {
      CHECK(count_on(document.pages->pages[page], document.report.example_tag) == 1);
      if (page > 0) CHECK(count_on(document.pages->pages[page], std::to_string(page + 1)) >= 1);
    }
  });
}

TEST_CASE("The summary is one page", "[layout]") {
  each_document([](const Document& document) {
    std::vector<int> starts;
    for (const Bookmark& mark : document.pages->bookmarks)
      if (mark.level == 0) starts.push_back(mark.page);
    REQUIRE(starts.size() >= 3);
    CHECK(starts[2] == 2);
  });
}

TEST_CASE("Long and awkward names of organisations fit on every page", "[layout]") {
  WholeSurvey survey(load_or_throw(options_for("survey"), *files_with_new_survey()));
  const std::pair<const char*, const char*> kNames[]{
      {"Å", "Å kommun"},
      {"Upplands-Bro", "Upplands-Bro kommun"},
      {"Örnsköldsvik", "Örnsköldsviks kommun"},
      {"Södra Mellanbygden", "Södra Mellanbygdens kommunalförbund"},
      {"Jönköpings län", "Region Jönköpings län"},
      {"Samhällsskydd och beredskap", "Myndigheten för samhällsskydd och beredskap"}};
  for (const auto& [name, formal_name] : kNames)
    for (const LanguageTag tag : kLanguages) DYNAMIC_SECTION(name << " in " << tag) {
        survey.loaded->dataset.organisations[0].name = name;
        survey.loaded->dataset.organisations[0].formal_name = formal_name;
        const auto pages = lay_out(survey.report(0, tag), survey.style(tag));
        for (const Problem& problem : pages.problems) UNSCOPED_INFO(to_text(problem));
        REQUIRE(pages);
        CHECK(pages.problems.empty());
        for (std::size_t page = 0; page < pages->pages.size(); ++page) check_page(pages->pages[page], page);
      }
}

TEST_CASE("Reading order is the order down the page in each section's own column", "[layout]") {
  each_document([](const Document& document) {
    int last = -1;
    for (const Page& page : document.pages->pages)
      for (const PlacedText& text : placed_texts(page.picture)) {
        if (!is_heading(document, text.element)) continue;
        CHECK(text.element >= last);
        last = text.element;
      }
  });
}
