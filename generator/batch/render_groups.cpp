#include "batch/render_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "files/output_names.h"
#include "files/sha256.h"
#include "report/group_report.h"

namespace mognad {
namespace {

struct Target {
  const std::string& output;  // folder
  Files& files;
};

/// Writes the file that the entry tells of; only then it is one.
void put(ManifestEntry entry, const std::string& bytes, const Target& to, Problems& problems, BatchResult& result) {
  if (auto problem = to.files.write_below(to.output, entry.file, bytes)) {
    problems.push_back(std::move(*problem));
    result.disk_failed = true;
    return;
  }
  result.entries.push_back(std::move(entry));
}

/// The report, and its twin where there is one.
void write_group(const BatchInputs& inputs, const GroupKey& key, const std::string& name,
                 const RenderedReport& rendered, const LanguageTag& tag, const Target& to, Problems& problems,
                 BatchResult& result) {
  ManifestEntry entry{group_report_name(key.type, name, tag, "pdf"),
                      "",
                      tag,
                      rendered.bytes.size(),
                      sha256_hex(rendered.bytes),
                      rendered.inputs_sha256,
                      rendered.pages,
                      FileKind::group,
                      name,
                      {},
                      key.type};
  for (const NamedOrganisation& member : named_members(inputs.report, key)) entry.members.push_back(member.code);
  ManifestEntry twin = entry;
  put(std::move(entry), rendered.bytes, to, problems, result);
  if (!inputs.twins || result.disk_failed) return;
  twin.file = group_report_name(key.type, name, tag, "html");
  twin.bytes = rendered.page.size();
  twin.sha256 = sha256_hex(rendered.page);
  twin.pages = 0;
  put(std::move(twin), rendered.page, to, problems, result);
}

void render_group(const BatchInputs& inputs, const GroupKey& key, const LanguageResources& language,
                  const std::string& output, Files& files, BatchResult& result) {
  const Words words(language.language);
  Shaper shaper(inputs.fonts, language.hyphenation, language.language.document_tag);
  Problems problems;
  const auto rendered = render_group_report(inputs, key, words, shaper).take(problems);
  const std::string name = group_name(inputs.report.survey, key, words);
  const std::string file = group_report_name(key.type, name, words.tag(), "pdf");
  if (std::any_of(result.entries.begin(), result.entries.end(), [&](const auto& e) { return e.file == file; })) {
    result.problems.push_back(error_at(
        {join_path(output, file)}, fmt::format("the report of the group '{}' would take the place of another's", name),
        "let the names of groups differ in more than signs and marks"));
    result.failed.push_back(name);
    return;
  }
  if (!rendered && (result.failed.empty() || result.failed.back() != name)) result.failed.push_back(name);
  if (rendered) write_group(inputs, key, name, *rendered, words.tag(), {output, files}, problems, result);
  std::move(problems.begin(), problems.end(), std::back_inserter(result.problems));
}

}  // namespace

BatchResult render_groups(const BatchInputs& inputs, const std::vector<GroupKey>& keys, const std::string& output,
                          Files& files) {
  BatchResult result;
  for (const GroupKey& key : keys)
    for (const LanguageResources& language : inputs.languages)
      if (!result.disk_failed) render_group(inputs, key, language, output, files, result);
  return result;
}

}  // namespace mognad
