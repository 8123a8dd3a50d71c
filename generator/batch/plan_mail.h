// The plan of a mailing: every report is read back and proven, every message composed and written. Nothing is sent.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "batch/render_report.h"
#include "dataset/recipient.h"
#include "delivery/ledger.h"
#include "delivery/mail_plan.h"
#include "files/files.h"
#include "input/read_recipients.h"
#include "report/message_template.h"
#include "verification/manifest_reader.h"

namespace mognad {

struct MailInputs {
  const Survey& survey;
  const Dataset& dataset;  // organisations alone
  const Recipients& recipients;
  const MessageTemplates& templates;
  const std::vector<Language>& languages;
  const Passwords& passwords;
  const verification::Manifest& manifest;  // of the output folder
  std::string manifest_sha256;
  std::string recipients_sha256;
  std::string settings_sha256;
  std::vector<std::pair<std::string, std::string>> attachments;  // name and bytes of further files
};

struct PlanOptions {
  std::string output;  // folder
  unsigned jobs = 1;
  std::string purpose = "report";
  /// Of an erratum: the rows of those who got the earlier version. Null: everyone in the file of recipients.
  const std::vector<LedgerRow>* earlier = nullptr;
  /// Rows of the ledger of this purpose: what was sent already is told. Null: there is no ledger.
  const std::vector<LedgerRow>* sent = nullptr;
  bool each_row = false;  // says what is odd row by row; otherwise rows of a kind become one line that counts them
  std::function<void(std::size_t done, std::size_t all)> progress;
};

struct PlanResult {
  std::optional<MailPlan> plan;  // nothing where an error was found
  std::string json;              // its text, and what is confirmed of it
  std::string hash;
  Problems problems;  // errors, and as warnings what is missing or odd
  bool disk_failed = false;
};

/// Writes `mail/<purpose>/<file>.eml` for each message and `mail/<purpose>/plan.json`, last. An earlier plan of the
/// purpose is gone from the first moment, and its messages at the end: what lies there is one plan or none. The same
/// inputs give the same plan on any number of threads; of reports and messages only what a thread has in hand is in
/// memory.
PlanResult plan_mail(const MailInputs& inputs, const PlanOptions& options, Files& files);

/// `mail/<purpose>`, below the output folder.
std::string mail_plan_folder(const std::string& purpose);
inline constexpr const char* kMailPlanName = "plan.json";

}  // namespace mognad
