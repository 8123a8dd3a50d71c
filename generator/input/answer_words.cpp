#include "input/answer_words.h"

#include <fmt/format.h>

#include <charconv>

#include "dataset/dataset.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// Different wrong texts that are remembered; past them each is looked at anew.
constexpr std::size_t kRemembered = 10'000;

}  // namespace

AnswerWords::AnswerWords(const Model& model, const std::map<std::string, std::string>& labels)
    : model_(model), relabelled_(!labels.empty()) {
  for (const auto& [label, meaning] : labels)
    if (const auto answer = plain(meaning)) labels_[comparable(label)] = *answer;
  for (const ScaleStep& step : model.scale)
    for (const auto& [language, label] : step.label.all())
      labels_.emplace(comparable(label), static_cast<std::int8_t>(step.value));
}

std::optional<std::int8_t> AnswerWords::plain(std::string_view text) const {
  if (text.empty() || text == "-") return kNoAnswer;
  if (text == "?") return kDontKnow;
  if (text == ".") return kNotApplicable;
  int step = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), step);
  const bool whole = code == std::errc() && end == text.data() + text.size() && text != "-0";
  if (!whole || step < model_.lowest_step() || step > model_.highest_step()) return std::nullopt;
  return static_cast<std::int8_t>(step);
}

std::optional<std::int8_t> AnswerWords::answer(std::string_view text) {
  if (!relabelled_)
    if (const auto found = plain(text)) return found;
  if (const auto known = met_.find(text); known != met_.end()) return known->second;
  const auto label = labels_.find(comparable(text));
  const auto found = label != labels_.end() ? std::optional(label->second) : plain(text);
  if (met_.size() < kRemembered) met_.emplace(text, found);
  return found;
}

std::string AnswerWords::expected() const {
  return fmt::format(
      "expected a whole number from {} to {}; empty or '-' for no answer, '?' for \"don't know\", '.' for "
      "not applicable",
      model_.lowest_step(), model_.highest_step());
}

}  // namespace mognad
