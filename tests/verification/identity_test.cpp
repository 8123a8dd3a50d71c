// Whose a report is: each way in which a file can be another's.
#include "verification/identity.h"

#include <catch2/catch.hpp>

#include "support/defects.h"
#include "verification/finished_folder.h"
#include "verification/page_text.h"
#include "verification/spoken_text.h"
#include "verification/verify.h"

using namespace mognad;
using namespace mognad::verification;
using namespace mognad::test;

namespace {

const std::string kFirst = "out/reports/9001-askdala-kommun.sv.pdf";

/// The first report of the folder, edited and checked against the folder's manifest.
std::set<std::string> found_after(const std::function<void(QPDF&)>& edit) {
  static const auto names = [] {
    Findings findings;
    auto* manifest = new Manifest(read_manifest(finished_folder().at("out/manifest.json"), findings));
    REQUIRE(findings.empty());
    return new SurveyNames(*manifest);
  }();
  const KnownFile* known = names->manifest().file(kFirst.substr(4));
  REQUIRE(known);
  std::set<std::string> found;
  for (const Finding& finding : verify_file(kFirst, edited(finished_folder().at(kFirst), edit), {names, known}))
    // The edit itself changes size and hash.
    if ((finding.rule->id.starts_with("M-identity") || finding.rule->id.starts_with("M-manifest")) &&
        finding.rule->id != "M-manifest-4" && finding.rule->id != "M-manifest-5")
      found.emplace(finding.rule->id);
  return found;
}

void in_metadata(QPDF& file, const std::string& from, const std::string& to) {
  replace_in_stream(file.getRoot().getKey("/Metadata"), from, to);
}

}  // namespace

TEST_CASE("Each way in which a file can be another's is found by its rule", "[verification][identity]") {
  struct Defect {
    const char* what;
    std::function<void(QPDF&)> edit;
    std::set<std::string> found;
  };
  const std::string other = small_survey().organisation(1).formal_name;
  const Defect kDefects[] = {
      {"nothing", [](QPDF&) {}, {}},
      {"code", [](QPDF& f) { in_metadata(f, "Code>9001<", "Code>9002<"); }, {"M-identity-1", "M-identity-15"}},
      {"no code", [](QPDF& f) { in_metadata(f, "Code>9001<", "Code><"); }, {"M-identity-1", "M-identity-15"}},
      {"name",
       [&](QPDF& f) { in_metadata(f, "Name>Askdala kommun<", "Name>" + other + "<"); },
       {"M-identity-2", "M-identity-7", "M-identity-15"}},
      {"title",
       [](QPDF& f) {
         f.getTrailer().getKey("/Info").replaceKey("/Title", QPDFObjectHandle::newUnicodeString("Rapport"));
       },
       {"M-identity-3"}},
      {"title in the metadata",
       [](QPDF& f) {
         in_metadata(f, ": Askdala kommun</rdf:li></rdf:Alt></dc:title>", "</rdf:li></rdf:Alt></dc:title>");
       },
       {"M-identity-4"}},
      {"first page lost", [](QPDF& f) { f.removePage(f.getAllPages().at(0)); }, {"M-identity-5", "M-manifest-9"}},
      {"first page empty",
       [](QPDF& f) {
         content_of(f, 0).replaceStreamData("", QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
       },
       {"M-identity-5"}},
      {"name in an alternative text",
       [&](QPDF& f) { element_of(f, "Figure").replaceKey("/Alt", QPDFObjectHandle::newUnicodeString("som " + other)); },
       {"M-identity-7"}},
      {"name in the genitive in a bookmark",
       [&](QPDF& f) {
         f.getRoot()
             .getKey("/Outlines")
             .getKey("/First")
             .replaceKey("/Title", QPDFObjectHandle::newUnicodeString(other + "s plan"));
       },
       {"M-identity-7"}},
      {"name in an ActualText",
       [&](QPDF& f) {
         element_of(f, "P").replaceKey("/ActualText", QPDFObjectHandle::newUnicodeString("hos " + other));
       },
       {"M-identity-7"}},
      {"survey",
       [](QPDF& f) { in_metadata(f, "survey>example<", "survey>another<"); },
       {"M-identity-8", "M-identity-15"}},
      {"year", [](QPDF& f) { in_metadata(f, "year>2025<", "year>2024<"); }, {"M-identity-8", "M-identity-15"}},
      {"language of the file",
       [](QPDF& f) { f.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString("en-GB")); },
       {"M-identity-9"}},
      {"language in the metadata",
       [](QPDF& f) { in_metadata(f, "<rdf:li>sv-SE<", "<rdf:li>en-GB<"); },
       {"M-identity-9"}},
      {"inputs",
       [](QPDF& f) { in_metadata(f, "inputsSha256>", "inputsSha256>0"); },
       {"M-identity-10", "M-identity-15", "M-identity-17"}},
      {"program",
       [](QPDF& f) { in_metadata(f, "mognad:program>mognad", "mognad:program>other"); },
       {"M-identity-11", "M-identity-15"}},
      {"edition", [](QPDF& f) { in_metadata(f, "edition>1<", "edition>2<"); }, {"M-identity-15"}},
      {"an edition that replaces itself",
       [](QPDF& f) { in_metadata(f, "<mognad:model>", "<mognad:replaces>1</mognad:replaces><mognad:model>"); },
       {"M-identity-15", "M-identity-18"}},
      {"an edition that replaces none that there can be",
       [](QPDF& f) { in_metadata(f, "<mognad:model>", "<mognad:replaces>0</mognad:replaces><mognad:model>"); },
       {"M-identity-15", "M-identity-18"}},
  };
  for (const Defect& defect : kDefects) {
    INFO(defect.what);
    CHECK(found_after(defect.edit) == defect.found);
  }
}

