// `[mail]`, `[letters]` and `[correction]` of survey.toml.
#include "input/mail_settings.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "input/read_survey.h"
#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kSender = "[mail]\nsender = \"kansli@b.example\"\n";
const std::string kFolder = kSender + "folder = \"sent\"\n";

Result<Survey> read(const std::string& tables, const std::string& files = "") {
  const std::string toml = replaced(small_survey_toml(), "[files]\n", "[files]\n" + files) + tables;
  return read_survey("s", "t", MemoryFiles({{"s/survey.toml", toml}}));
}

MailSettings mail(const std::string& tables) {
  const auto survey = read(tables);
  INFO(all_text(survey.problems));
  REQUIRE(survey);
  return survey->mail;
}

/// The words and the hint of the only problem.
std::string said(const std::string& tables) {
  const auto survey = read(tables);
  INFO(tables << all_text(survey.problems));
  CHECK_FALSE(survey);
  REQUIRE(survey.problems.size() == 1);
  CHECK(survey.problems[0].place.line > 20);
  CHECK(actionable(survey.problems[0]));
  return survey.problems[0].message;
}

std::string server(const std::string& keys) { return kSender + "[mail.server]\n" + keys; }

}  // namespace

TEST_CASE("A survey without [mail] mails nothing, and knows where the words of letters are", "[input]") {
  const MailSettings none = mail("");
  CHECK(none.place.file.empty());
  CHECK_FALSE(none.sender);
  CHECK_FALSE(none.server);
  CHECK(none.recipients_path.empty());
  CHECK(none.template_path == "t/messages.toml");
}

TEST_CASE("Every key of [mail] is read, and its files lie beside the survey", "[input]") {
  const auto survey =
      read(kSender +
               "sender_name = \"Kansliet i Ö\"\nreply_to = \"svar@malmö.example\"\nfolder = \"sent\"\n"
               "unsubscribe = \"mailto:svar@b.example?subject=x\"\nattachments = [\"a.pdf\", \"/b.pdf\"]\n"
               "largest_message = 20000\npasswords = \"p.csv\"\n"
               "[mail.retry]\nattempts = 9\nfirst_pause = 0.5\nlongest_pause = 7\nrefusals_in_a_row = 2\n",
           "recipients = \"r.csv\"\nmessages = \"m.toml\"\n");
  INFO(all_text(survey.problems));
  REQUIRE(survey);
  const MailSettings& m = survey->mail;
  CHECK(m.place == Place{"s/survey.toml", 30, 1});
  CHECK(m.recipients_path == "s/r.csv");
  CHECK(m.template_path == "s/m.toml");
  CHECK(m.sender_name.text() == "Kansliet i Ö");
  CHECK(m.sender->wire() == "kansli@b.example");
  CHECK(m.reply_to->wire() == "svar@xn--malm-8qa.example");
  CHECK(m.folder == "s/sent");
  CHECK(m.unsubscribe == "mailto:svar@b.example?subject=x");
  CHECK(m.attachments == std::vector<std::string>{"s/a.pdf", "/b.pdf"});
  CHECK(m.largest_message == 20000);
  CHECK(m.passwords_path == "s/p.csv");
  CHECK(m.retry.attempts == 9);
  CHECK(m.retry.first_pause == 0.5);
  CHECK(m.retry.longest_pause == 7);
  CHECK(m.retry.refusals_in_a_row == 2);
}

TEST_CASE("Messages come from the survey's sender where no other name is given", "[input]") {
  CHECK(mail(kFolder).sender_name.text() == "S");
}

TEST_CASE("A server has the port of its security, and every key is read", "[input]") {
  const MailServer s = *mail(server("host = \"smtp.b.example\"\n")).server;
  CHECK(s.security == MailServer::Security::starttls);
  CHECK(s.port == 587);
  CHECK(mail(server("host = \"h\"\nsecurity = \"tls\"\n")).server->port == 465);
  const MailServer all =
      *mail(server("host = \"::1\"\nport = 2525\nsecurity = \"none\"\ncredentials = \"c\"\ncertificates = \"/a.pem\"\n"
                   "messages_per_minute = 90\nconnections = 3\nmessages_per_connection = 4\ntimeout = 5\n"))
           .server;
  CHECK(all.host == "::1");
  CHECK(all.port == 2525);
  CHECK(all.security == MailServer::Security::none);
  CHECK(all.credentials_path == "s/c");
  CHECK(all.certificates_path == "/a.pem");
  CHECK(all.messages_per_minute == 90);
  CHECK(all.connections == 3);
  CHECK(all.messages_per_connection == 4);
  CHECK(all.timeout == 5);
}

TEST_CASE("Nothing goes unencrypted to another machine", "[input]") {
  for (const char* host : {"localhost", "127.0.0.1", "::1"})
    CHECK(mail(server("host = \"" + std::string(host) + "\"\nsecurity = \"none\"\n")).server->host == host);
  for (const char* host : {"smtp.b.example", "127.0.0.2", "localhost.b.example", "::2", "LOCALHOST"})
    CHECK(said(server("host = \"" + std::string(host) + "\"\nsecurity = \"none\"\n")) ==
          "messages to " + std::string(host) + " would be sent unencrypted");
}

TEST_CASE("A server's name holds nothing that would lead elsewhere", "[input]") {
  for (const char* host :
       {"smtp.b.example/x", "a@b", "h:25", "-h", "h h", "h\\nQUIT", "h..b", "[::1]", "smtp://h", "malmö.se"})
    CHECK_THAT(said(server("host = \"" + std::string(host) + "\"\n")), Catch::EndsWith("is no name of a server"));
}

