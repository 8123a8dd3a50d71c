#include "delivery/bounce.h"

#include <catch2/catch.hpp>

#include "delivery/composed.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kKey = "0123456789abcdef0123456789abcdef";
const std::string kId = "<" + kKey + "@office.example>";

struct ReportParts {
  std::string headers = {};
  std::string status = {};
  std::string returned = {};  // with its own Content-Type
};

/// multipart/report as RFC 6522 has it.
std::string report_of(const ReportParts& parts) {
  return parts.headers +
         "From: MAILER-DAEMON@mail.kommun.example\nTo: mognad@office.example\nSubject: Undelivered Mail\n"
         "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"=b/1\"\n\n"
         "This is a MIME-encapsulated message.\n\n--=b/1\nContent-Type: text/plain; charset=us-ascii\n\nSorry.\n\n"
         "--=b/1\nContent-Type: message/delivery-status\n\n" +
         parts.status + "\n--=b/1\n" + parts.returned + "\n--=b/1--\n";
}

std::string returned_headers(const std::string& id = kId) {
  return "Content-Type: text/rfc822-headers\n\nReturn-Path: <mognad@office.example>\nFrom: Mognad "
         "<mognad@office.example>\nMessage-ID: " +
         id + "\nSubject: Er rapport\n";
}

const std::string kFailed =
    "Reporting-MTA: dns; mail.kommun.example\nArrival-Date: Thu, 12 Feb 2026 09:00:01 +0000 (UTC)\n\n"
    "Final-Recipient: rfc822; asa@kommun.example\nOriginal-Recipient: rfc822;asa@kommun.example\nAction: failed\n"
    "Status: 5.1.1\nRemote-MTA: dns; in.kommun.example\nDiagnostic-Code: smtp; 550 5.1.1 <asa@kommun.example>: "
    "Recipient "
    "address rejected:\n    User unknown in local recipient table\n";

DeliveryReport only(const std::string& message) {
  const auto found = read_delivery_reports(message);
  REQUIRE(found.size() == 1);
  return found.front();
}

