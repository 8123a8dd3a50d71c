#include "input/xlsx_references.h"

#include <charconv>

namespace mognad {

std::optional<int> sheet_number(std::string_view text, int most) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value);
  if (fault != std::errc{} || rest != end || value < 1 || value > most) return std::nullopt;
  return value;
}

std::optional<CellReference> cell_reference(std::string_view text) {
  int column = 0;
  std::size_t letters = 0;
  while (letters < text.size() && letters < 3 && text[letters] >= 'A' && text[letters] <= 'Z')
    column = column * 26 + (text[letters++] - 'A' + 1);
  const auto row = sheet_number(text.substr(letters), kSheetRows);
  if (letters == 0 || column > kSheetColumns || !row) return std::nullopt;
  return CellReference{*row, column};
}

std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return letters;
}

}  // namespace mognad
