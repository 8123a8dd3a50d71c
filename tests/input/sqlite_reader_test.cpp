#include "input/sqlite_reader.h"

#include <catch2/catch.hpp>

#include "input/read_rows.h"
#include "input/reading.h"
#include "statistics/random.h"
#include "support/sqlite_file.h"

using namespace mognad;
using namespace mognad::test;
using Rows = std::vector<std::vector<std::string>>;

namespace {

ReadRows read_file(std::string bytes, const InputLimits& limits = {}, const std::string& part = "",
                   const Files* files = nullptr) {
  return read_rows(open_sqlite, std::move(bytes), {.path = "a.sqlite", .part = part, .role = "answers"}, limits, files);
}

ReadRows read(const std::string& sql, const InputLimits& limits = {}) { return read_file(sqlite_file(sql), limits); }

std::string numbered_rows(int count) {
  return "CREATE TABLE answers(a, b); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
         std::to_string(count) + ") INSERT INTO answers SELECT i, 'text of row ' || i FROM n;";
}

const std::string kHint = "\n    \"PRAGMA integrity_check\" in sqlite3 says more; export the data again";

}  // namespace

TEST_CASE("A table of SQLite is read in the order of its keys, with the place of each value", "[input]") {
  const ReadRows got = read(
      "CREATE TABLE answers(a INTEGER PRIMARY KEY, b TEXT); CREATE INDEX i ON answers(b, a);"
      "INSERT INTO answers VALUES (7,'å'),(3,'z'),(5,NULL);");
  CHECK(got.rows == Rows{{"a", "b"}, {"3", "z"}, {"5", ""}, {"7", "å"}});
  CHECK(got.format == "SQLite, table 'answers'");
  CHECK(got.places[0][0] == Place{"a.sqlite[answers]", 1, 1});
  CHECK(got.places[3][1] == Place{"a.sqlite[answers]", 4, 2});
  CHECK(got.problems.empty());
}

TEST_CASE("A table without row ids is read in the order of its primary key", "[input]") {
  CHECK(read("CREATE TABLE answers(a PRIMARY KEY, b) WITHOUT ROWID; CREATE INDEX i ON answers(b, a);"
             "INSERT INTO answers VALUES ('y',1),('x',2);")
            .rows == Rows{{"a", "b"}, {"x", "2"}, {"y", "1"}});
}

TEST_CASE("Numbers of SQLite are texts in their shortest form", "[input]") {
  CHECK(read("CREATE TABLE answers(a); INSERT INTO answers VALUES "
             "(0.1),(3.0),(-1e300),(9223372036854775807),(-5),('007'),(9e999);")
            .rows == Rows{{"a"}, {"0.1"}, {"3"}, {"-1e+300"}, {"9223372036854775807"}, {"-5"}, {"007"}, {"inf"}});
}

TEST_CASE("A database in UTF-16 gives the same texts", "[input]") {
  for (const char* encoding : {"UTF-16le", "UTF-16be"})
    CHECK(read(std::string("PRAGMA encoding='") + encoding +
               "'; CREATE TABLE answers(å); INSERT INTO answers VALUES('😀ö')")
              .rows == Rows{{"å"}, {"😀ö"}});
}

TEST_CASE("The table is that of the part, of the role, or the only one", "[input]") {
  const std::string two = sqlite_file("CREATE TABLE answers(a); CREATE TABLE \"it's \"\"x\"\"\"(u);");
  CHECK(read_file(two).rows == Rows{{"a"}});
  CHECK(read_file(two, {}, "it's \"x\"").rows == Rows{{"u"}});
  CHECK(read_file(two, {}, "answer").said() ==
        "a.sqlite: error: there is no table 'answer' in the database\n    did you mean 'answers'?");
  CHECK(read("CREATE TABLE \"select\"(\"a b\");").rows == Rows{{"a b"}});
  CHECK(read("CREATE TABLE x(a); CREATE TABLE y(a);").said() ==
        "a.sqlite: error: the database holds several tables: 'x', 'y'\n    name one in survey.toml: \"a.sqlite#x\"");
  CHECK(read("CREATE VIEW x AS SELECT 1;").said() == "a.sqlite: error: the database holds no table");
}

