// What is promised to who keeps the answers in an SQLite file: the exact words, the exit status, and that nothing is
// left beside the file.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "promises/answers_file.h"
#include "support/sqlite_file.h"

using namespace mognad::test;

namespace {

std::string answers_as_sql(const std::string& table = "answers") {
  const auto rows = rows_of_answers();
  std::string sql = fmt::format("CREATE TABLE {}({});", table, fmt::join(rows[0], ", "));
  for (std::size_t i = 1; i < rows.size(); ++i)
    sql += fmt::format("INSERT INTO {} VALUES('{}');", table, fmt::join(rows[i], "', '"));
  return sql;
}

SurveyFolder folder_of(const std::string& sql) {
  return SurveyFolder(with_answers("answers.sqlite", sqlite_file(sql)));
}

Told told_of(const std::string& sql) { return folder_of(sql).run("check --quiet s"); }

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

/// Another program that has the file open.
class Writer {
 public:
  explicit Writer(const std::string& path) { sqlite3_open(path.c_str(), &database_); }
  ~Writer() { sqlite3_close(database_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  void run(const char* sql) { REQUIRE(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }

 private:
  sqlite3* database_ = nullptr;
};

std::string in_use(const std::string& beside) {
  return "s/answers.sqlite: error: the database is in use, or was not closed: changes lie in s/answers.sqlite-" +
         beside + "\n    close the program that writes it, then try again\n";
}

}  // namespace

TEST_CASE("Answers in SQLite give the statistics that CSV gives, and nothing is left beside", "[promise]") {
  const std::string csv = statistics_of(SurveyFolder(SmallFiles()));
  const SurveyFolder folder = folder_of(answers_as_sql());
  // In WAL mode SQLite itself would make two files.
  Writer(folder.path("s/answers.sqlite")).run("PRAGMA journal_mode=WAL");
  const auto before = names_in(folder.path("s"));
  CHECK(csv.size() > 1000);
  CHECK(statistics_of(folder) == csv);
  CHECK(names_in(folder.path("s")) == before);
}

TEST_CASE("A database that another program has locked is read as it stands", "[promise]") {
  const SurveyFolder folder = folder_of(answers_as_sql());
  Writer writer(folder.path("s/answers.sqlite"));
  writer.run("BEGIN EXCLUSIVE; DELETE FROM answers WHERE rowid = 1");
  const Told told = folder.run("check --quiet s");
  CHECK(told.err == "");
  CHECK(told.status == 0);
}

TEST_CASE("A database with changes that are not committed or lie in a log is refused", "[promise]") {
  const SurveyFolder folder = folder_of(answers_as_sql());
  {
    Writer writer(folder.path("s/answers.sqlite"));
    // With no room in memory the changes go to the file before they are committed.
    writer.run("PRAGMA cache_size=1; BEGIN; UPDATE answers SET answer = 1");
    const Told told = folder.run("check --quiet s");
    CHECK(told.err == in_use("journal"));
    CHECK(told.status == 2);
  }
  Writer writer(folder.path("s/answers.sqlite"));
  writer.run("PRAGMA journal_mode=WAL; DELETE FROM answers");
  const Told told = folder.run("check --quiet s");
  CHECK(told.err == in_use("wal"));
  CHECK(told.status == 2);
}

TEST_CASE("A view in place of the table is refused, though it would compute without end", "[promise]") {
  const Told told = told_of(
      "CREATE VIEW answers AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n;"
      "CREATE TRIGGER t INSTEAD OF INSERT ON answers BEGIN SELECT 1; END");
  CHECK(told.err ==
        "s/answers.sqlite: error: 'answers' is a view or a virtual table, expected a table\n"
        "    make a table of it: CREATE TABLE … AS SELECT * FROM …\n");
  CHECK(told.status == 2);
}

TEST_CASE("A damaged database is refused with what SQLite says", "[promise]") {
  std::string bytes = sqlite_file(answers_as_sql());
  bytes.replace(512, 8, "\x05\x7F\x7F\x7F\x7F\x7F\x7F\x7F");
  const Told told = SurveyFolder(with_answers("answers.sqlite", bytes)).run("check --quiet s");
  CHECK(told.err.starts_with("s/answers.sqlite: error: SQLite can't read the file: "));
  CHECK(told.err.ends_with("\n    \"PRAGMA integrity_check\" in sqlite3 says more; export the data again\n"));
  CHECK(told.status == 2);
}

TEST_CASE("A table whose name is full of quotes is read like any other", "[promise]") {
  const Told told = told_of(answers_as_sql("\"an'swers\"\"; DROP TABLE x; --\""));
  CHECK(told.err == "");
  CHECK(told.status == 0);
}

TEST_CASE("A cell that holds bytes is an error with its row and column", "[promise]") {
  const Told told = told_of(answers_as_sql() + "UPDATE answers SET answer = x'33' WHERE rowid = 2");
  CHECK(told.err ==
        "s/answers.sqlite[answers]:3:6: error: the cell holds bytes (a blob), expected a text or a number\n"
        "    store it as TEXT\n");
  CHECK(told.status == 2);
}
