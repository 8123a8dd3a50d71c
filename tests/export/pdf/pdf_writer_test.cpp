#include "export/pdf/pdf_writer.h"

#include <unistd.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "export/csv/report_data.h"
#include "export/pdf/xmp.h"
#include "report/report_head.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// What a command writes to its output and errors; its status is put behind.
std::string output_of(const std::string& command) {
  std::string all;
  FILE* pipe = popen((command + " 2>&1; echo \"status $?\"").c_str(), "r");
  if (!pipe) return {};
  std::array<char, 4096> part;
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) all.append(part.data(), n);
  pclose(pipe);
  return all;
}

bool installed(const char* program) {
  return output_of(std::string("command -v ") + program).find("status 0") != std::string::npos;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The report of one organisation as a file in a folder that goes away with it.
class WrittenReport {
 public:
  explicit WrittenReport(const LanguageTag& tag)
      : folder_(std::filesystem::temp_directory_path() / ("mognad-pdf-" + std::to_string(getpid()) + "-" + tag)),
        report_(small_survey().report(0, tag)) {
    std::filesystem::create_directories(folder_);
    const Voice& voice = small_survey().voice(tag);
    data_ = report_data(ReportFacts(small_survey().inputs(), 0, voice.words)).csv;
    auto rendered = render_report(small_survey().batch(), 0, voice.words, const_cast<Voice&>(voice).shaper);
    for (const Problem& problem : rendered.problems) UNSCOPED_INFO(to_text(problem));
    REQUIRE(rendered);
    std::ofstream(path(), std::ios::binary) << rendered->bytes;
    report_.identity.inputs_sha256 = rendered->inputs_sha256;
    report_.sections.back().blocks.push_back(provenance(report_, voice.words));
    pages_ = *lay_out(report_, small_survey().style(tag));
  }
  ~WrittenReport() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  WrittenReport(const WrittenReport&) = delete;
  WrittenReport& operator=(const WrittenReport&) = delete;

  std::string path() const { return (folder_ / "report.pdf").string(); }
  std::string folder() const { return folder_.string(); }
  const Report& report() const { return report_; }
  const Pages& pages() const { return pages_; }
  const std::string& data() const { return data_; }
  std::string run(const std::string& before, const std::string& after = "") const {
    return output_of(before + " " + path() + " " + after);
  }

 private:
  std::filesystem::path folder_;
  Report report_;
  Pages pages_;
  std::string data_;
};

const WrittenReport& written(const LanguageTag& tag) {
  static std::map<LanguageTag, std::unique_ptr<WrittenReport>> all;
  auto& one = all[tag];
  if (!one) one = std::make_unique<WrittenReport>(tag);
  return *one;
}

/// The characters of a text in order of their codes, without white space and soft hyphens: what must come out as it
/// went in.
std::map<std::string, int> characters_of(const std::string& text) {
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const std::string c = text.substr(i, end - i);
    const bool space = c == " " || c == "\n" || c == "\f" || c == "\r" || c == "\t" || c == "\u00A0" || c == "\u00AD";
    if (!space) ++counts[c];
    i = end;
  }
  return counts;
}

std::vector<std::string> words_of(std::string text) {
  for (const std::string& space : {std::string("\u00A0"), std::string("\f")})
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space, at))
      text.replace(at, space.size(), " ");
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string without_status(const std::string& text) { return text.substr(0, text.rfind("status ")); }

std::string raw_text(const LanguageTag& tag, std::size_t page) {
  const std::string number = std::to_string(page + 1);
  return without_status(written(tag).run("pdftotext -raw -enc UTF-8 -f " + number + " -l " + number, "-"));
}

std::string page_words(const Picture& page) { return text_of(page); }

Report plain_report() {
  Report report = small_survey().report(0, "sv");
  report.sections.resize(1);
  return report;
}

Result<std::string> written_with(const Report& report, Pages pages) {
  return write_pdf(report, pages, small_survey().pdf);
}

Pages plain_pages(const Report& report) { return *lay_out(report, small_survey().style("sv")); }

}  // namespace

TEST_CASE("A finished file is sound", "[pdf]") {
  if (!installed("qpdf")) return;
  for (const LanguageTag tag : kLanguages) {
    const std::string found = written(tag).run("qpdf --check");
    INFO(found);
    CHECK(has(found, "No syntax or stream encoding errors found"));
    CHECK(has(found, "status 0"));
    CHECK_FALSE(has(found, "WARNING"));
  }
}

