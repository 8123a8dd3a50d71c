// libcsv, an independent reader, as the oracle: it gives the same rows and fields of files that are drawn at random.
#include <csv.h>

#include <catch2/catch.hpp>

#include "input/csv_table.h"
#include "statistics/random.h"

using namespace mognad;
using namespace mognad::test;
using Rows = std::vector<std::vector<std::string>>;

namespace {

struct Oracle {
  Rows rows;
  std::vector<std::string> row;
};

void add_field(void* field, std::size_t size, void* oracle) {
  static_cast<Oracle*>(oracle)->row.emplace_back(static_cast<const char*>(field), size);
}

void add_row(int, void* oracle) {
  auto& [rows, row] = *static_cast<Oracle*>(oracle);
  rows.push_back(std::move(row));
  row.clear();
}

/// Blanks around a field belong to it, as RFC 4180 says; libcsv takes them off unless told so.
int no_blank(unsigned char) { return 0; }

Rows rows_of_oracle(const std::string& text, char separator) {
  csv_parser parser;
  REQUIRE(csv_init(&parser, 0) == 0);
  csv_set_delim(&parser, static_cast<unsigned char>(separator));
  csv_set_space_func(&parser, no_blank);
  Oracle oracle;
  CHECK(csv_parse(&parser, text.data(), text.size(), add_field, add_row, &oracle) == text.size());
  csv_fini(&parser, add_field, add_row, &oracle);
  csv_free(&parser);
  return oracle.rows;
}

Rows rows_of_reader(const std::string& text, char separator, std::size_t block_bytes) {
  Problems problems;
  Rows rows;
  const auto reader = csv_rows(text, {.path = "a.csv", .separator = separator}, problems, {}, block_bytes);
  while (reader->next()) rows.emplace_back(reader->fields().begin(), reader->fields().end());
  CHECK(problems.empty());
  return rows;
}

template <std::size_t count>
const char* drawn(Random& random, const char* const (&pieces)[count]) {
  return pieces[random.between(0, static_cast<int>(count) - 1)];
}

/// Quoted with all that quotes allow, or plain; a quote in a plain one is never the first.
std::string drawn_field(Random& random) {
  static constexpr const char* kQuoted[] = {"a", " ", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "å", "1"};
  static constexpr const char* kPlain[] = {"b", " ", "7\"", "3.5", "€", "0123456789"};
  const bool quoted = random.chance(0.4);
  std::string field;
  for (int pieces = random.between(0, 6); pieces > 0; --pieces)
    field += quoted ? drawn(random, kQuoted) : drawn(random, kPlain);
  return quoted ? '"' + field + '"' : field;
}

std::string drawn_file(Random& random, char separator) {
  static constexpr const char* kLineEnds[] = {"\n", "\r\n", "\r", "\n\n"};
  std::string text;
  for (int rows = random.between(0, 8); rows > 0; --rows) {
    for (int fields = random.between(0, 5); fields > 0; --fields) text += drawn_field(random) + separator;
    text += drawn_field(random);
    if (rows > 1 || random.chance(0.8)) text += drawn(random, kLineEnds);
  }
  return text;
}

}  // namespace

TEST_CASE("Rows and fields are those that libcsv reads, for every separator and size of blocks", "[input]") {
  Random random(2025);
  std::size_t rows = 0;
  for (int i = 0; i < 3000; ++i) {
    const char separator = ",;\t"[random.between(0, 2)];
    const std::string text = drawn_file(random, separator);
    const Rows expected = rows_of_oracle(text, separator);
    rows += expected.size();
    INFO(text);
    CHECK(rows_of_reader(text, separator, static_cast<std::size_t>(random.between(8, 60))) == expected);
  }
  CHECK(rows > 8000);
}
