#include "input/text_decoder.h"

#include <catch2/catch.hpp>

#include "files/text_reader.h"
#include "input/text_place.h"
#include "input/utf8.h"
#include "input/windows_1252.h"

using namespace mognad;
using namespace std::string_literals;

namespace {

struct Decoded {
  std::string text;
  std::string encoding;
  bool failed = false;
  Problems problems;
};

Decoded decoded(const std::string& bytes, const std::string& given = {}, std::size_t block = 8) {
  Decoded result;
  ProblemGroups groups("a.csv", result.problems);
  TextDecoder decoder(std::make_unique<TextReader>(bytes), given, groups, block);
  while (decoder.append_to(result.text, 1)) {
  }
  groups.done();
  result.encoding = decoder.encoding_name();
  result.failed = decoder.failed();
  return result;
}

/// All problems of a file, without their hints, one to a line.
std::string told(const std::string& bytes, const std::string& given = {}) {
  std::string lines;
  for (Problem problem : decoded(bytes, given).problems) {
    problem.hint.clear();
    lines += to_text(problem) + "\n";
  }
  return lines;
}

std::string utf16(std::u16string_view text, int low) {
  std::string bytes;
  for (const char16_t unit : text)
    for (const int place : {low, 1 - low}) bytes += static_cast<char>(place == 0 ? unit & 0xFF : unit >> 8);
  return bytes;
}

}  // namespace

TEST_CASE("The same text comes of every encoding, whatever the size of the blocks", "[input]") {
  const std::string text = "a,b\r\nSmåland,€\r\nr,Öst\r\nšž,1";
  const std::string west = "a,b\r\nSm\xE5land,\x80\r\nr,\xD6st\r\n\x9A\x9E,1";
  const std::u16string wide = u"a,b\r\nSmåland,€\r\nr,Öst\r\nšž,1";
  for (std::size_t block = 8; block < 64; ++block) {
    INFO(block);
    for (const Decoded& read :
         {decoded(text, "", block), decoded("\xEF\xBB\xBF" + text, "", block), decoded(text, "utf-8", block),
          decoded(utf16(wide, 0), "", block), decoded(utf16(wide, 1), "", block),
          decoded("\xFF\xFE" + utf16(wide, 0), "", block), decoded("\xFE\xFF" + utf16(wide, 1), "utf-16be", block),
          decoded(west, "windows-1252", block)}) {
      CHECK(read.text == text);
      CHECK(read.problems.empty());
    }
    CHECK(decoded(west, "", block).text == text);
  }
}

TEST_CASE("Characters past U+FFFF come through UTF-16, also at the seam of blocks", "[input]") {
  for (std::size_t block = 8; block < 20; ++block)
    CHECK(decoded("\xFF\xFE" + utf16(u"a𝒳𝒳b𝒳𝒳𝒳", 0), "", block).text == "a𝒳𝒳b𝒳𝒳𝒳");
}

TEST_CASE("After ASCII alone, a byte that is not UTF-8 turns the file to Windows-1252, and a note says so", "[input]") {
  const Decoded read = decoded("a,b\r\n1,Malm\xF6\r\nGrums \xC5,\xE5\r\n");
  CHECK(read.text == "a,b\r\n1,Malmö\r\nGrums Å,å\r\n");
  CHECK(read.encoding == "Windows-1252");
  REQUIRE(read.problems.size() == 1);
  CHECK(to_text(read.problems[0]) ==
        "a.csv:2:7: note: byte 0xF6 is not UTF-8: the file is read as Windows-1252\n"
        "    save the file as \"CSV UTF-8\"");
}

TEST_CASE("The line of a byte is right with every kind of line end", "[input]") {
  for (const char* text : {"a\n\xF6", "a\r\n\xF6", "a\r\xF6"}) CHECK(decoded(text).problems.at(0).place.line == 2);
}

TEST_CASE("A file of two encodings is refused with the places of both", "[input]") {
  CHECK(told("a,b\nå,1\nb,Malm\xF6\n") ==
        "a.csv:3:7: error: byte 0xF6 is not UTF-8, but 'å' on line 2, column 1 is: the file mixes encodings\n");
  CHECK(told("a,Malm\xF6\nb,Gr\xC3\xA4ms\nc\n") ==
        "a.csv:1:7: note: byte 0xF6 is not UTF-8: the file is read as Windows-1252\n"
        "a.csv:2:5: error: 'Ã¤' is a letter in UTF-8, but byte 0xF6 on line 1, column 7 is not: the file mixes "
        "encodings\n");
  CHECK(decoded("a,b\nå,1\nb,Malm\xF6\n").failed);
}

TEST_CASE("A byte that is not of the encoding that is known is an error", "[input]") {
  CHECK(told("a\xF6", "utf-8") == "a.csv:1:2: error: byte 0xF6 is not UTF-8\n");
  CHECK(told("\xEF\xBB\xBF"
             "a\xF6") == "a.csv:1:2: error: byte 0xF6 is not UTF-8\n");
  CHECK(told("a\x81\x8D\x8F\x90\x9D", "windows-1252") ==
        "a.csv:1:2: error: byte 0x81 means nothing in Windows-1252\n"
        "a.csv:1:3: error: byte 0x8D means nothing in Windows-1252\n"
        "a.csv:1:4: error: byte 0x8F means nothing in Windows-1252\n"
        "a.csv:1:5: error: byte 0x90 means nothing in Windows-1252\n"
        "a.csv:1:6: error: byte 0x9D means nothing in Windows-1252\n");
  CHECK(told("\xFF\xFE"
             "a\0\x3D\xD8"
             "b\0"s) == "a.csv:1:2: error: 0xD83D is half of a character\n");
  CHECK(told("\xFF\xFE\x00\xDC"s) == "a.csv:1:1: error: 0xDC00 is half of a character\n");
}