std::string with_crlf(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("A report with the headers that were returned tells message, recipient and reason", "[delivery][bounce]") {
  const std::string message = report_of({"Return-Path: <>\n", kFailed, returned_headers()});
  for (const std::string& each : {message, with_crlf(message)}) {
    const DeliveryReport report = only(each);
    CHECK(report.key == kKey);
    CHECK(report.recipient == "asa@kommun.example");
    CHECK(report.action == "failed");
    CHECK(report.status == "5.1.1");
    CHECK(report.explanation.find("550 5.1.1 <asa@kommun.example>: Recipient address rejected:") == 0);
    CHECK(report.explanation.find("User unknown in local recipient table") != std::string::npos);
  }
}

TEST_CASE("A report with the whole message that was returned tells which it is", "[delivery][bounce]") {
  Message ours = plain_message();
  ours.key = kKey;
  const auto message = compose_message(ours);
  REQUIRE(message);
  CHECK(only(report_of({"", kFailed, "Content-Type: message/rfc822\n\n" + *message})).key == kKey);
  const std::string cut = "Content-Type: message/rfc822\n\n" + message->substr(0, message->find("MIME-Version") + 60);
  CHECK(only(report_of({"", kFailed, cut})).key == kKey);
}

TEST_CASE("A report that returns nothing is matched by what it answers to, if that is one of ours",
          "[delivery][bounce]") {
  const std::string none = "Content-Type: text/plain\n\nMessage-ID: " + kId + "\n";
  CHECK(only(report_of({"In-Reply-To: " + kId + "\n", kFailed, none})).key == kKey);
  CHECK(only(report_of({"References: <a@b.example>\n " + kId + "\n", kFailed, none})).key == kKey);
  CHECK(only(report_of({"X-Original-Message-ID: " + kId + "\n", kFailed, none})).key == kKey);
  CHECK(only(report_of({"In-Reply-To: <abc@office.example>\n", kFailed, none})).key.empty());
  CHECK(only(report_of({"", kFailed, none})).key.empty());
}

TEST_CASE("A Message-ID of another form is no key", "[delivery][bounce]") {
  for (const std::string& id : {"<" + kKey.substr(1) + "@office.example>", "<" + kKey + "0@office.example>",
                                std::string("<0123456789ABCDEF0123456789abcdef@office.example>"),
                                kKey + "@office.example", std::string("<>"), std::string("<" + kKey)}) {
    INFO(id);
    CHECK(only(report_of({"", kFailed, returned_headers(id)})).key.empty());
  }
}

TEST_CASE("A report on several recipients gives one for each", "[delivery][bounce]") {
  const std::string more =
      "\nFinal-Recipient: rfc822; bo@kommun.example\nAction: Delayed\nStatus: 4.4.1 (no answer)\nWill-Retry-Until: "
      "Fri, 13 Feb 2026 09:00:00 +0000\n\nFinal-Recipient: rfc822;<eva@kommun.example>\nAction: delivered\nStatus: "
      "2.0.0\n";
  const auto found = read_delivery_reports(report_of({"", kFailed + more, returned_headers()}));
  REQUIRE(found.size() == 3);
  CHECK(found[1].recipient == "bo@kommun.example");
  CHECK(found[1].action == "delayed");
  CHECK(found[1].status == "4.4.1");
  CHECK(found[1].explanation.empty());
  CHECK(found[2].recipient == "eva@kommun.example");
  CHECK(found[2].action == "delivered");
  for (const DeliveryReport& report : found) CHECK(report.key == kKey);
}

TEST_CASE("Of a message that was passed on, the address that we wrote to is told", "[delivery][bounce]") {
  const std::string status = replaced(kFailed, "Final-Recipient: rfc822; asa@", "Final-Recipient: rfc822; other@");
  CHECK(only(report_of({"", status, returned_headers()})).recipient == "asa@kommun.example");
  CHECK(only(report_of({"", replaced(status, "Original-Recipient", "X-Other"), returned_headers()})).recipient ==
        "other@kommun.example");
}

TEST_CASE("What a report leaves out is told by its status, or it says nothing", "[delivery][bounce]") {
  const std::string silent = replaced(kFailed, "Action: failed\n", "");
  CHECK(only(report_of({"", silent, returned_headers()})).action == "failed");
  CHECK(only(report_of({"", replaced(silent, "5.1.1\n", "4.7.0\n"), returned_headers()})).action == "delayed");
  CHECK(only(report_of({"", replaced(silent, "5.1.1\n", "2.1.5\n"), returned_headers()})).action == "delivered");
  CHECK(read_delivery_reports(report_of({"", replaced(silent, "5.1.1\n", "odd\n"), returned_headers()})).empty());
  for (const std::string odd : {"5", "5.1", "5.1.1.1", "9.1.1", "5.1.1234567", "5.x.1", "5.1."})
    CHECK(only(report_of({"", replaced(kFailed, "Status: 5.1.1", "Status: " + odd), returned_headers()})).status == "");
}

TEST_CASE("What a report says is one line that is safe to show", "[delivery][bounce]") {
  const std::string odd = "smtp; 550 a\x1b[31m\x7f b\xff \xe2\x80\xae c \xe2\x80\xa8 d" + std::string(5000, 'x');
  const DeliveryReport report =
      only(report_of({"", replaced(kFailed, "smtp; 550 5.1.1", odd + "\nX-Rest: "), returned_headers()}));
  CHECK(report.explanation.size() <= 300);
  CHECK(report.explanation.starts_with("550 a [31m b c dxxx"));
  const std::string bad = replaced(kFailed, "Original-Recipient: rfc822;asa@kommun.example", "X: y");
  for (const std::string address : {"a\x01@b.example", "no address", "å@b.example", ""})
    CHECK(only(report_of({"", replaced(bad, "asa@kommun.example", address), returned_headers()})).recipient.empty());
}

TEST_CASE("What is no delivery report gives nothing", "[delivery][bounce]") {
  const std::string good = report_of({"", kFailed, returned_headers()});
  CHECK(read_delivery_reports("").empty());
  CHECK(read_delivery_reports("\n\n\n").empty());
  CHECK(read_delivery_reports("Subject: I am away\nIn-Reply-To: " + kId + "\n\nback on Monday\n").empty());
  CHECK(read_delivery_reports(replaced(good, "report-type=delivery-status", "report-type=disposition-notification"))
            .empty());
  CHECK(read_delivery_reports(replaced(good, "multipart/report", "multipart/mixed")).empty());
  CHECK(read_delivery_reports(replaced(good, "boundary=", "other=")).empty());
  CHECK(read_delivery_reports(report_of({"", "", returned_headers()})).empty());
}

TEST_CASE("A report that is cut anywhere is read to where it ends", "[delivery][bounce]") {
  const std::string good = report_of({"", kFailed, returned_headers()});
  for (std::size_t size = 0; size < good.size(); size += 7)
    for (const DeliveryReport& report : read_delivery_reports(good.substr(0, size))) {
      CHECK(report.recipient == "asa@kommun.example");
      CHECK((report.key.empty() || report.key == kKey));
    }
}

TEST_CASE("Nesting, repetition and length have limits", "[delivery][bounce]") {
  std::string nested;
  for (int i = 0; i < 5000; ++i)
    nested += fmt::format("Content-Type: multipart/report; report-type=delivery-status; boundary=b{0}\n\n--b{0}\n", i);
  CHECK(read_delivery_reports(nested).empty());
  std::string messages = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n";
  for (int i = 0; i < 5000; ++i) messages += "Content-Type: message/rfc822\n\n";
  CHECK(read_delivery_reports(messages).empty());
  std::string many = "Reporting-MTA: dns; x\n";
  for (int i = 0; i < 3000; ++i) many += "\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.0.0\n";
  CHECK(read_delivery_reports(report_of({"", many, returned_headers()})).size() == 1000);
  CHECK(read_delivery_reports(std::string((64 << 20) + 1, 'x')).empty());
}
