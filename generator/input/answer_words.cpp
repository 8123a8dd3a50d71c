#include "input/answer_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dataset/dataset.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// Different wrong texts that are remembered; past them each is looked at anew.
constexpr std::size_t kRemembered = 10'000;

}  // namespace

AnswerWords::AnswerWords(const Model& model, const std::map<std::string, std::string>& labels)
    : model_(model), relabelled_(!labels.empty()) {
  for (const ScaleStep& step : model.scale)
    for (const auto& [language, label] : step.label.all()) {
      labels_.emplace(comparable(label), static_cast<std::int8_t>(step.value));
      known_labels_.push_back(label);
    }
  const auto of_scale = labels_;
  for (const auto& [label, meaning] : labels) {
    const auto step = of_scale.find(comparable(meaning));
    const auto answer = step != of_scale.end() ? std::optional(step->second) : plain(meaning);
    if (answer) labels_[comparable(label)] = *answer;
    known_labels_.push_back(label);
  }
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

std::string AnswerWords::hint(std::string_view text) const {
  std::vector<std::string> folded;
  for (const std::string& label : known_labels_) folded.push_back(comparable(label));
  const auto near = nearest_name(comparable(text), folded);
  if (!near) return expected();
  const auto found = std::find(folded.begin(), folded.end(), *near) - folded.begin();
  return fmt::format("did you mean '{}'?", known_labels_[static_cast<std::size_t>(found)]);
}

std::string AnswerWords::expected() const {
  return fmt::format(
      "expected a whole number from {} to {} or the label of a step; empty or '-' for no answer, '?' for \"don't "
      "know\", "
      "'.' for not applicable",
      model_.lowest_step(), model_.highest_step());
}

}  // namespace mognad
