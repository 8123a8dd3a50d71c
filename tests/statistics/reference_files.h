// The files that the scripts in tests/references/ write, and the models and answers in them.
#pragma once

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "statistics/small_survey.h"

namespace mognad::test {

constexpr double kExact = 1e-9;

/// A table of a CSV file without quotes; a missing number is an empty text.
struct ReferenceTable {
  std::vector<std::string> names;
  std::vector<std::vector<std::string>> rows;

  std::size_t column(const std::string& name) const {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == name) return i;
    FAIL("no column " << name);
    return 0;
  }
  const std::string& text(std::size_t row, const std::string& name) const { return rows[row][column(name)]; }
  double number(std::size_t row, const std::string& name) const { return std::stod(text(row, name)); }
  int whole(std::size_t row, const std::string& name) const { return std::stoi(text(row, name)); }
};

inline std::vector<std::string> split(const std::string& line, char between = ',') {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == between) fields.emplace_back();
    else if (c != '\r') fields.back() += c;
  }
  return fields;
}

/// `name` below tests/references/, as "statistics/nodes.csv".
inline ReferenceTable read_table(const std::string& name) {
  std::ifstream file(std::string(MOGNAD_ROOT) + "/tests/references/" + name);
  INFO(name);
  REQUIRE(file);
  ReferenceTable table;
  std::string line;
  std::getline(file, line);
  table.names = split(line);
  while (std::getline(file, line)) {
    table.rows.push_back(split(line));
    REQUIRE(table.rows.back().size() == table.names.size());
  }
  return table;
}

inline Level level_of(const std::string& name) {
  static const std::map<std::string, Level> levels{{"total", Level::total},
                                                   {"dimension", Level::dimension},
                                                   {"category", Level::category},
                                                   {"capability", Level::capability},
                                                   {"statement", Level::statement}};
  return levels.at(name);
}

/// One of the models in models.csv and nodes.csv of a folder below tests/references/.
inline Model read_reference_model(const std::string& folder, const std::string& name) {
  const ReferenceTable nodes = read_table(folder + "/nodes.csv");
  std::vector<NodeSpec> specs;
  for (std::size_t i = 0; i < nodes.rows.size(); ++i)
    if (nodes.text(i, "model") == name)
      specs.push_back({nodes.text(i, "id"), level_of(nodes.text(i, "level")), nodes.number(i, "weight"),
                       nodes.text(i, "reversed") == "1"});
  const ReferenceTable models = read_table(folder + "/models.csv");
  for (std::size_t i = 0; i < models.rows.size(); ++i) {
    if (models.text(i, "model") != name) continue;
    Model model = model_of(specs, models.whole(i, "lowest"), models.whole(i, "highest"));
    model.minimum_share = {models.number(i, "capability"), models.number(i, "category"), models.number(i, "dimension"),
                           models.number(i, "total")};
    return model;
  }
  FAIL("no model " << name);
  return {};
}

inline std::int8_t answer_of(const std::string& text) {
  if (text.empty()) return kNotAsked;
  if (text == "none") return kNoAnswer;
  if (text == "dk") return kDontKnow;
  if (text == "na") return kNotApplicable;
  return static_cast<std::int8_t>(std::stoi(text));
}

}  // namespace mognad::test
