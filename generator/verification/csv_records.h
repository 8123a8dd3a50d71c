// CSV read back record by record (RFC 4180): fields divided by commas, quotes doubled in quotes. Lines that begin with
// "#" before the first record are remarks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mognad::verification {

class CsvRecords {
 public:
  /// The text must live as long.
  explicit CsvRecords(std::string_view text);

  bool at_end() const { return rest_.empty(); }
  /// The fields of the next record; none at the end.
  std::vector<std::string> next();

 private:
  std::string field();

  std::string_view rest_;
};

}  // namespace mognad::verification
