// Numbers in texts, and those of a figure's data as a text writes them.
#pragma once

#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "language/words.h"
#include "report/figure_data.h"

namespace mognad::test {

/// The numbers in a text as they are written, with their sign.
inline std::vector<std::string> numbers_written(const std::string& text) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]));
  };
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size();) {
    if (!digit(i)) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (digit(end) || ((text[end] == ',' || text[end] == '.') && digit(end + 1)) ||
           (text.compare(end, 2, "\u00A0") == 0 && digit(end + 2)))
      end += digit(end) || text[end] != '\xC2' ? 1 : 2;
    std::string number = text.substr(i, end - i);
    if (i >= 3 && text.compare(i - 3, 3, "−") == 0) number = "−" + number;
    found.push_back(number);
    i = end;
  }
  return found;
}

/// Every number of the data as it is printed.
inline std::set<std::string> numbers_of(const FigureData& data, const Words& words) {
  std::set<std::string> all;
  for (const DataRow& row : data.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (const auto* value = std::get_if<Measured>(&row.cells[i]); value && *value)
        all.insert(data.columns[i].kind == DataColumn::Kind::year
                       ? std::to_string(static_cast<int>(value->number()))
                       : words.number(*value, decimals_of(data.columns[i].kind)));
  return all;
}

}  // namespace mognad::test
