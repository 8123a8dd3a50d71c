#include "base/problem.h"

#include <catch2/catch.hpp>

#include "base/result.h"

using namespace mognad;

TEST_CASE("A problem says its place as far as it is known", "[base]") {
  CHECK(to_text(error_at({"a.csv", 3, 7}, "wrong")) == "a.csv:3:7: error: wrong");
  CHECK(to_text(error_at({"a.csv", 3, 0}, "wrong")) == "a.csv:3: error: wrong");
  CHECK(to_text(warning_at({"a.csv", 0, 7}, "odd")) == "a.csv: warning: odd");
  CHECK(to_text({Severity::note, {}, "so", ""}) == "note: so");
}

TEST_CASE("A hint stands on a line of its own", "[base]") {
  CHECK(to_text(error_at({"a", 1, 1}, "wrong", "do so")) == "a:1:1: error: wrong\n    do so");
}

TEST_CASE("Warnings are no errors", "[base]") {
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning_at({}, "odd")}));
  CHECK(has_errors({warning_at({}, "odd"), error_at({}, "wrong")}));
}

TEST_CASE("A result hands over its value and its problems", "[base]") {
  Problems all{warning_at({}, "first")};
  Result<int> made(5, {warning_at({}, "second")});
  CHECK(made.take(all) == 5);
  REQUIRE(all.size() == 2);
  CHECK(all[1].message == "second");
  Result<int> failed(error_at({}, "third"));
  CHECK_FALSE(failed);
  CHECK_FALSE(failed.take(all).has_value());
  CHECK(all.size() == 3);
}