TEST_CASE("Views and virtual tables are refused, whatever they would compute", "[input]") {
  const std::string refused =
      "a.sqlite: error: 'answers' is a view or a virtual table, expected a table\n    make a table of it: CREATE TABLE "
      "… "
      "AS SELECT * FROM …";
  CHECK(read("CREATE VIEW answers AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n")
            .said() == refused);
  CHECK(
      read("CREATE TABLE x(a); PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES('table','answers','answers',"
           "0,'CREATE VIRTUAL TABLE answers USING fts5(a)')")
          .said() == refused);
}

TEST_CASE("A view that the schema calls a table is not computed", "[input]") {
  const ReadRows got = read(
      "CREATE TABLE x(a); PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES('table','answers','answers',2,"
      "'CREATE VIEW answers AS SELECT a FROM x')");
  CHECK(got.rows.empty());
  CHECK(has_errors(got.problems));
}

TEST_CASE("A generated column is computed, but never by a function with effects", "[input]") {
  const std::string made =
      sqlite_file("CREATE TABLE answers(a, b AS (abs(             a))); INSERT INTO answers(a) VALUES(-1);");
  CHECK(read_file(made).rows == Rows{{"a", "b"}, {"-1", "1"}});
  const ReadRows got = read_file(replaced(made, "abs(             a)", "load_extension('x')"));
  CHECK(got.rows.empty());
  CHECK(got.said() ==
        "a.sqlite: error: SQLite can't read the file: malformed database schema (answers) - non-deterministic func…" +
            kHint);
}

TEST_CASE("A blob, a null character and what is not UTF-8 are told at their cells, and reading goes on", "[input]") {
  const ReadRows got = read(
      "CREATE TABLE answers(a, b); INSERT INTO answers VALUES(1, x'00'),(CAST(x'C3' AS TEXT), 2),"
      "(CAST(x'610062' AS TEXT), 3)");
  CHECK(got.rows == Rows{{"a", "b"}, {"1", ""}, {"", "2"}, {"", "3"}});
  CHECK(
      got.said() ==
      "a.sqlite[answers]:2:2: error: the cell holds bytes (a blob), expected a text or a number\n    store it as TEXT\n"
      "a.sqlite[answers]:3:1: error: the text is not UTF-8\n    store it as UTF-8\n"
      "a.sqlite[answers]:4:1: error: the character U+0000 stands in a text\n    take it away: no text has one");
}

TEST_CASE("Each limit of SQLite is kept, and said with the setting that raises it", "[input]") {
  const std::string sql = "CREATE TABLE answers(a, b); INSERT INTO answers VALUES('1234', '56'),(1, 2)";
  const auto hint = [](const std::string& name) {
    return "\n    raise '" + name + "' under [limits] in survey.toml if it is right";
  };
  CHECK(read(sql, {.cell_bytes = 3}).said() ==
        "a.sqlite[answers]:2:1: error: the cell has more than 3 bytes" + hint("cell_bytes"));
  CHECK(read(sql, {.row_bytes = 5}).said() ==
        "a.sqlite[answers]:2:1: error: the row has more than 5 bytes" + hint("row_bytes"));
  CHECK(read(sql, {.columns = 1}).said() ==
        "a.sqlite[answers]:1:1: error: the table has more than 1 columns" + hint("columns"));
  CHECK(read(sql, {.rows = 1}).said() == "a.sqlite[answers]:3:1: error: the table has more than 1 rows" + hint("rows"));
  CHECK(read("CREATE TABLE answers(a); INSERT INTO answers VALUES(zeroblob(5000000))").said() ==
        "a.sqlite[answers]:2:1: error: the row has more than 4000000 bytes" + hint("row_bytes"));
}

