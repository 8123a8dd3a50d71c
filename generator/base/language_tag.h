// A language as the short tag of BCP 47 ("sv", "en"), and text that exists in several of them.
#pragma once

#include <map>
#include <string>

namespace mognad {

using LanguageTag = std::string;

/// One text in several languages, from tag to text. A reader checks that every language of the survey is there. The tag
/// "*" holds a text that is the same in all of them (a letter, a name).
class LocalText {
 public:
  static constexpr const char* kEvery = "*";

  LocalText() = default;
  LocalText(std::map<LanguageTag, std::string> texts) : texts_(std::move(texts)) {}

  bool empty() const { return texts_.empty(); }
  bool has(const LanguageTag& tag) const { return texts_.count(tag) > 0 || texts_.count(kEvery) > 0; }
  const std::map<LanguageTag, std::string>& all() const { return texts_; }

  /// The text in that language, else in the first language that there is, else empty.
  const std::string& in(const LanguageTag& tag) const {
    static const std::string nothing;
    if (const auto found = texts_.find(tag); found != texts_.end()) return found->second;
    return texts_.empty() ? nothing : texts_.begin()->second;
  }

  /// The language of that text where it is another than the one asked for; empty where it is the same, or every one's.
  LanguageTag other_language(const LanguageTag& tag) const {
    if (texts_.empty() || texts_.count(tag) > 0 || texts_.begin()->first == kEvery) return {};
    return texts_.begin()->first;
  }

 private:
  std::map<LanguageTag, std::string> texts_;
};

}  // namespace mognad
