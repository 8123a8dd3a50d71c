// Every message of every language as the sentences that it can become: compared with a stored list, which is there to
// be read as an editor reads. MOGNAD_ACCEPT=1 renews it.
#include <unicode/messagepattern.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "language/sentence_fillings.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// A message's arguments: those that are put in, and those that choose a form, with the numbers to try.
struct Needs {
  std::vector<std::string> put_in;
  std::map<std::string, std::set<int>> choosing;
};

std::string substring(const icu::MessagePattern& parsed, int part) {
  std::string text;
  parsed.getSubstring(parsed.getPart(part)).toUTF8String(text);
  return text;
}

Needs needs_of(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), nullptr, status);
  REQUIRE(U_SUCCESS(status));
  Needs needs;
  std::vector<std::string> open;
  for (int i = 0; i < parsed.countParts(); ++i) {
    const auto type = parsed.getPartType(i);
    if (type == UMSGPAT_PART_TYPE_ARG_START) {
      open.push_back(substring(parsed, i + 1));
      if (parsed.getPart(i).getArgType() == UMSGPAT_ARG_TYPE_PLURAL) needs.choosing[open.back()] = {0, 1, 2, 5, 21};
      else if (std::find(needs.put_in.begin(), needs.put_in.end(), open.back()) == needs.put_in.end())
        needs.put_in.push_back(open.back());
    } else if (type == UMSGPAT_PART_TYPE_ARG_LIMIT) {
      open.pop_back();
    } else if (type == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
      const std::string selector = substring(parsed, i);
      if (selector.starts_with("=")) needs.choosing[open.back()].insert(std::stoi(selector.substr(1)));
    }
  }
  return needs;
}

/// The peers stand in their genitive before what is theirs, and in their definite form in a few explanations.
std::string form_of_peers(const std::string& key, const std::string& swedish) {
  for (const char* definite :
       {"categories.caption_median", "comparison.dots_hundredths", "method.median_meaning", "method.band_meaning"})
    if (key == definite) return "definite peers";
  for (const char* theirs : {"{peers} median", "{peers} mittersta"})
    if (swedish.find(theirs) != std::string::npos) return "genitive peers";
  return "peers";
}

class Sentences {
 public:
  explicit Sentences(const LanguageTag& tag) : words_(small_survey().voice(tag).words), tag_(tag) {}

  std::string all() const {
    std::string text;
    for (const auto& [key, pattern] : words_.language().patterns) text += of(key, needs_of(pattern));
    return text;
  }

 private:
  Texts texts_for(const std::string& key, const std::string& argument) const {
    const auto own = fillings().find(key + "/" + argument);
    if (own != fillings().end()) return own->second.in(tag_);
    if (argument == "name") return {"Borås", "Region Skåne"};
    if (argument == "genitive") {
      Texts genitives;
      for (const std::string& name : filling_names()) genitives.push_back(words_.genitive(name));
      return genitives;
    }
    const Language& swedish = small_survey().voice("sv").words.language();
    const auto common = fillings().find(argument == "peers" ? form_of_peers(key, swedish.patterns.at(key)) : argument);
    INFO("nothing to put in for {" << argument << "} of " << key);
    REQUIRE(common != fillings().end());
    return common->second.in(tag_);
  }

  /// Every form that the message can take: all combinations of the numbers that choose, and as many sentences as the
  /// argument with the most texts has.
  std::string of(const std::string& key, const Needs& needs) const {
    std::map<std::string, Texts> texts;
    std::size_t most = 1;
    for (const std::string& argument : needs.put_in) {
      if (needs.choosing.count(argument)) continue;
      texts[argument] = texts_for(key, argument);
      most = std::max(most, texts[argument].size());
    }
    std::vector<std::map<std::string, int>> numbers{{}};
    for (const auto& [argument, tried] : needs.choosing) {
      std::vector<std::map<std::string, int>> longer;
      for (const auto& chosen : numbers)
        for (const int number : tried) longer.push_back(chosen), longer.back()[argument] = number;
      numbers = std::move(longer);
    }
    std::string lines;
    std::set<std::string> said;
    for (const auto& chosen : numbers)
      for (std::size_t i = 0; i < most; ++i) {
        const std::string sentence = say(key, chosen, texts, i);
        if (said.insert(sentence).second) lines += key + form(chosen) + ": " + sentence + "\n";
      }
    return lines;
  }

  static std::string form(const std::map<std::string, int>& chosen) {
    std::string text;
    for (const auto& [argument, number] : chosen) text += "  " + argument + "=" + std::to_string(number);
    return text;
  }

  std::string say(const std::string& key, const std::map<std::string, int>& chosen,
                  const std::map<std::string, Texts>& texts, std::size_t i) const {
    std::array<Argument, 12> a;
    a.fill({"", ""});
    std::size_t count = 0;
    for (const auto& [argument, number] : chosen) a.at(count++) = {argument, number};
    const auto number = chosen.find("number");
    const bool one = number != chosen.end() && number->second == 1;
    const std::string one_in_words = words_.count(1), category = tag_ == "sv" ? "kategori" : "category";
    for (const auto& [argument, all] : texts) {
      std::string_view text = all[i % all.size()];
      if (one && argument == "count") text = one_in_words;
      if (one && argument == "categories") text = category;
      a.at(count++) = {argument, text};
    }
    return words_.say(key, {a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]});
  }

  const Words& words_;
  LanguageTag tag_;
};

}  // namespace

TEST_CASE("Every message reads as its stored sentences", "[language][references]") {
  for (const LanguageTag tag : kLanguages) DYNAMIC_SECTION(tag) {
      check_reference("sentences." + tag + ".txt", Sentences(tag).all());
    }
}

TEST_CASE("No sentence has a gap, two spaces or an ASCII quotation mark", "[language]") {
  for (const LanguageTag tag : kLanguages) {
    const std::string all = Sentences(tag).all();
    INFO(tag);
    for (const char* wrong : {"{", "}", "⟨", "  .", " .\n", " ,", "\"", "'", "...", ".. ."}) {
      INFO(wrong);
      // Two dots are a symbol: ".. = visas inte".
      CHECK(all.find(wrong) == std::string::npos);
    }
  }
}

TEST_CASE("Names have the genitive that their language gives them", "[language]") {
  const Words& swedish = small_survey().voice("sv").words;
  const Words& english = small_survey().voice("en").words;
  const auto way = [](const Words& words, const char* name) {
    const std::string genitive = words.genitive(name);
    return words.say("matrix.window_years", {{"genitive", genitive}, {"from", "2023"}, {"to", "2025"}});
  };
  CHECK(way(swedish, "Borås") == "Borås väg 2023–2025");
  CHECK(way(swedish, "Askdala") == "Askdalas väg 2023–2025");
  CHECK(way(swedish, "Region Skåne") == "Region Skånes väg 2023–2025");
  CHECK(way(swedish, "Norrlandsbox") == "Norrlandsbox väg 2023–2025");
  CHECK(way(swedish, "Granitz") == "Granitz väg 2023–2025");
  CHECK(way(english, "Borås") == "Borås’s path 2023–2025");
  CHECK(way(english, "Region Skåne") == "Region Skåne’s path 2023–2025");
}
