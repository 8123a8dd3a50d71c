#include "text/hyphenator.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <glib.h>
#include <hyphen.h>

#include <cstdio>
#include <cstdlib>

#include "files/output_names.h"

namespace mognad {

struct Hyphenator::Dictionary {
  HyphenDict* dict = nullptr;
  bool latin1 = false;
  ~Dictionary() {
    if (dict) hnj_hyphen_free(dict);
  }
};

namespace {

/// A letter of the word: where it begins and how the dictionary spells it.
struct Letter {
  std::size_t offset = 0;
  std::string spelled;
};

/// The word's letters in lower case; empty when it holds something that must not be divided.
std::vector<Letter> letters_of(std::string_view word, bool latin1) {
  std::vector<Letter> letters;
  const char* end = word.data() + word.size();
  for (const char* p = word.data(); p < end; p = g_utf8_next_char(p)) {
    const gunichar c = g_unichar_tolower(g_utf8_get_char(p));
    if (g_unichar_isdigit(c)) return {};
    if (!g_unichar_isalpha(c)) {
      // Punctuation at the ends is left aside; inside it ends what can be divided by letters alone.
      if (letters.empty()) continue;
      for (const char* q = p; q < end; q = g_utf8_next_char(q))
        if (g_unichar_isalnum(g_utf8_get_char(q))) return {};
      break;
    }
    if (latin1 && c > 0xFF) return {};
    char utf8[6];
    const int length = g_unichar_to_utf8(c, utf8);
    letters.push_back(
        {static_cast<std::size_t>(p - word.data()),
         latin1 ? std::string(1, static_cast<char>(c)) : std::string(utf8, static_cast<std::size_t>(length))});
  }
  return letters;
}

}  // namespace

Result<HyphenationPatterns> load_hyphenation(const Language& language, const Files& files) {
  HyphenationPatterns patterns{{}, language.hyphenate_left, language.hyphenate_right};
  if (language.hyphenation.empty()) return patterns;
  for (const std::string& folder : language.hyphenation_folders) {
    const std::string path = join_path(folder, language.hyphenation);
    if (!files.exists(path)) continue;
    Problems problems;
    if (auto bytes = files.read(path).take(problems)) patterns.bytes = std::move(*bytes);
    return {std::move(patterns), std::move(problems)};
  }
  return {std::move(patterns),
          {warning_at({language.hyphenation},
                      fmt::format("hyphenation dictionary of language '{}' was not found in {}; words are not divided",
                                  language.tag, fmt::join(language.hyphenation_folders, ", ")),
                      "Debian's packages are hyphen-sv and hyphen-en-gb")}};
}

Hyphenator::Hyphenator(const HyphenationPatterns& patterns)
    : dictionary_(std::make_unique<Dictionary>()), left_(patterns.left), right_(patterns.right) {
  if (patterns.bytes.empty()) return;
  std::string copy = patterns.bytes;
  FILE* file = fmemopen(copy.data(), copy.size(), "r");
  if (!file) return;
  dictionary_->dict = hnj_hyphen_load_file(file);
  std::fclose(file);
  dictionary_->latin1 = patterns.bytes.starts_with("ISO8859-1") || patterns.bytes.starts_with("ISO-8859-1");
}

Hyphenator::~Hyphenator() = default;

std::vector<std::size_t> Hyphenator::positions(std::string_view word) const {
  if (!dictionary_->dict) return {};
  const std::vector<Letter> letters = letters_of(word, dictionary_->latin1);
  if (letters.size() < 5) return {};
  std::string spelled;
  for (const Letter& letter : letters) spelled += letter.spelled;
  std::string marks(spelled.size() + 5, '\0');
  char** rep = nullptr;
  int* pos = nullptr;
  int* cut = nullptr;
  const int failed = hnj_hyphen_hyphenate2(dictionary_->dict, spelled.data(), static_cast<int>(spelled.size()),
                                           marks.data(), nullptr, &rep, &pos, &cut);
  // A division that changes the spelling ("tillåta" from "till-låta") can't be undone by taking the hyphen away: skip
  // it.
  std::vector<std::size_t> found;
  for (std::size_t i = 0; !failed && i + 1 < letters.size(); ++i) {
    const auto before = static_cast<int>(i) + 1;
    const bool changes = rep && rep[i];
    if ((marks[i] & 1) && !changes && before >= left_ && static_cast<int>(letters.size()) - before >= right_)
      found.push_back(letters[i + 1].offset);
  }
  for (std::size_t i = 0; rep && i < spelled.size(); ++i) std::free(rep[i]);
  std::free(rep);
  std::free(pos);
  std::free(cut);
  return found;
}

}  // namespace mognad
