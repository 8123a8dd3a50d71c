#include "verification/name_index.h"

#include <algorithm>

#include "language/normalise.h"
#include "verification/text_words.h"

namespace mognad::verification {
namespace {

/// A node of the tree of names and what leads on from it; inside a name a mark between words ("S:t") must be the same.
std::uint64_t edge_key(int node, int word, bool apart) {
  return static_cast<std::uint64_t>(node) << 32 | static_cast<std::uint64_t>(word) << 1 | (apart ? 1u : 0u);
}

/// Whether every character is below U+0300, where the combining marks begin, or a mark or sign of U+2000 to U+20BF or
/// U+2200 to U+23FF: such text is in NFC as far as words go, which saves its way through UTF-16.
bool is_composed(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCC) continue;
    const unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (byte != 0xE2 || !((next >= 0x80 && next <= 0x82) || (next >= 0x88 && next <= 0x8F))) return false;
  }
  return true;
}

}  // namespace

int NameIndex::add(std::string_view name) {
  constexpr std::size_t kLongest = 1000;  // bytes: what is longer is no name, and would cost time at every word
  if (name.size() > kLongest) return -1;
  int node = 0;
  Size size;
  for_each_word(normalised(name), [&](const TextWord& word) {
    const int id = words_.try_emplace(std::string(word.folded), static_cast<int>(words_.size())).first->second;
    if (size.words == 0) size.initial = std::string(word.initial);
    const auto edge =
        edges_.try_emplace(edge_key(node, id, size.words > 0 && word.apart), static_cast<int>(names_.size()));
    if (edge.second) names_.push_back(-1);
    node = edge.first->second;
    ++size.words;
    for (const char c : word.folded) size.letters += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  });
  if (node == 0) return -1;
  longest_ = std::max(longest_, static_cast<std::size_t>(size.words));
  int& known = names_[static_cast<std::size_t>(node)];
  if (known < 0) {
    known = static_cast<int>(sizes_.size());
    sizes_.push_back(std::move(size));
  }
  return known;
}

int NameIndex::word_id(std::string_view folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? -1 : found->second;
}

std::vector<NameIndex::Found> NameIndex::read(std::string_view normal) const {
  std::vector<Found> found;
  found.reserve(normal.size() / 6);
  for_each_word(normal, [&](const TextWord& word) {
    const bool genitive = word.folded.size() > 1 && word.folded.back() == 's';
    found.push_back({word_id(word.folded), genitive ? word_id(word.folded.substr(0, word.folded.size() - 1)) : -1,
                     word.initial, word.apart});
  });
  return found;
}

int NameIndex::follow(int node, int word, bool apart) const {
  if (word < 0) return -1;
  const auto edge = edges_.find(edge_key(node, word, apart));
  return edge == edges_.end() ? -1 : edge->second;
}

void NameIndex::add_matches(const std::vector<Found>& found, std::size_t first, std::vector<Match>& matches) const {
  const auto add = [&](int node, std::size_t last) {
    const int name = node < 0 ? -1 : names_[static_cast<std::size_t>(node)];
    if (name >= 0)
      matches.push_back({name, first, last, found[first].initial == sizes_[static_cast<std::size_t>(name)].initial});
  };
  int node = 0;
  for (std::size_t i = first; i < found.size() && node >= 0; ++i) {
    const bool apart = i > first && found[i].apart;
    add(follow(node, found[i].nominative, apart), i + 1);
    node = follow(node, found[i].word, apart);
    add(node, i + 1);
  }
}

std::vector<NameIndex::Match> NameIndex::find(std::string_view text) const {
  const bool composed = is_composed(text);
  const std::string normal = composed ? std::string() : normalised(text);
  const std::vector<Found> found = read(composed ? text : normal);  // refers to the text that was read
  std::vector<Match> matches;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (found[i].word >= 0 || found[i].nominative >= 0) add_matches(found, i, matches);
  return matches;
}

}  // namespace mognad::verification
