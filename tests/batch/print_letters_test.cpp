#include "batch/print_letters.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "report/message_values.h"
#include "support/mail_sample.h"
#include "support/programs.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The same in every language.
LocalText everywhere(const std::string& text) {
  return LocalText(std::map<LanguageTag, std::string>{{LocalText::kEvery, text}});
}

/// The finished reports of three organisations, Swedish ones alone, and what letters are made of.
struct PrintedSurvey : MailSample {
  PrintedSurvey() {
    dataset.property_names = small_survey().loaded->dataset.property_names;
    templates.letter.subject = everywhere("Rapport för {organisation}");
    templates.letter.text = everywhere("Hej[ {recipient}]!");
    std::erase_if(manifest.files, [](const verification::KnownFile& file) { return file.language != "sv"; });
  }

  Organisation& organisation(int index) {
    const std::string& code = codes[static_cast<std::size_t>(index)];
    return *std::find_if(dataset.organisations.begin(), dataset.organisations.end(),
                         [&](const Organisation& o) { return o.code == code; });
  }

  Recipient& add(int index, const std::string& name, const std::string& address = "") {
    add_recipient(organisation(index).code, "sv", address, name);
    Recipient& made = recipients.back();
    if (address.empty()) made.address.reset();
    made.postal = {"Box 1", "123 45 Byn"};
    return made;
  }

  PrintResult print() {
    const LoadedSurvey& loaded = *small_survey().loaded;
    PrintOptions printing;
    printing.output = options.output;
    printing.jobs = 2;
    return print_letters({inputs(), loaded.theme, loaded.fonts, small_survey().pdf, loaded.languages, nullptr},
                         printing, files);
  }
};

/// What is read on the pages, in their order.
std::string text_of(const std::string& pdf) {
  const ScratchFolder scratch("letters");
  return said_by("pdftotext -enc UTF-8 " + scratch.write("letters.pdf", pdf) + " -");
}

/// Whether the texts stand behind each other.
bool in_order(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    at = text.find(part, at);
    if (at == std::string::npos) return false;
    at += part.size();
  }
  return true;
}

}  // namespace

TEST_CASE("Who has no address gets a letter and behind it the own report, sorted as the settings say",
          "[batch][letter]") {
  PrintedSurvey printed;
  printed.survey.mail.letters.sort_by = "size";
  printed.organisation(0).properties[0] = "S";
  printed.organisation(1).properties[0] = "M";
  printed.add(0, "Anna Berg");
  printed.add(1, "Bo Ek");
  printed.add(2, "Cia Dal", "cia@dal.example");
  const PrintResult result = printed.print();
  for (const Problem& problem : result.problems) UNSCOPED_INFO(to_text(problem));
  CHECK_FALSE(has_errors(result.problems));
  REQUIRE(result.files == std::vector<std::string>{"mail/letters.pdf", "mail/labels.pdf"});
  CHECK(result.letters == 2);
  if (!is_installed("pdftotext")) return;
  const std::string text = text_of(*printed.files.read("out/mail/letters.pdf"));
  const Organisation& first = printed.organisation(1);
  const Organisation& second = printed.organisation(0);
  CHECK(in_order(text, {"Bo Ek", "Hej Bo Ek!", first.formal_name, "Anna Berg", "Hej Anna Berg!", second.formal_name}));
  CHECK(text.find("Cia Dal") == std::string::npos);
  CHECK(in_order(text_of(*printed.files.read("out/mail/labels.pdf")), {"Bo Ek", "Anna Berg"}));
}

TEST_CASE("An organisation with a report and no recipient gets a letter and a warning", "[batch][letter]") {
  PrintedSurvey printed;
  printed.add(0, "Anna Berg", "anna@berg.example");
  printed.add(1, "Bo Ek", "bo@ek.example");
  const PrintResult result = printed.print();
  CHECK(result.letters == 1);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems.front().severity == Severity::warning);
  CHECK(result.problems.front().message.find(printed.organisation(2).formal_name) == 0);
}

TEST_CASE("A report that isn't the proven one stops the print run before anything is written", "[batch][letter]") {
  PrintedSurvey printed;
  printed.add(0, "Anna Berg");
  printed.add(1, "Bo Ek");
  const MailSample::Forged forged = GENERATE(MailSample::Forged::no, MailSample::Forged::yes);
  const std::string other = *printed.files.read(printed.report_path(printed.codes[0], "sv"));
  printed.replace_report(printed.codes[1], "sv", other, forged);
  const PrintResult result = printed.print();
  CHECK(has_errors(result.problems));
  CHECK(result.files.empty());
  CHECK(printed.files.list("out/mail").empty());
}

TEST_CASE("A letter says that its report is corrected only where the correction is about that organisation",
          "[batch][letter]") {
  PrintedSurvey printed;
  printed.survey.correction.replaces = 1;
  printed.survey.correction.text = everywhere("Svar saknades.");
  printed.survey.correction.organisations = {printed.codes[1]};
  const Words& words = small_survey().voice("sv").words;
  for (int i = 0; i < 2; ++i) {
    const Recipient recipient = printed.add(i, "Anna Berg");
    const MessageValues values = message_values(printed.survey, printed.organisation(i), recipient, {}, words);
    CHECK(values.at("change") == (i == 1 ? "Svar saknades." : ""));
    CHECK(values.at("replaced_edition") == (i == 1 ? "1" : ""));
  }
}

TEST_CASE("No line of a letter or a message ends inside a date", "[batch][letter]") {
  CHECK(unbroken_date("12 februari 2026") == "12\u00A0februari\u00A02026");
  CHECK(unbroken_date("mellan den 2 och den 27 november") == "mellan den\u00A02\u00A0och den\u00A027\u00A0november");
  CHECK(unbroken_date("") == "");
}

TEST_CASE("More letters than one file holds go into several, and those of an earlier run go away", "[batch][letter]") {
  PrintedSurvey printed;
  for (int i = 0; i < 3; ++i) printed.add(i, "Anna Berg");
  printed.survey.mail.letters.per_file = 1;
  CHECK(printed.print().files ==
        std::vector<std::string>{"mail/letters-1.pdf", "mail/letters-2.pdf", "mail/letters-3.pdf", "mail/labels.pdf"});
  printed.survey.mail.letters.per_file = 2;
  printed.print();
  CHECK(printed.files.list("out/mail") == std::vector<std::string>{"labels.pdf", "letters-1.pdf", "letters-2.pdf"});
}

TEST_CASE("Who has no postal address, or no report, is told by the organisation alone", "[batch][letter]") {
  PrintedSurvey printed;
  printed.add(0, "Anna Berg").postal.clear();
  printed.add(1, "Bo Ek").language = "en";
  printed.add(2, "Cia Dal");
  const PrintResult result = printed.print();
  CHECK(result.letters == 2);
  REQUIRE(result.problems.size() == 2);
  for (const Problem& problem : result.problems) {
    CHECK(problem.severity == Severity::warning);
    CHECK(problem.message.find("Berg") == std::string::npos);
    CHECK(problem.message.find("Bo Ek") == std::string::npos);
  }
}

TEST_CASE("A property that organisations don't have is an error with the nearest name", "[batch][letter]") {
  PrintedSurvey printed;
  printed.add(0, "Anna Berg");
  printed.survey.mail.letters.sort_by = "sise";
  const PrintResult result = printed.print();
  REQUIRE(has_errors(result.problems));
  CHECK(result.files.empty());
}
