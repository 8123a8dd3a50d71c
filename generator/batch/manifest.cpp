#include "batch/manifest.h"

#include <fmt/format.h>

#include "base/json_text.h"

namespace mognad {
namespace {

const char* name_of(FileKind kind) {
  switch (kind) {
    case FileKind::report: return "report";
    case FileKind::figure: return "figure";
    case FileKind::group: break;
  }
  return "group";
}

}  // namespace

std::string journal_line(const ManifestEntry& e) {
  return fmt::format(
      R"({{"file": {}, "organisation": {}, "language": {}, "bytes": {}, "pages": {}, "sha256": "{}", "inputs_sha256": "{}", "kind": "{}"}})",
      json_string(e.file), json_string(e.organisation), json_string(e.language), e.bytes, e.pages, e.sha256,
      e.inputs_sha256, name_of(e.kind));
}

std::string manifest_json(const std::string& survey, int year, const std::string& program,
                          const std::vector<ManifestEntry>& entries, const std::vector<std::string>& failed) {
  std::string json = fmt::format("{{\n\"survey\": {},\n\"year\": {},\n\"program\": {},\n\"files\": [\n",
                                 json_string(survey), year, json_string(program));
  for (std::size_t i = 0; i < entries.size(); ++i)
    json += journal_line(entries[i]) + (i + 1 < entries.size() ? ",\n" : "\n");
  json += "],\n\"failed\": [";
  for (std::size_t i = 0; i < failed.size(); ++i) json += (i > 0 ? ", " : "") + json_string(failed[i]);
  return json + "]\n}\n";
}

}  // namespace mognad
