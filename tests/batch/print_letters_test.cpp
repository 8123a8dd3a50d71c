#include "batch/print_letters.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "files/sha256.h"
#include "support/programs.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The same in every language.
LocalText everywhere(const std::string& text) {
  return LocalText(std::map<LanguageTag, std::string>{{LocalText::kEvery, text}});
}

constexpr int kReports = 3;

/// The small survey with reports of its first organisations in Swedish, and what letters are made of.
struct PrintedSurvey {
  PrintedSurvey() : survey(small_survey().loaded->survey), dataset(small_survey().loaded->dataset) {
    templates.letter.subject = everywhere("Rapport för {organisation}");
    templates.letter.text = everywhere("Hej[ {recipient}]!");
    for (const LanguageResources& language : small_survey().loaded->languages) languages.push_back(language.language);
    manifest.survey = survey.id;
    manifest.year = survey.year;
    for (const Organisation& o : dataset.organisations)
      manifest.organisations.push_back({o.code, o.formal_name, o.name});
    for (int i = 0; i < kReports; ++i) add_report(i);
  }

  void add_report(int index) {
    static std::vector<std::string> rendered(kReports);
    std::string& bytes = rendered[static_cast<std::size_t>(index)];
    Voice& voice = small_survey().voice("sv");
    if (bytes.empty()) bytes = render_report(small_survey().batch(), index, voice.words, voice.shaper)->bytes;
    verification::KnownFile file;
    file.organisation = small_survey().organisation(index).code;
    file.path = "reports/" + file.organisation + ".sv.pdf";
    file.language = "sv";
    file.sha256 = sha256_hex(bytes);
    file.bytes = static_cast<long long>(bytes.size());
    CHECK_FALSE(disk.write_below("out", file.path, bytes));
    manifest.files.push_back(file);
  }

  Recipient& add(int index, const std::string& name, const std::string& address = "") {
    Recipient made;
    made.organisation = small_survey().organisation(index).code;
    made.name = *HeaderText::of(name, HeaderUse::name, {}, "name");
    made.language = "sv";
    made.postal = {"Box 1", "123 45 Byn"};
    if (!address.empty()) made.address = *MailAddress::of(address, {});
    recipients.push_back(std::move(made));
    return recipients.back();
  }

  PrintResult print() {
    const LoadedSurvey& loaded = *small_survey().loaded;
    const MailInputs mail{survey, dataset, recipients, templates, languages, passwords, manifest, "m", "r", "s", {}};
    PrintOptions options;
    options.output = "out";
    options.jobs = 2;
    return print_letters({mail, loaded.theme, loaded.fonts, small_survey().pdf, loaded.languages, nullptr}, options,
                         disk);
  }

  Survey survey;
  Dataset dataset;
  Recipients recipients;
  MessageTemplates templates;
  std::vector<Language> languages;
  Passwords passwords;
  verification::Manifest manifest;
  MemoryFiles disk;
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
  printed.dataset.organisations[0].properties[0] = "S";
  printed.dataset.organisations[1].properties[0] = "M";
  printed.add(0, "Anna Berg");
  printed.add(1, "Bo Ek");
  printed.add(2, "Cia Dal", "cia@dal.example");
  const PrintResult result = printed.print();
  for (const Problem& problem : result.problems) UNSCOPED_INFO(to_text(problem));
  CHECK_FALSE(has_errors(result.problems));
  REQUIRE(result.files == std::vector<std::string>{"mail/letters.pdf", "mail/labels.pdf"});
  CHECK(result.letters == 2);
  if (!is_installed("pdftotext")) return;
  const std::string text = text_of(*printed.disk.read("out/mail/letters.pdf"));
  const Organisation& first = printed.dataset.organisations[1];
  const Organisation& second = printed.dataset.organisations[0];
  CHECK(in_order(text, {"Bo Ek", "Hej Bo Ek!", first.formal_name, "Anna Berg", "Hej Anna Berg!", second.formal_name}));
  CHECK(text.find("Cia Dal") == std::string::npos);
  CHECK(in_order(text_of(*printed.disk.read("out/mail/labels.pdf")), {"Bo Ek", "Anna Berg"}));
}

TEST_CASE("An organisation with a report and no recipient gets a letter and a warning", "[batch][letter]") {
  PrintedSurvey printed;
  printed.add(0, "Anna Berg", "anna@berg.example");
  printed.add(1, "Bo Ek", "bo@ek.example");
  const PrintResult result = printed.print();
  CHECK(result.letters == 1);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems.front().severity == Severity::warning);
  CHECK(result.problems.front().message.find(small_survey().organisation(2).formal_name) == 0);
}

TEST_CASE("A report that isn't the proven one stops the print run before anything is written", "[batch][letter]") {
  PrintedSurvey printed;
  printed.add(0, "Anna Berg");
  printed.add(1, "Bo Ek");
  const std::string other = *printed.disk.read("out/" + printed.manifest.files[0].path);
  CHECK_FALSE(printed.disk.write_below("out", printed.manifest.files[1].path, other));
  const PrintResult result = printed.print();
  CHECK(has_errors(result.problems));
  CHECK(result.files.empty());
  CHECK(printed.disk.list("out/mail").empty());
}

TEST_CASE("More letters than one file holds go into several, and those of an earlier run go away", "[batch][letter]") {
  PrintedSurvey printed;
  for (int i = 0; i < kReports; ++i) printed.add(i, "Anna Berg");
  printed.survey.mail.letters.per_file = 1;
  CHECK(printed.print().files ==
        std::vector<std::string>{"mail/letters-1.pdf", "mail/letters-2.pdf", "mail/letters-3.pdf", "mail/labels.pdf"});
  printed.survey.mail.letters.per_file = 2;
  printed.print();
  CHECK(printed.disk.list("out/mail") == std::vector<std::string>{"labels.pdf", "letters-1.pdf", "letters-2.pdf"});
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
