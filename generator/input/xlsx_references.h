// Names of cells, "B2", and of ranges of them, "B2:C3" (ECMA-376 part 1, 18.18.7 and 18.18.62). Rows and columns count
// from 1.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

inline constexpr int kSheetRows = 1'048'576;
inline constexpr int kSheetColumns = 16'384;

struct CellReference {
  int row = 0;
  int column = 0;

  friend bool operator==(const CellReference&, const CellReference&) = default;
};

/// Nothing when it is no name of a cell within the largest sheet.
std::optional<CellReference> cell_reference(std::string_view text);

/// The name of a column that counts from 1: "A", "AA".
std::string column_letters(int column);

/// Of a row, or of anything else that counts from 1 to `most`.
std::optional<int> sheet_number(std::string_view text, int most);

}  // namespace mognad
