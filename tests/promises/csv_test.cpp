// What is promised to who gives CSV files in other encodings, damaged, or of a wrong shape: the exact words, and the
// exit status.
#include <catch2/catch.hpp>

#include "support/survey_folder.h"

using namespace mognad::test;
using namespace std::string_literals;

namespace {

constexpr const char* kSaveAgain = "    save the file as \"CSV UTF-8\"\n";

/// What is said of the small survey with other answers.
Told checked_answers(const std::string& csv) {
  SmallFiles survey;
  survey.texts["answers.csv"] = csv;
  return checked(survey);
}

/// The same with the first `from` of a file changed.
Told checked_change(const std::string& name, const std::string& from, const std::string& to) {
  SmallFiles survey;
  survey.change(name, from, to);
  return checked(survey);
}

std::string all_replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// ASCII as UTF-16, each byte with a zero behind it (or before).
std::string widened(const std::string& text, const std::string& before, const std::string& behind) {
  std::string wide;
  for (const char c : text) wide += before + c + behind;
  return wide;
}

void check_refused(const Told& told, const std::string& words) {
  CHECK(told.err == words);
  CHECK(told.status == 2);
}

void check_done(const Told& told, const std::string& words = "") {
  CHECK(told.err == words);
  CHECK(told.status == 0);
}

}  // namespace

TEST_CASE("Answers are read in UTF-8 and UTF-16, with commas, semicolons and tabs, with every line end", "[promise]") {
  const std::string answers = SmallFiles().text("answers.csv");
  const std::string letters = all_replaced(answers, ",u2,", ",Öst,");
  check_done(checked_answers(letters));
  check_done(checked_answers("\xEF\xBB\xBF" + letters));
  check_done(checked_answers("\xFF\xFE" + widened(answers, "", "\0"s)));
  check_done(checked_answers(widened(answers, "\0"s, "")));
  check_done(checked_answers("sep=;\r\n" + all_replaced(all_replaced(letters, ",", ";"), "\n", "\r\n")));
  check_done(checked_answers(all_replaced(all_replaced(letters, ",", "\t"), "\n", "\r")));
}

TEST_CASE("A file in Windows-1252 is read, and said to be", "[promise]") {
  check_done(
      checked_change("organisations.csv", "Org 2", "Malm\xF6"),
      "s/organisations.csv:3:10: note: byte 0xF6 is not UTF-8: the file is read as Windows-1252\n"s + kSaveAgain);
}

TEST_CASE("A byte that no letter of Windows-1252 has is refused", "[promise]") {
  const Told told = checked_change("organisations.csv", "Org 2", "\x81rhus");
  check_refused(told, "s/organisations.csv:3:6: note: byte 0x81 is not UTF-8: the file is read as Windows-1252\n"s +
                          kSaveAgain + "s/organisations.csv:3:6: error: byte 0x81 means nothing in Windows-1252\n" +
                          kSaveAgain);
}

TEST_CASE("A file of two encodings is refused with a place of each", "[promise]") {
  SmallFiles survey;
  survey.add("organisations.csv", "9008,Malm\xC3\xB6,kommun,1,1\n9009,Gr\xE4ms,kommun,1,1\n");
  check_refused(checked(survey),
                "s/organisations.csv:10:8: error: byte 0xE4 is not UTF-8, but 'ö' on line 9, column 10 is: the file "
                "mixes encodings\n"s +
                    kSaveAgain);
}

TEST_CASE("A name whose letters were encoded twice is warned of", "[promise]") {
  check_done(checked_change("organisations.csv", "Org 2", "MalmÃ¶"),
             "s/organisations.csv:3:10: warning: 'Ã¶' looks like a letter that was encoded twice\n"
             "    export the file again, as UTF-8 from the start\n");
}

TEST_CASE("A NUL byte is refused with its place", "[promise]") {
  check_refused(checked_change("answers.csv", "u1", "u\0"s),
                "s/answers.csv:2:12: error: a NUL byte stands in the text\n"
                "    the file is damaged, or no text: export it again\n");
}

TEST_CASE("A control character is refused with its place", "[promise]") {
  check_refused(checked_change("organisations.csv", ",200,", ",200\x01,"),
                "s/organisations.csv:3:22: error: a control character, U+0001, stands in the text\n    take it out\n"
                "s/organisations.csv:3:19: error: the value holds the control character U+0001\n"
                "    remove it: it can't be seen, and has no place in a report\n");
}

TEST_CASE("Characters that turn the direction of text are warned of", "[promise]") {
  const Told told = checked_change("answers.csv", "4\n", "4\u202E\n");
  CHECK(told.err.substr(0, told.err.find(" error")) ==
        "s/answers.csv:6:22: warning: U+202E can make text read otherwise than it is stored\n"
        "    take it out if nobody meant it\ns/answers.csv:6:21:");
  CHECK(told.status == 2);
}

TEST_CASE("A file that was cut inside a character is refused", "[promise]") {
  SmallFiles survey;
  survey.add("organisations.csv", "9008,Malm\xC3\xB6,kommun,1,1\n9009,Ume\xC3");
  check_refused(checked(survey),
                "s/organisations.csv:10:9: error: the file ends inside a character\n    was it copied whole?\n");
}

TEST_CASE("A quote that is never closed is refused at its opening", "[promise]") {
  check_refused(checked_change("answers.csv", ",u1,", ",\"u1,"),
                "s/answers.csv:2:11: error: a quoted field is not closed\n    add the missing quote\n");
}

TEST_CASE("A cell of ten megabytes is refused with the limit that would let it in", "[promise]") {
  check_refused(checked_change("answers.csv", "u1", std::string(10'000'000, 'x')),
                "s/answers.csv:2:11: error: the field has more than 100000 bytes\n"
                "    raise 'cell_bytes' under [limits] in survey.toml if it is right\n");
}
