// What messages in a Maildir are believed to say of those that were sent.
#include "batch/collect_bounces.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "delivery/bounce_match.h"
#include "files/disk_files.h"
#include "files/memory_files.h"
#include "support/programs.h"

using namespace mognad;

namespace {

const std::string kAnna(32, 'a');
const std::string kBo(32, 'b');

LedgerRow sent(const std::string& key, const std::string& address, MailState state = MailState::accepted) {
  LedgerRow row;
  row.key = key;
  row.organisation = "1490";
  row.address = address;
  row.state = state;
  return row;
}

const std::vector<LedgerRow>& rows() {
  static const std::vector<LedgerRow> both{sent(kAnna, "anna@boras.example"),
                                           sent(kBo, "bo@boras.example", MailState::unknown)};
  return both;
}

/// As a server reports on one recipient (RFC 3464, appendix E), with what was returned behind it.
std::string report_on(const std::string& recipient, const std::string& action, const std::string& status,
                      const std::string& returned) {
  return fmt::format(
      "From: MAILER-DAEMON@mx.example\r\nTo: survey@agency.example\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/report; report-type=delivery-status; boundary=\"x\"\r\n\r\n"
      "--x\r\nContent-Type: text/plain\r\n\r\nIt failed.\r\n"
      "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
      "Final-Recipient: rfc822; {}\r\nAction: {}\r\nStatus: {}\r\nDiagnostic-Code: smtp; 550 no such user\r\n"
      "\r\n--x\r\nContent-Type: text/rfc822-headers\r\n\r\n{}Subject: Report\r\n\r\n--x--\r\n",
      recipient, action, status, returned);
}

std::string about(const std::string& key) { return "Message-ID: <" + key + "@agency.example>\r\n"; }

CollectedBounces collected(const std::map<std::string, std::string>& messages, const BounceLimits& limits = {}) {
  return collect_bounces("mail", rows(), MemoryFiles(messages), limits);
}

bool warned_once(const CollectedBounces& bounces, const std::string& part) {
  return bounces.problems.size() == 1 && bounces.problems.front().severity == Severity::warning &&
         bounces.problems.front().message.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Delivery reports of both folders are noted in the rows of their messages", "[mail]") {
  const CollectedBounces bounces =
      collected({{"mail/new/1", report_on("anna@boras.example", "failed", "5.1.1", about(kAnna))},
                 {"mail/cur/2:2,S", report_on("Bo@Boras.example", "delayed", "4.4.1", about(kBo))},
                 {"mail/cur/3", "Subject: Tack\r\n\r\nTack!\r\n"}});
  CHECK(bounces.messages == 3);
  CHECK(bounces.reports == 2);
  CHECK(bounces.matched == 2);
  CHECK(bounces.problems.empty());
  REQUIRE(bounces.by_key.size() == 2);
  CHECK(bounces.by_key.at(kAnna).action == "failed");
  CHECK(bounces.by_key.at(kAnna).answer == "5.1.1 550 no such user");
  CHECK(bounces.by_key.at(kBo).action == "delayed");
}

TEST_CASE("A report that fits no message which was sent is told and noted nowhere", "[mail]") {
  const auto one = [](const std::string& message) { return collected({{"mail/new/1", message}}); };
  const CollectedBounces other = one(report_on("eve@other.example", "failed", "5.1.1", about(kAnna)));
  CHECK(warned_once(other, "names another recipient"));
  CHECK(other.problems.front().message.find('@') == std::string::npos);
  CHECK(other.by_key.empty());
  CHECK(other.reports - other.matched == 1);
  CHECK(warned_once(one(report_on("anna@boras.example", "failed", "5.1.1", about(std::string(32, 'c')))),
                    "that this survey hasn't sent"));
  CHECK(warned_once(one(report_on("anna@boras.example", "failed", "5.1.1", "")), "doesn't say which message"));
  DeliveryReport report{.key = kAnna, .recipient = "anna@boras.example", .action = "failed"};
  CHECK(match_bounce(report, {sent(kAnna, "anna@boras.example", MailState::planned)}).match == BounceMatch::not_sent);
  report.recipient = "";
  CHECK(match_bounce(report, rows()).match == BounceMatch::other_recipient);
}

TEST_CASE("Of several reports on a message the one that tells most counts, in whatever order they are read", "[mail]") {
  const std::string late = report_on("anna@boras.example", "delayed", "4.4.1", about(kAnna));
  const std::string lost = report_on("anna@boras.example", "failed", "5.1.1", about(kAnna));
  CHECK(collected({{"mail/new/1", late}, {"mail/new/2", lost}}).by_key.at(kAnna).action == "failed");
  CHECK(collected({{"mail/new/1", lost}, {"mail/new/2", late}}).by_key.at(kAnna).action == "failed");
}

TEST_CASE("What the ledger says already is not noted again", "[mail]") {
  const MemoryFiles files({{"mail/new/1", report_on("anna@boras.example", "failed", "5.1.1", about(kAnna))},
                           {"mail/new/2", report_on("anna@boras.example", "delayed", "4.4.1", about(kAnna))}});
  std::vector<LedgerRow> noted = rows();
  noted[0].bounce = "failed";
  const CollectedBounces again = collect_bounces("mail", noted, files);
  CHECK(again.matched == 2);
  CHECK(again.by_key.empty());
}

TEST_CASE("Messages that are too large or too many are told and not read", "[mail]") {
  const std::string lost = report_on("anna@boras.example", "failed", "5.1.1", about(kAnna));
  CHECK(warned_once(collected({{"mail/new/1", lost}}, {.bytes = 100}), "more than 100 bytes"));
  const CollectedBounces first =
      collected({{"mail/new/1", "Subject: a\r\n\r\n"}, {"mail/new/2", lost}}, {.messages = 1});
  CHECK(warned_once(first, "2 messages, of which 1 are read"));
  CHECK(first.by_key.empty());
}

TEST_CASE("A folder that is no Maildir is refused, and no link leads out of one", "[mail]") {
  CHECK(has_errors(collected({{"mail/1", "Subject: a\r\n\r\n"}}).problems));
  const test::ScratchFolder folder("maildir");
  std::filesystem::create_directories(folder.path("m/new"));
  DiskFiles files;
  const std::string message = report_on("anna@boras.example", "failed", "5.1.1", about(kAnna));
  REQUIRE_FALSE(files.write_whole(folder.path("outside"), message));
  std::filesystem::create_symlink(folder.path("outside"), folder.path("m/new/1"));
  const CollectedBounces bounces = collect_bounces(folder.path("m"), rows(), files);
  CHECK(warned_once(bounces, "a link stands"));
  CHECK(bounces.by_key.empty());
}
