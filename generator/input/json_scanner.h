// JsonScanner: finds where a value of a JSON file ends, by its quotes and brackets, so that a file of any size is taken
// value by value and only one of them is in memory. What stands between the brackets is judged by read_json_row.
// Problems that leave the rest of the file in doubt are told here: a value that never ends, a bracket that closes
// another, a value that is too long or nested too deep. After one of them nothing more is to be read. For one thread at
// a time.
#pragma once

#include <string>
#include <vector>

#include "dataset/input_limits.h"
#include "input/json_bytes.h"

namespace mognad {

/// The text of one value, from its first byte to its last.
struct JsonElement {
  JsonSpot start;
  std::string bytes;

  Place place(const std::string& file, std::size_t offset) const;
};

class JsonScanner {
 public:
  JsonScanner(const FileReader& reader, std::string file, const InputLimits& limits, Problems& problems);

  JsonBytes bytes;

  const std::string& file() const { return file_; }

  /// Passes over the value that begins at the next byte and keeps its text; false with a problem.
  bool take(JsonElement& element);
  /// The same without the text, which then may have any length.
  bool skip() { return pass(nullptr); }

  /// Adds a problem at the next byte, in the words "'x' stands where … was expected", and returns false.
  bool unexpected(const char* expected);
  bool error(const JsonSpot& spot, std::string message, std::string hint = {});
  /// The same for what limit_problem() says.
  bool too_much(const JsonSpot& spot, const char* found, std::int64_t limit, const char* key);

 private:
  struct Open {
    char bracket;
    JsonSpot spot;
  };

  bool pass(std::string* kept);
  bool pass_token(int byte, std::string* kept);
  bool pass_text(std::string* kept);
  bool pass_word(std::string* kept);
  bool open_bracket(int byte, std::string* kept);
  bool close_bracket(int byte, std::string* kept);
  bool keep(int byte, std::string* kept);
  bool ends_inside(const char* what, const JsonSpot& begun);

  std::string file_;
  const InputLimits& limits_;
  Problems& problems_;
  std::vector<Open> open_;  // brackets of the value that is passed over
};

}  // namespace mognad
