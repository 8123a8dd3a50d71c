// The print run: letters and reports joined into one file for the printer, by libqpdf. The result is for paper: it is a
// valid PDF file, but neither tagged nor archived. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace mognad {

struct PrintPiece {
  std::string name;   // in problems, and the bookmark
  std::string bytes;  // of a PDF file
};

/// The pieces one after another, with a bookmark each. Each begins on a front side where `duplex` is.
enum class PrintSides { one, both };
Result<std::string> join_for_print(const std::vector<PrintPiece>& pieces, PrintSides sides);

}  // namespace mognad
