// What rows of national results say: the highest and the lowest by the numbers that are printed, and how far apart they
// lie. What prints as the same is never called higher or lower.
#pragma once

#include <string>
#include <vector>

#include "report/nation_rows.h"

namespace mognad {

struct RowExtremes {
  std::vector<const NationRow*> high, low;  // all whose printed median is the highest, the lowest; empty: none is shown
  int shown = 0;                            // rows with a median
  int hidden = 0;                           // rows whose median is withheld: it may lie above or below all others
  bool alike = true;                        // highest and lowest don't differ by more than rounding
  bool near = true;                         // … by less than a point: too little to name one
};

/// Borrows the rows; `decimals` are those of the figure.
RowExtremes extremes_of(const NationRows& rows, int decimals = 1);

/// "a, b och c"
std::string enumerated(const Words& words, const std::vector<std::string>& names);

/// The names of the rows inside a sentence; more than three only by their number: "fyra grupper".
std::string named(const NationFacts& f, const std::vector<const NationRow*>& rows, const std::string& many);

/// The title of a figure of rows, which are called `many`: "storleksklasser". It tells how far the medians reach and
/// names no winner.
std::string rows_title(const NationFacts& f, const NationRows& rows, const std::string& many);

/// The same rows as the head of a section.
std::string rows_finding(const NationFacts& f, const NationRows& rows, const std::string& many);

/// Two to five sentences.
std::vector<std::string> rows_sentences(const NationFacts& f, const NationRows& rows, const std::string& many);

}  // namespace mognad
