// What a person wrote as an answer, as the model knows it: a step's number or its label, or a sign for no answer. For
// one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.h"

namespace mognad {

class AnswerWords {
 public:
  /// `labels`: texts of the file that stand for a number, a sign or a label of the scale; they come before everything
  /// else.
  AnswerWords(const Model& model, const std::map<std::string, std::string>& labels);

  /// A step, or kNoAnswer ("" and "-"), kDontKnow ("?"), kNotApplicable ("."); nothing for any other text.
  std::optional<std::int8_t> answer(std::string_view text);

  /// The nearest label, or what is expected instead.
  std::string hint(std::string_view text) const;
  std::string expected() const;

 private:
  std::optional<std::int8_t> plain(std::string_view text) const;

  const Model& model_;
  bool relabelled_;                                         // some numbers of the file are labels
  std::map<std::string, std::int8_t, std::less<>> labels_;  // comparable
  std::vector<std::string> known_labels_;                   // as they are written
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::optional<std::int8_t>, TextHash, std::equal_to<>> met_;
};

}  // namespace mognad
