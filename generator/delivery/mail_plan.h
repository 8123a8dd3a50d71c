// MailPlan: who gets what. Made by plan_mail, which proves every report; written as JSON, whose hash is what a user
// confirms; read back by the command that sends. Nothing that isn't in it is sent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace mognad {

struct PlannedMessage {
  std::string key;
  std::string organisation;
  std::string language;
  std::string name;     // of the recipient; may be empty
  std::string address;  // wire form
  std::string report;   // file, relative to the output folder
  std::string report_sha256;
  std::string file;    // the message, relative to the plan's folder
  std::string sha256;  // of it, without its date
  std::int64_t bytes = 0;
  std::string replaces_sha256 = {};  // of an erratum: the report that this recipient has got
  int replaces = 0;                  // edition that the report takes the place of; 0: it corrects none

  friend bool operator==(const PlannedMessage&, const PlannedMessage&) = default;
};

struct MailPlan {
  std::string survey;
  int year = 0;
  int edition = 0;
  std::string purpose;  // "report", "erratum-2"
  bool simulated = false;
  std::string from;                      // wire form of the sender
  std::string manifest_sha256;           // of the reports' manifest
  std::string recipients_sha256;         // of the file of recipients
  std::string settings_sha256;           // of survey.toml and the messages' templates
  std::vector<PlannedMessage> messages;  // by organisation, then in the order of the recipients' file
};

/// The same plan gives the same text.
std::string mail_plan_json(const MailPlan& plan);

/// What a user confirms: the SHA-256 of that text.
std::string mail_plan_hash(const std::string& json);

/// Of a text that is no such plan a problem with its place. Paths that leave the folder and fields that don't pass the
/// gate are refused: a plan is a file that anyone may have written.
Result<MailPlan> read_mail_plan(const std::string& json, const std::string& path);

}  // namespace mognad