TEST_CASE("A database in WAL mode is read when its log is empty or gone", "[input]") {
  std::string bytes = sqlite_file("CREATE TABLE answers(a); INSERT INTO answers VALUES(1)");
  bytes[18] = bytes[19] = 2;
  CHECK(read_file(bytes).rows == Rows{{"a"}, {"1"}});
  const MemoryFiles empty({{"a.sqlite-wal", ""}, {"a.sqlite-journal", std::string(600, '\0')}});
  CHECK(read_file(bytes, {}, "", &empty).rows == Rows{{"a"}, {"1"}});
}

TEST_CASE("Changes in a file beside the database are not missed", "[input]") {
  const std::string bytes = sqlite_file("CREATE TABLE answers(a)");
  for (const std::string& name : {"a.sqlite-wal", "a.sqlite-journal"}) {
    const MemoryFiles files({{name, "\xD9\xD5\x05"}});
    CHECK(read_file(bytes, {}, "", &files).said() ==
          "a.sqlite: error: the database is in use, or was not closed: changes lie in " + name +
              "\n    close the program that writes it, then try again");
  }
}

TEST_CASE("A database that changes while it is read is refused at its end", "[input]") {
  MemoryFiles files;
  InputLimits limits;
  Problems problems;
  auto rows = open_sqlite({{.path = "a.sqlite"},
                           std::make_unique<TextReader>(sqlite_file("CREATE TABLE answers(a)")),
                           limits,
                           problems,
                           &files});
  REQUIRE(rows);
  CHECK(rows->next());
  files.write_whole("a.sqlite-journal", "\xD9");
  CHECK_FALSE(rows->next());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "the database was changed while it was read");
}

TEST_CASE("A page that stands twice in a table is found before a row is read", "[input]") {
  std::string bytes = sqlite_file(numbered_rows(200));
  // The table's root is page 2, an interior page: its cells begin with the number of a child.
  const auto cell = [&](std::size_t i) {
    const std::size_t at = 512 + 12 + 2 * i;
    return 512 + (static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 |
                  static_cast<unsigned char>(bytes[at + 1]));
  };
  REQUIRE(bytes[512] == 5);
  bytes.replace(cell(1), 4, bytes.substr(cell(0), 4));
  const ReadRows got = read_file(bytes);
  CHECK(got.rows.empty());
  CHECK(got.said().find("a.sqlite: error: SQLite can't read the file: ") == 0);
}

TEST_CASE("A database that is cut anywhere is refused", "[input]") {
  const std::string whole = sqlite_file(numbered_rows(60));
  REQUIRE(whole.size() > 2000);
  for (std::size_t length = 16; length < whole.size(); length += 7) {
    const ReadRows got = read_file(whole.substr(0, length));
    if (!has_errors(got.problems)) FAIL_CHECK(length);
  }
}

TEST_CASE("A database that is damaged anywhere is read or refused with words", "[input]") {
  const std::string whole = sqlite_file(numbered_rows(60) + "CREATE INDEX i ON answers(b);");
  Random random(20251127, "sqlite");
  int refused = 0;
  for (int i = 0; i < 1500; ++i) {
    std::string bytes = whole;
    for (int k = random.between(1, 4); k > 0; --k) {
      // Half of the damages in what describes the pages.
      const int range = random.between(0, 1) ? 100 : static_cast<int>(whole.size()) - 1;
      const int page = 512 * random.between(0, range == 100 ? static_cast<int>(whole.size() / 512) - 1 : 0);
      bytes[static_cast<std::size_t>(page + random.between(0, range))] = static_cast<char>(random.between(0, 255));
    }
    const ReadRows got = read_file(bytes);
    refused += has_errors(got.problems);
    for (const Problem& problem : got.problems)
      if (problem.message.empty() || problem.place.file.empty()) FAIL_CHECK(got.said());
  }
  CHECK(refused > 300);
}
