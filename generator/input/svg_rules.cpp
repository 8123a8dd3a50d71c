#include "input/svg_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mognad {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr const char* kNothingOutside = "a logo is one file: nothing is fetched, draw it as shapes";

/// Copies of copies multiply: so many make some thousand shapes at most, and are painted at once.
constexpr int kMostCopies = 24;

struct Forbidden {
  std::string_view element;  // in small letters
  const char* hint;
};

constexpr Forbidden kForbidden[] = {
    {"script", "scripts are never run: take it out"},
    {"image", "a picture inside a picture is not read: draw it as shapes, or export the logo as PNG"},
    {"feimage", "a picture inside a picture is not read: draw it as shapes, or export the logo as PNG"},
    {"foreignobject", "only SVG's own shapes are painted"},
    {"text", "convert text to outlines: machines have different fonts"},
};

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return small;
}

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

std::string_view trimmed(std::string_view text, std::string_view also = "") {
  const std::string all = std::string(kSpace).append(also);
  const std::size_t first = text.find_first_not_of(all);
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

class SvgRules {
 public:
  SvgRules(std::string_view text, const std::string& file) : text_(text), small_(lower(text)), file_(file) {}

  Problems run() {
    check_encoding();
    if (problems_.empty()) {
      check_markup();
      check_styles();
    }
    return std::move(problems_);
  }

 private:
  Place place(std::size_t at) const {
    const std::string_view before = text_.substr(0, at);
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto characters = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return {file_, 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<int>(characters)};
  }

  /// Once for each kind.
  void offence(std::size_t at, const std::string& what, const char* hint) {
    if (told_.insert(what).second) problems_.push_back(error_at(place(at), "the logo holds " + what, hint));
  }

  /// Another encoding would hide from this reader what a parser sees.
  void check_encoding() {
    const std::size_t declared = small_.find("encoding");
    constexpr std::size_t kMark = 3;  // the mark of UTF-8 may stand before
    const std::size_t end = small_.find("<?xml") <= kMark ? small_.find("?>") : 0;
    const bool other = declared < end && small_.substr(declared, end - declared).find("utf-8") == std::string::npos;
    if (other || text_.find('\0') != std::string_view::npos)
      problems_.push_back(error_at({file_}, "the logo is not UTF-8 text", "save the SVG as UTF-8"));
  }

  void check_markup() {
    for (std::size_t at = 0; (at = text_.find('<', at)) != std::string_view::npos;) {
      const std::string_view rest = text_.substr(at);
      if (rest.starts_with("<!--")) at = after("-->", at);
      else if (rest.starts_with("<![CDATA[")) at = after("]]>", at);
      else if (rest.starts_with("<!")) at = check_doctype(at);
      else if (rest.starts_with("<?")) at = check_instruction(at);
      else at = check_element(at);
    }
  }

  std::size_t after(std::string_view end, std::size_t at) const {
    const std::size_t found = text_.find(end, at);
    return found == std::string_view::npos ? text_.size() : found + end.size();
  }

  /// The document type alone is harmless; what it declares is not.
  std::size_t check_doctype(std::size_t at) {
    const std::size_t end = text_.find_first_of("[>", at);
    if (end == std::string_view::npos || text_[end] == '[' || !small_.substr(at).starts_with("<!doctype"))
      offence(at, "declarations of its own (entities)", "write out what they stand for");
    return end == std::string_view::npos ? text_.size() : end + 1;
  }

  std::size_t check_instruction(std::size_t at) {
    if (text_.substr(at).starts_with("<?xml-stylesheet"))
      offence(at, "a style sheet outside the file", kNothingOutside);
    return after("?>", at);
  }

  /// A tag up to its end; an angle bracket in quotes doesn't end it.
  std::size_t check_element(std::size_t at) {
    const std::size_t name_end = std::min(text_.find_first_of(" \t\r\n/>", at + 1), text_.size());
    const std::string_view name = without_prefix(std::string_view(small_).substr(at + 1, name_end - at - 1));
    for (const Forbidden& forbidden : kForbidden)
      if (name == forbidden.element) offence(at, fmt::format("<{}>", name), forbidden.hint);
    if (name == "use" && ++copies_ > kMostCopies)
      offence(at, fmt::format("more than {} copies (<use>)", kMostCopies), "export it with its symbols written out");
    std::size_t from = name_end;
    while (from < text_.size() && text_[from] != '>') {
      if (text_[from] != '"' && text_[from] != '\'') {
        ++from;
        continue;
      }
      const std::size_t end = std::min(text_.find(text_[from], from + 1), text_.size());
      check_attribute(from, std::string_view(small_).substr(from + 1, end - from - 1));
      from = end + 1;
    }
    return std::min(from + 1, text_.size());
  }

  /// The name stands before the quote, behind it the value.
  void check_attribute(std::size_t quote, std::string_view value) {
    const std::string_view before = std::string_view(small_).substr(0, quote);
    const std::size_t last = before.find_last_not_of(" \t\r\n=");
    if (last == std::string_view::npos) return;
    const std::size_t start = before.find_last_of(" \t\r\n\"'", last) + 1;
    const std::string_view name = without_prefix(before.substr(start, last + 1 - start));
    if (name == "href" && !trimmed(value).starts_with('#'))
      offence(start, "a reference to something outside the file", kNothingOutside);
    if (name.starts_with("on")) offence(start, "a script in an attribute", "scripts are never run: take it out");
  }

  void check_styles() {
    const std::string_view all(small_);
    for (std::size_t at = 0; (at = all.find("url(", at)) != std::string_view::npos; at += 4)
      if (!trimmed(all.substr(at + 4, 64), "\"'").starts_with('#'))
        offence(at, "a reference to something outside the file", kNothingOutside);
    if (const std::size_t at = all.find("@import"); at != std::string_view::npos)
      offence(at, "a style sheet outside the file", kNothingOutside);
  }

  std::string_view text_;
  std::string small_;  // the same in small letters, byte for byte
  const std::string& file_;
  int copies_ = 0;
  std::set<std::string> told_;
  Problems problems_;
};

}  // namespace

Problems check_svg(std::string_view text, const std::string& file) { return SvgRules(text, file).run(); }

}  // namespace mognad