TEST_CASE("Words marked as a name are compared with the names of that organisation", "[verification][identity]") {
  const auto marked_as = [](const std::string& code) {
    return [code](QPDF& f) {
      element_of(f, "P").replaceKey(
          "/A", QPDFObjectHandle::parse("<</O /UserProperties /P [<</N (organisation) /V (" + code + ")>>]>>"));
    };
  };
  CHECK(found_after(marked_as("9001")) == std::set<std::string>{"M-identity-12"});
  CHECK(found_after(marked_as("9002")) == std::set<std::string>{"M-identity-12", "M-identity-7"});
  CHECK(found_after(marked_as("none")) == std::set<std::string>{"M-identity-12", "M-identity-7"});
}

TEST_CASE("What is hidden on a page is not read, and what stands around it is not put together",
          "[verification][identity]") {
  const Document document = Document::read(finished_folder().at(kFirst));
  const std::vector<PageContent> contents = read_contents(document);
  const Fonts fonts = Fonts::read(document);
  const TagTree tree = read_tag_tree(document);
  const ReadFile file{document, contents, fonts, tree};
  HiddenMarks hidden;
  for (int mcid = 0; mcid < 1000; ++mcid) hidden.emplace(0, mcid);
  CHECK(page_text(file, 0, Artifacts::left_out).find("Askdala") != std::string::npos);
  CHECK(page_text(file, 0, Artifacts::left_out, hidden).find("Askdala") == std::string::npos);
  CHECK(page_text(file, 0, Artifacts::left_out, hidden).find('|') != std::string::npos);
  CHECK(shown_pieces(file, 0, hidden).find("Askdala kommun") == std::string::npos);
}

TEST_CASE("Another organisation's page, data or hash is found", "[verification][identity]") {
  using Ids = std::set<std::string>;
  const std::string& second = finished_folder().at("out/reports/9002-bjorkviks-kommun.sv.pdf");
  // M-identity-7 too: the foot names the other.
  const Ids page = found_after([&](QPDF& f) {
    QPDF other;
    other.processMemoryFile("second", second.data(), second.size());
    content_of(f, 1).replaceStreamData(content_of(other, 1).getStreamData(), QPDFObjectHandle::newNull(),
                                       QPDFObjectHandle::newNull());
  });
  CHECK(page.contains("M-identity-13"));
  const auto attached = [](QPDF& f, const std::string& name) {
    for (QPDFObjectHandle object : f.getAllObjects())
      if (object.isDictionary() && object.hasKey("/EF") && object.getKey("/UF").getUTF8Value() == name)
        return object.getKey("/EF").getKey("/F");
    FAIL("no " + name);
    return QPDFObjectHandle::newNull();
  };
  const auto in_data = [&](const std::string& name, const std::string& from, const std::string& to) {
    return found_after([&](QPDF& f) { replace_in_stream(attached(f, name), from, to); });
  };
  CHECK(in_data("data.json", "\"year\": 2025", "\"year\": 2024") == Ids{"M-identity-15"});
  CHECK(in_data("data.json", "\"organisation\": \"9001\"", "\"organisation\": \"9002\"") == Ids{"M-identity-15"});
  CHECK(in_data("data.json", "\"inputs_sha256\"", "\"inputs\"") == Ids{"M-identity-15"});
  CHECK(in_data("data.json", "\"values\"", "values") == Ids{"M-identity-15"});
  CHECK(in_data("data.json", "2025,", "2024,").contains("M-identity-15"));
  CHECK(in_data("data.json", ",2025,", ",2024,") == Ids{"M-identity-16"});
  CHECK(in_data("data.csv", ",2025,", ",2024,") == Ids{"M-identity-16"});
  CHECK(in_data("data.json", "\"title\": \"", "\"title\": \"Björkviks kommun. ") == Ids{"M-identity-7"});
  CHECK(found_after([](QPDF& f) { f.getRoot().removeKey("/AF"); }) == Ids{"M-identity-14"});
  CHECK(found_after([](QPDF& f) { f.getRoot().getKey("/Names").removeKey("/EmbeddedFiles"); }) == Ids{"M-identity-14"});
  CHECK(found_after([](QPDF& f) { f.getRoot().getKey("/AF").eraseItem(0); }) == Ids{"M-identity-14"});
  CHECK(found_after([](QPDF& f) {
          QPDFObjectHandle files = f.getRoot().getKey("/AF");
          files.appendItem(files.getArrayItem(0));
        }) == Ids{"M-identity-14"});
  CHECK(found_after([](QPDF& f) { f.removePage(f.getAllPages().back()); }) == Ids{"M-identity-17", "M-manifest-9"});
}