TEST_CASE("A byte order mark that is not of the encoding that is given is an error", "[input]") {
  CHECK(told("\xEF\xBB\xBF"
             "a",
             "windows-1252") == "a.csv:1:1: error: the file begins with the mark of UTF-8, expected windows-1252\n");
}

TEST_CASE("Overlong, surrogate, too high, lone and cut sequences are not UTF-8", "[input]") {
  for (const char* bytes : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xC3", "\xE2\x82", "\xF0\x9D\x92", "\xFF"})
    CHECK(decoded(bytes, "utf-8").failed);
}

TEST_CASE("The lowest and highest character of each length are UTF-8", "[input]") {
  for (const char32_t c : {0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF}) {
    std::string text;
    append_character(text, c);
    CHECK(first_character(text).character == c);
    CHECK(first_character(text).length == text.size());
    CHECK_FALSE(decoded(text, "utf-8").failed);
  }
}

TEST_CASE("A file that ends inside a character says so", "[input]") {
  CHECK(told("ö\xC3") == "a.csv:1:2: error: the file ends inside a character\n");
  CHECK(told("abc\xE2\x82") == "a.csv:1:4: error: the file ends inside a character\n");
  CHECK(told("\xFF\xFE"
             "a\0b"s) == "a.csv:1:2: error: the file ends inside a character\n");
  CHECK(decoded("sm\xE5").text == "små");
}

TEST_CASE("A NUL byte ends the file with its place", "[input]") {
  const Decoded read = decoded("a,b\n1,\0002\n3,4\n"s, "", 64);
  CHECK(read.text == "a,b\n1,");
  CHECK(told("a,b\n1,\0002\n3,4\n"s) == "a.csv:2:3: error: a NUL byte stands in the text\n");
}

TEST_CASE("Control characters are errors, but for tabs and line ends", "[input]") {
  CHECK(told("a\tb\r\n\x01\x7F\u0085") ==
        "a.csv:2:1: error: a control character, U+0001, stands in the text\n"
        "a.csv:2:2: error: a control character, U+007F, stands in the text\n"
        "a.csv:2:3: error: a control character, U+0085, stands in the text\n");
}

TEST_CASE("Characters that change what is seen are warned of", "[input]") {
  for (const char32_t c : {0x202A, 0x202E, 0x2066, 0x2069, 0x200E, 0x200F}) {
    std::string text = "å,";
    append_character(text, c);
    CHECK(told(text) == fmt::format("a.csv:1:3: warning: U+{:04X} can make text read otherwise than it is stored\n",
                                    std::uint32_t{c}));
  }
  CHECK(told("a\uFEFF") == "a.csv:1:2: warning: U+FEFF is a byte order mark inside the text\n");
  CHECK(told("a\uFFFD") == "a.csv:1:2: warning: U+FFFD stands where a character was lost\n");
  CHECK(told("\u2013\u201D\u2029\u202F\u2065").empty());
}

TEST_CASE("Letters that were encoded twice are warned of", "[input]") {
  CHECK(told("SmÃ¥") == "a.csv:1:3: warning: 'Ã¥' looks like a letter that was encoded twice\n");
  CHECK(told("Ã–st") == "a.csv:1:1: warning: 'Ã–' looks like a letter that was encoded twice\n");
  CHECK(told("itâ€™s") == "a.csv:1:3: warning: 'â€' looks like a letter that was encoded twice\n");
  CHECK(told("SÃO, Ã, château").empty());
}

TEST_CASE("Past ten problems of a kind the rest is counted", "[input]") {
  const Problems problems = decoded(std::string(25, '\x01')).problems;
  REQUIRE(problems.size() == 11);
  CHECK(to_text(problems.back()) == "a.csv: error: 15 more problems of the kind \"control characters\"");
}

TEST_CASE("Every byte of Windows-1252 has its character, five have none", "[input]") {
  int without = 0;
  for (int byte = 1; byte < 256; ++byte) without += from_windows_1252(static_cast<unsigned char>(byte)) == 0;
  CHECK(without == 5);
  CHECK(from_windows_1252(0x80) == U'€');
  CHECK(from_windows_1252(0x9F) == U'Ÿ');
  CHECK(from_windows_1252(0xE5) == U'å');
}

TEST_CASE("What stands anywhere among usual characters is found", "[input]") {
  for (std::size_t size = 0; size < 150; ++size) {
    const std::string usual(size, 'a');
    CHECK(first_unusual(usual, 0) == size);
    CHECK(first_unusual(usual + "\x7F" + usual, 0) == size);
  }
  for (int byte = 0; byte < 256; ++byte) {
    const bool allowed = byte == '\t' || byte == '\n' || byte == '\r' || (byte >= 0x20 && byte < 0x7F);
    CHECK((first_unusual(std::string(64, static_cast<char>(byte)), 0) == 64) == allowed);
  }
}
