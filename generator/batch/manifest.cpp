#include "batch/manifest.h"

#include <fmt/format.h>

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

}  // namespace

std::string journal_line(const ManifestEntry& e) {
  return fmt::format(
      R"({{"file": {}, "organisation": {}, "language": {}, "bytes": {}, "pages": {}, "sha256": "{}", "inputs_sha256": "{}", "kind": "{}"{}}})",
      json_string(e.file), json_string(e.organisation), json_string(e.language), e.bytes, e.pages, e.sha256,
      e.inputs_sha256, name_of(e.kind), group_of(e));
}

std::string manifest_json(const std::string& survey, int year, const std::string& program, const KnownNames& names,
                          const std::vector<ManifestEntry>& entries, const std::vector<std::string>& failed) {
  std::string json = fmt::format("{{\n\"survey\": {},\n\"year\": {},\n\"program\": {},\n{},\n\"files\": [\n",
                                 json_string(survey), year, json_string(program), json_of(names));
  for (std::size_t i = 0; i < entries.size(); ++i)
    json += journal_line(entries[i]) + (i + 1 < entries.size() ? ",\n" : "\n");
  return json + "],\n\"failed\": " + list_of(failed, ", ") + "\n}\n";
}

}  // namespace mognad
