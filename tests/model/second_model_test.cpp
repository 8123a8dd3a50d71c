// Another maturity model goes all the way to pages: nothing in the program knows the first one.
#include <catch2/catch.hpp>

#include "commands/simulate.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

CommandOptions second_options(const LanguageTag& tag) {
  return options_for(tag == "en" ? "second" : "second/survey-sv.toml");
}

std::unique_ptr<MemoryFiles> second_files() {
  auto files = files_with_templates();
  for (const char* name : {"model.toml", "survey.toml", "survey-sv.toml", "organisations.csv"})
    files->write_whole(std::string("second/") + name,
                       source_file(std::string("tests/references/second-model/") + name));
  return files;
}

std::unique_ptr<LoadedSurvey> load_second(const LanguageTag& tag) {
  auto files = second_files();
  const auto survey = load_survey(second_options(tag), *files);
  for (const Problem& problem : survey.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(survey);
  const auto made = write_simulation(survey->survey, survey->model, *files);
  for (const Problem& problem : made.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(made);
  CHECK(*made > 5000);
  return load_or_throw(second_options(tag), *files);
}

const WholeSurvey& second(const LanguageTag& tag) {
  static std::map<LanguageTag, std::unique_ptr<WholeSurvey>> all;
  auto& one = all[tag];
  if (!one) one = std::make_unique<WholeSurvey>(load_second(tag));
  return *one;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// What stands on all pages of a report, each word whole: lines joined, soft hyphens taken away.
std::string pages_text(const Pages& pages) {
  std::string all;
  for (const Page& page : pages.pages)
    for (const PlacedText& text : placed_texts(page.picture))
      all += text.run.text + (text.run.text.ends_with("\u00AD") ? "" : " ");
  for (std::size_t at = all.find("\u00AD"); at != std::string::npos; at = all.find("\u00AD", at)) all.erase(at, 2);
  return all;
}

std::string document_of(const WholeSurvey& survey, int organisation, const LanguageTag& tag) {
  const auto pages = lay_out(survey.report(organisation, tag), survey.style(tag));
  INFO(survey.organisation(organisation).formal_name);
  for (const Problem& problem : pages.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(pages);
  return pages_text(*pages);
}

}  // namespace

TEST_CASE("A second model is read as it is written", "[model]") {
  const Model& model = second("en").loaded->model;
  CHECK(model.at(Level::dimension).size() == 3);
  CHECK(model.at(Level::category).size() == 6);
  CHECK(model.scale.size() == 5);
  CHECK(model.lowest_step() == 0);
  CHECK(model.node(model.find("forecast")).weight == 3);
  CHECK(model.node(model.find("q04")).reversed);
  CHECK(model.matrix.x.cut == 45);
}

TEST_CASE("A second model's names are on the pages", "[model]") {
  for (const LanguageTag tag : kLanguages) {
    const WholeSurvey& survey = second(tag);
    const std::string all = document_of(survey, 0, tag);
    const Model& model = survey.loaded->model;
    for (const NodeIndex node : model.down_to(Level::category)) {
      INFO(tag << ": " << model.node(node).name.in(tag));
      CHECK(has(all, model.node(node).name.in(tag)));
    }
    for (const auto& side : model.matrix.quadrants)
      for (const Quadrant& quadrant : side) {
        INFO(quadrant.name.in(tag));
        CHECK(has(all, quadrant.id + "\u00A0\u00A0" + quadrant.name.in(tag)));
      }
    CHECK(has(all, model.name.in(tag)));
    CHECK(has(all, survey.loaded->survey.sender.in(tag)));
  }
}

TEST_CASE("Nothing of the first model is on the pages of a second", "[model]") {
  const Model& first = small_survey().loaded->model;
  for (const LanguageTag tag : kLanguages) {
    const std::string all = document_of(second(tag), 0, tag);
    for (const NodeIndex node : first.down_to(Level::capability)) {
      const std::string& name = first.node(node).name.in(tag);
      INFO(tag << ": " << name);
      if (name != "Organisation") CHECK_FALSE(has(all, name));
    }
    for (const char* word : {"DiMiOS", "dimios", "igital", "kommun", "unicipal", " arv ", "legacy"}) {
      INFO(tag << ": " << word);
      CHECK_FALSE(has(all, word));
    }
  }
}

TEST_CASE("The scale and the formula are the second model's", "[model]") {
  const std::string all = document_of(second("en"), 0, "en");
  CHECK(has(all, "Never"));
  CHECK(has(all, "Always"));
  CHECK(has(all, "scale of five steps"));
  CHECK(has(all, "(step − 0) / 4 × 100"));
  CHECK(has(all, "step 0–4"));
}

TEST_CASE("Every organisation of a second survey gets its file", "[model]") {
  for (const LanguageTag tag : kLanguages) {
    const WholeSurvey& survey = second(tag);
    CHECK(survey.organisations() == 25);
    for (int i = 0; i < survey.organisations(); ++i) {
      Voice& voice = survey.voice(tag);
      const auto rendered = render_report(survey.batch(), i, voice.words, voice.shaper);
      INFO(survey.organisation(i).formal_name << " in " << tag);
      for (const Problem& problem : rendered.problems) UNSCOPED_INFO(to_text(problem));
      CHECK(rendered);
      CHECK(rendered.problems.empty());
    }
  }
}

TEST_CASE("Types of organisations are never compared with each other", "[model]") {
  const WholeSurvey& survey = second("en");
  const int harbour = survey.loaded->dataset.find_organisation("h01");
  const int museum = survey.loaded->dataset.find_organisation("m01");
  CHECK_FALSE(has(document_of(survey, harbour, "en"), "museum"));
  CHECK_FALSE(has(document_of(survey, museum, "en"), "ports"));
  CHECK(survey.statistics.peers(harbour, 2031, 0, kTotal).others == 15);
  CHECK(survey.statistics.peers(museum, 2031, 0, kTotal).others == 7);
}

TEST_CASE("A group that makes no sense for a type is not on its pages", "[model]") {
  const WholeSurvey& survey = second("en");
  CHECK(has(document_of(survey, survey.loaded->dataset.find_organisation("h01"), "en"), "Coast:"));
  CHECK_FALSE(has(document_of(survey, survey.loaded->dataset.find_organisation("m01"), "en"), "Coast:"));
}

TEST_CASE("An organisation of a second survey with too few respondents gets no results", "[model]") {
  const WholeSurvey& survey = second("en");
  const std::string all = document_of(survey, survey.loaded->dataset.find_organisation("m07"), "en");
  CHECK(has(all, survey.voice("en").words.say("summary.nothing")));
  CHECK_FALSE(has(all, "per cent above"));
}

TEST_CASE("Weights that differ count in the total", "[model]") {
  const WholeSurvey& survey = second("en");
  const Model& model = survey.loaded->model;
  double sum = 0, weights = 0;
  for (const NodeIndex node : model.at(Level::dimension)) {
    sum += model.node(node).weight * survey.statistics.node(0, 2031, node).value.number();
    weights += model.node(node).weight;
  }
  CHECK(survey.statistics.node(0, 2031, kTotal).value.number() == Approx(sum / weights));
}

TEST_CASE("No two texts stand on each other on the pages of a second model", "[model]") {
  for (const LanguageTag tag : kLanguages)
    for (const int organisation : {0, 3, 16, 20}) {
      const auto pages = lay_out(second(tag).report(organisation, tag), second(tag).style(tag));
      REQUIRE(pages);
      for (const Page& page : pages->pages) {
        const auto texts = placed_texts(page.picture);
        for (std::size_t i = 0; i < texts.size(); ++i)
          for (std::size_t k = i + 1; k < texts.size(); ++k)
            if (collide(texts[i], texts[k])) {
              INFO(second(tag).organisation(organisation).name << ": \"" << texts[i].run.text << "\" and \""
                                                               << texts[k].run.text << "\"");
              CHECK(false);
            }
      }
    }
}

TEST_CASE("The summary of a model with three dimensions is one page as well", "[model]") {
  for (const LanguageTag tag : kLanguages) {
    const auto pages = lay_out(second(tag).report(0, tag), second(tag).style(tag));
    REQUIRE(pages);
    std::vector<int> starts;
    for (const Bookmark& mark : pages->bookmarks)
      if (mark.level == 0) starts.push_back(mark.page);
    CHECK(starts.at(2) == 2);
  }
}

TEST_CASE("A second model's report says nothing twice and leaves nothing unsaid", "[model]") {
  for (const LanguageTag tag : kLanguages)
    for (const int organisation : {0, 7, 18}) {
      for (const std::string& text : texts_of(second(tag).report(organisation, tag))) {
        INFO(text);
        CHECK_FALSE(has(text, "⟨"));
        CHECK_FALSE(has(text, "{"));
        CHECK_FALSE(has(text, "  "));
      }
    }
}
