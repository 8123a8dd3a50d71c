// The ledger of a survey as commands open it, and the right to send: one process has it at a time. What a run that
// ended abruptly left half done is unknown from the moment that anybody looks.
#pragma once

#include <optional>
#include <string>

#include "commands/command_options.h"
#include "delivery/ledger.h"
#include "files/file_lock.h"
#include "files/files.h"

namespace mognad {

/// Locked by who sends, or changes what is sent.
inline constexpr const char* kSendingLock = "sending.lock";

struct MailLedger {
  Ledger ledger;
  std::optional<FileLock> right_to_send;  // nothing: another process is sending
};

/// Whether anything was ever sent from here: also where the ledger of it is gone, which is a problem to who opens it.
bool has_mail_ledger(const std::string& ledger_path, const Files& files);

/// Makes both when they are missing, in a folder that only its owner may enter. A ledger that was there and is gone, or
/// an old copy in its place, is a problem: with it, messages would be sent a second time.
Result<MailLedger> open_mail_ledger(const std::string& mail_folder, const std::string& ledger_path);

/// The same of the survey that a user named. Nothing, without a problem: nothing was ever sent.
Result<std::optional<MailLedger>> find_mail_ledger(const CommandOptions& options, const Files& files);

/// "2026-01-31 14:05 UTC"; of 0 "".
std::string time_text(std::int64_t seconds);

/// A text of a server or a user for a terminal: without control characters, the address masked.
std::string shown(const std::string& text, const std::string& address);

/// How much of a message's key is shown: enough to name it.
inline constexpr std::size_t kKeyShown = 12;

/// "a…@m…"
std::string masked_address(const std::string& address);

}  // namespace mognad
