#include "verification/manifest_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "files/sha256.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

using nlohmann::json;

constexpr Rule kManifestReaderList[] = {
    {"M-manifest-1", "manifest.json", "The manifest is JSON of the form that the program writes",
     "render again; a manifest is never edited"},
    {"M-manifest-2", "manifest.json, files", "Every path stays inside the folder of the manifest",
     "render again, and find out who changed the manifest"},
    {"M-manifest-3", "manifest.json, files", "Every file of the manifest is there", "render again"},
    {"M-manifest-4", "manifest.json, bytes", "A file has the size that the manifest says",
     "render again; a file that was changed or copied in part must not be sent"},
    {"M-manifest-5", "manifest.json, sha256", "A file has the SHA-256 that the manifest says",
     "render again; a file that was changed must not be sent"},
    {"M-manifest-6", "manifest.json, files", "Every PDF file in the folder is in the manifest",
     "delete what an earlier run has left, or render into an empty folder"},
    {"M-manifest-7", "manifest.json, files", "A file, and an organisation in a language, is there once",
     "render again into an empty folder"},
    {"M-manifest-8", "manifest.json, organisation", "Every organisation that is named by its code is in the list",
     "render again"},
    {"M-manifest-9", "manifest.json, pages", "A report has the number of pages that the manifest says", "render again"},
    {"M-manifest-10", "manifest.json, failed", "Every report that was wanted could be made",
     "read what `mognad render` said of it, and render again"},
};

std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

long long number_in(const json& object, const char* key, long long otherwise) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<long long>() : otherwise;
}

std::vector<std::string> texts_in(const json& object, const char* key) {
  std::vector<std::string> texts;
  if (const auto found = object.find(key); found != object.end() && found->is_array())
    for (const json& item : *found)
      if (item.is_string()) texts.push_back(item.get<std::string>());
  return texts;
}

/// The objects of a list; a finding for a list that is missing and for what is no object.
std::vector<const json*> objects_in(const json& object, const char* key, Findings& findings) {
  std::vector<const json*> objects;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) {
    report(findings, kManifestRules, "M-manifest-1", "manifest.json", fmt::format("no list of {}", key));
    return objects;
  }
  for (const json& item : *found) {
    if (item.is_object()) objects.push_back(&item);
    else report(findings, kManifestRules, "M-manifest-1", key, "an item that is no object");
  }
  return objects;
}

bool read_kind(std::string_view name, KnownFile::Kind& kind) {
  if (name == "report") kind = KnownFile::Kind::report;
  else if (name == "figure") kind = KnownFile::Kind::figure;
  else if (name == "group") kind = KnownFile::Kind::group;
  else if (name == "page") kind = KnownFile::Kind::page;
  else if (name == "national") kind = KnownFile::Kind::national;
  else return false;
  return true;
}

KnownFile file_of(const json& object, Findings& findings) {
  KnownFile file;
  file.path = text_in(object, "file");
  file.organisation = text_in(object, "organisation");
  file.language = text_in(object, "language");
  file.sha256 = text_in(object, "sha256");
  file.inputs_sha256 = text_in(object, "inputs_sha256");
  file.bytes = number_in(object, "bytes", -1);
  file.pages = static_cast<int>(std::clamp(number_in(object, "pages", 0), -1LL, 1'000'000LL));
  file.group = text_in(object, "group");
  file.group_type = text_in(object, "type");
  file.members = texts_in(object, "members");
  file.figure = text_in(object, "figure");
  file.content_sha256 = text_in(object, "content_sha256");
  const std::string kind = text_in(object, "kind");
  if (!read_kind(kind, file.kind))
    report(findings, kManifestRules, "M-manifest-1", file.path, fmt::format("the unknown kind \"{}\"", kind));
  return file;
}

int year_in(const json& object) { return static_cast<int>(std::clamp(number_in(object, "year", 0), 0LL, 9999LL)); }

/// Files whose paths may be followed, each once, and one report for an organisation in a language.
void read_files(const json& root, Manifest& manifest, Findings& findings) {
  std::set<std::string> paths;
  std::set<std::pair<std::string, std::string>> reports;
  for (const json* object : objects_in(root, "files", findings)) {
    KnownFile file = file_of(*object, findings);
    if (!stays_inside(file.path)) {
      report(findings, kManifestRules, "M-manifest-2", "manifest.json", fmt::format("\"{}\"", file.path));
      continue;
    }
    if (!paths.insert(file.path).second) {
      report(findings, kManifestRules, "M-manifest-7", file.path, "this file stands there twice");
      continue;
    }
    if (file.kind == KnownFile::Kind::report && !reports.emplace(file.organisation, file.language).second)
      report(findings, kManifestRules, "M-manifest-7", file.path,
             fmt::format("a second report of {} in the language {}", file.organisation, file.language));
    manifest.files.push_back(std::move(file));
  }
}

