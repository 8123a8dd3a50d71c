// The sending of a plan: each message that the ledger doesn't hold for accepted, refused or unknown, over several
// connections, at the rate of the settings, with growing pauses after temporary refusals. Before each message its
// report is proven again. It stops at the first thing that is not as planned.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "dataset/mail_settings.h"
#include "delivery/ledger.h"
#include "delivery/mail_plan.h"
#include "delivery/mailer.h"
#include "files/files.h"

namespace mognad {

/// Time as an input. Any thread may call it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now() const = 0;  // seconds since 1970
  virtual double seconds() const = 0;    // that never go back
  /// Returns early when `stop` becomes true.
  virtual void pause(double seconds, const std::atomic<bool>& stop) = 0;
};

std::unique_ptr<Clock> make_system_clock();

struct SendOptions {
  std::string output;       // folder of the reports
  std::string plan_folder;  // of the plan and its messages
  bool leaves_here = true;  // to a server: a simulated survey's messages then go to reserved addresses alone
  int connections = 1;
  double messages_per_minute = 600;
  MailRetry retry;
  std::function<std::unique_ptr<Mailer>()> make_mailer;  // once for each connection
  std::function<void(std::size_t done, std::size_t all)> progress;
  const std::atomic<bool>* stop = nullptr;
};

struct SendResult {
  int accepted = 0, deferred = 0, refused = 0, unknown = 0;  // of this run
  int before = 0;                                            // had been accepted before
  bool stopped = false;                                      // by the user
  bool halted = false;        // something was not as planned, or the server let nobody in
  bool surroundings = false;  // it was the server, the ledger or the disk
  Problems problems;
};

/// The ledger's `sending` rows become unknown: nobody else may be sending.
/// All reports and messages are hashed before the first is sent; if one is not as planned, nothing is sent.
SendResult send_mail(const MailPlan& plan, const SendOptions& options, Ledger& ledger, Clock& clock, Files& files);

}  // namespace mognad
