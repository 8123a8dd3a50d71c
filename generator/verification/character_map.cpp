#include "verification/character_map.h"

#include <algorithm>
#include <optional>

#include "verification/content_lexer.h"

namespace mognad::verification {
namespace {

using Kind = Token::Kind;

constexpr std::size_t kMostMapFaults = 20;

std::optional<int> code_of(const Token& token) {
  if (token.kind != Kind::hex_string) return std::nullopt;
  const std::string bytes = string_bytes(token);
  if (bytes.empty() || bytes.size() > 2) return std::nullopt;
  int code = 0;
  for (const char byte : bytes) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

/// UTF-16BE without a mark, as ToUnicode writes it; a mark or half a pair stays to be seen as what it is.
std::string characters(const std::string& bytes) { return text_of(String{"\xFE\xFF" + bytes}); }

class MapReader {
 public:
  CharacterMap read(std::string_view data) {
    ContentLexer lexer(data);
    for (Token token = lexer.next(); token.kind != Kind::end; token = lexer.next()) {
      if (token.kind == Kind::fault) fault("can't be read: " + std::string(token.text.substr(0, 60)));
      else if (token.kind != Kind::keyword) tokens_.push_back(token);
      else section(token.text);
    }
    if (!ended_) fault("no endcmap");
    return std::move(map_);
  }

 private:
  void fault(std::string text) {
    if (map_.faults.size() < kMostMapFaults) map_.faults.push_back(std::move(text));
  }

  void section(std::string_view word) {
    if (word == "endbfchar") characters_of_codes();
    else if (word == "endbfrange") characters_of_ranges();
    else if (word == "endcmap") ended_ = true;
    else if (word == "usecmap") fault("usecmap, which is not followed");
    tokens_.clear();
  }

  void add(int code, std::string bytes) {
    if (bytes.empty() || bytes.size() % 2 != 0) return fault("a target that is no UTF-16");
    if (!map_.unicode.emplace(code, characters(bytes)).second) fault("a code that is mapped twice");
  }

  void characters_of_codes() {
    if (tokens_.size() % 2 != 0) fault("bfchar with an odd number of strings");
    for (std::size_t i = 0; i + 1 < tokens_.size(); i += 2) {
      if (const auto code = code_of(tokens_[i])) add(*code, string_bytes(tokens_[i + 1]));
      else fault("bfchar with a code that is not one or two bytes");
    }
  }

  void characters_of_ranges() {
    for (std::size_t at = 0; at < tokens_.size();) {
      if (at + 2 >= tokens_.size()) return fault("bfrange with fewer than three strings");
      const auto first = code_of(tokens_[at]);
      const auto last = code_of(tokens_[at + 1]);
      at += 2;
      if (!first || !last || *first > *last) return fault("bfrange with a range that is none");
      if (tokens_[at].kind == Kind::array_open) {
        list(*first, *last, ++at);
      } else {
        run(*first, *last, string_bytes(tokens_[at]));
        ++at;
      }
    }
  }

  void list(int first, int last, std::size_t& at) {
    int code = first;
    for (; at < tokens_.size() && tokens_[at].kind != Kind::array_close; ++at, ++code)
      if (code <= last) add(code, string_bytes(tokens_[at]));
    ++at;
    if (code != last + 1) fault("bfrange with a list of another length than the range");
  }

  /// Only the last byte counts up (9.10.3).
  void run(int first, int last, std::string bytes) {
    if (bytes.empty()) return fault("bfrange without a target");
    for (int code = first; code <= last; ++code) {
      add(code, bytes);
      auto& low = bytes.back();
      if (code < last && static_cast<unsigned char>(low) == 0xFF) return fault("bfrange that runs over its last byte");
      low = static_cast<char>(static_cast<unsigned char>(low) + 1);
    }
  }

  CharacterMap map_;
  std::vector<Token> tokens_;
  bool ended_ = false;
};

}  // namespace

CharacterMap read_character_map(std::string_view data) { return MapReader().read(data); }

}  // namespace mognad::verification
