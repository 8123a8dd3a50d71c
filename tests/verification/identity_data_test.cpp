// The files that a report carries, compared with each other.
#include "verification/identity_data.h"

#include <catch2/catch.hpp>

#include "verification/csv_records.h"

using namespace mognad::verification;

namespace {

const std::string kJson =
    R"({"year": 2025, "year_of": {"year": 1}, "columns": ["a", "b"], "values": [["x, y", 1.50], [null, -1]]})";
const std::string kCsv = "# a remark\na,b\n\"x, y\",1.50\n,-1\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("Data that are the same in both files are read without a difference", "[verification][identity]") {
  const ReadData data = read_data(kJson, kCsv);
  CHECK(data.fault.empty());
  CHECK(data.difference.empty());
  CHECK(data.metadata.at("year") == "2025");
  CHECK(read_data(with(kJson, "x, y", "=x, y"), with(kCsv, "x, y", "'=x, y")).difference.empty());
  CHECK(read_data(kJson, with(kCsv, ",-1\n", ",-1\r\n")).difference.empty());
}

TEST_CASE("Any difference between both files is found", "[verification][identity]") {
  for (const auto& [from, to] : {std::pair{"1.50", "1.5"},
                                 {"null", "0"},
                                 {"\"b\"", "\"c\""},
                                 {", -1", ""},
                                 {"-1]", "-1, 2]"},
                                 {", [null, -1]", ""},
                                 {"-1]", "-1], [1, 2]"},
                                 {"-1", "[-1]"},
                                 {"\"values\"", "\"vaules\""},
                                 {"-1", "{}"}}) {
    INFO(from << " → " << to);
    CHECK_FALSE(read_data(with(kJson, from, to), kCsv).difference.empty());
  }
  CHECK_FALSE(read_data(kJson, "").difference.empty());
}

TEST_CASE("What is no such JSON is a fault, whatever it is", "[verification][identity]") {
  for (std::size_t size = 0; size < kJson.size(); ++size)
    CHECK_FALSE(read_data(kJson.substr(0, size), kCsv).fault.empty());
  CHECK_FALSE(read_data("[1]", kCsv).fault.empty());
  CHECK_FALSE(read_data("7", kCsv).fault.empty());
  CHECK_FALSE(read_data(std::string(1000000, '['), kCsv).fault.empty());
  CHECK_FALSE(read_data(with(kJson, "\"columns\": [", "\"values\": [], \"columns\": ["), kCsv).fault.empty());
}

TEST_CASE("Records of CSV are read to their end, however they are damaged", "[verification][identity]") {
  using Fields = std::vector<std::string>;
  CsvRecords records("a,\"b\"\"c\nd\",\r\n\n\"e\"f,\"g");
  CHECK(records.next() == Fields{"a", "b\"c\nd", ""});
  CHECK(records.next() == Fields{""});
  CHECK(records.next() == Fields{"e", "f", "g"});
  CHECK(records.at_end());
  CHECK(records.next().empty());
  CHECK(CsvRecords("#").at_end());
  CHECK(CsvRecords("a,").next() == Fields{"a", ""});
}
