#include "report/group_report.h"

#include "export/csv/report_data.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The groups of the survey's year that share a property; those of the first definition are all of a type.
std::vector<GroupKey> groups() {
  std::vector<GroupKey> found;
  for (const GroupKey& key : small_survey().statistics.groups(small_survey().loaded->survey.year))
    if (key.definition > 0) found.push_back(key);
  return found;
}

std::optional<Report> report_of(const GroupKey& key, const LanguageTag& tag) {
  return build_group_report(small_survey().inputs(), key, small_survey().voice(tag).words);
}

}  // namespace

TEST_CASE("A group has a report exactly where its total may be shown", "[report][group]") {
  int shown = 0;
  for (const GroupKey& key : groups()) {
    const GroupResult total = small_survey().statistics.group_result(small_survey().loaded->survey.year, key, kTotal);
    INFO(key.value);
    CHECK(report_of(key, "sv").has_value() == total.median.known());
    if (total.median) ++shown;
  }
  CHECK(shown > 0);
  GroupKey nobody = groups().front();
  nobody.value = "a value that no organisation has";
  CHECK_FALSE(report_of(nobody, "sv"));
}

TEST_CASE("A group's report is laid out without problems in both languages", "[report][group]") {
  for (const GroupKey& key : groups())
    for (const char* tag : kLanguages) {
      const auto report = report_of(key, tag);
      if (!report) continue;
      INFO(key.value << " in " << tag);
      const auto pages = lay_out(*report, small_survey().style(tag));
      REQUIRE(pages);
      CHECK_FALSE(has_errors(pages.problems));
      CHECK(pages->pages.size() > report->sections.size());
    }
}

TEST_CASE("The first tile of a group is the group's median", "[report][group]") {
  for (const GroupKey& key : groups()) {
    const auto report = report_of(key, "sv");
    if (!report) continue;
    const Words& words = small_survey().voice("sv").words;
    const GroupResult total = small_survey().statistics.group_result(small_survey().loaded->survey.year, key, kTotal);
    bool found = false;
    for (const Block& block : report->sections.front().blocks)
      if (const auto* tiles = std::get_if<Tiles>(&block)) {
        CHECK(tiles->tiles.front().number == words.number(total.median, 1));
        found = true;
      }
    CHECK(found);
  }
}

TEST_CASE("A group's report begins with its contents, which name every other section", "[report][group]") {
  for (const GroupKey& key : groups()) {
    const auto report = report_of(key, "sv");
    if (!report) continue;
    REQUIRE(report->sections.size() > 2);
    const Section& section = report->sections[1];
    CHECK(section.kind == SectionKind::contents);
    CHECK_FALSE(section.numbered);
    const auto& entries = std::get<Contents>(section.blocks.front()).entries;
    CHECK(entries.size() == report->sections.size() - 1);
    for (const Contents::Entry& entry : entries) {
      const Section& named = report->sections[static_cast<std::size_t>(entry.section)];
      CHECK(entry.title == named.title);
      CHECK(entry.number == std::to_string(named.number));
    }
  }
}

TEST_CASE("A group lies in the matrix where its medians are, among dots that don't tell its members",
          "[report][group]") {
  const WholeSurvey& survey = small_survey();
  const Matrix& matrix = survey.loaded->model.matrix;
  int seen = 0;
  for (const GroupKey& key : groups()) {
    const auto report = report_of(key, "sv");
    if (!report) continue;
    const auto section = std::find_if(report->sections.begin(), report->sections.end(),
                                      [](const Section& s) { return s.kind == SectionKind::matrix; });
    REQUIRE(section != report->sections.end());
    const auto figure = std::find_if(section->blocks.begin(), section->blocks.end(),
                                     [](const Block& block) { return std::holds_alternative<Figure>(block); });
    REQUIRE(figure != section->blocks.end());
    const auto& chart = std::get<TypeMatrixData>(std::get<Figure>(*figure).chart);
    const int year = survey.loaded->survey.year;
    CHECK(chart.own_x.number() == survey.statistics.group_result(year, key, matrix.x.node).median.number());
    CHECK(chart.own_y.number() == survey.statistics.group_result(year, key, matrix.y.node).median.number());
    int dots = 0;
    for (const auto& row : chart.cells.counts)
      for (const int count : row) dots += count;
    const PeerPlaces own = survey.statistics.group_places(year, key);
    INFO(key.value << ": " << dots << " dots");
    // None, or all of the type: the participants have agreed on nothing else.
    CHECK(own.cells.empty());
    CHECK((dots == 0 || dots > survey.statistics.group_result(year, key, kTotal).organisations));
    ++seen;
  }
  CHECK(seen > 0);
}

TEST_CASE("A group's data says the group's values and those of all", "[export][group]") {
  const GroupKey key = groups().front();
  const std::string csv = group_data(GroupFacts(small_survey().inputs(), key, small_survey().voice("en").words)).csv;
  CHECK(has(csv, "kind,unit,unit_name,group,node,name,item,year,from,n,value,lower,upper,state\n"));
  CHECK(has(csv, "\ngroup,"));
  CHECK(has(csv, "\nall,"));
}

TEST_CASE("A group that may not be shown is an error that says so", "[batch][group]") {
  const Voice& voice = small_survey().voice("sv");
  GroupKey nobody = groups().front();
  nobody.value = "a value that no organisation has";
  const auto rendered =
      render_group_report(small_survey().batch(), nobody, voice.words, const_cast<Voice&>(voice).shaper);
  CHECK_FALSE(rendered);
  CHECK(has(rendered.problems.front().message, "is withheld"));
}
