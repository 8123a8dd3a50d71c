// Cuts: groups of organisations that are described side by side (all of a type, size classes, counties …), and what may
// be described of each without giving away what is withheld of another. The rules, all of them on who belongs to which
// group, never on values:
//
//  1. A group needs one member more than the minimum of others, wherever a member may read it.
//  2. Two groups that differ by fewer on either side would show those few by comparison: the one defined later is
//     withheld.
//  3. Where a total is shown with its parts, parts are withheld, the smallest first (ties in their order), until the
//     withheld ones are at least two and together hold the minimum. Organisations without a part count as one.
//  4. Dots are counts that can be added and subtracted: whatever groups with dots are taken away from another, what is
//     left of it must be nothing or hold the minimum. Otherwise the group, taken in order, has no dots.
//
// Rule 3 after Hundepool et al., "Statistical Disclosure Control" (2012), chapter 4 (secondary suppression).
#pragma once

#include <span>
#include <vector>

#include "dataset/survey.h"

namespace mognad {

/// The organisations that a group describes at one node, ascending. Groups of one definition share no member.
struct Cut {
  int definition = 0;
  std::span<const int> members;
};

struct CutState {
  bool described = false;  // median, from more members quartiles
  bool dotted = false;
};

/// Organisations of one type. Cuts stand in order of precedence; that of definition 0, when there is one, is the first
/// and the total that all others are parts of.
std::vector<CutState> control_cuts(std::span<const Cut> cuts, const DisclosurePolicy& policy);

/// How many members of two ascending lists are in both.
std::size_t count_common(std::span<const int> a, std::span<const int> b);

/// Whether two groups differ, and by fewer than `minimum` on either side.
bool nearly_equal(std::span<const int> a, std::span<const int> b, std::size_t minimum);

}  // namespace mognad
