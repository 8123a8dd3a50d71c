#include "commands/load_mail.h"

#include <fmt/format.h>

#include <algorithm>

#include "commands/load.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "input/named_file.h"
#include "input/read_dataset.h"
#include "input/read_messages.h"
#include "input/read_survey.h"
#include "input/read_template.h"
#include "verification/told_identity.h"

namespace mognad {
namespace {

class MailLoading {
 public:
  MailLoading(LoadedMail& loaded, const CommandOptions& options, const Files& files, Problems& problems)
      : loaded_(loaded), options_(options), files_(files), problems_(problems) {}

  void read_people() {
    const Survey& survey = loaded_.survey;
    auto organisations = read_organisations(survey, files_).take(problems_);
    if (!organisations || organisations->organisations.empty()) return;
    loaded_.dataset = std::move(*organisations);
    if (auto recipients = read_recipients(survey, loaded_.dataset, files_).take(problems_))
      loaded_.recipients = std::move(*recipients);
    if (survey.mail.passwords_path.empty()) return;
    if (auto passwords = read_passwords(survey, loaded_.dataset, files_).take(problems_))
      loaded_.passwords = std::move(*passwords);
  }

  void read_words() {
    const Survey& survey = loaded_.survey;
    auto templates = read_messages(survey.mail.template_path, survey.languages, files_, survey.limits).take(problems_);
    if (templates) loaded_.templates = std::move(*templates);
    for (const LanguageTag& tag : survey.languages)
      if (auto language = read_language(language_path(tag, options_), files_).take(problems_))
        loaded_.languages.push_back(std::move(*language));
  }

  /// What is read here may have been written by anyone: a manifest with faults is used for nothing. That a report
  /// failed is no fault of the manifest.
  void read_reports() {
    const std::string path = join_path(loaded_.output, kManifestName);
    if (!files_.exists(path)) {
      problems_.push_back(error_at({path}, "there are no finished reports: this file is missing",
                                   "render them first, or name their folder: --output FOLDER"));
      return;
    }
    const auto json = files_.read(path).take(problems_);
    if (!json) return;
    verification::Findings findings;
    loaded_.manifest = verification::read_manifest(*json, findings);
    loaded_.manifest_sha256 = sha256_hex(*json);
    for (const verification::Finding& f : findings) {
      const bool failed = f.rule->id == "M-manifest-10";
      problems_.push_back({failed ? Severity::warning : Severity::error,
                           {path},
                           fmt::format("{}: {}: {}", f.rule->id, f.where, f.found),
                           std::string(f.rule->advice)});
    }
    check_survey_of_manifest(path);
  }

  /// The same for everyone; they go into every message.
  void read_attachments() {
    const MailSettings& mail = loaded_.survey.mail;
    for (const std::string& path : mail.attachments) {
      auto bytes = read_named(path, "[mail] attachments", mail.largest_message, files_, problems_);
      if (bytes) add_attachment(path, std::move(*bytes));
    }
  }

  void hash() {
    const Survey& survey = loaded_.survey;
    const std::string& recipients = survey.mail.recipients_path;
    loaded_.recipients_sha256 = hash_of(recipients.empty() ? "" : table_file(recipients, "").path);
    // Passwords are left out: the hash of a short secret tells it to who tries. Messages that were made with others
    // have other bytes, and their hashes are in the plan.
    std::string all = hash_of(survey.path) + hash_of(survey.mail.template_path);
    for (const LanguageTag& tag : survey.languages) all += hash_of(language_path(tag, options_));
    for (const auto& [name, bytes] : loaded_.attachments) all += sha256_hex(name) + sha256_hex(bytes);
    loaded_.settings_sha256 = sha256_hex(all);
  }

 private:
  /// What goes to everyone must be nobody's report, whatever it is called.
  void add_attachment(const std::string& path, std::string bytes) {
    const std::string name = path.substr(path.rfind('/') + 1), hash = sha256_hex(bytes);
    const auto is_named_so = [&](const auto& other) { return other.first == name; };
    const auto is_report = [&](const verification::KnownFile& file) {
      return !file.organisation.empty() && (file.sha256 == hash || file.path.ends_with("/" + name));
    };
    const auto& files = loaded_.manifest.files;
    if (std::any_of(files.begin(), files.end(), is_report) || tells_organisation(bytes))
      problems_.push_back(error_at({path}, "this is one organisation's report, and would go to everyone",
                                   "take it out of 'attachments' under [mail]"));
    else if (std::any_of(loaded_.attachments.begin(), loaded_.attachments.end(), is_named_so))
      problems_.push_back(error_at({path}, fmt::format("two attachments are called '{}'", excerpt(name)),
                                   "give one of them another name"));
    else loaded_.attachments.emplace_back(name, std::move(bytes));
  }

  /// Also of another year or survey.
  static bool tells_organisation(const std::string& bytes) {
    if (!bytes.starts_with("%PDF-")) return false;
    return !verification::ToldIdentity(verification::Document::read(bytes)).own("organisationCode").empty();
  }

  std::string hash_of(const std::string& path) {
    if (path.empty() || !files_.exists(path)) return sha256_hex("");
    const auto bytes = files_.read(path).take(problems_);
    return sha256_hex(bytes ? *bytes : "");
  }

  void check_survey_of_manifest(const std::string& path) {
    const Survey& survey = loaded_.survey;
    const verification::Manifest& manifest = loaded_.manifest;
    if (manifest.survey == survey.id && manifest.year == survey.year) return;
    problems_.push_back(error_at({path},
                                 fmt::format("these reports are of the survey '{}' of {}, and not of '{}' of {}",
                                             excerpt(manifest.survey), manifest.year, survey.id, survey.year),
                                 "name the folder of this survey's reports: --output FOLDER"));
  }

  LoadedMail& loaded_;
  const CommandOptions& options_;
  const Files& files_;
  Problems& problems_;
};

}  // namespace

MailInputs LoadedMail::inputs() const {
  return {survey,   dataset,         recipients,        templates,       languages,  passwords,
          manifest, manifest_sha256, recipients_sha256, settings_sha256, attachments};
}

Result<std::unique_ptr<LoadedMail>> load_mail(const CommandOptions& options, const Files& files) {
  Problems problems;
  auto survey = read_survey(options.survey, options.templates, files, options.limits).take(problems);
  if (!survey) return problems;
  auto loaded = std::make_unique<LoadedMail>();
  loaded->survey = std::move(*survey);
  loaded->output = output_folder(loaded->survey, options);
  loaded->mail_folder = join_path(loaded->output, "mail");
  loaded->ledger_path = join_path(loaded->mail_folder, "ledger.sqlite");
  MailLoading loading(*loaded, options, files, problems);
  loading.read_people();
  loading.read_words();
  loading.read_reports();
  loading.read_attachments();
  loading.hash();
  if (has_errors(problems)) return problems;
  return {std::move(loaded), std::move(problems)};
}

}  // namespace mognad
