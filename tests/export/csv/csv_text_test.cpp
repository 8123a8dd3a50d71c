#include "export/csv/csv_text.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

std::string record(std::string_view field) {
  std::string csv;
  append_record(csv, {field, "x"});
  return csv;
}

}  // namespace

TEST_CASE("A field is quoted for a separator, a quote or a line end, wherever it stands", "[export]") {
  for (const char special : {',', '"', '\r', '\n'})
    for (std::size_t size = 1; size < 40; ++size)
      for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, '\xE5');
        text[place] = special;
        std::string quoted = text;
        if (special == '"') quoted.insert(place, 1, '"');
        // A carriage return at the beginning is one of those that a spreadsheet takes for a formula.
        const bool formula = special == '\r' && place == 0 && size > 1;
        CHECK(record(text) == (formula ? "\"'" : "\"") + quoted + "\",x\n");
      }
}

TEST_CASE("Fields without them stay as they are", "[export]") {
  CHECK(record("") == ",x\n");
  CHECK(record("Informationssäkerhet; och – 'annat' + mer") == "Informationssäkerhet; och – 'annat' + mer,x\n");
  CHECK(record("-12.5") == "-12.5,x\n");
}

TEST_CASE("What a spreadsheet would compute gets an apostrophe", "[export]") {
  CHECK(record("=1+1") == "\"'=1+1\",x\n");
  CHECK(record("@import") == "\"'@import\",x\n");
  CHECK(record("-") == "-,x\n");
}