TEST_CASE("A finished file is tagged and has a title and the date of the report", "[pdf]") {
  if (!installed("pdfinfo")) return;
  for (const LanguageTag tag : kLanguages) {
    const std::string found = written(tag).run("TZ=UTC pdfinfo -isodates");
    INFO(found);
    CHECK(has(found, "Tagged:          yes"));
    CHECK(has(found, "Title:           " + written(tag).report().title));
    CHECK(has(found, "CreationDate:    2026-02-12"));
    CHECK(has(found, "Encrypted:       no"));
    CHECK(has(found, "Pages:           " + std::to_string(written(tag).pages().pages.size()) + "\n"));
    CHECK_FALSE(has(found, "Error"));
  }
}

TEST_CASE("Every font is embedded, a subset, and says what its glyphs mean", "[pdf]") {
  if (!installed("pdffonts")) return;
  for (const LanguageTag tag : kLanguages) {
    const std::string found = without_status(written(tag).run("pdffonts"));
    INFO(found);
    std::istringstream lines(found);
    int fonts = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.find("Lato") == std::string::npos) continue;
      ++fonts;
      CHECK(has(line, "yes yes yes"));
      CHECK(line.find('+') == 6);
    }
    CHECK(fonts == 3);
  }
}

TEST_CASE("The text of a page comes out as it was put in", "[pdf]") {
  if (!installed("pdftotext")) return;
  for (const LanguageTag tag : kLanguages)
    for (std::size_t page = 0; page < written(tag).pages().pages.size(); ++page) {
      INFO(tag << ", page " << page + 1);
      CHECK(characters_of(raw_text(tag, page)) == characters_of(page_words(written(tag).pages().pages[page].picture)));
    }
}

TEST_CASE("Words come out whole", "[pdf]") {
  if (!installed("pdftotext")) return;
  for (const LanguageTag tag : kLanguages)
    for (std::size_t page = 0; page < written(tag).pages().pages.size(); ++page) {
      const std::vector<std::string> found = words_of(raw_text(tag, page));
      for (const PlacedText& text : placed_texts(written(tag).pages().pages[page].picture))
        for (const std::string& word : words_of(text.run.text)) {
          if (has(word, "\u00AD") || word.size() < 4) continue;
          INFO(tag << ", page " << page + 1 << ": \"" << word << "\" of \"" << text.run.text << "\"");
          CHECK(std::any_of(found.begin(), found.end(), [&](const std::string& f) { return has(f, word); }));
        }
    }
}

TEST_CASE("Letters, decimals and signs of the language come out", "[pdf]") {
  if (!installed("pdftotext")) return;
  const std::string swedish = written("sv").run("pdftotext -raw -enc UTF-8", "-");
  for (const char* part : {"å", "ä", "ö", "50,0", "–"}) CHECK(has(swedish, part));
  CHECK((has(swedish, "\u2212") || has(swedish, "+")));
  CHECK(has(written("en").run("pdftotext -raw -enc UTF-8", "-"), "50.0"));
}

TEST_CASE("Section titles are read in their order", "[pdf]") {
  if (!installed("pdfinfo")) return;
  for (const LanguageTag tag : kLanguages) {
    const std::string found = written(tag).run("pdfinfo -struct-text");
    std::size_t last = 0;
    for (const Section& section : written(tag).report().sections) {
      const std::size_t at = found.find(section.title + "\"", last);
      INFO(section.title);
      REQUIRE(at != std::string::npos);
      last = at;
    }
    CHECK_FALSE(has(found, "Syntax Error"));
  }
}

TEST_CASE("The structure holds what readers need", "[pdf]") {
  if (!installed("pdfinfo")) return;
  const std::string found = written("sv").run("pdfinfo -struct");
  for (const char* part : {"Document", "Sect", "H1", "H2", "Table", "THead", "TH", "LBody", "Figure", "Scope"}) {
    INFO(part);
    CHECK(has(found, part));
  }
}

