#include "delivery/message.h"

#include <array>
#include <catch2/catch.hpp>
#include <clocale>
#include <thread>

#include "base/json_text.h"
#include "delivery/composed.h"
#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string composed(const Message& message) {
  const auto made = compose_message(message);
  for (const Problem& problem : made.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(made);
  return *made;
}

std::string said_of(const Message& message) {
  const auto made = compose_message(message);
  CHECK_FALSE(made);
  std::string said;
  for (const Problem& problem : made.problems) said += to_text(problem) + "\n";
  return said;
}

std::string hex(const std::string& bytes) {
  std::string text;
  for (const char c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return text;
}

std::string parties(const HeaderText& name, const MailAddress& address) {
  return fmt::format("[[{}, {}]]", json_string(name.text()), json_string(address.wire()));
}

/// What parsed_messages.py must find in it.
std::string expected(const Message& m) {
  std::vector<std::string> files;
  for (const MessageAttachment& file : m.attachments) {
    const std::string name = json_string(file.name.text());
    files.push_back(fmt::format("[{}, {}, {}, \"{}\"]", name, name, json_string(file.mime_type), hex(file.bytes)));
  }
  return fmt::format(
      R"({{"from": {}, "to": {}, "reply_to": {}, "subject": {}, "id": {}, "automatic": "auto-generated", "language": {},
"unsubscribe": {}, "version": "1.0", "structure": ["multipart/mixed", "multipart/alternative"], "date": "", "plain": {},
"html": {}, "files": [{}], "defects": []}})",
      parties(m.from.name, m.from.address), parties(m.to.name, m.to.address),
      m.reply_to ? parties({}, *m.reply_to) : "[]", json_string(m.subject.text()),
      json_string(message_id(m.key, m.from.address)), json_string(m.language),
      json_string(m.unsubscribe.empty() ? "" : "<" + m.unsubscribe + ">"), json_string(m.text),
      m.html.empty() ? "null" : json_string(m.html), fmt::join(files, ", "));
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

Message with_subject(const std::string& subject) {
  Message message = plain_message();
  message.subject = header_of(subject, HeaderUse::subject);
  return message;
}

Message with_name(const std::string& name) {
  Message message = plain_message();
  message.to.name = header_of(name, HeaderUse::name);
  return message;
}

Message with_text(const std::string& text) {
  Message message = plain_message();
  message.text = text;
  message.html = "<p>" + text;
  return message;
}

Message with_file(const std::string& name, const std::string& bytes) {
  Message message = plain_message();
  message.attachments.push_back(attachment_of(name, bytes));
  return message;
}

std::vector<Message> awkward_messages() {
  const std::string all_bytes = [] {
    std::string bytes;
    for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i % 256);
    return bytes;
  }();
  std::vector<Message> all{
      plain_message(),
      with_subject("Report for 2025"),
      with_subject("🎉 Mognad: ökar 🎉🎉"),
      with_subject("Digital mognad i " + repeated("Östra Ängelholms och Överkalix kommuner ", 4) + "2025"),
      with_subject(repeated("å", 190)),
      with_subject(repeated("plain words that fold ", 8) + "end"),
      with_subject("A_b = c? (d) \"e\" <f>, g; h: i@j _ =3D"),
      with_subject("Två  blanka och – tankstreck … 100 %"),
      with_subject("ett é två é tre é fyra é fem é sex é sju é åtta é nio é tio é elva é tolv é"),
      with_name(""),
      with_name("Anna Smith"),
      with_name("A. B. Smith (office): head"),
      with_name(repeated("Å", 100)),
      with_name(repeated("Björn Åke ", 9) + "Ek"),
      with_name(repeated("word ", 19) + "end"),
      with_name("山田 太郎 🙂"),
      with_text("no line end"),
      with_text("\n"),
      with_text(".\n..\nFrom me\n.From\n" + repeated(".", 300) + "\nFrom " + repeated("x", 300) + "\n"),
      with_text("trailing  \ntab\t\n  \n\t\nend "),
      with_text(repeated("x", 5000) + "\n" + repeated("å", 3000) + "\n" + repeated("word ", 500)),
      with_text("--=_0123456789abcdef0123456789abcdef_mixed--\n=_0123456789abcdef0123456789abcdef_alternative\n=3D=\n"),
      with_text("🙂 – ”svenska” 'text' \u00a0%\n"),
      with_file("rapport för Malmö å.pdf", all_bytes),
      with_file("plain name.pdf", "x"),
      with_file("100% 'sant' (kopia).pdf", repeated("y", 57)),
      with_file(repeated("Östra ", 15) + "slutet.pdf", "\r\n.\r\n--=_\r\n"),
  };
  all.front().unsubscribe = "https://office.example/avsluta?" + repeated("id=1&", 60);
  all[1].unsubscribe = "mailto:stop@office.example?subject=stop";
  all[1].reply_to.reset();
  all[2].html.clear();
  all[3].language = "en-GB";
  return all;
}

}  // namespace

TEST_CASE("Python's library reads in each message what was put in", "[delivery][message]") {
  const ScratchFolder folder("messages");
  int count = 0;
  for (const Message& message : awkward_messages()) {
    folder.write(fmt::format("{:02}.eml", count), composed(message));
    folder.write(fmt::format("{:02}.json", count++), expected(message));
  }
  const std::string said = said_by("python3 " MOGNAD_ROOT "/tests/delivery/parsed_messages.py " + folder.path("."));
  CHECK(said == fmt::format("{} messages\nstatus 0\n", count));
}

