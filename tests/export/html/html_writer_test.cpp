#include "export/html/html_writer.h"

#include <catch2/catch.hpp>

#include <regex>
#include <set>

#include "export/html/data_address.h"
#include "support/programs.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string page_of(const Report& report, const LanguageTag& tag) {
  const auto page = write_html(report, small_survey().style(tag), small_survey().loaded->fonts);
  REQUIRE(page);
  return *page;
}

/// Each sample's page is written once.
const std::string& sample_page(SampleKind kind, const LanguageTag& tag) {
  static std::map<std::pair<SampleKind, LanguageTag>, std::string> pages;
  std::string& page = pages[{kind, tag}];
  if (page.empty()) page = page_of(sample_report(kind, tag).report, tag);
  return page;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// What a reader of the body reads and hears, in order.
std::string read_text(std::string page) {
  page.erase(0, page.find("<body>"));
  std::string text;
  bool inside = true;
  for (const char c : page) {
    if (c == '<') inside = false;
    if (inside) text += c;
    if (c == '>') inside = true;
  }
  for (const auto& [from, to] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
    replace_all(text, from, to);
  return text;
}

/// What a report says, in reading order.
class Said {
 public:
  explicit Said(const Report& report) {
    for (const std::string* text :
         {&report.example_tag, &report.cover.edition, &report.cover.name, &report.cover.reader})
      add(*text);
    for (const CoverFact& fact : report.cover.facts) add(fact.label), add(fact.first), add(fact.second);
    for (const Section& section : report.sections) {
      add(section.title);
      add(section.message);
      add(section.blocks);
    }
  }
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  void add(const std::string& text) {
    if (!text.empty()) texts_.push_back(text);
  }
  void add(const RichText& rich) {
    for (const TextSpan& span : rich) add(span.text);
  }
  void add(const Blocks& blocks) {
    for (const Block& block : blocks)
      std::visit([this](const auto& b) { add(b); }, static_cast<const BlockVariant&>(block));
  }
  void add(const Heading& heading) { add(heading.text); }
  void add(const Paragraph& paragraph) { add(paragraph.text); }
  void add(const Callout& callout) { add(callout.text); }
  void add(const List& list) {
    for (const RichText& item : list.items) add(item);
  }
  void add(const Tiles& tiles) {
    for (const Tile& tile : tiles.tiles)
      add(tile.label), add(tile.number), add(tile.unit), add(tile.note), add(tile.description);
  }
  void add(const Table& table) {
    add(table.title);
    add(table.subtitle);
    if (table.head)
      for (const TableColumn& column : table.columns) add(column.head);
    for (const TableRow& row : table.rows)
      for (const std::string& cell : row.cells) add(cell);
    add(table.caption);
    if (table.see) add(table.see->text);
  }
  void add(const Figure& figure) {
    add(figure.title);
    add(figure.subtitle);
    if (!figure.key.rows.empty()) add(figure.key_description);
    if (figure.left) add(figure.left->description);
    add(figure.description);
    add(figure.caption);
    if (figure.see) add(figure.see->text);
  }
  void add(const Contents& contents) {
    for (const Contents::Entry& entry : contents.entries) add(entry.number), add(entry.title), add(entry.finding);
  }
  void add(const Plan& plan) {
    for (const std::string& head : plan.heads) add(head);
    for (const std::string& area : plan.areas) add(area);
  }
  void add(const Columns& columns) {
    for (const Blocks& column : columns.columns) add(column);
  }

  std::vector<std::string> texts_;
};

/// The values of an attribute, wherever it stands; a logo's address is too long for std::regex.
std::vector<std::string> attributes(const std::string& page, const std::string& name) {
  const std::string before = " " + name + "=\"";
  std::vector<std::string> found;
  for (std::size_t at = page.find(before); at != std::string::npos; at = page.find(before, at)) {
    at += before.size();
    found.push_back(page.substr(at, page.find('"', at) - at));
  }
  return found;
}

constexpr SampleKind kPages[] = {SampleKind::everything, SampleKind::published, SampleKind::too_few, SampleKind::group};

template <class Check>
void each_page(Check check) {
  for (const SampleKind kind : kPages)
    for (const char* tag : kLanguages) {
      const SampleReport& sample = sample_report(kind, tag);
      INFO(sample.place);
      check(sample.report, sample_page(kind, tag));
    }
}

}  // namespace

TEST_CASE("Everything that a report says stands in its page, in the same order", "[html]") {
  each_page([](const Report& report, const std::string& page) {
    const std::string read = read_text(page);
    const Said said(report);
    std::size_t at = 0;
    for (const std::string& text : said.texts()) {
      INFO(text);
      const std::size_t found = read.find(text, at);
      REQUIRE(found != std::string::npos);
      at = found + text.size();
    }
  });
}

TEST_CASE("A page loads nothing, runs nothing, and its links inside lead somewhere", "[html]") {
  each_page([](const Report&, const std::string& page) {
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<link") == std::string::npos);
    CHECK(page.find("url(") == std::string::npos);
    CHECK(page.find("@import") == std::string::npos);
    for (const std::string& source : attributes(page, "src")) CHECK(source.rfind("data:image/png;base64,", 0) == 0);
    const auto ids = attributes(page, "id");
    const std::set<std::string> unique(ids.begin(), ids.end());
    CHECK(unique.size() == ids.size());
    for (const std::string& target : attributes(page, "href"))
      if (target.front() == '#') CHECK(unique.count(target.substr(1)) == 1);
    for (const std::string& names : attributes(page, "aria-labelledby")) {
      std::istringstream each(names);
      for (std::string id; each >> id;) CHECK(unique.count(id) == 1);
    }
  });
}

TEST_CASE("Headings of a page go down one level at a time from one first", "[html]") {
  each_page([](const Report&, const std::string& page) {
    static const std::regex pattern("<h([1-6])");
    int before = 0;
    int first = 0;
    for (std::sregex_iterator i(page.begin(), page.end(), pattern), end; i != end; ++i) {
      const int level = (*i)[1].str()[0] - '0';
      CHECK(level <= before + 1);
      first += level == 1;
      before = level;
    }
    CHECK(first == 1);
  });
}

TEST_CASE("Every element of a page is closed", "[html]") {
  if (!is_installed("xmllint")) return;
  const ScratchFolder folder("html");
  for (const SampleKind kind : {SampleKind::everything, SampleKind::published}) {
    std::string page = sample_page(kind, "sv");
    page.erase(0, page.find("<body>"));
    page.erase(page.find("</html>"));
    for (const std::string void_element : {"<img", "<br"})
      for (std::size_t at = 0; (at = page.find(void_element, at)) != std::string::npos;)
        page.insert(at = page.find('>', at), "/");
    folder.write(std::string(name_of(kind)) + ".xml", page);
  }
  CHECK(said_by("xmllint --noout " + folder.path("*.xml")) == "status 0\n");
}

TEST_CASE("No text of a report becomes markup in its page", "[html]") {
  Report report = sample_report(SampleKind::everything, "sv").report;
  report.cover.name = "<script>alert(1)</script>";
  report.title = "</title><b>";
  report.sections.resize(1);
  report.sections.front().blocks = {
      Paragraph{{{"\"><img src=x>", true, LinkTarget{"https://example.org/?a=\"b\"&c", -1}}}}};
  const std::string page = page_of(report, "sv");
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<title>&lt;/title&gt;&lt;b&gt;</title>") != std::string::npos);
  CHECK(page.find("href=\"https://example.org/?a=&quot;b&quot;&amp;c\"") != std::string::npos);
}

TEST_CASE("A page tells its language, those of names in another, and the organisations that it names", "[html]") {
  const Report& report = sample_report(SampleKind::everything, "en").report;
  const std::string& page = sample_page(SampleKind::everything, "en");
  CHECK(page.find("<html lang=\"" + report.document_tag + "\">") != std::string::npos);
  Report named = report;
  named.sections.resize(1);
  named.cover.name_language = "sv";
  TextSpan span{"Askdala"};
  span.language = "sv";
  span.organisation = "9001";
  named.sections.front().blocks = {Paragraph{{span}}};
  const std::string other = page_of(named, "en");
  CHECK(other.find("<h1 lang=\"sv\">") != std::string::npos);
  CHECK(other.find("<span lang=\"sv\" data-organisation=\"9001\">Askdala</span>") != std::string::npos);
}

TEST_CASE("A character that no font has is an error of the page, not a gap in it", "[html]") {
  Report report = sample_report(SampleKind::everything, "sv").report;
  report.sections.front().message = "漢";
  CHECK_FALSE(write_html(report, small_survey().style("sv"), small_survey().loaded->fonts));
}

TEST_CASE("The same report gives the same page", "[html]") {
  CHECK(page_of(sample_report(SampleKind::published, "sv").report, "sv") == sample_page(SampleKind::published, "sv"));
}

TEST_CASE("Bytes in an address are those of RFC 4648", "[html]") {
  CHECK(data_address("a/b", "") == "data:a/b;base64,");
  CHECK(data_address("a/b", "f") == "data:a/b;base64,Zg==");
  CHECK(data_address("a/b", "fo") == "data:a/b;base64,Zm8=");
  CHECK(data_address("a/b", "foobar") == "data:a/b;base64,Zm9vYmFy");
}
