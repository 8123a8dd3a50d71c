// How a file of answers is read that a survey tool or a person wrote: which column is what, and what its words stand
// for. `[[imports]]` of survey.toml; a file of `files.answers` is read with the names that stand here.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace mognad {

/// Where a field of a row comes from.
struct FieldSource {
  enum class Kind {
    none,
    column,    // the column of that name
    pattern,   // the only column whose head fits, "Q1*"
    position,  // the column in that place, from 1
    value,     // no column: the same for every row
    row,       // no column: the number of the row
    date       // the year of the date in the column of that name
  };

  Kind kind = Kind::none;
  std::string text;
  std::string other = {};  // the same column in another language
  int position = 0;
  Place place;  // in survey.toml
  bool required = true;
};

struct AnswerImport {
  /// How the columns of a wide file name their statements.
  enum class Statements {
    ids,       // "p01"
    texts,     // the statement itself, in any language of the model, alone or in brackets behind a question
    pattern,   // "Q1[{statement}]" with its id
    positions  // the model's statements in their order, from a column on
  };

  Place place;           // in survey.toml
  std::string path;      // empty: a file of files.answers
  char separator = 0;    // 0: found
  std::string encoding;  // empty: found
  std::string prefix;    // of the ids of respondents, where several files number them from 1
  int skip_rows = 0;     // above the heads: titles
  int head_rows = 1;     // a column is known by its head in any of them, or by all of them with " / " between
  FieldSource organisation = named("organisation", true);
  FieldSource year = named("year", true);
  FieldSource unit = named("unit", false);
  FieldSource respondent = named("respondent", true);
  FieldSource statement = named("statement", false);  // with `answer`: a row for each answer
  FieldSource answer = named("answer", false);
  FieldSource date;      // when the row was sent: a date outside its year is warned of
  FieldSource complete;  // rows whose field is empty were not finished and are left out
  Statements statements = Statements::ids;
  std::string pattern;
  int first_position = 0;
  std::vector<std::pair<std::string, FieldSource>> columns;  // of single statements, by id; before all else
  std::map<std::string, std::string> labels;                 // text of an answer → step, "-", "?" or "."
  std::map<std::string, std::string> organisations;          // text → code
  std::map<std::string, std::string> units;                  // text → id

  static FieldSource named(const char* column, bool required) {
    return {FieldSource::Kind::column, column, {}, 0, {}, required};
  }
};

}  // namespace mognad
