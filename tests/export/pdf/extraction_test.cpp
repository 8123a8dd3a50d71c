// Text out of a finished file is the text that was put in: two programs that know nothing of ours take it out, page by
// page, and it is compared with the display list, word by word.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "support/dump.h"
#include "support/programs.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

using Strings = std::vector<std::string>;

constexpr const char* kSoftHyphen = "\u00AD";

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Words without white space, no-break spaces included; a soft hyphen joins what stands before it and after it.
Strings words_of(std::string text) {
  replace_all(text, "\u00A0", " ");
  Strings words;
  bool joins = false;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    const bool divided = word.ends_with(kSoftHyphen);
    if (divided) word.resize(word.size() - std::string_view(kSoftHyphen).size());
    if (joins) words.back() += word;
    else words.push_back(word);
    joins = divided;
  }
  return words;
}

/// A run goes on where the one before it ended: an emphasised word and the full stop behind it.
bool goes_on(const PlacedText& before, const PlacedText& after) {
  const double gap = after.run.origin.x - (before.run.origin.x + before.run.width);
  return std::abs(after.run.origin.y - before.run.origin.y) < 0.1 && std::abs(gap) < 0.05 * after.run.size;
}

/// What the display list of a page says, in painting order.
Strings words_put_in(const Picture& page) {
  std::string text;
  const std::vector<PlacedText> texts = placed_texts(page);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0 && !goes_on(texts[i - 1], texts[i])) text += '\n';
    text += texts[i].run.text;
  }
  return words_of(text);
}

/// The output of a program, a text for each page, which ends with a form feed.
Strings pages_of(const std::string& command) {
  std::string all = said_by("(" + command + " 2>/dev/null)");
  INFO(command);
  REQUIRE(all.ends_with("status 0\n"));
  all.resize(all.size() - std::string_view("status 0\n").size());
  Strings pages;
  std::size_t from = 0;
  for (std::size_t at = all.find('\f'); at != std::string::npos; at = all.find('\f', from)) {
    pages.push_back(all.substr(from, at - from));
    from = at + 1;
  }
  return pages;
}

/// The first word that differs with what stands before it, for people; empty: none.
std::string first_difference(const Strings& expected, const Strings& found) {
  const auto [a, b] = std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  if (a == expected.end() && b == found.end()) return {};
  const auto around = [](const Strings& words, auto at) {
    std::string text;
    for (auto i = at - std::min<std::ptrdiff_t>(3, at - words.begin()); i != words.end() && i < at + 4; ++i)
      text += (text.empty() ? "" : " ") + *i;
    return text;
  };
  return "\"" + around(expected, a) + "\" came out as \"" + around(found, b) + "\"";
}

/// Calls `check(sample, page, words put in, words taken out)` for every page of the reports in both languages.
template <class Check>
void each_page(const std::string& command, Check check) {
  const ScratchFolder folder("extraction");
  for (const LanguageTag tag : kLanguages)
    for (const SampleKind kind : kSampleKinds) {
      const SampleReport& sample = sample_report(kind, tag);
      std::string run = command;
      replace_all(run, "FILE", folder.write(std::string(name_of(kind)) + "." + tag + ".pdf", sample.bytes));
      const Strings taken = pages_of(run);
      INFO(sample.place);
      REQUIRE(taken.size() == sample.pages.pages.size());
      for (std::size_t page = 0; page < taken.size(); ++page) {
        INFO("page " << page + 1);
        const Strings put_in = words_put_in(sample.pages.pages[page].picture);
        CHECK(put_in.size() > 3);
        check(put_in, words_of(taken[page]));
      }
    }
}

}  // namespace

TEST_CASE("Words that pdftotext takes out are those put in, in their order", "[pdf][extraction]") {
  if (!is_installed("pdftotext")) return;
  each_page("pdftotext -raw -enc UTF-8 FILE -",
            [](const Strings& put_in, const Strings& taken_out) { CHECK(first_difference(put_in, taken_out) == ""); });
}

TEST_CASE("Words that mutool takes out are those put in, in their order", "[pdf][extraction]") {
  if (!is_installed("mutool")) return;
  each_page("mutool draw -q -F txt FILE",
            [](const Strings& put_in, const Strings& taken_out) { CHECK(first_difference(put_in, taken_out) == ""); });
}

TEST_CASE("What is hard to take out is among the words put in", "[pdf][extraction]") {
  std::string all;
  for (const LanguageTag tag : kLanguages)
    for (const SampleKind kind : kSampleKinds)
      for (const Page& page : sample_report(kind, tag).pages.pages) all += text_of(page.picture);
  // A minus sign, a space and a hyphen that are no plain ones, and letters that fonts join.
  for (const char* hard : {"\u2212", "\u00A0", "\u00AD\n", "±", "–", "fi", "fl", "ff", "ft", "å", "”", "’", "†"}) {
    INFO(hard);
    CHECK(all.find(hard) != std::string::npos);
  }
}

TEST_CASE("Words are compared as people read them", "[pdf][extraction]") {
  CHECK(words_of("Kom\u00AD\npetens\u00A0och\n \u2212\u00A04,3") == Strings{"Kompetens", "och", "\u2212", "4,3"});
  CHECK(first_difference({"a", "b"}, {"a", "b"}) == "");
  CHECK(first_difference({"a", "b"}, {"a"}) == "\"a b\" came out as \"a\"");
  CHECK(first_difference({"a", "b"}, {"b", "a"}) == "\"a b\" came out as \"b a\"");
}
