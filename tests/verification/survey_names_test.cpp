// Names of organisations in text.
#include "verification/survey_names.h"

#include <catch2/catch.hpp>

#include "verification/identity_names.h"

using namespace mognad::verification;

namespace {

Manifest swedish_manifest() {
  Manifest manifest;
  manifest.organisations = {{"0114", "Upplands Väsby kommun"},
                            {"08", "Region Kalmar län"},
                            {"0880", "Kalmar kommun"},
                            {"12", "Region Skåne"},
                            {"13", "Region Halland"},
                            {"1480", "Göteborgs Stad"},
                            {"1481", "Berg"},
                            {"1490", "Borås stad"},
                            {"2023", "Malung-Sälens kommun"},
                            {"2326", "Bergs kommun"},
                            {"9000", "Göteborgs universitet"},
                            {"9001", "Skatteverket", "Skatte\xC2\xADverket"},
                            {"9002", "S:t Olofs kommun"}};
  manifest.consenting = {"13"};
  manifest.allowed_names = {"Kalmar län", "Skåne län", "Källa: Region Skåne, årsbok 2024", "Kommungrupp A2"};
  return manifest;
}

/// Names found in the report of Borås.
std::vector<std::string> foreign(std::string_view text) {
  static const Manifest manifest = swedish_manifest();
  static const SurveyNames names(manifest);
  KnownFile file;
  file.organisation = "1490";
  return names.foreign_names(text, file);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A formal name of another organisation is found however it is written", "[verification][identity]") {
  const Names skåne{"Region Skåne"}, väsby{"Upplands Väsby kommun"};
  const std::pair<const char*, Names> kTexts[] = {
      {"samarbete med Region Skåne, som", skåne},
      {"Region Skånes arbete", skåne},
      {"Region Skåne’s work", skåne},
      {"Region Skåne's work", skåne},
      {"REGION SKÅNE", skåne},
      {"region\nSkåne", skåne},
      {"Region\xC2\xA0Skåne", skåne},
      {"Region  \t Skåne", skåne},
      {"Region\xE2\x80\xAFSkåne", skåne},
      {"Regi\xC2\xADon Skåne", skåne},
      {"Regi-\non Skåne", skåne},
      {"Regi\xC2\xAD\non Skåne", skåne},
      {"Region Skå-\n  nes arbete", skåne},
      {"Region Ska\xCC\x8Ane", skåne},
      {"(Region Skåne)", skåne},
      {"Upplands Väsby kommuns plan", väsby},
      {"Upp\xE2\x80\x90\nlands Väsby\nkommun", väsby},
      {"Malung-\nSälens kommun", {"Malung-Sälens kommun"}},
      {"i Bergs kommun", {"Bergs kommun"}},
      {"Region Kalmar län", {"Region Kalmar län"}},
      {"Region Kalmar läns plan", {"Region Kalmar län"}},
      {"hos Skatteverket", {"Skatteverket"}},
      {"S:t Olofs kommun", {"S:t Olofs kommun"}},
      {"Kalmar kommun och Region Skåne", {"Kalmar kommun", "Region Skåne"}},
      {"Göteborgs Stads och Göteborgs universitets", {"Göteborgs Stad", "Göteborgs universitet"}},
  };
  for (const auto& [text, names] : kTexts) {
    INFO(text);
    CHECK(foreign(text) == names);
  }
}

TEST_CASE("What is no name of another organisation is not found", "[verification][identity]") {
  for (const char* text :
       {"Borås stads resultat", "kommunerna i Kalmar län", "Skåne län", "Skåne", "Källa: Region Skåne, årsbok 2024",
        "Berg", "Bergs", "ett berg i Berg", "i Kalmar. Kommunen växer", "i Kalmar. Kommun för kommun", "Upplands Väsby",
        "Göteborgs hamn", "skatteverket som ord", "Region Skånetrafiken", "Subregion Skåne", "Kommungrupp A2", "",
        "\xFF\xFE\x80", "\xC3"}) {
    INFO(text);
    CHECK(foreign(text).empty());
  }
}

TEST_CASE("An allowed name hides only itself", "[verification][identity]") {
  CHECK(foreign("Källa: Region Skåne, årsbok 2023") == Names{"Region Skåne"});
  CHECK(foreign("Region Kalmar län, inte Kalmar län") == Names{"Region Kalmar län"});
}

TEST_CASE("Those that have agreed, and members of a group, may be named where the words are marked",
          "[verification][identity]") {
  const Manifest manifest = swedish_manifest();
  const SurveyNames names(manifest);
  KnownFile file;
  file.kind = KnownFile::Kind::group;
  file.group = "Kalmar län";
  file.members = {"0880"};
  CHECK(names.foreign_names("Kalmar kommun, Region Halland, Bergs kommun", file) ==
        Names{"Kalmar kommun", "Region Halland", "Bergs kommun"});
  CHECK(names.may_be_named("0880", file));
  CHECK(names.may_be_named("13", file));
  CHECK_FALSE(names.may_be_named("2326", file));
  CHECK(names.names_owner("Rapport för Kalmar\nlän", file));
  CHECK_FALSE(names.names_owner("Rapport för Skåne län", file));
}

TEST_CASE("A text made to cost time costs little", "[verification][identity]") {
  std::string many = "a", soft = "a";
  for (int i = 0; i < 300000; ++i) many += "-    ", soft += "\xC2\xAD";
  CHECK(foreign(many).empty());
  CHECK(foreign(soft).empty());
}

TEST_CASE("A text is an organisation's name however its lines are broken", "[verification][identity]") {
  const Manifest manifest = swedish_manifest();
  CHECK(is_name_of(manifest, "0114", "Upplands Väs-\nby kommun"));
  CHECK(is_name_of(manifest, "9001", "Skatteverket"));
  CHECK_FALSE(is_name_of(manifest, "0114", "Kalmar kommun"));
  CHECK_FALSE(is_name_of(manifest, "0114", ""));
  CHECK_FALSE(is_name_of(manifest, "none", "Upplands Väsby kommun"));
}
