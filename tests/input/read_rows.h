// All rows of a table in memory, read as a survey's files are, with what was said of it.
#pragma once

#include <string>
#include <vector>

#include "files/memory_files.h"
#include "files/text_reader.h"
#include "input/open_rows.h"

namespace mognad::test {

struct ReadRows {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::vector<Place>> places;  // of each field, and past the last
  std::string format;
  Problems problems;

  /// The only problem, as it is printed; all of them when there are more.
  std::string said() const {
    std::string all;
    for (const Problem& problem : problems) all += (all.empty() ? "" : "\n") + to_text(problem);
    return all;
  }
};

using OpenRows = std::unique_ptr<RowSource> (*)(TableInput);

inline ReadRows read_rows(OpenRows open, std::string bytes, TableFile table, const InputLimits& limits = {},
                          const Files* files = nullptr) {
  ReadRows read;
  auto source = open({std::move(table), std::make_unique<TextReader>(std::move(bytes)), limits, read.problems, files});
  if (!source) return read;
  read.format = source->format();
  while (source->next()) {
    read.rows.emplace_back(source->fields().begin(), source->fields().end());
    auto& places = read.places.emplace_back();
    for (std::size_t i = 0; i <= source->fields().size(); ++i) places.push_back(source->place(i));
  }
  return read;
}

}  // namespace mognad::test
