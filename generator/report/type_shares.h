// TypeShares: how many organisations lie in each field of the maturity matrix in a year, as far as it may be told. Made
// by type_shares() from the statistics; the figures of the matrix and of the types say the same numbers. Counts under
// the minimum are withheld, and so is what would give them away. A value; its quadrants are the model's.
#pragma once

#include <array>
#include <string>

#include "report/nation_facts.h"

namespace mognad {

struct TypeShare {
  const Quadrant* quadrant = nullptr;
  Measured count = Missing::withheld;  // organisations
  Measured share = Missing::withheld;  // per cent of all that have a place
  bool few = false;                    // the count is under the minimum
};

struct TypeShares {
  PeerPlaces places;
  std::array<TypeShare, 4> types;  // in the order of quadrant_number()

  int organisations() const { return places.others; }  // that have a place
  bool has_places() const { return !places.cells.empty(); }
  int shown() const;  // types whose count may be told
  /// The type that has more organisations than any other, whatever the withheld ones have; null: none is known to.
  const TypeShare* largest() const;
};

/// Of the type of organisation that the facts are about. Without places where they may not be shown.
TypeShares type_shares(const NationFacts& facts, int year);

/// Whether the fields meant the same in both years.
bool same_fields(const NationFacts& facts, int from_year, int to_year);

/// "A Låg förmåga, begränsande arv"
std::string lettered_name(const NationFacts& facts, const Quadrant& quadrant);

/// "145 (50 %) av typ A, 24 (8 %) av typ B"; of the types that may be told.
std::string shown_types(const NationFacts& facts, const TypeShares& shares);

/// Why counts are withheld, as a sentence behind the symbol; empty where none is.
std::string withheld_note(const NationFacts& facts, bool withheld);

}  // namespace mognad
