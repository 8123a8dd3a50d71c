#include "commands/check_page.h"

#include <fmt/format.h>

#include "base/problem.h"
#include "commands/check_text.h"
#include "commands/html_text.h"

namespace mognad {
namespace {

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

/// "line 12, column 3"; of a whole file nothing is said.
std::string place_text(const Place& place) {
  if (place.line <= 0) return "the whole file";
  if (place.column <= 0) return fmt::format("line {}", place.line);
  return fmt::format("line {}, column {}", place.line, place.column);
}

std::string rows_of(const FileProblems& file, Severity severity) {
  std::string rows;
  for (const Problem& problem : file.problems)
    if (problem.severity == severity)
      rows +=
          fmt::format("<tr><td><span class=\"{0}\">{0}</span></td><td>{1}</td><td>{2}</td><td>{3}</td></tr>\n",
                      name_of(severity), place_text(problem.place), isolated(problem.message), isolated(problem.hint));
  return rows;
}

std::string file_section(const FileProblems& file) {
  std::string html =
      fmt::format("<h3>{} – {}</h3>\n", file.file.empty() ? "The survey" : isolated(file.file), to_text(file.counts));
  for (const auto& [severity, caption] : {std::pair(Severity::error, "Errors"),
                                          std::pair(Severity::warning, "Warnings"), std::pair(Severity::note, "Notes")})
    if (const std::string rows = rows_of(file, severity); !rows.empty())
      html += table(caption, heads({"Kind", "Place", "What was found", "What was expected, or what to do"}) + rows);
  return html;
}

std::string verdict(const CheckSummary& summary) {
  if (!summary.data) return "The input is refused: no report is made until the errors are corrected.";
  if (summary.counts.warnings > 0) return "Reports can be made. Read the warnings first: a number may be wrong.";
  return "Reports can be made.";
}

}  // namespace

std::string check_page(const CheckSummary& summary, const std::string& survey) {
  const std::string title = summary.data ? fmt::format("{} {}", summary.data->name, summary.data->year) : survey;
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\"/>\n<title>Check of {}</title>\n<style>\n{}</style>\n</head>\n"
      "<body>\n<main>\n<h1>Check of {}</h1>\n<p><strong>{}</strong> {}</p>\n",
      html_text(title), kStyle, isolated(title), html_text(to_text(summary.counts) + "."), verdict(summary));
  if (summary.data) html += data_section(*summary.data);
  html += "<h2>Problems</h2>\n";
  if (summary.files.empty()) html += "<p>None were found.</p>\n";
  for (const FileProblems& file : summary.files) html += file_section(file);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace mognad
