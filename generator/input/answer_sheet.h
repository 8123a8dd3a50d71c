// The answers of one file, long or wide: who answered, and what. Nothing of it goes into the dataset before all files
// are read (answer_table.h), so that files can be read side by side; problems are the sheet's own until then. Memory
// grows with the answers, a byte for each statement of each respondent.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "dataset/answer_import.h"
#include "input/answer_keys.h"
#include "input/answer_layout.h"
#include "input/answer_words.h"
#include "input/data_table.h"

namespace mognad {

class AnswerSheet {
 public:
  struct Person {
    OrganisationIndex organisation = 0;
    int unit = -1;  // of the dataset where units are given, else of `units()`; −1: none
    int year = 0;
    int line = 0;  // where it is first named
    int row = 0;
    std::string id;
  };
  /// A unit that only the answers name.
  struct NamedUnit {
    OrganisationIndex organisation = 0;
    std::string id;
  };

  AnswerSheet(const AnswerKeys& keys, const AnswerImport& import);
  AnswerSheet(const AnswerSheet&) = delete;
  AnswerSheet& operator=(const AnswerSheet&) = delete;

  /// What is found while the table is opened and read.
  Problems& problems() { return problems_; }

  /// Reads all rows of a table that was opened with the problems of this sheet, or with others that outlive it.
  void read(DataTable table);

  const std::string& file() const { return file_; }
  /// What the file was found to be; some is known only when it is read.
  const std::string& format() const { return format_; }
  const std::vector<Person>& people() const { return people_; }
  /// Organisations and years that it has rows of.
  using Measured = std::pair<OrganisationIndex, int>;
  std::set<Measured> measured() const;
  bool has_column(const std::string& statement) const;
  /// Of statements that no file of their years holds: the one problem that says so.
  std::optional<Problem> missing_columns(const std::function<bool(const std::string&, Measured)>& elsewhere) const;
  const std::vector<NamedUnit>& units() const { return units_; }
  std::span<const std::int8_t> answers_of(std::size_t person) const {
    return std::span(answers_).subspan(person * row_size_, row_size_);
  }

 private:
  void read_rows(DataTable& table);
  bool is_complete(const DataTable& table);
  void read_long(DataTable& table);
  void read_wide(DataTable& table);
  void report_unknown_statement(DataTable& table, int year);
  void set_answer(DataTable& table, int person, int statement, std::size_t column, std::string_view id);

  std::string_view text(const DataTable& table, const AnswerLayout::Field& field);
  Place place(const DataTable& table, const AnswerLayout::Field& field) const;
  void error(DataTable& table, std::string_view kind, const AnswerLayout::Field& field, std::string message,
             std::string hint);
  bool same_person_as_before(const DataTable& table);
  int person_of_row(DataTable& table);
  int known_person(DataTable& table);
  int new_person(DataTable& table);
  OrganisationIndex organisation_of(DataTable& table);
  std::optional<int> year_of(DataTable& table);
  int unit_of(DataTable& table, OrganisationIndex organisation);
  void warn_of_personal_data(DataTable& table, std::string_view id);
  void check_date(DataTable& table, int year);
  const std::vector<int>& columns_of(int year);
  void report_unused_columns();

  const AnswerKeys& keys_;
  const AnswerImport& import_;
  Problems problems_;
  AnswerWords words_;
  AnswerLayout layout_;
  std::string file_;
  std::string format_;
  std::size_t row_size_;
  std::vector<Person> people_;
  std::vector<std::int8_t> answers_;  // people × row_size_
  std::vector<NamedUnit> units_;
  AnswerKeys::Index unit_index_;     // "organisation/id"
  AnswerKeys::Index index_;          // of people, by code, year and id; −1: the person can't be known
  std::vector<std::string> before_;  // code, year, id, unit of the row before, as they were written
  int person_before_ = -1;
  int statement_before_ = -1;
  std::string key_;
  std::string row_number_;
  int unfinished_ = 0;
  std::map<int, std::vector<int>> columns_;  // wide, by year: statement of each column, or −1
};

}  // namespace mognad
