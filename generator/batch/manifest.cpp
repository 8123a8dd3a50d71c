#include "batch/manifest.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"

namespace mognad {
namespace {

const char* name_of(FileKind kind) {
  switch (kind) {
    case FileKind::report: return "report";
    case FileKind::figure: return "figure";
    case FileKind::page: return "page";
    case FileKind::national: return "national";
    case FileKind::group: break;
  }
  return "group";
}

std::string list_of(const std::vector<std::string>& texts, const char* between) {
  std::string json = "[";
  for (std::size_t i = 0; i < texts.size(); ++i) json += (i > 0 ? between : "") + json_string(texts[i]);
  return json + "]";
}

std::string json_of(const KnownNames& names) {
  std::string json = "\"organisations\": [";
  for (std::size_t i = 0; i < names.organisations.size(); ++i) {
    const auto& [code, formal_name, short_name] = names.organisations[i];
    json += fmt::format("{}\n{{\"code\": {}, \"formal_name\": {}, \"short\": {}}}", i > 0 ? "," : "", json_string(code),
                        json_string(formal_name), json_string(short_name));
  }
  return json + fmt::format("],\n\"consenting\": {},\n\"allowed_names\": {}", list_of(names.consenting, ", "),
                            list_of(names.allowed, ",\n"));
}

std::string group_of(const ManifestEntry& e) {
  if (e.kind == FileKind::national)
    return fmt::format(", \"group\": {}, \"figure\": {}", json_string(e.group), json_string(e.figure));
  if (e.kind != FileKind::group) return {};
  return fmt::format(", \"group\": {}, \"type\": {}, \"members\": {}", json_string(e.group), json_string(e.group_type),
                     list_of(e.members, ", "));
}

std::string content_of(const ManifestEntry& e) {
  return e.content_sha256.empty() ? "" : fmt::format("\"content_sha256\": \"{}\", ", e.content_sha256);
}

FileKind kind_of(verification::KnownFile::Kind kind) {
  switch (kind) {
    case verification::KnownFile::Kind::report: return FileKind::report;
    case verification::KnownFile::Kind::figure: return FileKind::figure;
    case verification::KnownFile::Kind::page: return FileKind::page;
    case verification::KnownFile::Kind::national: return FileKind::national;
    case verification::KnownFile::Kind::group: break;
  }
  return FileKind::group;
}

}  // namespace

ManifestEntry entry_of(const verification::KnownFile& file) {
  ManifestEntry entry{
      file.path,          file.organisation,  file.language,   static_cast<std::size_t>(std::max(0LL, file.bytes)),
      file.sha256,        file.inputs_sha256, file.pages,      kind_of(file.kind),
      file.group,         file.members,       file.group_type, file.figure,
      file.content_sha256};
  return entry;
}

std::string journal_line(const ManifestEntry& e) {
  return fmt::format(
      R"({{"file": {}, "organisation": {}, "language": {}, "bytes": {}, "pages": {}, "sha256": "{}", "inputs_sha256": "{}", {}"kind": "{}"{}}})",
      json_string(e.file), json_string(e.organisation), json_string(e.language), e.bytes, e.pages, e.sha256,
      e.inputs_sha256, content_of(e), name_of(e.kind), group_of(e));
}

std::string journal_begin(const std::string& survey, int year, const std::vector<ManifestEntry>& entries) {
  std::string lines = fmt::format("{{\"survey\": {}, \"year\": {}}}\n", json_string(survey), year);
  for (const ManifestEntry& entry : entries) lines += journal_line(entry) + "\n";
  return lines;
}

std::string manifest_json(const ManifestHead& head, const KnownNames& names, const std::vector<ManifestEntry>& entries,
                          const std::vector<std::string>& failed) {
  const std::string statistics = head.statistics_sha256.empty()
                                     ? ""
                                     : fmt::format("\"statistics_sha256\": {},\n", json_string(head.statistics_sha256));
  std::string json =
      fmt::format("{{\n\"survey\": {},\n\"year\": {},\n\"program\": {},\n\"made_from\": {},\n{}{},\n\"files\": [\n",
                  json_string(head.survey), head.year, json_string(head.program), json_string(head.made_from),
                  statistics, json_of(names));
  for (std::size_t i = 0; i < entries.size(); ++i)
    json += journal_line(entries[i]) + (i + 1 < entries.size() ? ",\n" : "\n");
  return json + "],\n\"failed\": " + list_of(failed, ", ") + "\n}\n";
}

}  // namespace mognad
