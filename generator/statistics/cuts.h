// Cuts: groups of organisations that are described side by side (all of a type, size classes, counties …), and what may
// be described of each without giving away what is withheld of another. The rules are on who belongs to which group,
// never on values:
//
//  1. A group needs one member more than the minimum of others, because a member may read it.
//  2. Two groups that differ by few on either side would show those few by comparison: the one defined later is
//     withheld.
//  3. Dots are counts that can be added and subtracted: whatever groups with dots are taken away from another, what is
//     left of it must be nothing or hold the minimum. Otherwise the group, taken in order, has no dots.
//
// Medians and quartiles of parts can't be subtracted from those of their total, so that a small part does not cost its
// neighbours theirs; means, which can, are published of whole types only (national.h).
// After Hundepool et al., "Statistical Disclosure Control" (2012), chapter 4 (secondary suppression, linked tables).
#pragma once

#include <span>
#include <vector>

namespace mognad {

/// The organisations that a group describes at one node, ascending. Groups of one definition share no member.
struct Cut {
  int definition = 0;
  std::span<const int> members;
};

/// Which of the cuts of one type may be described (rules 1 and 2). Cuts stand in order of precedence; `least` is the
/// smallest number of members.
std::vector<bool> describable_cuts(std::span<const Cut> cuts, std::size_t least);

/// Which of the cuts that one reader sees may have dots (rule 3), in order of precedence. `all` is the size of the
/// total that they are parts of, which has dots itself; 0: it has none.
std::vector<bool> dotted_cuts(std::span<const Cut> cuts, std::size_t all, std::size_t least);

/// The same from numbers alone: `common` has for each set of cuts, bit i standing for the i-th, how many organisations
/// belong to all of them; that of the empty set is not looked at.
std::vector<bool> dotted_cuts(const std::vector<std::size_t>& common, std::size_t all, std::size_t least);

/// How many members of two ascending lists are in both.
std::size_t count_common(std::span<const int> a, std::span<const int> b);

/// Whether two groups differ, and by fewer than `least` on either side.
bool nearly_equal(std::span<const int> a, std::span<const int> b, std::size_t least);

}  // namespace mognad
