#include "batch/gallery_report.h"

#include <algorithm>

#include "files/output_names.h"
#include "report/gallery_card.h"

namespace mognad {
namespace {

constexpr std::size_t kMarkDigits = 16;

bool has_failed(const EarlierRun& earlier, const std::string& code) {
  return std::find(earlier.failed().begin(), earlier.failed().end(), code) != earlier.failed().end();
}

bool says_the_same(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words,
                   const std::string& content) {
  BatchInputs other = inputs;
  other.compact = !inputs.compact;
  return compose_report(other, organisation, words).content_sha256 == content;
}

}  // namespace

StandingReport standing_report(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words,
                               const EarlierRun& earlier, const std::string& output, const Files& files) {
  const Organisation& o = inputs.report.dataset.organisations[static_cast<std::size_t>(organisation)];
  StandingReport report;
  report.composed = compose_report(inputs, organisation, words);
  const auto find = [&](const std::string& name) -> const ManifestEntry* {
    const ManifestEntry* entry = earlier.find(name);
    return entry && files.exists(join_path(output, name)) ? entry : nullptr;
  };
  report.file = find(report_name(o.code, o.formal_name, words.tag()));
  report.has_twin = find(report_page_name(o.code, o.formal_name, words.tag())) != nullptr;
  if (!report.file) {
    report.standing = has_failed(earlier, o.code) ? FileStanding::failed : FileStanding::missing;
  } else {
    const std::string& content = report.file->content_sha256;
    const bool current =
        content == report.composed.content_sha256 || says_the_same(inputs, organisation, words, content);
    report.standing = current ? FileStanding::current : FileStanding::outdated;
  }
  return report;
}

std::string gallery_id(const Organisation& organisation, const LanguageTag& language) {
  const std::string name = report_name(organisation.code, organisation.formal_name, language);
  const std::size_t from = name.rfind('/') + 1;
  return name.substr(from, name.rfind('.') - from);
}

GalleryReport gallery_report(const ReportFacts& facts, const StandingReport& report) {
  GalleryReport made;
  made.card = gallery_card(facts);
  made.card.language = report.composed.report.document_tag;
  if (!report.file) {
    made.made_from = made_from(facts, nullptr);
    return made;
  }
  const ManifestEntry& file = *report.file;
  made.card.pages = file.pages;
  made.card.pdf = file.file;
  if (report.has_twin) made.card.twin = report_page_name(facts.self().code, facts.self().formal_name, file.language);
  made.card.mark = file.content_sha256.substr(0, kMarkDigits);
  const bool current = report.standing == FileStanding::current;
  const FinishedReport finished{made.card.language, current ? report.composed.report.identity.program : std::string(),
                                file.bytes,         file.pages,
                                file.sha256,        file.inputs_sha256,
                                file.content_sha256};
  made.made_from = made_from(facts, &finished);
  return made;
}

}  // namespace mognad
