#include "commands/check_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/problem.h"
#include "commands/check_text.h"
#include "export/html/html_text.h"
#include "input/xlsx_references.h"

namespace mognad {
namespace {

/// By this a page is known again.
constexpr const char* kBeginning =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
    "content=\"width=device-width, initial-scale=1\"/>\n<title>Check of ";

// Contrasts on their grounds: text 15, severities 7 or more in the light, 8 or more in the dark.
constexpr const char* kStyle =
    R"(:root{color-scheme:light dark;--ground:#fff;--text:#1d1f23;--line:#767b84;--error:#a4001d;--warning:#6f4400;--note:#174a78}
@media (prefers-color-scheme:dark){:root{--ground:#16181c;--text:#e9eaec;--line:#8d929b;--error:#ff9aa5;--warning:#f2bb6c;--note:#a3cbf2}}
body{margin:2rem auto;max-width:70rem;padding:0 1rem;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
h1,h2,h3{line-height:1.25}
table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border-bottom:1px solid var(--line);padding:.35rem .75rem .35rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums}
.error{color:var(--error);font-weight:700}
.warning{color:var(--warning);font-weight:700}
.note{color:var(--note);font-weight:700}
.scroll{overflow-x:auto}
@media print{@page{margin:15mm}:root{--ground:#fff;--text:#000;--line:#767b84;--error:#a4001d;--warning:#6f4400;--note:#174a78}body{margin:0;max-width:none;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}}
)";

/// A text of the data, kept apart from the direction of what stands around it.
std::string isolated(std::string_view text) { return fmt::format("<bdi>{}</bdi>", html_text(text)); }

std::string heads(std::initializer_list<const char*> names) {
  std::string html = "<thead><tr>";
  for (const char* name : names) html += fmt::format("<th scope=\"col\">{}</th>", name);
  return html + "</tr></thead>\n<tbody>\n";
}

/// A table that scrolls by itself where the screen is narrow; the keyboard reaches it.
std::string table(const std::string& caption, const std::string& rows) {
  return fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table>\n<caption>{0}</caption>\n{1}"
      "</tbody>\n</table></div>\n",
      caption, rows);
}

std::string files_table(const DataSummary& data) {
  std::string rows = heads({"File", "Holds", "Found to be"});
  for (const SourceFile& file : data.files)
    rows += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", isolated(file.path),
                        html_text(file.role), isolated(file.format));
  return table("Files that were read", rows);
}

std::string years_table(const DataSummary& data) {
  std::string rows =
      heads({"Year", "Organisations", "Respondents", "Answers", "No answer", "Don’t know", "Not applicable"});
  for (const YearSummary& y : data.years) {
    rows += fmt::format("<tr><th scope=\"row\">{}</th>", y.year);
    for (const std::string& cell :
         {std::to_string(y.organisations), std::to_string(y.respondents), std::to_string(y.answers),
          share_text(y.no_answer, y), share_text(y.dont_know, y), share_text(y.not_applicable, y)})
      rows += fmt::format("<td>{}</td>", cell);
    rows += "</tr>\n";
  }
  return table("Years that were measured", rows);
}

std::string data_section(const DataSummary& data) {
  std::string html = fmt::format("<h2>What was read</h2>\n<p>Measured in {}: {}. {}.</p>\n", data.year,
                                 isolated(types_text(data)), html_text(amounts_text(data)));
  html += files_table(data) + years_table(data);
  if (data.missing.empty()) return html;
  html += "<h2>What is missing</h2>\n<ul>\n";
  for (const std::string& missing : data.missing) html += fmt::format("<li>{}</li>\n", html_text(missing));
  return html + "</ul>\n";
}

enum class Container { text, sheet, database };

/// Tables within a file are called "data.xlsx[Svar]"; parts of a workbook that are XML are texts, and have a '/' or
/// the brackets of "[Content_Types].xml" in their names, which a sheet's name can't have (ECMA-376 part 1, 18.2.19).
Container container_of(std::string_view file) {
  const std::size_t open = file.find('[');
  if (open == std::string_view::npos || !file.ends_with(']')) return Container::text;
  const std::string_view part = file.substr(open + 1, file.size() - open - 2);
  std::string name(file.substr(0, open));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  if (!name.ends_with(".xlsx") && !name.ends_with(".xlsm")) return Container::database;
  return part.find_first_of("/[") == std::string_view::npos ? Container::sheet : Container::text;
}

/// "line 12, character 3" of a text, "row 12, column C (cell C12)" of a sheet, "row 12, column 3" of a database.
std::string place_text(const Place& place) {
  if (place.line <= 0) return "the whole file";
  const Container container = container_of(place.file);
  const char* line = container == Container::text ? "line" : "row";
  if (place.column <= 0) return fmt::format("{} {}", line, place.line);
  if (container == Container::text) return fmt::format("line {}, character {}", place.line, place.column);
  if (container == Container::database) return fmt::format("row {}, column {}", place.line, place.column);
  const std::string letters = column_letters(place.column);
  return fmt::format("row {0}, column {1} (cell {1}{0})", place.line, letters);
}

std::string row_of(const Problem& problem) {
  return fmt::format("<tr><td><span class=\"{0}\">{0}</span></td><td>{1}</td><td>{2}</td><td>{3}</td></tr>\n",
                     name_of(problem.severity), place_text(problem.place), isolated(problem.message),
                     isolated(problem.hint));
}

/// The worst first; of each kind in the order in which they were found.
std::string file_section(const FileProblems& file, std::size_t number) {
  std::string rows;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    for (const Problem& problem : file.problems)
      if (problem.severity == severity) rows += row_of(problem);
  return fmt::format(
      "<h3 id=\"file-{0}\">{1} – {2}</h3>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-labelledby=\"file-{0}\"><table aria-labelledby=\"file-{0}\">\n{3}{4}</tbody>\n</table></div>\n",
      number, file.file.empty() ? "The survey" : isolated(file.file), to_text(file.counts),
      heads({"Kind", "Place", "What was found", "What was expected, or what to do"}), rows);
}

std::string verdict(const CheckSummary& summary) {
  if (!summary.data) return "The input is refused: no report is made or sent until the errors are corrected.";
  if (summary.counts.warnings > 0) return "Reports can be made. Read the warnings first: a number may be wrong.";
  return "Reports can be made.";
}

}  // namespace

bool begins_check_page(std::string_view beginning) { return beginning.starts_with(kBeginning); }

std::string check_page(const CheckSummary& summary, const std::string& title) {
  std::string html = fmt::format(
      "{}{}</title>\n<style>\n{}</style>\n</head>\n"
      "<body>\n<main>\n<h1>Check of {}</h1>\n<p><strong>{}</strong> {}</p>\n",
      kBeginning, html_text(title), kStyle, isolated(title), html_text(to_text(summary.counts) + "."),
      verdict(summary));
  if (summary.data) html += data_section(*summary.data);
  html += "<h2>Problems</h2>\n";
  if (summary.files.empty()) html += "<p>None were found.</p>\n";
  for (std::size_t i = 0; i < summary.files.size(); ++i) html += file_section(summary.files[i], i + 1);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace mognad
