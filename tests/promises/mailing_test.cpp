// What is promised to who mails reports: what is refused before anything is planned, in which words, and the exit
// status.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "support/survey_folder.h"

using namespace mognad::test;

namespace {

/// The small survey with [mail] and recipients.
SmallFiles mailing(const std::string& recipients = "organisation,name,address\n9001,Bo,bo@b.example\n") {
  SmallFiles survey;
  survey.add_keys("files", "recipients = \"recipients.csv\"");
  survey.add("survey.toml", "[mail]\nsender = \"kansli@b.example\"\nfolder = \"sent\"\n");
  survey.texts["recipients.csv"] = recipients;
  return survey;
}

}  // namespace

TEST_CASE("Recipients are counted by a check", "[promise]") {
  const Told told = SurveyFolder(mailing()).run("check s");
  CHECK(told.err == "");
  CHECK(told.out.find(", 1 recipient\n") != std::string::npos);
  CHECK(told.status == 0);
}

TEST_CASE("Recipients whom a message must not reach are refused with their places and without their addresses",
          "[promise]") {
  const Told told =
      checked(mailing("organisation,name,address\n"
                      "9001,\"Ek, Bo\",bo@b.example\n"
                      "9002,\"Bo\nBcc: eva@b.example\",bo@b.example\n"
                      "9003,Bo,\"bo.ek@b.example, eva@b.example\"\n"
                      "900,Bo,bo@b.example\n"
                      "9004,Bo,bo@b.example\n"
                      "9004,Eva,BO@b.example\n"));
  CHECK(told.err ==
        "s/recipients.csv:2:6: error: the name holds the sign ,\n"
        "    write it without , ; < > \" \\ @: they divide recipients from one another\n"
        "s/recipients.csv:3:6: error: the name holds the line break U+000A\n"
        "    expected one line: in a message what follows would be read as another header\n"
        "s/recipients.csv:5:9: error: the address b…@b… holds a comma or a semicolon\n"
        "    expected one address: each recipient has a row\n"
        "s/recipients.csv:6:1: error: no organisation has the code '900'\n"
        "    did you mean '9001'?\n"
        "s/recipients.csv:8:10: error: the address B…@b… stands in the file already for '9004', in line 7\n"
        "    remove one of the rows: nobody gets a report twice\n");
  CHECK(told.status == 2);
}

TEST_CASE("A server that would read messages on their way is refused", "[promise]") {
  SmallFiles survey = mailing();
  survey.change("survey.toml", "folder = \"sent\"\n",
                "reply_to = \"svar@b\"\n[mail.server]\nhost = \"smtp.b.example\"\nsecurity = \"none\"\n");
  const Told told = checked(survey);
  CHECK(told.err ==
        "s/survey.toml:31:12: error: the address s…@b… has a domain of one part\n"
        "    expected a whole domain such as kommun.example\n"
        "s/survey.toml:34:12: error: messages to smtp.b.example would be sent unencrypted\n"
        "    expected \"starttls\" or \"tls\"; \"none\" is for localhost, 127.0.0.1 and ::1\n");
  CHECK(told.status == 2);
}

TEST_CASE("Secrets that others may read are refused, and no word of them is told", "[promise]") {
  SmallFiles survey = mailing();
  survey.change("survey.toml", "folder = \"sent\"\n",
                "passwords = \"passwords.csv\"\n[mail.server]\nhost = \"localhost\"\ncredentials = \"login\"\n");
  survey.texts["passwords.csv"] = "organisation,password\n9001,Hemligt-2025-xyz\n";
  survey.texts["login"] = "user\nHemligt\n";
  const SurveyFolder folder(survey);
  const auto set_mode = [&](mode_t mode) {
    for (const char* name : {"s/passwords.csv", "s/login"}) REQUIRE(::chmod(folder.path(name).c_str(), mode) == 0);
  };
  const std::string refused =
      ": error: others than its owner may use this file: its permissions are 640, expected 600; nothing of it was "
      "read\n"
      "    chmod 600, and change what it holds if others have an account on this machine\n";
  set_mode(0640);
  const Told open = folder.run("check --quiet s");
  CHECK(open.err == "s/passwords.csv" + refused + "s/login" + refused);
  CHECK(open.status == 2);
  set_mode(0600);
  const Told closed = folder.run("check --quiet s");
  CHECK(closed.err == "");
  CHECK(closed.status == 0);
}

TEST_CASE("A correction of what comes later is refused", "[promise]") {
  SmallFiles survey;
  survey.change("survey.toml", "year = 2025", "year = 2025\nedition = 2");
  survey.add("survey.toml", "[correction]\nreplaces = 2\ntext = \"Why.\"\n");
  const Told told = checked(survey);
  CHECK(told.err == "s/survey.toml:30:12: error: 'correction.replaces' is 2, expected 1 to 1\n");
  CHECK(told.status == 2);
}
