// What the publication of a year says of itself: each way in which a figure can be another one's.
#include <catch2/catch.hpp>

#include "support/defects.h"
#include "support/small_publication.h"
#include "verification/verify.h"

using namespace mognad;
using namespace mognad::verification;
using namespace mognad::test;

namespace {

/// Two figures, and what their manifest says; never moved, because the names refer to the manifest.
struct Folder {
  MemoryFiles files;
  BatchResult result = [this] {
    PublicationOptions options;
    options.output = "out";
    options.only = {"narrow", "slide"};
    options.formats = only_formats({PublicationFormat::pdf, PublicationFormat::csv});
    return render_publication(small_publication().inputs(), composed_publication(), options, files);
  }();
  Findings findings;
  Manifest manifest = read_manifest(publication_manifest(result), findings);
  SurveyNames names{manifest};
};

const Folder& folder() {
  static const Folder made;
  return made;
}

std::set<std::string> found_in(const std::string& path, std::string bytes, const Expected& expected) {
  std::set<std::string> found;
  for (const Finding& finding : verify_file(path, std::move(bytes), expected))
    if (finding.rule->id != "M-manifest-4" && finding.rule->id != "M-manifest-5") found.emplace(finding.rule->id);
  return found;
}

const std::string kFigure = "figures/narrow.sv.pdf";

Expected expected_of(const std::string& path) { return {&folder().names, folder().manifest.file(path)}; }

std::set<std::string> found_after(const std::function<void(QPDF&)>& edit) {
  return found_in("out/" + kFigure, edited(*folder().files.read("out/" + kFigure), edit), expected_of(kFigure));
}

void in_metadata(QPDF& file, const std::string& from, const std::string& to) {
  replace_in_stream(file.getRoot().getKey("/Metadata"), from, to);
}

}  // namespace

TEST_CASE("The manifest of a publication needs no organisation's code", "[verification][publication]") {
  CHECK(folder().findings.empty());
  REQUIRE(folder().manifest.file(kFigure));
  CHECK(folder().manifest.file(kFigure)->figure == "narrow");
  CHECK(folder().manifest.file(kFigure)->group == "Statusrapport 2025");
}

TEST_CASE("Each way in which a figure can be another's is found by its rule", "[verification][publication]") {
  struct Defect {
    const char* what;
    std::function<void(QPDF&)> edit;
    std::set<std::string> found;
  };
  const std::string other = small_survey().organisation(1).formal_name;
  const Defect kDefects[] = {
      {"nothing", [](QPDF&) {}, {}},
      {"publication",
       [](QPDF& f) { in_metadata(f, "Name>Statusrapport 2025<", "Name>Årsrapport 2025<"); },
       {"M-identity-2", "M-identity-15"}},
      {"title",
       [](QPDF& f) {
         f.getTrailer().getKey("/Info").replaceKey("/Title", QPDFObjectHandle::newUnicodeString("Figur"));
       },
       {"M-identity-3"}},
      {"year", [](QPDF& f) { in_metadata(f, "year>2025<", "year>2024<"); }, {"M-identity-8", "M-identity-15"}},
      {"inputs",
       [](QPDF& f) { in_metadata(f, "inputsSha256>", "inputsSha256>0"); },
       {"M-identity-10", "M-identity-15"}},
      {"an organisation's name",
       [&](QPDF& f) { element_of(f, "Figure").replaceKey("/Alt", QPDFObjectHandle::newUnicodeString("som " + other)); },
       {"M-identity-7"}},
  };
  for (const Defect& defect : kDefects) {
    INFO(defect.what);
    std::set<std::string> found = found_after(defect.edit);
    std::erase_if(found, [](const std::string& id) { return !id.starts_with("M-identity"); });
    CHECK(found == defect.found);
  }
}

TEST_CASE("A figure under another figure's name is found, with a manifest and without", "[verification][publication]") {
  const std::string bytes = *folder().files.read("out/" + kFigure);
  CHECK(found_in("out/" + kFigure, bytes, {}).empty());
  CHECK(found_in("out/figures/slide.sv.pdf", bytes, {}) == std::set<std::string>{"M-identity-6"});
  CHECK(found_in("out/figures/slide.sv.pdf", bytes, expected_of("figures/slide.sv.pdf")) ==
        std::set<std::string>{"M-identity-10", "M-identity-15"});
}

TEST_CASE("A file of the publication that is no PDF file is compared by its bytes", "[verification][publication]") {
  const std::string path = "figures/narrow.sv.csv";
  const std::string bytes = *folder().files.read("out/" + path);
  CHECK(verify_file("out/" + path, bytes, expected_of(path)).empty());
  CHECK(verify_file("out/" + path, bytes + " ", expected_of(path)).size() == 1);
}
