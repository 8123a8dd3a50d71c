#include "input/label_checks.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "base/personal_data.h"
#include "input/answer_words.h"
#include "language/normalise.h"

namespace mognad {
namespace {

void check_meanings(const AnswerImport& import, AnswerWords& words, Problems& problems) {
  std::map<std::string, std::pair<std::string, std::int8_t>> known;  // by comparable text
  for (const auto& [label, meaning] : import.labels) {
    const auto answer = words.answer(meaning);
    if (!answer) {
      problems.push_back(error_at(import.place,
                                  fmt::format("the label '{}' stands for '{}'", excerpt(label), excerpt(meaning)),
                                  words.expected()));
      continue;
    }
    const auto [first, added] = known.emplace(comparable(label), std::pair(label, *answer));
    if (!added && first->second.second != *answer)
      problems.push_back(
          error_at(import.place,
                   fmt::format("the labels '{}' and '{}' are the same text, but stand for different answers",
                               excerpt(first->second.first), excerpt(label)),
                   "case and blanks don't count: take one of them away"));
  }
}

/// "6" = 1 without "1" = 6: whoever answered 1 and whoever answered 6 would be taken for the same.
void warn_of_merged_numbers(const AnswerImport& import, const Model& model, Problems& problems) {
  AnswerWords file(model, import.labels);
  std::map<std::int8_t, int> number_of;  // step → number in the file
  for (int number = model.lowest_step(); number <= model.highest_step(); ++number) {
    const auto step = file.answer(std::to_string(number));
    if (!step) continue;
    const auto [first, added] = number_of.emplace(*step, number);
    if (!added)
      problems.push_back(warning_at(import.place,
                                    fmt::format("the labels make both {} and {} mean {}", first->second, number, *step),
                                    "a scale that is turned round needs a label for each of its numbers"));
  }
}

}  // namespace

void check_labels(const Survey& survey, const Model& model, Problems& problems) {
  AnswerWords words(model, {});
  for (const AnswerImport& import : survey.imports) {
    if (import.labels.empty()) continue;
    check_meanings(import, words, problems);
    warn_of_merged_numbers(import, model, problems);
  }
}

}  // namespace mognad
