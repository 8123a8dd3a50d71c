#include "batch/render_groups.h"

#include <utility>

#include "files/output_names.h"
#include "files/sha256.h"
#include "report/group_report.h"

namespace mognad {
namespace {

void render_group(const BatchInputs& inputs, const GroupKey& key, const LanguageResources& language,
                  const std::string& output, Files& files, BatchResult& result) {
  const Words words(language.language);
  Shaper shaper(inputs.fonts, language.hyphenation, language.language.document_tag);
  Problems problems;
  const auto rendered = render_group_report(inputs, key, words, shaper).take(problems);
  const std::string name = group_name(inputs.report.survey, key, words);
  if (!rendered && (result.failed.empty() || result.failed.back() != name)) result.failed.push_back(name);
  if (rendered) {
    std::vector<std::string> members;
    for (const NamedOrganisation& member : named_members(inputs.report, key)) members.push_back(member.code);
    ManifestEntry entry{group_report_name(key.type, name, words.tag()),
                        "",
                        words.tag(),
                        rendered->bytes.size(),
                        sha256_hex(rendered->bytes),
                        rendered->inputs_sha256,
                        rendered->pages,
                        FileKind::group,
                        name,
                        std::move(members),
                        key.type};
    if (auto problem = files.write_below(output, entry.file, rendered->bytes)) {
      problems.push_back(std::move(*problem));
      result.disk_failed = true;
    } else {
      result.entries.push_back(std::move(entry));
    }
  }
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
