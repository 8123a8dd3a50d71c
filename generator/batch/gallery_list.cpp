#include "batch/gallery_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "batch/gallery_report.h"
#include "files/sha256.h"
#include "language/collation.h"

namespace mognad {

std::string run_of(const EarlierRun& earlier) {
  std::set<std::string> lines;
  for (const ManifestEntry& entry : earlier.entries())
    if (entry.kind == FileKind::report) lines.insert(fmt::format("{} {}\n", entry.file, entry.content_sha256));
  std::string all;
  for (const std::string& line : lines) all += line;
  return sha256_hex(all);
}

std::vector<ListedReport> listed_reports(const BatchInputs& inputs,
                                         const std::vector<OrganisationIndex>& organisations) {
  const Collation collation(inputs.languages.front().language.tag);
  std::vector<std::pair<std::string, ListedReport>> keyed;
  for (const ReportTask& task : report_tasks(inputs, organisations)) {
    const Organisation& o = inputs.report.dataset.organisations[static_cast<std::size_t>(task.organisation)];
    const Language& language = inputs.languages[task.language].language;
    ListedReport listed{task, {}};
    listed.card.id = gallery_id(o, language.tag);
    listed.card.organisation = o.code;
    listed.card.name = o.formal_name;
    listed.card.language = language.document_tag;
    keyed.emplace_back(collation.key(o.formal_name), std::move(listed));
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.card.id) < std::tie(b.first, b.second.card.id);
  });
  std::vector<ListedReport> listed;
  for (auto& [key, report] : keyed) listed.push_back(std::move(report));
  return listed;
}

}  // namespace mognad
