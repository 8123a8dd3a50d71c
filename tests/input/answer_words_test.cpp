#include "input/answer_words.h"

#include <catch2/catch.hpp>

#include "dataset/dataset.h"

using namespace mognad;

namespace {

Model six_steps() {
  Model model;
  const char* labels[] = {"Instämmer inte alls", "2", "3", "4", "5", "Instämmer helt"};
  for (int step = 1; step <= 6; ++step)
    model.scale.push_back({step, LocalText(std::map<LanguageTag, std::string>{{"sv", labels[step - 1]}})});
  return model;
}

}  // namespace

TEST_CASE("An answer is a step's number or a sign, and nothing like one", "[input]") {
  const Model model = six_steps();
  AnswerWords words(model, {});
  CHECK(words.answer("1") == 1);
  CHECK(words.answer("6") == 6);
  CHECK(words.answer("") == kNoAnswer);
  CHECK(words.answer("-") == kNoAnswer);
  CHECK(words.answer("?") == kDontKnow);
  CHECK(words.answer(".") == kNotApplicable);
  for (const char* wrong : {"0", "7", "-0", "-1", "+4", "4.0", "4,0", "NaN", "inf", "1e308", "04x"})
    CHECK_FALSE(words.answer(wrong));
}

TEST_CASE("A step is known by its label, whatever case, blanks and normal form", "[input]") {
  const Model model = six_steps();
  AnswerWords words(model, {});
  CHECK(words.answer("Instämmer helt") == 6);
  CHECK(words.answer("INSTA\u0308MMER\u00A0 helt ") == 6);
  CHECK_FALSE(words.answer("Instämmer delvis"));
  CHECK_FALSE(words.answer("Instämmer delvis"));  // remembered as wrong, too
}

TEST_CASE("Labels of a file come before its numbers", "[input]") {
  const Model model = six_steps();
  AnswerWords turned(model, {{"1", "6"}, {"6", "1"}, {"Vet ej", "?"}, {"A4", "4"}});
  CHECK(turned.answer("1") == 6);
  CHECK(turned.answer("6") == 1);
  CHECK(turned.answer("2") == 2);
  CHECK(turned.answer("vet ej") == kDontKnow);
  CHECK(turned.answer("A4") == 4);
  CHECK(turned.answer("") == kNoAnswer);
}
