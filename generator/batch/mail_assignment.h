// Who gets which report: a planned message before it is composed. Everything that is missing or odd about recipients
// and reports as lists is found here; no report is opened. Pure.
#pragma once

#include <string>
#include <vector>

#include "batch/plan_mail.h"

namespace mognad {

struct MailAssignment {
  const Organisation* organisation = nullptr;
  Recipient recipient;  // with an address
  const verification::KnownFile* report = nullptr;
  std::string replaces_sha256;  // of an erratum: the report that this recipient has got
  std::string key;
  std::string file;  // "1490-boras-stad-1.sv.eml"
};

struct MailAssignments {
  std::vector<MailAssignment> messages;  // by organisation, then in the order of the recipients' file
  Problems problems;
};

/// Recipients without an address are left to the letters. Problems name organisations and rows; addresses are masked.
MailAssignments assign_reports(const MailInputs& inputs, const PlanOptions& options);

/// The report of an organisation in a language, by the manifest; null: none.
const verification::KnownFile* report_of(const verification::Manifest& manifest, const std::string& organisation,
                                         const LanguageTag& language);

}  // namespace mognad
