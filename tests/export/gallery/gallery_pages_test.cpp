#include "export/gallery/gallery_pages.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "export/gallery/relative_address.h"
#include "export/gallery/script_text.h"
#include "files/memory_files.h"
#include "input/read_template.h"
#include "support/sample.h"

using namespace mognad;

namespace {

const Words& swedish_words() {
  static const Language language =
      *read_language("a.toml", MemoryFiles({{"a.toml", test::source_file("templates/languages/sv.toml")}}));
  static const Words words(language);
  return words;
}

GalleryCard gallery_card(const std::string& id, const std::string& name) {
  GalleryCard card;
  card.id = id, card.name = name, card.organisation = "0580", card.language = "sv";
  card.type = {"municipality", "Kommun"}, card.county = {"05", "Östergötlands län"}, card.quadrant = {"C", "Typ C"};
  card.result = 47.3, card.change = -1.25, card.position = {55.5, 42};
  card.pages = 26, card.pdf = "reports/" + id + ".pdf", card.picture = "gallery/pictures/" + id + ".png";
  card.picture_width = 420, card.picture_height = 594, card.mark = "5f2c";
  return card;
}

Gallery gallery_of(std::vector<GalleryCard> cards) {
  return {"Digital mognad 2025", "sv", "mognad-2025", false, {50, 50}, std::move(cards)};
}

Gallery three_reports() {
  return gallery_of({gallery_card("1", "Askdala"), gallery_card("2", "Bergsby"), gallery_card("3", "Åkerby")});
}

std::string gallery_file(const std::vector<GalleryFile>& files, const std::string& path) {
  for (const GalleryFile& file : files)
    if (file.path == path) return file.bytes;
  FAIL("no file " + path);
  return {};
}

std::string file_of(const Gallery& gallery, const std::string& path, std::size_t piece = 500) {
  return gallery_file(gallery_pages(gallery, {}, swedish_words(), piece), path);
}

std::string page_of(const Gallery& gallery, const GalleryReport& report) {
  return gallery_report_page(gallery, report, swedish_words()).bytes;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What follows `before` wherever it stands, as long as it is a name.
std::set<std::string> names_after(const std::string& text, const std::string& before) {
  std::set<std::string> names;
  for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
    const std::size_t from = at + before.size();
    names.insert(text.substr(from, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", from) - from));
  }
  return names;
}

const std::string kHarm = "</script><script>x()</script>\"'&\\\xE2\x80\xA8\xE2\x80\xAE\xFF\n<b onclick=x>";

/// Harm in every text that comes from data.
GalleryReport harmful_report() {
  GalleryReport report{gallery_card(kHarm, kHarm), {{kHarm, kHarm}}, {{kHarm, kHarm, kHarm}, {kHarm, {}, {}}}};
  GalleryCard& card = report.card;
  card.organisation = card.language = card.pdf = card.twin = card.picture = card.mark = kHarm;
  card.type = card.county = card.quadrant = {kHarm, kHarm};
  card.warnings = {{{kHarm, kHarm}, kHarm}};
  card.changed = true;
  return report;
}

Gallery harmful_gallery() { return {kHarm, "sv", kHarm, true, {}, {harmful_report().card}}; }

}  // namespace

TEST_CASE("A script's text is JSON that can't end the script, a line or the direction of reading", "[gallery]") {
  CHECK(script_string("Ängsköping") == "\"Ängsköping\"");
  CHECK(script_string("</script>&") == R"("\u003c/script\u003e\u0026")");
  CHECK(script_string("a\"b\\c\n\x7F") == R"("a\u0022b\u005cc\u000a\u007f")");
  CHECK(script_string("\xE2\x80\xA8\xE2\x80\xA9") == R"("\u2028\u2029")");
  CHECK(script_string("a\xE2\x80\xAE"
                      "b") == "\"a⟨U+202E⟩b\"");
  CHECK(script_string("\xC3(") == "\"\uFFFD(\"");
  CHECK(script_number(47.3) == "47.3");
  CHECK(script_number(std::nullopt) == "null");
  CHECK(script_number(0.0 / 0.0) == "null");
}

TEST_CASE("A path is an address beside the page, never a scheme, a host or a question", "[gallery]") {
  CHECK(relative_address("./", "reports/0580-linköping.sv.pdf") == "./reports/0580-link%C3%B6ping.sv.pdf");
  CHECK(relative_address("./", "javascript:x()") == "./javascript%3Ax%28%29");
  CHECK(relative_address("../", "//example.org/a?b#c") == "..///example.org/a%3Fb%23c");
  CHECK(relative_address("./", "").empty());
  CHECK(report_page_address("gallery/", "a/b c") == "gallery/a%2Fb%20c.html");
}

TEST_CASE("No text of the data gets out of its place in a page or a script", "[gallery]") {
  std::vector<GalleryFile> files = gallery_pages(harmful_gallery(), {}, swedish_words());
  files.push_back(gallery_report_page(harmful_gallery(), harmful_report(), swedish_words()));
  for (const GalleryFile& file : files) {
    INFO(file.path << "\n" << file.bytes);
    for (const char* harm : {"<script>x", "<b ", "\xE2\x80\xAE", "\xFF", "\"'&"}) CHECK(!holds(file.bytes, harm));
    if (!file.path.starts_with("gallery/data/")) continue;
    CHECK(file.bytes.find_first_of("<>&") == std::string::npos);
    CHECK(!holds(file.bytes, "\xE2\x80\xA8"));  // ends a line in a script
  }
}

TEST_CASE("Pages hold no script, style or handler of their own, for their policy forbids it", "[gallery]") {
  const Gallery gallery = three_reports();
  for (const std::string& page : {file_of(gallery, "index.html"), page_of(gallery, {gallery.cards[1], {}, {}})}) {
    CHECK(holds(page, "Content-Security-Policy"));
    CHECK(!holds(page, "unsafe"));
    for (const char* own : {"<style", "style=", " onclick=", " onload=", "javascript:", "<script>", "http:", "https:"})
      CHECK(!holds(page, own));
  }
}

TEST_CASE("Cards come in pieces that the first page reads after the settings, in their order", "[gallery]") {
  const auto files = gallery_pages(three_reports(), {}, swedish_words(), 2);
  CHECK(holds(gallery_file(files, "gallery/data/0001.js"), "Bergsby"));
  CHECK(!holds(gallery_file(files, "gallery/data/0001.js"), "Åkerby"));
  CHECK(holds(gallery_file(files, "gallery/data/0002.js"), "Åkerby"));
  CHECK(std::none_of(files.begin(), files.end(), [](const auto& f) { return f.path == "gallery/data/0003.js"; }));
  const std::string page = gallery_file(files, "index.html");
  std::size_t at = 0;
  for (const char* script : {"list.js", "data/0000.js", "data/0001.js", "data/0002.js"}) {
    at = page.find(script, at);
    CHECK(at != std::string::npos);
  }
}

TEST_CASE("A gallery without reports is a page that says so", "[gallery]") {
  const std::string settings = file_of(gallery_of({}), "gallery/data/0000.js");
  CHECK(holds(settings, "\"count\":0"));
  CHECK(!holds(file_of(gallery_of({}), "index.html"), "<noscript>"));
}

TEST_CASE("Figures of a card are those of the report, in its reader's writing", "[gallery]") {
  const std::string card = file_of(three_reports(), "gallery/data/0001.js");
  CHECK(holds(card, R"("result":47.3,"change":-1.25,"result_text":"47,3)"));
  CHECK(holds(card, "\"change_text\":\"−1,3\""));
  CHECK(holds(card, "\"place\":[55.5,42]"));
}

TEST_CASE("A result that isn't shown is nothing to sort by, and said in words", "[gallery]") {
  GalleryCard card = gallery_card("1", "Askdala");
  card.result = card.change = std::nullopt;
  card.position.clear();
  const Gallery gallery = gallery_of({card});
  CHECK(holds(file_of(gallery, "gallery/data/0001.js"),
              R"("result":null,"change":null,"result_text":"","change_text":"","place":[])"));
  const std::string page = page_of(gallery, {card, {}, {}});
  CHECK(holds(page, "<dd><bdi>visas inte</bdi></dd>"));
  CHECK(!holds(page, "procentenheter"));
}

TEST_CASE("Filters offer what occurs, in the order of the alphabet", "[gallery]") {
  Gallery gallery = three_reports();
  gallery.cards[0].county = {"1", "Örebro län"};
  gallery.cards[1].county = {"2", "Åby län"};
  gallery.cards[2].county = {};
  gallery.cards[2].warnings = {{{"few", "Få svar"}, "4 svar."}};
  const std::string settings = file_of(gallery, "gallery/data/0000.js");
  CHECK(holds(settings, R"("county":[["2","Åby län"],["1","Örebro län"]])"));
  CHECK(holds(settings, R"("warning":[["few","Få svar"]])"));
}

TEST_CASE("Without a script every report is a link", "[gallery]") {
  const std::string page = file_of(three_reports(), "index.html");
  const std::string plain = page.substr(page.find("<noscript>"));
  for (const char* link : {"<a href=\"gallery/1.html\">Askdala</a>", "<a href=\"gallery/3.html\">Åkerby</a>"})
    CHECK(holds(plain, link));
}

TEST_CASE("A report's page leads to the reports before and after it", "[gallery]") {
  const Gallery gallery = three_reports();
  const std::string first = page_of(gallery, {gallery.cards[0], {}, {}});
  CHECK(holds(first, "id=\"prev\" rel=\"prev\" aria-keyshortcuts=\"ArrowLeft\" href=\"#content\" hidden"));
  CHECK(holds(first, "href=\"2.html\""));
  const std::string last = page_of(gallery, {gallery.cards[2], {}, {}});
  CHECK(holds(last, "aria-keyshortcuts=\"ArrowRight\" href=\"#content\" hidden"));
  CHECK(!holds(page_of(gallery, {gallery_card("9", "Unknown"), {}, {}}), "href=\"1.html\""));
}

TEST_CASE("A report's page says its warnings, what it was made from and where its files are", "[gallery]") {
  GalleryReport report{gallery_card("1", "Askdala"), {{"Modell", "dimios 2023"}}, {}};
  CHECK(holds(page_of(three_reports(), report), "<p>Inga varningar.</p>"));
  report.card.warnings = {{{"few", "Få svar"}, "Bara 4 svarade."}};
  const std::string page = page_of(three_reports(), report);
  CHECK(holds(page, "<li><strong>Få svar</strong> Bara 4 svarade.</li>"));
  CHECK(!holds(page, "Inga varningar."));
  CHECK(holds(page, "<dt>Modell</dt><dd><bdi>dimios 2023</bdi></dd>"));
  CHECK(holds(page, "<a href=\"../reports/1.pdf\">Rapporten som PDF</a> (26 sidor)"));
  CHECK(!holds(page, "webbsida"));
}

TEST_CASE("Pages that are other than before stand beside what they were, the others alone", "[gallery]") {
  GalleryReport report{
      gallery_card("1", "Askdala"), {}, {{"a.png", {}, {}}, {"b.png", "c.png", "d.png"}, {{}, "e.png", {}}}};
  const std::string page = page_of(three_reports(), report);
  const std::size_t changed = page.find("Ändrade sidor"), alone = page.find("<div class=\"pages\">");
  REQUIRE(changed < alone);
  const std::string compared = page.substr(changed, alone - changed);
  for (const char* picture : {"../b.png", "../c.png", "../d.png", "../e.png"}) CHECK(holds(compared, picture));
  CHECK(holds(compared, "Sidan finns inte längre i rapporten."));
  CHECK(holds(page.substr(alone), "../a.png"));
  CHECK(!holds(page_of(three_reports(), {report.card, {}, {}}), "<img"));
}

TEST_CASE("The scripts get every word that they say, and say every word that they get", "[gallery]") {
  const std::string settings = file_of(three_reports(), "gallery/data/0000.js");
  const std::string scripts =
      test::source_file("templates/gallery/list.js") + test::source_file("templates/gallery/card.js");
  const std::size_t from = settings.find("\"words\":{"), to = settings.find("\"choices\"");
  std::set<std::string> said = names_after(scripts, "settings.words.");
  for (const char* by_name : {"showing", "looked_count", "missing"}) {
    CHECK(holds(scripts, std::string("say(\"") + by_name + "\""));
    said.insert(by_name);
  }
  for (const std::string& word : said)
    if (!word.empty()) CHECK(holds(settings.substr(from, to - from), "\"" + word + "\":"));
}

TEST_CASE("The folder of the gallery's sources holds what the program reads, and nothing else", "[gallery]") {
  std::set<std::string> known, found;
  for (const GallerySource& source : kGallerySources) known.insert(source.name);
  for (const auto& entry : std::filesystem::directory_iterator(MOGNAD_ROOT "/templates/gallery"))
    found.insert(entry.path().filename().string());
  CHECK(found == known);
}
