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
  std::function<void(std::size_t done, std::size_t all)> progress;
};

struct PlanResult {
  std::optional<MailPlan> plan;  // nothing where an error was found
  std::string json;              // its text, and what is confirmed of it
  std::string hash;
  Problems problems;  // errors, and as warnings what is missing or odd
};

/// Writes `mail/<purpose>/<file>.eml` for each message and `mail/<purpose>/plan.json`, last.
PlanResult plan_mail(const MailInputs& inputs, const PlanOptions& options, Files& files);

/// A message of the plan again, for one address and marked as a proof.
struct ProofMessage {
  std::string organisation;
  std::string message;  // as compose_message makes it
};
Result<ProofMessage> compose_proof(const MailInputs& inputs, const PlanOptions& options, const PlannedMessage& planned,
                                   const MailAddress& to, const Files& files);

}  // namespace mognad
