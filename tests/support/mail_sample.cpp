#include "support/mail_sample.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "batch/manifest.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "input/read_messages.h"
#include "support/small_survey.h"

namespace mognad::test {
namespace {

constexpr const char* kOutput = "out";

/// What `mognad render` leaves, made once.
struct FinishedReports {
  std::map<std::string, std::string> files;
  std::vector<std::string> codes;
  verification::Manifest manifest;
  MessageTemplates templates;

  FinishedReports() {
    const WholeSurvey& whole = small_survey();
    const LoadedSurvey& loaded = *whole.loaded;
    MemoryFiles disk;
    BatchOptions options{kOutput, 2, {}};
    for (int i = 0; options.organisations.size() < 3; ++i)
      if (loaded.dataset.find(i, loaded.survey.year)) {
        options.organisations.push_back(i);
        codes.push_back(whole.organisation(i).code);
      }
    const BatchResult made = render_batch(whole.batch(), options, disk);
    verification::Findings findings;
    manifest = verification::read_manifest(
        manifest_json({loaded.survey.id, loaded.survey.year, "mognad " MOGNAD_VERSION},
                      known_names(loaded.survey, loaded.model, loaded.dataset), made.entries, made.failed),
        findings);
    REQUIRE(findings.empty());
    for (const ManifestEntry& entry : made.entries) {
      const std::string path = join_path(kOutput, entry.file);
      files[path] = *disk.read(path);
    }
    templates = *read_messages("templates/messages.toml", loaded.survey.languages, *files_with_templates());
  }
};

const FinishedReports& finished_reports() {
  static const FinishedReports made;
  return made;
}

/// Of a letter its six bits, of others −1.
int value_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// RFC 4648, 4; line ends are passed over.
std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned kept = 0;
  int bits = 0;
  for (const char c : text) {
    const int value = value_of(c);
    if (value < 0) continue;
    kept = kept << 6 | static_cast<unsigned>(value);
    if ((bits += 6) >= 8) bytes += static_cast<char>(kept >> (bits -= 8) & 0xFFu);
  }
  return bytes;
}

}  // namespace

MailSample::MailSample() : files(finished_reports().files) {
  const WholeSurvey& whole = small_survey();
  codes = finished_reports().codes;
  survey = whole.loaded->survey;
  survey.mail.recipients_path = "survey/recipients.csv";
  survey.mail.sender = *MailAddress::of("kansli@mognad.example", {});
  dataset.organisations = whole.loaded->dataset.organisations;
  templates = finished_reports().templates;
  for (const LanguageResources& resources : whole.loaded->languages) languages.push_back(resources.language);
  manifest = finished_reports().manifest;
  options.output = kOutput;
}

void MailSample::add_recipient(const std::string& organisation, const LanguageTag& language, const std::string& address,
                               const std::string& name) {
  const int line = static_cast<int>(recipients.size()) + 2;
  const Place place{survey.mail.recipients_path, line};
  Recipient recipient{organisation, {}, {}, language, "", {}, place};
  recipient.address = *MailAddress::of(address.empty() ? fmt::format("r{}@kommun.example", line) : address, place);
  if (!name.empty()) recipient.name = *HeaderText::of(name, HeaderUse::name, place, "name");
  recipients.push_back(std::move(recipient));
}

verification::KnownFile& MailSample::report(const std::string& organisation, const LanguageTag& language) {
  for (verification::KnownFile& file : manifest.files)
    if (file.kind == verification::KnownFile::Kind::report && file.organisation == organisation &&
        file.language == language)
      return file;
  throw std::runtime_error("no such report");
}

std::string MailSample::report_path(const std::string& organisation, const LanguageTag& language) {
  return join_path(kOutput, report(organisation, language).path);
}

void MailSample::replace_report(const std::string& organisation, const LanguageTag& language, const std::string& bytes,
                                Forged forged) {
  files.write_whole(report_path(organisation, language), bytes);
  if (forged == Forged::no) return;
  report(organisation, language).bytes = static_cast<long long>(bytes.size());
  report(organisation, language).sha256 = sha256_hex(bytes);
}

MailInputs MailSample::inputs() const {
  const std::string hash(64, 'a');
  return {survey, dataset, recipients, templates, languages, passwords, manifest, hash, hash, hash, attachments};
}

PlanResult MailSample::plan(unsigned jobs) {
  options.jobs = jobs;
  return plan_mail(inputs(), options, files);
}

std::string MailSample::message(const PlannedMessage& planned) const {
  return *files.read(join_path(join_path(kOutput, mail_plan_folder(options.purpose)), planned.file));
}

std::string attached_report(const std::string& message) {
  const std::size_t part = message.find("Content-Type: application/pdf");
  const std::size_t begin = message.find("\r\n\r\n", part);
  if (part == std::string::npos || begin == std::string::npos) return {};
  return from_base64(std::string_view(message).substr(begin, message.find("\r\n--", begin) - begin));
}

std::string lines_of(const Problems& problems) {
  std::string lines;
  for (const Problem& problem : problems) lines += to_text(problem) + "\n";
  return lines;
}

}  // namespace mognad::test
