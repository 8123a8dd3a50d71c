#include "commands/loaded_libraries.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>

#include "commands/desk.h"

using namespace mognad;
using namespace mognad::test;

TEST_CASE("The libraries that set a report are told with their build ids", "[commands]") {
  const std::string told = loaded_libraries();
  for (const char* name : {"libharfbuzz.so.0", "libpango-1.0.so.0", "libhpdf-2.3.0.so", "libdeflate.so.0"})
    CHECK(std::regex_search(told, std::regex(std::string(name) + " [0-9a-f]{40}\n")));
  CHECK_FALSE(holds(told, "vdso"));
  CHECK(loaded_libraries() == told);
}
