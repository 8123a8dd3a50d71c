#include "verification/language_tag.h"

#include <algorithm>

namespace mognad::verification {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_tag_digit(char c) { return c >= '0' && c <= '9'; }

bool are_letters(std::string_view text) { return std::all_of(text.begin(), text.end(), is_letter); }
bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_tag_digit); }

/// Takes subtags from the front of a tag.
class Subtags {
 public:
  explicit Subtags(std::string_view text) : rest_(text) { next(); }

  std::string_view current() const { return current_; }
  bool at_end() const { return ended_; }
  void next() {
    if (done_) {
      ended_ = true;
      current_ = {};
      return;
    }
    const std::size_t hyphen = rest_.find('-');
    current_ = rest_.substr(0, hyphen);
    done_ = hyphen == std::string_view::npos;
    if (!done_) rest_.remove_prefix(hyphen + 1);
  }

 private:
  std::string_view rest_;
  std::string_view current_;
  bool done_ = false;
  bool ended_ = false;
};

bool is_subtag(std::string_view text, std::size_t least) {
  return text.size() >= least && text.size() <= 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_tag_digit(c); });
}

/// What follows a singleton such as u or x: at least one subtag.
bool take_subtags(Subtags& tags, std::size_t least) {
  bool any = false;
  for (; !tags.at_end() && is_subtag(tags.current(), least); tags.next()) any = true;
  return any;
}

bool is_variant(std::string_view text) { return is_subtag(text, 5) || (is_subtag(text, 4) && is_tag_digit(text[0])); }

}  // namespace

bool is_language_tag(std::string_view text) {
  Subtags tags(text);
  const std::string_view language = tags.current();
  const auto is_private = [&] { return tags.current() == "x" || tags.current() == "X"; };
  if (!is_private()) {
    if (language.size() < 2 || language.size() > 8 || !are_letters(language)) return false;
    tags.next();
    // Up to three extended languages.
    for (int i = 0; i < 3 && language.size() < 4 && tags.current().size() == 3 && are_letters(tags.current()); ++i)
      tags.next();
    if (tags.current().size() == 4 && are_letters(tags.current())) tags.next();  // script
    const std::string_view region = tags.current();
    if ((region.size() == 2 && are_letters(region)) || (region.size() == 3 && are_digits(region))) tags.next();
    while (!tags.at_end() && is_variant(tags.current())) tags.next();
    while (!tags.at_end() && tags.current().size() == 1 && !is_private()) {
      if (!is_subtag(tags.current(), 1)) return false;
      tags.next();
      if (!take_subtags(tags, 2)) return false;
    }
  }
  if (tags.at_end()) return true;
  if (!is_private()) return false;
  tags.next();
  return take_subtags(tags, 1) && tags.at_end();
}

}  // namespace mognad::verification
