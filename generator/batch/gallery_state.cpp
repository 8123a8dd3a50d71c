#include "batch/gallery_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/printable_text.h"

namespace mognad {
namespace {

constexpr std::string_view kFirstLine = "mognad gallery 1";

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

/// One part of a path, that leads nowhere else.
bool is_plain_name(const std::string& name) {
  return !name.empty() && !name.starts_with('.') && name.find('/') == std::string::npos;
}

/// index.html, gallery/style.css, gallery/data/0001.js
bool is_own_file(const std::string& name) {
  if (name == "index.html") return true;
  if (!name.starts_with("gallery/")) return false;
  std::string rest = name.substr(8);
  if (rest.starts_with("data/")) rest = rest.substr(5);
  return is_plain_name(rest);
}

/// −1 for what is no number.
int number_of(const std::string& text) {
  int number = -1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : -1;
}

bool is_page_change(char c) {
  constexpr std::array kAll{PageChange::none, PageChange::changed, PageChange::added, PageChange::gone};
  return std::find(kAll.begin(), kAll.end(), static_cast<PageChange>(c)) != kAll.end();
}

std::optional<ShownReport> shown_report_of(const std::vector<std::string>& fields) {
  constexpr std::size_t kFields = 8;
  if (fields.size() != kFields || !is_plain_name(fields[1])) return std::nullopt;
  ShownReport report{fields[2], fields[3], fields[4], number_of(fields[5]), number_of(fields[6]), {}, {}};
  const std::string& pages = fields[7];
  if (report.columns < 0 || report.rows < 0 || !std::all_of(pages.begin(), pages.end(), is_page_change))
    return std::nullopt;
  for (const char change : pages) report.pages.push_back(static_cast<PageChange>(change));
  return report;
}

std::string line_of(const std::string& id, const ShownReport& r) {
  std::string pages;
  for (const PageChange change : r.pages) pages += static_cast<char>(change);
  std::string line =
      fmt::format("report\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", id, r.content, r.run, r.before, r.columns, r.rows, pages);
  for (const std::string& label : r.left_out) line += fmt::format("label\t{}\n", printable(label));
  return line;
}

}  // namespace

const ShownReport* GalleryState::find(const std::string& id) const {
  const auto found = reports.find(id);
  return found == reports.end() ? nullptr : &found->second;
}

std::string GalleryState::text() const {
  std::string text = fmt::format("{}\n", kFirstLine);
  for (const std::string& file : files) text += fmt::format("file\t{}\n", file);
  for (const auto& [id, report] : reports) text += line_of(id, report);
  return text;
}

GalleryState GalleryState::read(const std::string& text) {
  GalleryState state;
  std::string_view rest = text;
  ShownReport* last = nullptr;
  for (bool first = true; !rest.empty(); first = false) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (first && line != kFirstLine) return {};
    const std::vector<std::string> fields = fields_of(line);
    if (fields[0] == "file" && fields.size() == 2 && is_own_file(fields[1])) state.files.push_back(fields[1]);
    if (fields[0] == "label" && fields.size() == 2 && last) last->left_out.push_back(fields[1]);
    if (fields[0] != "report") continue;
    last = nullptr;
    if (auto report = shown_report_of(fields)) last = &(state.reports[fields[1]] = std::move(*report));
  }
  return state;
}

std::string gallery_page_name(const std::string& id) { return fmt::format("gallery/{}.html", id); }

std::string first_picture_name(const std::string& id) { return fmt::format("gallery/pictures/{}.png", id); }

std::string page_picture_name(const std::string& id, std::size_t page, PageShown shown) {
  const char* which = shown == PageShown::before ? ".before" : shown == PageShown::difference ? ".difference" : "";
  return fmt::format("gallery/pages/{}/{}{}.png", id, page, which);
}

std::vector<std::string> files_of(const std::string& id, const ShownReport& report) {
  std::vector<std::string> files{gallery_page_name(id)};
  if (!report.content.empty()) files.push_back(first_picture_name(id));
  for (std::size_t i = 0; i < report.pages.size(); ++i) {
    const PageChange change = report.pages[i];
    if (change != PageChange::gone) files.push_back(page_picture_name(id, i + 1));
    if (change == PageChange::changed || change == PageChange::gone)
      files.push_back(page_picture_name(id, i + 1, PageShown::before));
    if (change == PageChange::changed) files.push_back(page_picture_name(id, i + 1, PageShown::difference));
  }
  return files;
}

}  // namespace mognad
