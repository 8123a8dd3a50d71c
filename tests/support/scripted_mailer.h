// A mail server in memory: the twin of the mailers for tests. It takes every message unless its script says otherwise,
// and remembers every attempt. Mailers of several threads may share a script, which must outlive them.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "delivery/mailer.h"

namespace mognad::test {

using Outcome = Receipt::Outcome;

inline Receipt accepted_receipt() { return {Outcome::accepted, 250, "2.0.0 Ok: queued as 4dXy"}; }
inline Receipt deferred_receipt(int code = 451) { return {Outcome::deferred, code, "4.3.0 Try again later"}; }
inline Receipt refused_receipt(int code = 550) { return {Outcome::refused, code, "5.1.1 User unknown"}; }
inline Receipt unknown_receipt() { return {Outcome::unknown, 0, "the connection was lost before the answer"}; }
inline Receipt hindered_receipt() { return {Outcome::hindered, 0, "the certificate has expired"}; }
inline Receipt forbidden_receipt() { return {Outcome::forbidden, 535, "5.7.8 Authentication failed"}; }

class MailScript {
 public:
  struct Attempt {
    std::string key;
    std::string from;  // wire form
    std::string to;
    std::string message;
    Receipt receipt;
  };

  /// The answers to the next attempts for an address (wire form), in this order; then for all addresses.
  void answer(const std::string& to, std::vector<Receipt> receipts) {
    const std::lock_guard lock(mutex_);
    append(for_address_[to], std::move(receipts));
  }
  void answer_next(std::vector<Receipt> receipts) {
    const std::lock_guard lock(mutex_);
    append(for_next_, std::move(receipts));
  }
  /// What is answered where nothing else is said: accepted.
  void answer_always(Receipt receipt) {
    const std::lock_guard lock(mutex_);
    always_ = std::move(receipt);
  }
  /// Called in the middle of each attempt, before its receipt is given: a test may look, throw or end the process.
  void when_sending(std::function<void(const Attempt&)> act) { act_ = std::move(act); }

  std::vector<Attempt> attempts() const {
    const std::lock_guard lock(mutex_);
    return attempts_;
  }
  /// How often the message of this key was accepted.
  int times_accepted(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    int times = 0;
    for (const Attempt& attempt : attempts_)
      times += attempt.key == key && attempt.receipt.outcome == Outcome::accepted;
    return times;
  }

  /// A connection of its own to this server.
  std::unique_ptr<Mailer> mailer() {
    const std::lock_guard lock(mutex_);
    ++connections_;
    return std::make_unique<ScriptedMailer>(*this);
  }
  int connections() const {
    const std::lock_guard lock(mutex_);
    return connections_;
  }

 private:
  class ScriptedMailer final : public Mailer {
   public:
    explicit ScriptedMailer(MailScript& script) : script_(script) {}
    Receipt send(const Envelope& envelope, std::string_view message) override {
      return script_.play({envelope.key, envelope.from.wire(), envelope.to.wire(), std::string(message), {}});
    }

   private:
    MailScript& script_;
  };

  Receipt play(Attempt attempt) {
    attempt.receipt = next_receipt(attempt.to);
    if (act_) act_(attempt);
    const std::lock_guard lock(mutex_);
    attempts_.push_back(attempt);
    return attempt.receipt;
  }

  Receipt next_receipt(const std::string& to) {
    const std::lock_guard lock(mutex_);
    std::deque<Receipt>& own = for_address_[to];
    std::deque<Receipt>& queue = own.empty() ? for_next_ : own;
    if (queue.empty()) return always_;
    Receipt receipt = std::move(queue.front());
    queue.pop_front();
    return receipt;
  }

  static void append(std::deque<Receipt>& queue, std::vector<Receipt> receipts) {
    for (Receipt& receipt : receipts) queue.push_back(std::move(receipt));
  }

  mutable std::mutex mutex_;
  std::map<std::string, std::deque<Receipt>> for_address_;
  std::deque<Receipt> for_next_;
  Receipt always_ = accepted_receipt();
  std::function<void(const Attempt&)> act_;
  std::vector<Attempt> attempts_;
  int connections_ = 0;
};

}  // namespace mognad::test
