#include "report/gallery_warnings.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "report/gallery_card.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The small survey with one measurement as a test wants it.
struct AlteredMeasurement {
  Dataset data = small_survey().loaded->dataset;
  int year = small_survey().loaded->survey.year;
  Measurement& of(OrganisationIndex organisation) { return *data.find(organisation, year); }
};

std::vector<GalleryWarning> warnings_of(const Dataset& data, OrganisationIndex organisation, const char* tag) {
  const WholeSurvey& small = small_survey();
  const Statistics statistics = compute_statistics(small.loaded->model, small.loaded->survey, data);
  const ReportInputs inputs{small.loaded->model, small.loaded->survey, data, statistics, small.loaded->layout};
  return data_warnings(ReportFacts(inputs, organisation, small.voice(tag).words));
}

bool tells(const std::vector<GalleryWarning>& warnings, const std::string& kind, const std::string& part) {
  return std::any_of(warnings.begin(), warnings.end(), [&](const GalleryWarning& warning) {
    return warning.kind.key == kind && warning.text.find(part) != std::string::npos;
  });
}

/// Of a report, by its name.
std::string value_of(const std::vector<GalleryFact>& facts, const std::string& name) {
  for (const GalleryFact& fact : facts)
    if (fact.name == name) return fact.value;
  return {};
}

}  // namespace

TEST_CASE("Few respondents are told, never how many under the minimum", "[report][gallery]") {
  AlteredMeasurement altered;
  altered.of(0).respondents = 3;
  const auto none = warnings_of(altered.data, 0, "sv");
  CHECK(tells(none, "few_respondents", "Färre än fem har svarat. Inga resultat visas."));
  CHECK_FALSE(tells(none, "few_respondents", "tre"));
  altered.of(0).respondents = 7;
  CHECK(tells(warnings_of(altered.data, 0, "sv"), "few_respondents",
              "Bara sju personer har svarat, färre än tio. Osäkerheten kan därför inte anges."));
  CHECK(tells(warnings_of(altered.data, 0, "en"), "few_respondents", "Only seven people have answered"));
}

TEST_CASE("An unknown number of invited is missing data, and less than half of a known one a warning",
          "[report][gallery]") {
  AlteredMeasurement altered;
  altered.of(0).invited.reset();
  const auto unknown = warnings_of(altered.data, 0, "en");
  CHECK(tells(unknown, "missing_data", "How many were invited is not known."));
  CHECK_FALSE(tells(unknown, "few_respondents", "Less than half"));
  altered.of(0).invited = 4 * altered.of(0).respondents;
  CHECK(tells(warnings_of(altered.data, 0, "sv"), "few_respondents",
              "Mindre än hälften av de inbjudna har svarat: 25\u00A0%."));
  altered.of(0).invited = altered.of(0).respondents;
  CHECK_FALSE(tells(warnings_of(altered.data, 0, "sv"), "few_respondents", "hälften"));
}

TEST_CASE("Labels without room are one warning that names each once", "[report][gallery]") {
  const Words& words = small_survey().voice("sv").words;
  CHECK(dropped_label_warnings({}, words).empty());
  const auto dropped = dropped_label_warnings({"Borby", "Askdala", "Borby"}, words);
  REQUIRE(dropped.size() == 1);
  CHECK(dropped.front().kind.key == "dropped_label");
  CHECK(dropped.front().text == "Fick inte plats i figurerna: Askdala, Borby.");
}

TEST_CASE("A file that isn't as it should be is told, each way under a kind of its own", "[report][gallery]") {
  const Words& words = small_survey().voice("en").words;
  CHECK(file_warnings(FileStanding::current, "", words).empty());
  CHECK(file_warnings(FileStanding::outdated, "", words).front().kind.key == "outdated");
  CHECK(file_warnings(FileStanding::missing, "", words).front().text == "The report has not been made.");
  CHECK(file_warnings(FileStanding::failed, "no room", words).front().text ==
        "The report could not be made. The program says: no room");
  CHECK(file_warnings(FileStanding::failed, "", words).front().text.find("when the reports are made again") !=
        std::string::npos);
}

TEST_CASE("A card shows a report's key figures as they are printed in it", "[report][gallery]") {
  const WholeSurvey& small = small_survey();
  const ReportInputs inputs = small.inputs();
  const ReportFacts facts(inputs, 0, small.voice("sv").words);
  const GalleryCard card = gallery_card(facts);
  CHECK(card.name == "Askdala kommun");
  CHECK(card.type.key == "kommun");
  CHECK(card.type.name == "Kommun");
  REQUIRE(card.result);
  CHECK(facts.words.number(*card.result, 1) == facts.number(facts.value(kTotal)));
  CHECK(*card.result * 10 == Approx(std::round(*card.result * 10)));
  REQUIRE(card.position.size() == 2);
  CHECK(facts.words.number(card.position[1], 1) == facts.number(facts.value(facts.model.matrix.y.node)));
  CHECK(card.quadrant.key == facts.quadrant()->id);
  CHECK(card.quadrant.name.starts_with("Typ " + facts.quadrant()->id + ": "));
}

TEST_CASE("Nothing is told of an organisation whose results are withheld", "[report][gallery]") {
  AlteredMeasurement altered;
  altered.of(0).respondents = 3;
  const WholeSurvey& small = small_survey();
  const Statistics statistics = compute_statistics(small.loaded->model, small.loaded->survey, altered.data);
  const ReportInputs inputs{small.loaded->model, small.loaded->survey, altered.data, statistics, small.loaded->layout};
  const ReportFacts facts(inputs, 0, small.voice("sv").words);
  const GalleryCard card = gallery_card(facts);
  CHECK_FALSE(card.result);
  CHECK_FALSE(card.change);
  CHECK(card.position.empty());
  CHECK(card.quadrant.key.empty());
  const auto facts_of_file = made_from(facts, nullptr);
  CHECK(value_of(facts_of_file, "Svarande") == "färre än fem");
  CHECK(value_of(facts_of_file, "Inbjudna").empty());
  CHECK(value_of(facts_of_file, "Enheter").empty());
}

TEST_CASE("What a report was made from names its survey, model, file and hashes", "[report][gallery]") {
  const WholeSurvey& small = small_survey();
  const ReportInputs inputs = small.inputs();
  const ReportFacts facts(inputs, 0, small.voice("en").words);
  const FinishedReport file{"sv-SE", "mognad 1", 123'456, 21, "aa", "bb", "cc"};
  const auto lines = made_from(facts, &file);
  CHECK(value_of(lines, "Survey") == "Digital maturity 2025, edition 1");
  CHECK(value_of(lines, "Program") == "mognad 1");
  CHECK(value_of(lines, "File") == "PDF, 21 pages, 123 kB");
  CHECK(value_of(lines, "SHA-256 of the file") == "aa");
  CHECK(value_of(lines, "SHA-256 of its data") == "bb");
  CHECK(value_of(lines, "SHA-256 of its content") == "cc");
  CHECK_FALSE(value_of(lines, "Respondents").empty());
  CHECK(value_of(made_from(facts, nullptr), "File").empty());
}
