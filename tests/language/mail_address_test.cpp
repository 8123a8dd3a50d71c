#include "language/mail_address.h"

#include <catch2/catch.hpp>

#include "support/property.h"

using namespace mognad;
using namespace mognad::test;

namespace {

std::string wire(std::string_view text) {
  const auto address = MailAddress::of(text, {});
  INFO(text);
  REQUIRE(address);
  return address->wire();
}

/// What is said of what is no address; it never holds what stands before the sign.
std::string said(const std::string& text) {
  const auto address = MailAddress::of(text, {"f.csv", 2, 3});
  INFO(text);
  REQUIRE_FALSE(address);
  REQUIRE(address.problems.size() == 1);
  const Problem& problem = address.problems[0];
  CHECK(problem.place == Place{"f.csv", 2, 3});
  CHECK_FALSE(problem.hint.empty());
  const std::string local = text.substr(0, text.find('@'));
  if (local.size() > 3) CHECK((problem.message + problem.hint).find(local) == std::string::npos);
  return problem.message;
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("Addresses of RFC 5321 are taken, with their domain in small letters", "[language]") {
  CHECK(wire("anna.berg@kommun.example") == "anna.berg@kommun.example");
  CHECK(wire("Anna.Berg@Kommun.Example") == "Anna.Berg@kommun.example");
  CHECK(wire("!#$%&'*+-/=?^_`{|}~@a-1.b2.example") == "!#$%&'*+-/=?^_`{|}~@a-1.b2.example");
  CHECK(wire("a@1.2.example") == "a@1.2.example");
  CHECK(wire(times(64, "a") + "@b.example") == times(64, "a") + "@b.example");
  CHECK(wire("a@" + times(63, "b") + ".example") == "a@" + times(63, "b") + ".example");
}

TEST_CASE("A domain with letters beyond ASCII goes to the server as IDNA 2008", "[language]") {
  // The same by Python's idna 3.3: idna.encode("malmö").
  CHECK(wire("anna@malmö.example") == "anna@xn--malm-8qa.example");
  CHECK(wire("anna@MALMÖ.example") == "anna@xn--malm-8qa.example");
  CHECK(wire("anna@xn--malm-8qa.example") == "anna@xn--malm-8qa.example");
  // Transitional processing would make it strasse.
  CHECK(wire("a@straße.example") == "a@xn--strae-oqa.example");
  CHECK(MailAddress::of("anna@malmö.example", {})->domain() == "xn--malm-8qa.example");
}

TEST_CASE("What is no address is refused, and the message says what was found and masks it", "[language]") {
  CHECK(said("") == "the address is empty");
  CHECK(said("anna.berg") == "the address a… has no @");
  CHECK(said("anna@b@c.example") == "the address a…@b… has more than one @");
  CHECK(said("anna@b.example,eva@b.example") == "the address a…@b… holds a comma or a semicolon");
  CHECK(said("anna@b.example;") == "the address a…@b… holds a comma or a semicolon");
  CHECK(said("Anna <anna@b.example>") == "the address A…@b… stands in angle brackets");
  CHECK(said("\"anna b\"@c.example") == "the address \"…@c… has a part in quotes");
  CHECK(said("anna\\@b@c.example") == "the address a…@b… has a part in quotes");
  CHECK(said("anna(chef)@b.example") == "the address a…@b… holds a comment in brackets");
  CHECK(said("anna@[127.0.0.1]") == "the address a…@[… names a machine by its number");
  CHECK(said("anna@127.0.0.1") == "the address a…@1… has a domain that ends with a number");
  CHECK(said("anna berg@b.example") == "the address a…@b… holds a blank");
  CHECK(said("anna@b.example ") == "the address a…@b… holds a blank");
  CHECK(said("@b.example") == "the address …@b… has nothing before the @");
  CHECK(said("anna@") == "the address a…@… has nothing behind the @");
  for (const char* text : {".anna@b.example", "anna.@b.example", "an..na@b.example"})
    CHECK_THAT(said(text), Catch::EndsWith("has a dot too many before the @"));
  for (const char* text : {"anna@.b.example", "anna@b.example.", "anna@b..example", "anna@."})
    CHECK_THAT(said(text), Catch::EndsWith("has a dot too many behind the @"));
  CHECK(said("åsa@b.example") == "the address å…@b… has a letter before the @ that is not of a to z");
  CHECK(said("anna@b") == "the address a…@b… has a domain of one part");
  CHECK(said(times(65, "a") + "@b.example") == "the address a…@b… has 65 characters before the @, expected at most 64");
}

TEST_CASE("Domains that can't be registered or read as something else are refused", "[language]") {
  for (const std::string text :
       {"a@b_c.example", "a@-b.example", "a@b-.example", "a@b.exa mple", "a@b!.example", "a@xn--a.example",
        "a@xn--malm.example", "a@\u05D0b.example", "a@a\u0301\u0327--\u0660.b"})
    CHECK_FALSE(MailAddress::of(text, {}));
  CHECK_FALSE(MailAddress::of("a@" + times(64, "b") + ".example", {}));
  for (const char* text : {"a@ｅxample.example", "a@℀.example", "a@b。example.test", "a@ⓑ.example", "a@Ⅷ.example"}) {
    INFO(text);
    const auto address = MailAddress::of(text, {});
    REQUIRE_FALSE(address);
    CHECK(address.problems[0].message.find("domain") != std::string::npos);
  }
  CHECK_THAT(said("anna@ｅxample.example"), Catch::EndsWith("has a domain with letters that stand for others"));
}

TEST_CASE("An address that is too long for a server is refused, also when it looks shorter", "[language]") {
  const std::string labels = times(3, times(60, "b") + ".") + "example";
  CHECK(wire(times(63, "a") + "@" + labels).size() == 254);
  CHECK(said(times(64, "a") + "@" + labels) == "the address has 255 characters, expected at most 254");
  CHECK(said(times(300, "a")) == "the address has 300 characters, expected at most 254");
  // 234 characters, of which each ö takes more for a server.
  const std::string wide = times(3, "ö" + times(50, "b") + ".") + times(2, "öc.") + "example";
  CHECK_THAT(said(times(64, "a") + "@" + wide), Catch::EndsWith("characters for a server, expected at most 254"));
}

TEST_CASE("Line breaks and what can't be seen are refused in addresses", "[language]") {
  for (const char* text : {"a@b.example\r\nBcc: c@d.example", "a\n@b.example", "a@b\u2028.example"})
    CHECK_THAT(said(text), Catch::StartsWith("the address holds the line break U+"));
  CHECK(said("a@b\u202E.example") == "the address holds U+202E, which turns the direction of writing");
  CHECK(said("a@b\u00AD.example") == "the address holds U+00AD, which can't be seen");
  CHECK(said("a@b\xF6.example") == "the address holds the byte F6, which is not UTF-8");
}

TEST_CASE("Addresses that reach the same person have one key", "[language]") {
  CHECK(MailAddress::of("Anna@MALMÖ.example", {})->key() == MailAddress::of("anna@xn--malm-8qa.example", {})->key());
  CHECK(MailAddress::of("anna@b.example", {})->key() != MailAddress::of("anna@c.example", {})->key());
}

TEST_CASE("An address is shown by a letter of each part alone", "[language]") {
  CHECK(MailAddress::of("anna.berg@kommun.example", {})->masked() == "a…@k…");
}

TEST_CASE("Nobody lives under .test, .example and .invalid, and under no other domain", "[language]") {
  for (const char* text : {"a@b.test", "a@b.EXAMPLE", "a@c.malmö.invalid"})
    CHECK(MailAddress::of(text, {})->is_reserved());
  // Old servers send these on, to gmail.com and to a at gmail.com.
  for (const char* text : {"a%gmail.com@b.example", "gmail.com!a@b.example"})
    CHECK_FALSE(MailAddress::of(text, {})->is_reserved());
  for (const char* text : {"a@example.com", "a@example.se", "a@b.testing", "a@test.se", "a@b.xn--exmple-cua"})
    CHECK_FALSE(MailAddress::of(text, {})->is_reserved());
}

TEST_CASE("Whatever becomes an address is printable ASCII with one @, and is taken again as it is", "[language]") {
  static const std::vector<std::string> pieces{"a",      "B", "9",    ".",  "-",  "@",       "ö",     "\n",
                                               "\r\n",   ",", " ",    "<",  "\"", "example", ".test", "xn--",
                                               "\u202E", "ß", "\xC3", "ｅ", "'",  "%",       "("};
  int passed = 0;
  check_property(
      [&] {
        std::string text = (*rc::gen::arbitrary<bool>() ? "a" : *rc::gen::elementOf(pieces)) + "@";
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) text += *rc::gen::elementOf(pieces);
        if (*rc::gen::arbitrary<bool>()) text += ".example";
        const auto address = MailAddress::of(text, {});
        if (!address) return;
        ++passed;
        const std::string& sent = address->wire();
        RC_ASSERT(sent.size() <= 254u);
        RC_ASSERT(std::count(sent.begin(), sent.end(), '@') == 1);
        for (const char c : sent) RC_ASSERT(c > 0x20 && c < 0x7F && std::string_view(",;<>\"\\()[]").find(c) > 10);
        const auto again = MailAddress::of(sent, {});
        RC_ASSERT(again && again->wire() == sent);
      },
      2000);
  CHECK(passed > 50);
}