TEST_CASE("A name that is attached or shown on a page is found there", "[verification][identity]") {
  const std::string other = small_survey().organisation(1).formal_name;
  CHECK(found_after([&](QPDF& f) {
          for (QPDFObjectHandle object : f.getAllObjects())
            if (object.isStream() && object.getDict().getKey("/Type").isName() &&
                object.getDict().getKey("/Type").getName() == "/EmbeddedFile")
              object.replaceStreamData("kind,name\nown," + other + "\n", QPDFObjectHandle::newNull(),
                                       QPDFObjectHandle::newNull());
        }) == std::set<std::string>{"M-identity-7", "M-identity-15"});
  CHECK(found_after([&](QPDF& f) {
          const std::string text = QPDFObjectHandle::newUnicodeString("hos " + other + "s").unparse();
          QPDFObjectHandle page = f.getAllPages().at(1);
          page.addPageContents(
              QPDFObjectHandle::newStream(&f, "\n/Span <</ActualText " + text + ">> BDC BT () Tj ET EMC\n"), false);
        }) == std::set<std::string>{"M-identity-7"});
}

TEST_CASE("A word whose parts have marks of their own is one word", "[verification][identity]") {
  Document document;
  document.pages.resize(1);
  std::vector<PageContent> contents(1);
  verification::Mark paragraph{"P", 0, {}};
  verification::Mark part{"Span", -1, {}, 0};
  contents[0].marks = {paragraph, part, part};
  contents[0].marks[1].properties.set("ActualText", String{"Ask"});
  contents[0].marks[2].properties.set("ActualText", String{"dala"});
  contents[0].shown = {{0, "a", 1, 0}, {0, "b", 2, 0}};
  const Fonts fonts;
  const TagTree tree;
  CHECK(page_text({document, contents, fonts, tree}, 0, Artifacts::included) == "Askdala\n");
}

TEST_CASE("A label of a chart is read by itself", "[verification][identity]") {
  Document document;
  document.pages.resize(1);
  std::vector<PageContent> contents(1);
  for (const char* codes : {"label", "Region ", "Sk", "ane", "label"}) contents[0].shown.push_back({0, codes, -1, 0});
  contents[0].shown[2].continues = contents[0].shown[3].continues = true;
  const Fonts fonts;
  const TagTree tree;
  const ReadFile file{document, contents, fonts, tree};
  const std::string text = shown_pieces(file, 0);
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  CHECK(shown_pieces(file, 1).empty());
}

TEST_CASE("A file without a manifest is compared with itself and with its name", "[verification][identity]") {
  const auto found = [](const std::string& path, const std::string& bytes) {
    std::set<std::string> ids;
    for (const Finding& finding : verify_file(path, bytes, {}))
      if (finding.rule->id.starts_with("M-")) ids.emplace(finding.rule->id);
    return ids;
  };
  const std::string& bytes = finished_folder().at(kFirst);
  using Ids = std::set<std::string>;
  CHECK(found("9001-askdala-kommun.sv.pdf", bytes).empty());
  CHECK(found("a/b/9001-askdala-kommun.sv.pdf", bytes).empty());
  CHECK(found("9002-askdala-kommun.sv.pdf", bytes) == Ids{"M-identity-6"});
  CHECK(found("9001-askdala-kommun.en.pdf", bytes) == Ids{"M-identity-6"});
  CHECK(found("9001-askdala-kommun.sv.pdf", edited(bytes, [](QPDF& f) {
                in_metadata(f, "Name>Askdala kommun<", "Name>Björkvattnets kommun<");
              })) == Ids{"M-identity-3", "M-identity-4", "M-identity-5", "M-identity-6", "M-identity-15"});
  CHECK(found("another-name.sv.pdf", edited(bytes, [](QPDF& f) { f.getRoot().removeKey("/Lang"); })).empty());
  CHECK_FALSE(found("9001-askdala-kommun.sv.pdf", "").empty());
  CHECK_FALSE(found("9001-askdala-kommun.sv.pdf", "%PDF-1.7\n").empty());
  CHECK_FALSE(found("9001-askdala-kommun.sv.pdf", bytes.substr(0, bytes.size() / 2)).empty());
}