TEST_CASE("The attached data are those of the report", "[pdf]") {
  if (!installed("pdfdetach")) return;
  for (const LanguageTag tag : kLanguages) {
    written(tag).run("pdfdetach -saveall -o " + written(tag).folder());
    std::ifstream file(written(tag).folder() + "/data.csv", std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    CHECK(bytes.str() == written(tag).data());
  }
}

TEST_CASE("A second reader opens the file and finds the same words", "[pdf]") {
  if (!installed("mutool")) return;
  const std::string found = written("sv").run("mutool draw -F text", "1-2");
  INFO(found);
  CHECK(has(found, "status 0"));
  CHECK(has(found, written("sv").report().cover.name));
  CHECK_FALSE(has(found, "error:"));
  CHECK_FALSE(has(found, "repair"));
}

TEST_CASE("The same report gives the same bytes, whatever was made before it", "[pdf]") {
  const auto bytes = [](int organisation) {
    Voice& voice = small_survey().voice("sv");
    return render_report(small_survey().batch(), organisation, voice.words, voice.shaper)->bytes;
  };
  const std::string first = bytes(1);
  bytes(2);
  CHECK((bytes(1) == first));
  CHECK((bytes(2) != first));
  Voice fresh(small_survey().loaded->languages.front(), small_survey().loaded->fonts);
  CHECK((render_report(small_survey().batch(), 1, fresh.words, fresh.shaper)->bytes == first));
}

TEST_CASE("Every report of the small survey becomes a file in both languages", "[pdf]") {
  for (const LanguageTag tag : kLanguages)
    for (int i = 0; i < small_survey().organisations(); ++i) {
      Voice& voice = small_survey().voice(tag);
      const auto rendered = render_report(small_survey().batch(), i, voice.words, voice.shaper);
      INFO(small_survey().organisation(i).name << " in " << tag);
      REQUIRE(rendered);
      CHECK(rendered->bytes.starts_with("%PDF-1.7"));
      CHECK(rendered->pages >= 3);
    }
}

TEST_CASE("Documents differ where their inputs differ", "[pdf]") {
  Report report = plain_report();
  const Pages pages = plain_pages(report);
  const auto first = written_with(report, pages);
  report.identity.inputs_sha256 = "another";
  const auto second = written_with(report, pages);
  REQUIRE(first);
  REQUIRE(second);
  CHECK((*first != *second));
}

TEST_CASE("A document without a title or a language gives no file", "[pdf]") {
  Report report = plain_report();
  const Pages pages = plain_pages(report);
  report.title.clear();
  CHECK_FALSE(written_with(report, pages));
  report = plain_report();
  report.document_tag.clear();
  const auto file = written_with(report, pages);
  CHECK_FALSE(file);
  REQUIRE(file.problems.size() == 1);
  CHECK(has(file.problems.front().message, "language"));
}

TEST_CASE("A document with a fault in its structure gives no file", "[pdf]") {
  const Report report = plain_report();
  Pages pages = plain_pages(report);
  for (Element& element : pages.elements) element.alternative.clear();
  const auto file = written_with(report, pages);
  CHECK_FALSE(file);
  for (const Problem& problem : file.problems) CHECK(problem.place.file == report.title);
}

TEST_CASE("Attachments with brackets in their names and more than one are found again", "[pdf]") {
  if (!installed("pdfdetach")) return;
  Report report = plain_report();
  report.attachments = {{"values (2025).csv", "text/csv", "Värden", "a,b\n"}, {"about.txt", "text/plain", "Om", "c"}};
  const auto file = written_with(report, plain_pages(report));
  REQUIRE(file);
  const std::string path = written("sv").folder() + "/attached.pdf";
  std::ofstream(path, std::ios::binary) << *file;
  const std::string found = output_of("pdfdetach -list " + path);
  INFO(found);
  CHECK(has(found, "values (2025).csv"));
  CHECK(has(found, "about.txt"));
  CHECK(has(output_of("qpdf --check " + path), "No syntax"));
}

TEST_CASE("Metadata escape what XML gives a meaning and agree with the document", "[pdf]") {
  Report report = plain_report();
  report.title = "A & B <\"C\">";
  const std::string xmp = pdf::xmp_packet(report, "producer");
  CHECK(has(xmp, "A &amp; B &lt;&quot;C&quot;&gt;"));
  CHECK(has(xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  CHECK(has(xmp, "<pdfaid:part>3</pdfaid:part>"));
  CHECK(has(xmp, "<xmp:CreateDate>2026-02-12T00:00:00Z</xmp:CreateDate>"));
  CHECK(has(xmp, "<mognad:organisationCode>" + report.identity.organisation_code));
}