TEST_CASE("Messages go to a server or to a folder, not to both and not nowhere", "[input]") {
  CHECK(said(kFolder + "[mail.server]\nhost = \"h\"\n") == "'mail.folder' stands beside [mail.server]");
  CHECK(said(kSender) == "[mail] names neither a server nor a folder");
  CHECK(said("[mail]\nfolder = \"sent\"\n") == "'mail.sender' is missing");
}

TEST_CASE("What stands in the head of every message passes the gate", "[input]") {
  CHECK(said("[mail]\nsender = \"a@b\"\nfolder = \"f\"\n") == "the address a…@b… has a domain of one part");
  CHECK(said(kFolder + "reply_to = \"\"\n") == "the address is empty");
  CHECK(said(kFolder + "reply_to = \"a@b.example, c@b.example\"\n") ==
        "the address a…@b… holds a comma or a semicolon");
  CHECK(said(kFolder + "sender_name = \"A, B\"\n") == "the sender's name holds the sign ,");
  CHECK(said(kFolder + "sender_name = \"A\\r\\nBcc: b@c.example\"\n") ==
        "the sender's name holds the line break U+000D");
  const auto survey = read_survey(
      "s", "t", MemoryFiles({{"s/survey.toml", replaced(small_survey_toml(), "\"S\"", "\"A, B\"") + kFolder}}));
  CHECK(problem_with(survey.problems, "the survey's sender holds the sign ,").hint ==
        "messages come from that name; give them another: mail.sender_name = \"…\"");
}

TEST_CASE("Unsubscribing leads to a page or to an address", "[input]") {
  CHECK(mail(kFolder + "unsubscribe = \"https://b.example/a?b=c\"\n").unsubscribe == "https://b.example/a?b=c");
  for (const char* text : {"http://b.example", "https://", "https:///x", "https://b.example/a b", "mailto:", "mailto:a",
                           "mailto:a@b.example,c@b.example", "https://b.example>\\r\\nBcc: c", "javascript:alert()"})
    CHECK(said(kFolder + "unsubscribe = \"" + text + "\"\n") ==
          "'mail.unsubscribe' is no address where one can unsubscribe");
}

TEST_CASE("Numbers out of range and unknown names are told with what is expected", "[input]") {
  CHECK(said(server("host = \"h\"\nport = 0\n")) == "'mail.server.port' is 0, expected 1 to 65535");
  CHECK(said(server("host = \"h\"\nsecurity = \"startls\"\n")) == "unknown kind of security 'startls'");
  CHECK(said(server("hosts = \"h\"\nhost = \"h\"\n")) == "unknown key 'mail.server.hosts'");
  CHECK(said(server("")) == "'mail.server.host' is missing");
  CHECK(said(kFolder + "largest_message = 5\n") == "'mail.largest_message' is 5, expected 10000 to 1000000000");
  CHECK(said(kFolder + "[mail.retry]\nfirst_pause = 60\nlongest_pause = 30\n") ==
        "'mail.retry.longest_pause' is 30, expected 60 to 86400");
}

TEST_CASE("Labels that don't fit on a page are refused", "[input]") {
  const auto letters =
      mail("[letters]\nwindow = \"left\"\n[letters.labels]\ncolumns = 2\nwidth = 99.1\nleft = 4.6\n").letters;
  CHECK(letters.window == LetterSettings::Window::left);
  CHECK(letters.labels.columns == 2);
  CHECK(letters.labels.rows == 7);
  CHECK(letters.labels.width == 99.1);
  CHECK(said("[letters.labels]\ncolumns = 4\n") ==
        "the labels take 268.7 × 281.8 mm with what lies left of and above them");
  CHECK(said("[letters]\nwindow = \"top\"\n") == "unknown window 'top'");
}

TEST_CASE("A correction replaces an edition before the survey's own", "[input]") {
  const std::string text = "text = { en = \"Why.\" }\n";
  const auto second = [&](const std::string& table) {
    return read_survey(
        "s", "t",
        MemoryFiles(
            {{"s/survey.toml", replaced(small_survey_toml(), "year = 2025", "year = 2025\nedition = 3") + table}}));
  };
  const auto survey = second("[correction]\nreplaces = 2\n" + text + "organisations = [\"9001\"]\n");
  INFO(all_text(survey.problems));
  REQUIRE(survey);
  CHECK(survey->correction.replaces == 2);
  CHECK(survey->correction.text.in("en") == "Why.");
  CHECK(survey->correction.organisations == std::vector<std::string>{"9001"});
  CHECK(second("")->correction.replaces == 0);
  CHECK(problem_with(second("[correction]\nreplaces = 3\n" + text).problems, "replaces").message ==
        "'correction.replaces' is 3, expected 1 to 2");
  CHECK(count_problems(second("[correction]\nreplaces = 1\n").problems, "'correction.text' is missing") == 1);
  CHECK(said("[correction]\nreplaces = 1\n" + text) == "the first edition corrects none");
}

TEST_CASE("A correction of an organisation that nobody knows is refused", "[input]") {
  SmallFiles files;
  files.change("survey.toml", "year = 2025", "year = 2025\nedition = 2");
  files.add("survey.toml", "[correction]\nreplaces = 1\ntext = \"Why.\"\norganisations = [\"900\"]\n");
  CHECK(problem_with(files.load().problems, "no organisation has that code").message ==
        "the correction is of '900', but no organisation has that code");
}
