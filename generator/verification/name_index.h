// Names in running text: which of up to ten thousand names stand in it, in one pass. A name is its words, so "Region
// Skåne" is found over a line end, with a no-break space, hyphenated ("Upp-" "lands"), in capitals and in the genitive
// ("Region Skånes", "Region Skåne’s"), and never inside a longer word. Built once; then threads may share it.
//
//   NameIndex names;
//   const int skane = names.add("Region Skåne");
//   for (const NameIndex::Match& match : names.find(text)) …
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mognad::verification {

class NameIndex {
 public:
  /// A place in the text, in words; several may overlap.
  struct Match {
    int name = 0;
    std::size_t first = 0;
    std::size_t last = 0;      // the word behind
    bool capitalised = false;  // its first letter is the name's own, not the small one

    bool covers(const Match& other) const { return first <= other.first && other.last <= last; }
  };

  /// Names of the same words are the same name; −1 when there is no word in it, or a kilobyte.
  int add(std::string_view name);

  /// All names that were added, at every place where they stand, in the order of their first words.
  std::vector<Match> find(std::string_view text) const;

  /// Words of a name, and its letters, to judge whether it can be taken for a common word.
  int words_of(int name) const { return sizes_[static_cast<std::size_t>(name)].words; }
  int letters_of(int name) const { return sizes_[static_cast<std::size_t>(name)].letters; }
  /// Words of the longest name.
  std::size_t longest() const { return longest_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  struct Size {
    int words = 0;
    int letters = 0;
    std::string initial;  // the first character as written
  };
  struct Found {
    int word = -1;        // id; −1: in no name
    int nominative = -1;  // without the s of a genitive
    std::string_view initial;
    bool apart = false;  // a mark such as a full stop stands before it
  };

  int word_id(std::string_view folded) const;
  std::vector<Found> read(std::string_view normal) const;
  int follow(int node, int word, bool apart) const;
  void add_matches(const std::vector<Found>& found, std::size_t first, std::vector<Match>& matches) const;

  std::unordered_map<std::string, int, Hash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, int> edges_;  // of the tree of names: node and word → node
  std::vector<int> names_{-1};                    // by node: the name that ends there
  std::vector<Size> sizes_;                       // by name
  std::size_t longest_ = 0;
};

}  // namespace mognad::verification
