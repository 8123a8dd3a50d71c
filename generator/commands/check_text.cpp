#include "commands/check_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/rounding.h"

namespace mognad {
namespace {

// With the most files, years and missing things that are shown, the text has thirty lines.
constexpr std::size_t kFilesShown = 10, kYearsShown = 7;

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, characters(text)), ' ');
}

/// Rows with their columns under each other, two blanks apart.
std::string aligned(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], characters(row[i]));
    }
  std::string text;
  for (const auto& row : rows) {
    text += "  ";
    for (std::size_t i = 0; i < row.size(); ++i)
      text += i + 1 == row.size() ? row[i] + "\n" : padded(row[i], widths[i] + 2);
  }
  return text;
}

std::string files_text(const std::vector<SourceFile>& files) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(files.size(), kFilesShown); ++i)
    rows.push_back({files[i].path, files[i].role, files[i].format});
  if (files.size() > kFilesShown) rows.push_back({fmt::format("… and {} more", files.size() - kFilesShown)});
  return "Files\n" + aligned(rows);
}

std::string years_text(const std::vector<YearSummary>& years) {
  std::vector<std::vector<std::string>> rows{
      {"", "organisations", "respondents", "answers", "no answer", "don't know", "not applicable"}};
  for (std::size_t i = years.size() - std::min(years.size(), kYearsShown); i < years.size(); ++i) {
    const YearSummary& y = years[i];
    rows.push_back({std::to_string(y.year), std::to_string(y.organisations), std::to_string(y.respondents),
                    std::to_string(y.answers), share_text(y.no_answer, y), share_text(y.dont_know, y),
                    share_text(y.not_applicable, y)});
  }
  return "Years\n" + aligned(rows);
}

std::string problem_files_text(const CheckSummary& summary) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(summary.files.size(), kFilesShown); ++i)
    rows.push_back({summary.files[i].file, to_text(summary.files[i].counts)});
  if (summary.files.size() > kFilesShown)
    rows.push_back({fmt::format("… and {} more", summary.files.size() - kFilesShown)});
  return aligned(rows);
}

}  // namespace

std::string share_text(std::size_t part, const YearSummary& year) {
  if (year.cells() == 0) return "-";
  return fmt::format("{:.1f} %",
                     round_half_away(100.0 * static_cast<double>(part) / static_cast<double>(year.cells()), 1));
}

std::string types_text(const DataSummary& data) {
  std::vector<std::string> parts;
  for (const TypeSummary& type : data.types)
    parts.push_back(fmt::format("{} {} of {}", type.type, type.measured, type.organisations));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string amounts_text(const DataSummary& data) {
  std::string text = fmt::format("{} statements", data.statements);
  const auto add = [&](std::size_t count, const char* one, const char* many) {
    if (count > 0) text += fmt::format(", {} {}", count, count == 1 ? one : many);
  };
  add(data.units, "unit", "units");
  add(data.given_values, "value computed elsewhere", "values computed elsewhere");
  add(data.initiatives, "initiative", "initiatives");
  add(data.recipients, "recipient", "recipients");
  return text;
}

std::string check_text(const CheckSummary& summary) {
  if (!summary.data) return problem_files_text(summary) + to_text(summary.counts) + "; the input is refused\n";
  const DataSummary& data = *summary.data;
  std::string text = fmt::format("{} {}\n{}{}", data.name, data.year, files_text(data.files), years_text(data.years));
  text += fmt::format("Measured in {}\n  {}\n  {}\n", data.year, types_text(data), amounts_text(data));
  if (!data.missing.empty()) text += fmt::format("Missing\n  {}\n", fmt::join(data.missing, "\n  "));
  return text + to_text(summary.counts) + "\n";
}

}  // namespace mognad
