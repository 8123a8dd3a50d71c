#include "input/xlsx_values.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace mognad {
namespace {

/// A sheet shows and keeps no more digits.
constexpr std::size_t kDigits = 15;

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// A whole number that is its own shortest form.
bool is_short_integer(std::string_view text) {
  if (text.empty() || text.size() > kDigits || (text[0] == '0' && text.size() > 1)) return false;
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return true;
}

std::optional<double> finite_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, value);
  if (fault != std::errc{} || rest != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The fewest digits that are this number and no other; with an exponent only where zeros would hide the digits.
std::string shortest(double value) {
  const double size = std::fabs(value);
  char digits[40];
  const bool plain = size == 0 || (size >= 1e-7 && size < 1e21);
  const auto made = std::to_chars(digits, digits + sizeof(digits), value,
                                  plain ? std::chars_format::fixed : std::chars_format::scientific);
  return {digits, made.ptr};
}

}  // namespace

std::string_view XlsxValues::value(const XlsxCell& cell) {
  if (cell.formula && !cell.valued)
    return refuse("formulas without values", cell, "the cell has a formula but no value",
                  "open and save the file in its program, so that it holds values");
  if (!cell.valued) return {};
  if (cell.formula && workbook_.values_are_old)
    findings_.warn("old values", place(cell),
                   "the workbook asks for its formulas to be computed again: their values may be old",
                   "open and save the file in its program");
  if (cell.type == "s") return shared_text(cell);
  if (cell.type.empty() || cell.type == "n") return number(cell);
  if (cell.type == "str" || cell.type == "inlineStr") return own_text(cell);
  if (cell.type == "b") return truth(cell);
  if (cell.type == "d") return iso_date(cell);
  if (cell.type == "e")
    return refuse("cells with errors", cell, fmt::format("the cell holds the error '{}'", excerpt(cell.text)),
                  "correct the formula, or write the value or nothing");
  return refuse("types of cells", cell, fmt::format("'{}' is not a type of a cell", excerpt(cell.type)),
                kSaveWorkbookAgain);
}

std::string_view XlsxValues::shared_text(const XlsxCell& cell) {
  std::size_t index = 0;
  const std::string_view text = without_blanks(cell.text);
  const char* end = text.data() + text.size();
  const auto [rest, fault] = std::from_chars(text.data(), end, index);
  if (fault != std::errc{} || rest != end || index >= workbook_.texts.size())
    return refuse("shared texts", cell,
                  fmt::format("the cell has the shared text '{}', and the workbook has {}", excerpt(cell.text),
                              workbook_.texts.size()),
                  kSaveWorkbookAgain);
  if (!workbook_.texts.is_sound(index))
    return refuse("control characters", cell, "the text holds a control character", "write the text anew");
  return workbook_.texts[index];
}

std::string_view XlsxValues::own_text(const XlsxCell& cell) {
  if (cell.text.find("_x") == std::string::npos) return cell.text;
  made_.clear();
  if (append_unescaped(made_, cell.text)) return made_;
  return refuse("control characters", cell, "the text holds a control character", "write the text anew");
}

std::string_view XlsxValues::truth(const XlsxCell& cell) {
  const std::string_view text = without_blanks(cell.text);
  if (text == "1" || text == "true") return "true";
  if (text == "0" || text == "false") return "false";
  return refuse("truth values", cell, fmt::format("'{}' is neither true nor false", excerpt(cell.text)),
                kSaveWorkbookAgain);
}

std::string_view XlsxValues::number(const XlsxCell& cell) {
  const auto format = format_of(cell);
  if (!format) return {};
  const std::string_view text = without_blanks(cell.text);
  if (*format == CellFormat::number && is_short_integer(text)) return text;
  if (text.empty() && !cell.formula) return {};
  if (text.empty())
    return refuse("formulas without values", cell, "the cell has a formula but no value",
                  "open and save the file in its program, so that it holds values");
  const auto value = finite_number(text);
  if (!value)
    return refuse("numbers", cell, fmt::format("'{}' is not a number", excerpt(cell.text)),
                  "write the number anew, or nothing");
  if (*format == CellFormat::number || *format == CellFormat::percentage) return plain_number(cell, *value, *format);
  return moment(cell, *value, *format);
}

std::string_view XlsxValues::plain_number(const XlsxCell& cell, double value, CellFormat format) {
  made_ = shortest(value);
  if (std::fabs(value) >= 1e15)
    findings_.warn("long numbers", place(cell),
                   fmt::format("'{}' has more than {} digits: a sheet rounds such numbers", made_, kDigits),
                   "write numbers that are names as texts");
  if (format == CellFormat::percentage)
    findings_.warn("percentages", place(cell), fmt::format("the cell shows a percentage; it is read as '{}'", made_),
                   "check that the file is meant so, or write the number that is shown");
  return made_;
}

std::string_view XlsxValues::iso_date(const XlsxCell& cell) {
  auto date = iso_date_text(without_blanks(cell.text));
  if (!date) return refuse("dates", cell, fmt::format("'{}' is not a date", excerpt(cell.text)), "write the date anew");
  made_ = std::move(*date);
  return made_;
}

std::string_view XlsxValues::moment(const XlsxCell& cell, double serial, CellFormat format) {
  const bool time = format == CellFormat::elapsed || (format == CellFormat::time && serial < 1);
  auto text = time ? time_text(serial) : date_text(serial, workbook_.dates);
  if (!text)
    return refuse("dates", cell,
                  fmt::format("the cell is shown as a date or a time, and '{}' is none", excerpt(cell.text)),
                  "write the date anew, or show the cell as a number");
  made_ = std::move(*text);
  return made_;
}

std::optional<CellFormat> XlsxValues::format_of(const XlsxCell& cell) {
  if (cell.style.empty() || cell.style == "0")
    return workbook_.formats.empty() ? CellFormat::number : workbook_.formats.front();
  std::size_t index = 0;
  const char* end = cell.style.data() + cell.style.size();
  const auto [rest, fault] = std::from_chars(cell.style.data(), end, index);
  if (fault == std::errc{} && rest == end && index < workbook_.formats.size()) return workbook_.formats[index];
  refuse("formats", cell,
         fmt::format("the cell has the format '{}', and the workbook has {}", excerpt(cell.style),
                     workbook_.formats.size()),
         kSaveWorkbookAgain);
  return std::nullopt;
}

std::string_view XlsxValues::refuse(std::string_view kind, const XlsxCell& cell, std::string message,
                                    std::string hint) {
  findings_.error(kind, place(cell), std::move(message), std::move(hint));
  return {};
}

}  // namespace mognad