TEST_CASE("A message has the headers that it must have and no other", "[delivery][message]") {
  const ScratchFolder folder("headers");
  folder.write("one.eml", dated(composed(plain_message()), 1770886800));
  folder.write(
      "one.json",
      R"({"date": "2026-02-12T09:00:00+00:00", "headers": ["auto-submitted", "content-language", "content-type",
"date", "from", "message-id", "mime-version", "reply-to", "subject", "to"]})");
  CHECK(said_by("python3 " MOGNAD_ROOT "/tests/delivery/parsed_messages.py " + folder.path(".")) ==
        "1 messages\nstatus 0\n");
}

TEST_CASE("The same input gives the same bytes, on many threads and in any locale", "[delivery][message]") {
  Message message = plain_message();
  message.subject = header_of("Åäö – 🎉", HeaderUse::subject);
  const std::string once = composed(message);
  std::setlocale(LC_ALL, "C");
  std::array<int, 4> same{};
  {
    std::vector<std::jthread> threads;
    for (int& count : same)
      threads.emplace_back([&] {
        for (int i = 0; i < 25; ++i) count += compose_message(message).value == once ? 1 : 0;
      });
  }
  for (const int count : same) CHECK(count == 25);
  message.key.front() = '1';
  CHECK(composed(message) != once);
}

TEST_CASE("The Date goes in front of the message, in UTC and in English", "[delivery][message]") {
  CHECK(dated("To: x\r\n", 1770886800) == "Date: Thu, 12 Feb 2026 09:00:00 +0000\r\nTo: x\r\n");
  CHECK(dated("", 0) == "Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n");
  CHECK(dated("", 951782399) == "Date: Mon, 28 Feb 2000 23:59:59 +0000\r\n");
  CHECK(dated("", 951782400) == "Date: Tue, 29 Feb 2000 00:00:00 +0000\r\n");
  CHECK(dated("", -1) == "Date: Wed, 31 Dec 1969 23:59:59 +0000\r\n");
}

TEST_CASE("The Message-ID is made of the key and the sender's domain", "[delivery][message]") {
  CHECK(message_id("0123456789abcdef0123456789abcdef", address_of("mognad@office.example")) ==
        "<0123456789abcdef0123456789abcdef@office.example>");
}

TEST_CASE("What would add headers or parts to a message is refused wherever no gate has seen it",
          "[delivery][message]") {
  for (const std::string bad : {"", "x", "a\r\nBcc: a@b.example", "a b", "a\nb", "a\"b", "å", "a;b", "a>b"}) {
    INFO(json_string(bad));
    Message message = plain_message();
    message.key = bad;
    CHECK(said_of(message) == "error: the key of a message is not 32 hexadecimal digits\n");
    message = plain_message();
    message.attachments[0].mime_type = bad;
    CHECK(said_of(message).find("is no MIME type of a file") != std::string::npos);
    message.attachments[0].mime_type = "application/" + bad;
    if (bad != "x") CHECK_FALSE(compose_message(message));
    message = plain_message();
    message.language = "sv-" + bad;
    if (bad != "x") CHECK(said_of(message).find("is no language tag") != std::string::npos);
    message = plain_message();
    message.unsubscribe = "https://office.example/" + bad;
    if (bad.size() > 1 && bad != "a;b") CHECK(said_of(message).find("List-Unsubscribe") != std::string::npos);
  }
}

TEST_CASE("Only https: and mailto: may stand in List-Unsubscribe", "[delivery][message]") {
  for (const std::string bad : {"http://office.example/", "javascript:alert(1)", "https://", "mailto:", "HTTPS://x"}) {
    Message message = plain_message();
    message.unsubscribe = bad;
    INFO(bad);
    CHECK(said_of(message).find("List-Unsubscribe") != std::string::npos);
  }
  Message message = plain_message();
  message.unsubscribe = "https://office.example/" + std::string(900, 'x');
  CHECK_FALSE(compose_message(message));
}

TEST_CASE("A message without a text, or with one that can't be shown, is refused", "[delivery][message]") {
  CHECK(said_of([] {
          auto m = plain_message();
          m.text.clear();
          return m;
        }()) == "error: a message has no text\n");
  CHECK(said_of(with_text("a\xff")).find("the text of a message is not UTF-8") != std::string::npos);
  CHECK(said_of(with_text("a\xff")).find("the HTML of a message is not UTF-8") != std::string::npos);
  CHECK(said_of(with_text("a\rb")).find("control character U+000D") != std::string::npos);
  CHECK(said_of(with_text(std::string("a\0b", 3))).find("control character U+0000") != std::string::npos);
}

TEST_CASE("Line ends of a text may come from any system", "[delivery][message]") {
  CHECK(composed(with_text("a\r\nb\r\n")) == composed(with_text("a\nb\n")));
}

TEST_CASE("A file without bytes, and one that base64 isn't allowed for, is refused", "[delivery][message]") {
  Message message = plain_message();
  message.attachments[0].bytes.clear();
  CHECK(said_of(message) == "1490-borås.sv.pdf: error: an attachment has no bytes\n");
  for (const std::string type : {"message/rfc822", "multipart/mixed", "MULTIPART/mixed", "pdf", "application/"}) {
    message = plain_message();
    message.attachments[0].mime_type = type;
    INFO(type);
    CHECK(said_of(message).find("is no MIME type of a file") != std::string::npos);
  }
}
