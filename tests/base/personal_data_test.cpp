#include "base/personal_data.h"

#include <catch2/catch.hpp>

#include "base/problem.h"

using namespace mognad;

namespace {

std::string masked(std::string_view text) {
  const auto found = personal_data_in(text);
  return found ? found->masked : "";
}

}  // namespace

// 811218-9876 is the example of SKV 704.
TEST_CASE("A Swedish personal identity number is found in each way of writing and never repeated", "[base][input]") {
  CHECK(masked("811218-9876") == "a Swedish personal identity number (••••••-••••)");
  CHECK(masked("811218+9876") == "a Swedish personal identity number (••••••-••••)");
  CHECK(masked("19811218-9876") == "a Swedish personal identity number (19••••••-••••)");
  CHECK(masked("811218 9876") == "a Swedish personal identity number (••••••-••••)");
  CHECK(masked("811218\u20139876") == "a Swedish personal identity number (••••••-••••)");
  CHECK(masked("19811218\u00A09876") == "a Swedish personal identity number (19••••••-••••)");
  CHECK(masked("respondent 198112189876!") == "a Swedish personal identity number (19••••••-••••)");
  CHECK(masked("701063-2391") == "a Swedish personal identity number (••••••-••••)");  // coordination: day 63
}

TEST_CASE("What only looks like a personal identity number is left alone", "[base][input]") {
  for (const char* text : {"811218-9875",    // check digit
                           "811318-9875",    // month 13
                           "810230-9872",    // 30 February
                           "212000-1355",    // an organisation
                           "8112189876",     // ten digits without a sign: a running number
                           "1198112189876",  // thirteen digits
                           "811218-98760", "811218 9875", "811218  9876", "811218 98760", "811218-987", "811218_9876",
                           "", "-", "12", "r01"}) {
    INFO(text);
    CHECK_FALSE(personal_data_in(text));
  }
}

TEST_CASE("An e-mail address is found and only its first letters are shown", "[base][input]") {
  CHECK(masked("anna.berg@example.se") == "an e-mail address (a…@e…)");
  CHECK(masked("<örjan@åmål.example.se>.") == "an e-mail address (ö…@å…)");
  CHECK(masked("x@y@example.org") == "an e-mail address (y…@e…)");
  for (const char* text : {"@", "a@", "@b.se", "a@b", "a@b.s", "a @ b.se", "a@.se", "50 @ 3", "a@b.1"}) {
    INFO(text);
    CHECK_FALSE(personal_data_in(text));
  }
}

TEST_CASE("An excerpt of personal data is its masked form, of anything else the text", "[base][input]") {
  CHECK(excerpt("anna@example.se") == "an e-mail address (a…@e…)");
  CHECK(excerpt("r01") == "r01");
  CHECK(excerpt(std::string(61, 'x')) == std::string(60, 'x') + "…");
}
