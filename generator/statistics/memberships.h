// Memberships: how many organisations belong to the same groups of all definitions. Which of the groups that one reader
// sees may have dots (cuts.h, rule 3) follows from such numbers, so that a group of a hundred thousand needn't be gone
// through for each of its members. Built once; then threads may share it.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

namespace mognad {

class Memberships {
 public:
  /// An organisation's group under each definition, always in the same order; −1: none.
  using Groups = std::vector<int>;

  Memberships() = default;
  /// Of all that are counted; as many groups for each.
  explicit Memberships(const std::vector<Groups>& counted);

  struct Chosen {
    std::size_t definition = 0;
    int group = 0;
  };
  /// For each set of the chosen groups, bit i standing for the i-th, how many organisations belong to all of them.
  std::vector<std::size_t> common(std::span<const Chosen> chosen) const;

  /// For stored_statistics.h.
  template <class Self, class Visit>
    requires std::is_same_v<std::remove_const_t<Self>, Memberships>
  friend void fields(Self& m, const Visit& visit) {
    visit(m.groups_, m.organisations_);
  }
  /// Whether nothing in it leads astray who reads it, whatever it was read from.
  bool fits(std::size_t definitions) const;

 private:
  std::vector<Groups> groups_;  // each that occurs once
  std::vector<std::size_t> organisations_;
};

}  // namespace mognad
