// A mailing to test with: the finished reports of three organisations of the small survey in both languages, rendered
// once for a run of tests, and everything that a plan is made of. A test changes what it likes and plans.
#pragma once

#include <string>
#include <vector>

#include "batch/plan_mail.h"
#include "files/memory_files.h"

namespace mognad::test {

struct MailSample {
  MailSample();

  /// Somebody at an organisation, with an address under .example unless another is given.
  void add_recipient(const std::string& organisation, const LanguageTag& language, const std::string& address = {},
                     const std::string& name = {});
  /// The report as the manifest knows it.
  verification::KnownFile& report(const std::string& organisation, const LanguageTag& language);
  std::string report_path(const std::string& organisation, const LanguageTag& language);
  /// Other bytes under a report's name; a manifest that was forged to match them says so too.
  enum class Forged { no, yes };
  void replace_report(const std::string& organisation, const LanguageTag& language, const std::string& bytes,
                      Forged forged);
  MailInputs inputs() const;
  PlanResult plan(unsigned jobs = 1);
  std::string message(const PlannedMessage& planned) const;

  std::vector<std::string> codes;  // of the organisations with reports
  Survey survey;
  Dataset dataset;
  Recipients recipients;
  MessageTemplates templates;
  std::vector<Language> languages;
  Passwords passwords;
  verification::Manifest manifest;
  std::vector<std::pair<std::string, std::string>> attachments;
  PlanOptions options;
  MemoryFiles files;  // with the reports in "out"
};

/// The bytes of the first PDF file that a message carries.
std::string attached_report(const std::string& message);

/// The texts of all problems, a line each.
std::string lines_of(const Problems& problems);

}  // namespace mognad::test
