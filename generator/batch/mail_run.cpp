#include "batch/mail_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/printable_text.h"
#include "delivery/message.h"
#include "delivery/server_words.h"
#include "files/output_names.h"

namespace mognad {
namespace {

constexpr double kMailSlice = 1;  // seconds: so long at most until a waiting thread sees that the run is over
constexpr int kMostHindered = 2;
const std::atomic<bool> kNeverStopped = false;

OutgoingWay way_of(const SendOptions& options) { return {options.output, options.plan_folder, options.leaves_here}; }

/// Deferred for no reason of the message's: no connection, one that was lost on the way, or a server that closes (421).
bool is_lost_server(const Receipt& receipt) {
  constexpr int kFirstNo = 400, kClosing = 421;
  return receipt.outcome == Receipt::Outcome::deferred && (receipt.code < kFirstNo || receipt.code == kClosing);
}

/// Of a pause that an earlier run began, however wrong a clock was then.
double pause_left(std::int64_t seconds, const MailRetry& retry) {
  return std::clamp(static_cast<double>(seconds), 0.0, retry.longest_pause);
}

}  // namespace

std::string shown_answer(const Receipt& receipt, const MailAddress& to) {
  const std::string text = printable(without_address(receipt.answer, to));
  return receipt.code == 0 ? text : fmt::format("{} {}", receipt.code, text);
}

MailRun::MailRun(const MailPlan& plan, const SendOptions& options, Ledger& ledger, Clock& clock, const Files& files,
                 ProvenReports& proven, SendResult& result)
    : plan_(plan),
      options_(options),
      files_(files),
      proven_(proven),
      ledger_(ledger),
      clock_(clock),
      result_(result),
      rate_(options.messages_per_minute) {}

void MailRun::queue(const std::vector<LedgerRow>& rows) {
  std::map<std::string, const LedgerRow*> by_key;
  for (const LedgerRow& row : rows) by_key[row.key] = &row;
  for (std::size_t i = 0; i < plan_.messages.size(); ++i) {
    const auto found = by_key.find(plan_.messages[i].key);
    if (found == by_key.end()) continue;
    const LedgerRow& row = *found->second;
    if (row.state == MailState::planned) queue_.add(i);
    // A pause that a run before this one began goes on.
    else if (row.state == MailState::deferred)
      queue_.add_later({i, 0}, clock_.seconds() + pause_left(row.next - clock_.now(), options_.retry));
    else {
      result_.before += row.state == MailState::accepted;
      continue;
    }
    ++left_;
  }
  done_ = plan_.messages.size() - left_;
}

void MailRun::work() {
  const std::unique_ptr<Mailer> mailer = options_.make_mailer();
  while (const auto entry = take_turn()) attempt(*entry, *mailer);
}

/// Waits until a message may go out. Nothing: none is left for this connection, or the run is over. What another
/// connection has in hand and has to try again, that one does.
std::optional<MailQueue::Entry> MailRun::take_turn() {
  while (!over()) {
    MailQueue::Turn turn;
    double wait = 0;
    {
      const std::lock_guard lock(mutex_);
      turn = queue_.next(clock_.seconds());
      if (turn.entry) wait = rate_.take(clock_.seconds());
    }
    if (turn.entry) return pause(wait) ? turn.entry : std::nullopt;
    if (turn.wait <= 0) return std::nullopt;
    pause(std::min(turn.wait, kMailSlice));
  }
  return std::nullopt;
}

/// Whether the run goes on afterwards.
bool MailRun::pause(double seconds) {
  const double end = clock_.seconds() + seconds;
  for (double left = seconds; left > 0 && !over(); left = end - clock_.seconds())
    clock_.pause(std::min(left, kMailSlice), options_.stop ? *options_.stop : kNeverStopped);
  return !over();
}

void MailRun::attempt(MailQueue::Entry entry, Mailer& mailer) {
  const PlannedMessage& planned = plan_.messages[entry.message];
  Problems problems;
  const auto outgoing = read_outgoing(plan_, planned, way_of(options_), files_, proven_).take(problems);
  if (!outgoing) {
    const std::lock_guard lock(mutex_);
    for (Problem& problem : problems) halt(std::move(problem));
    return;
  }
  const auto date = begin(planned);
  if (!date) return;
  settle(entry, *outgoing, mailer.send(outgoing->envelope, dated(outgoing->message, *date)));
}

/// On the disk before a byte goes out. The date of the message: that of the first attempt. Nothing: it must not go out.
std::optional<std::int64_t> MailRun::begin(const PlannedMessage& planned) {
  const std::lock_guard lock(mutex_);
  if (over()) return std::nullopt;
  Problems problems;
  const std::int64_t now = clock_.now();
  const auto row = ledger_.row(planned.key).take(problems);
  if (!row) {
    result_.surroundings = true;
    halt(problems.front());
    return std::nullopt;
  }
  if (auto failed = ledger_.begin(planned.key, now)) {
    result_.surroundings = true;
    halt(std::move(*failed));
    return std::nullopt;
  }
  return *row && (*row)->date != 0 ? (*row)->date : now;
}

void MailRun::settle(MailQueue::Entry entry, const OutgoingMessage& outgoing, const Receipt& receipt) {
  const std::lock_guard lock(mutex_);
  const double pause = pause_after(++entry.tries, options_.retry);
  const std::int64_t now = clock_.now();
  const auto next = now + static_cast<std::int64_t>(std::ceil(pause));
  if (auto failed = ledger_.settle(outgoing.envelope.key, receipt, now, next)) {
    result_.surroundings = true;
    failed->message = fmt::format("{}; what became of the message {} isn't written down ({})", failed->message,
                                  outgoing.envelope.key.substr(0, 12), shown_answer(receipt, outgoing.envelope.to));
    failed->hint = "the next run lists it as unknown and doesn't send it; mognad mail resolve settles it";
    halt(std::move(*failed));
    return;
  }
  count(entry, outgoing, receipt, pause);
}

void MailRun::count(MailQueue::Entry entry, const OutgoingMessage& outgoing, const Receipt& receipt, double pause) {
  using Outcome = Receipt::Outcome;
  if (receipt.outcome != Outcome::hindered) hindered_in_a_row_ = 0;
  if (!is_lost_server(receipt)) unreachable_in_a_row_ = 0;
  switch (receipt.outcome) {
    case Outcome::accepted:
      ++result_.accepted;
      failed_in_a_row_ = 0;
      unreachable_in_a_row_ = 0;
      return finish_one();
    case Outcome::deferred: return count_deferred(entry, receipt, pause);
    case Outcome::refused: return count_failure(result_.refused, outgoing, receipt);
    case Outcome::unknown: return count_failure(result_.unknown, outgoing, receipt);
    case Outcome::hindered: return count_hindered(entry, receipt);
    case Outcome::forbidden:
      return halt_for_server("the mail server doesn't let us in: " + shown_answer(receipt, outgoing.envelope.to),
                             "see to user and password, then send again: what was sent is not sent twice");
  }
}

/// A server that is away, not this message, is what all of them wait for.
void MailRun::count_deferred(MailQueue::Entry entry, const Receipt& receipt, double pause) {
  if (is_lost_server(receipt)) {
    if (++unreachable_in_a_row_ >= options_.retry.attempts)
      return halt_for_server("the mail server can't be reached: " + receipt.answer,
                             "send again later: what was sent is not sent twice");
    pause = pause_after(unreachable_in_a_row_, options_.retry);
    queue_.hold_until(clock_.seconds() + pause);
  }
  if (entry.tries < options_.retry.attempts) return queue_.add_later(entry, clock_.seconds() + pause);
  ++result_.deferred;
  finish_one();
}

void MailRun::count_failure(int& of_its_kind, const OutgoingMessage& outgoing, const Receipt& receipt) {
  ++of_its_kind;
  finish_one();
  const bool refused = receipt.outcome == Receipt::Outcome::refused;
  const MailAddress& to = outgoing.envelope.to;
  result_.problems.push_back(
      warning_at({plan_path()},
                 fmt::format("the message {} to {} {}: {}", outgoing.envelope.key.substr(0, 12), to.masked(),
                             refused ? "was refused" : "may have arrived or not", shown_answer(receipt, to)),
                 refused ? "" : "find out, then settle it: mognad mail resolve"));
  if (++failed_in_a_row_ >= options_.retry.refusals_in_a_row)
    halt_for_server(fmt::format("{} messages in a row were refused or lost; something else is wrong", failed_in_a_row_),
                    "see what the server says: mognad mail status");
}

void MailRun::count_hindered(MailQueue::Entry entry, const Receipt& receipt) {
  if (++hindered_in_a_row_ >= kMostHindered)
    return halt_for_server("nothing can be sent: " + receipt.answer,
                           "see to the settings of [mail], then send again: what was sent is not sent twice");
  queue_.add_later(entry, clock_.seconds());
}

void MailRun::finish_one() {
  ++done_;
  if (options_.progress) options_.progress(done_, plan_.messages.size());
}

void MailRun::halt(Problem why) {
  halted_ = true;
  result_.halted = true;
  result_.problems.push_back(std::move(why));
}

void MailRun::halt_for_server(const std::string& why, const std::string& hint) {
  if (halted_) return;  // another connection has said why
  result_.surroundings = true;
  halt(error_at({plan_path()}, why, hint));
}

std::string MailRun::plan_path() const { return join_path(options_.plan_folder, "plan.json"); }

}  // namespace mognad
