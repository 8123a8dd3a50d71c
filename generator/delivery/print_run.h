// The print run: letters and reports joined into one file for the printer, by libqpdf. The result is for paper: it is a
// valid PDF file, but neither tagged nor archived, and without links and attached data. Pure; threads may call it at
// the same time.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace mognad {

struct PrintPiece {
  std::string name;   // in problems, and the bookmark
  std::string bytes;  // of a PDF file
};

enum class PrintSides { one, both };

/// The pieces one after another, with a bookmark each. On both sides of the paper each begins on a front: an empty page
/// goes before it where the one before ends on a front. Fonts and images that are the same in several pieces are in the
/// result once. The same pieces give the same bytes. Takes the memory of the pieces and of the result at once. A piece
/// that is no PDF file, or has no pages, is an error that names it.
Result<std::string> join_for_print(const std::vector<PrintPiece>& pieces, PrintSides sides);

}  // namespace mognad
