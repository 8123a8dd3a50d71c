#include "batch/collect_bounces.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "delivery/bounce_match.h"
#include "files/output_names.h"
#include "files/read_below.h"

namespace mognad {
namespace {

class BounceCollection {
 public:
  BounceCollection(const std::string& maildir, const std::vector<LedgerRow>& rows, const Files& files,
                   const BounceLimits& limits)
      : maildir_(maildir), rows_(rows), files_(files), limits_(limits) {}

  CollectedBounces collect() {
    const std::vector<std::string> names = message_names();
    for (const std::string& name : names)
      if (const auto message = message_of(name)) read(name, *message);
    found_.messages = static_cast<int>(names.size());
    return std::move(found_);
  }

 private:
  void warn(const std::string& name, std::string message, std::string hint = {}) {
    Problem problem = error_at({join_path(maildir_, name)}, std::move(message), std::move(hint));
    problem.severity = Severity::warning;
    found_.problems.push_back(std::move(problem));
  }

  /// Below the folder, those that were read by a person last.
  std::vector<std::string> message_names() {
    std::vector<std::string> names;
    bool is_maildir = false;
    for (const std::string folder : {"new", "cur"}) {
      const std::string path = join_path(maildir_, folder);
      const std::vector<std::string> found = files_.list(path);
      is_maildir = is_maildir || !found.empty() || files_.exists(path);
      for (const std::string& name : found) names.push_back(join_path(folder, name));
    }
    if (!is_maildir)
      found_.problems.push_back(error_at({maildir_}, "this is no Maildir: it has neither a folder new nor a folder cur",
                                         "name the folder that holds both: --maildir FOLDER"));
    if (names.size() > limits_.messages) {
      warn("", fmt::format("{} messages, of which {} are read", names.size(), limits_.messages),
           "move away those that are no delivery reports, and run the same command again");
      names.resize(limits_.messages);
    }
    return names;
  }

  std::optional<std::string> message_of(const std::string& name) {
    Problems problems;
    const auto file = files_.open(join_path(maildir_, name)).take(problems);
    if (file && (*file)->size() > limits_.bytes) {
      warn(name, fmt::format("not read: it has more than {} bytes", limits_.bytes));
      return std::nullopt;
    }
    auto message = file ? read_below(maildir_, name, files_).take(problems) : std::nullopt;
    for (Problem& problem : problems) {
      problem.severity = Severity::warning;
      found_.problems.push_back(std::move(problem));
    }
    return message;
  }

  void read(const std::string& name, const std::string& message) {
    for (const DeliveryReport& report : read_delivery_reports(message)) {
      ++found_.reports;
      const MatchedBounce bounce = match_bounce(report, rows_);
      if (bounce.match == BounceMatch::matched) note(report, *bounce.row);
      else tell_odd(name, bounce);
    }
  }

  void note(const DeliveryReport& report, const LedgerRow& row) {
    ++found_.matched;
    const auto noted = found_.by_key.find(row.key);
    const std::string& known = noted == found_.by_key.end() ? row.bounce : noted->second.action;
    if (weight_of_action(report.action) <= weight_of_action(known)) return;
    const bool both = !report.status.empty() && !report.explanation.empty();
    found_.by_key[row.key] = {report.action, report.status + (both ? " " : "") + report.explanation};
  }

  void tell_odd(const std::string& name, const MatchedBounce& bounce) {
    const std::string about = bounce.row ? fmt::format("the message to {}", bounce.row->organisation) : std::string();
    switch (bounce.match) {
      case BounceMatch::matched: return;
      case BounceMatch::unnamed_message:
        return warn(name, "a delivery report that doesn't say which message it is about", "read it yourself");
      case BounceMatch::unknown_message:
        return warn(name, "a delivery report about a message that this survey hasn't sent");
      case BounceMatch::not_sent:
        return warn(name, fmt::format("a delivery report about {}, which no server has taken", about),
                    "it may be made up: nothing was noted");
      case BounceMatch::other_recipient:
        return warn(name, fmt::format("a delivery report about {} names another recipient", about),
                    "the message was forwarded, or the report is made up: nothing was noted");
    }
  }

  const std::string& maildir_;
  const std::vector<LedgerRow>& rows_;
  const Files& files_;
  const BounceLimits& limits_;
  CollectedBounces found_;
};

}  // namespace

CollectedBounces collect_bounces(const std::string& maildir, const std::vector<LedgerRow>& rows, const Files& files,
                                 const BounceLimits& limits) {
  return BounceCollection(maildir, rows, files, limits).collect();
}

}  // namespace mognad