void read_organisations(const json& root, Manifest& manifest, Findings& findings) {
  std::set<std::string> codes;
  for (const json* object : objects_in(root, "organisations", findings)) {
    KnownOrganisation o{text_in(*object, "code"), text_in(*object, "formal_name"), text_in(*object, "short")};
    if (o.code.empty() || o.formal_name.empty())
      report(findings, kManifestRules, "M-manifest-1", "organisations", "an organisation without a code or a name");
    else if (!codes.insert(o.code).second)
      report(findings, kManifestRules, "M-manifest-7", "organisations", fmt::format("{} stands there twice", o.code));
    else manifest.organisations.push_back(std::move(o));
  }
  // In the order of their codes, so that one is found quickly.
  std::sort(manifest.organisations.begin(), manifest.organisations.end(),
            [](const KnownOrganisation& a, const KnownOrganisation& b) { return a.code < b.code; });
}

void check_codes(const Manifest& manifest, Findings& findings) {
  const auto check = [&](const std::string& code, const std::string& where) {
    if (!manifest.organisation(code))
      report(findings, kManifestRules, "M-manifest-8", where, fmt::format("the unknown organisation \"{}\"", code));
  };
  for (const std::string& code : manifest.consenting) check(code, "consenting");
  for (const KnownFile& file : manifest.files) {
    if (!file.is_of_several()) check(file.organisation, file.path);
    for (const std::string& code : file.members) check(code, file.path);
  }
}

/// Such a file would cost memory for every level; ours has four.
bool is_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') ++i;
    else if (c == '"') quoted = !quoted;
    else if (!quoted && (c == '[' || c == '{') && ++depth > 16) return true;
    else if (!quoted && (c == ']' || c == '}')) --depth;
  }
  return false;
}

}  // namespace

const RuleGroup kManifestRules{"manifest", kManifestReaderList, nullptr};

const KnownOrganisation* Manifest::organisation(std::string_view code) const {
  const auto found = std::lower_bound(organisations.begin(), organisations.end(), code,
                                      [](const KnownOrganisation& o, std::string_view c) { return o.code < c; });
  return found != organisations.end() && found->code == code ? &*found : nullptr;
}

const KnownFile* Manifest::file(std::string_view path) const {
  const auto found = std::find_if(files.begin(), files.end(), [&](const KnownFile& f) { return f.path == path; });
  return found == files.end() ? nullptr : &*found;
}

Manifest read_manifest(std::string_view text, Findings& findings) {
  Manifest manifest;
  const json root = is_deep(text) ? json() : json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) {
    report(findings, kManifestRules, "M-manifest-1", "manifest.json", "no JSON object");
    return manifest;
  }
  manifest.survey = text_in(root, "survey");
  manifest.year = year_in(root);
  manifest.program = text_in(root, "program");
  manifest.made_from = text_in(root, "made_from");
  manifest.statistics_sha256 = text_in(root, "statistics_sha256");
  manifest.consenting = texts_in(root, "consenting");
  manifest.allowed_names = texts_in(root, "allowed_names");
  manifest.failed = texts_in(root, "failed");
  read_organisations(root, manifest, findings);
  read_files(root, manifest, findings);
  check_codes(manifest, findings);
  for (const std::string& code : manifest.failed)
    report(findings, kManifestRules, "M-manifest-10", "manifest.json", fmt::format("the report of {} failed", code));
  return manifest;
}

Journal read_journal(std::string_view lines) {
  Journal journal;
  std::map<std::string, std::size_t> places;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const json object = is_deep(line) ? json() : json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!object.is_object()) continue;
    if (object.contains("survey")) {
      journal.survey = text_in(object, "survey");
      journal.year = year_in(object);
      continue;
    }
    Findings findings;
    KnownFile file = file_of(object, findings);
    if (!findings.empty() || !stays_inside(file.path)) continue;
    const auto [place, is_new] = places.emplace(file.path, journal.files.size());
    if (is_new) journal.files.push_back(std::move(file));
    else journal.files[place->second] = std::move(file);
  }
  return journal;
}

bool stays_inside(std::string_view path) {
  if (path.empty() || path.size() > 4000) return false;
  if (std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 32 || c == '\\'; }))
    return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

void check_bytes(const KnownFile& file, std::string_view bytes, Findings& findings) {
  if (static_cast<long long>(bytes.size()) != file.bytes)
    report(findings, kManifestRules, "M-manifest-4", "file", fmt::format("{} bytes, not {}", bytes.size(), file.bytes));
  else if (const std::string hash = sha256_hex(bytes); hash != file.sha256)
    report(findings, kManifestRules, "M-manifest-5", "file", fmt::format("{}, not \"{}\"", hash, file.sha256));
}

}  // namespace mognad::verification
