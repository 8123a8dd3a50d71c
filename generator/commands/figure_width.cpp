#include "commands/figure_width.h"

#include <fmt/format.h>

#include <charconv>

#include "report/figure_template.h"

namespace mognad {

Result<AskedMeasure> read_figure_width(const std::string& typed) {
  if (typed == kFigureSizeNames[0]) return AskedMeasure{{.width = kOneColumn}};
  if (typed == kFigureSizeNames[1]) return AskedMeasure{{.width = kTwoColumns}};
  if (typed == kFigureSizeNames[2]) return AskedMeasure{{.slide = true}};
  std::string number = typed.ends_with("mm") ? typed.substr(0, typed.size() - 2) : typed;
  while (number.ends_with(' ')) number.pop_back();
  if (const std::size_t comma = number.find(','); comma != std::string::npos) number[comma] = '.';
  double millimetres = 0;
  const auto [end, code] = std::from_chars(number.data(), number.data() + number.size(), millimetres);
  constexpr double kLeast = 30, kMost = 600;
  if (code == std::errc() && end == number.data() + number.size() && millimetres >= kLeast && millimetres <= kMost)
    return AskedMeasure{{.width = millimetres * 72 / 25.4 - 2 * kFigureRoom}, true};
  return error_at({"--width"}, fmt::format("'{}' is not one-column, two-columns, slide or {} to {} millimetres", typed,
                                           kLeast, kMost));
}

std::string wrong_width(const std::string& typed) {
  const auto read = read_figure_width(typed);
  return read ? "" : read.problems.front().message;
}

}  // namespace mognad
