// MailRun: the part of a sending that its connections share: what is left, the ledger, the rate, and why to stop. Each
// connection's thread calls work(); everything else happens under one lock, but for the sending itself.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "batch/mail_queue.h"
#include "batch/mail_rate.h"
#include "batch/outgoing_message.h"
#include "batch/send_mail.h"

namespace mognad {

class MailRun {
 public:
  MailRun(const MailPlan& plan, const SendOptions& options, Ledger& ledger, Clock& clock, const Files& files,
          ProvenReports& proven, SendResult& result);

  /// Puts all that may be tried in the queue: what the ledger holds for planned or deferred.
  void queue(const std::vector<LedgerRow>& rows);
  std::size_t left() const { return left_; }

  /// Sends with a connection of its own until nothing is left or the run is over.
  void work();

 private:
  bool over() const { return halted_ || (options_.stop && *options_.stop); }
  std::optional<MailQueue::Entry> take_turn();
  bool pause(double seconds);
  void attempt(MailQueue::Entry entry, Mailer& mailer);
  std::optional<std::int64_t> begin(const PlannedMessage& planned);
  void settle(MailQueue::Entry entry, const OutgoingMessage& outgoing, const Receipt& receipt);
  void count(MailQueue::Entry entry, const OutgoingMessage& outgoing, const Receipt& receipt, double pause);
  void count_deferred(MailQueue::Entry entry, const Receipt& receipt, double pause);
  void count_failure(int& of_its_kind, const OutgoingMessage& outgoing, const Receipt& receipt);
  void count_hindered(MailQueue::Entry entry, const Receipt& receipt);
  void finish_one();
  void halt(Problem why);
  void halt_for_server(const std::string& why, const std::string& hint);
  std::string plan_path() const;

  const MailPlan& plan_;
  const SendOptions& options_;
  const Files& files_;
  ProvenReports& proven_;
  Ledger& ledger_;
  Clock& clock_;
  SendResult& result_;
  std::mutex mutex_;  // of all below, the ledger and the result
  MailQueue queue_;
  MailRate rate_;
  std::size_t left_ = 0, done_ = 0;
  int failed_in_a_row_ = 0, hindered_in_a_row_ = 0, unreachable_in_a_row_ = 0;
  std::atomic<bool> halted_ = false;
};

/// A server's answer as it may be shown: the address in it masked, no control characters.
std::string shown_answer(const Receipt& receipt, const MailAddress& to);

}  // namespace mognad
