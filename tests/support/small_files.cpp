#include "support/small_files.h"

#include <fmt/format.h>

#include <stdexcept>

#include "input/reading.h"
#include "support/sample.h"

namespace mognad::test {
namespace {

constexpr int kOrganisations = 7;
constexpr int kRespondents = 12;
constexpr const char* kStatements[] = {"a1", "a2", "a3", "a4", "b1", "b2"};

std::string quadrant(const char* side, const char* letter) {
  return fmt::format(
      "[matrix.{}]\nid = \"{}\"\nname = \"n\"\nmessage = \"m\"\nheadline = \"h\"\nmeaning = \"w\"\nadvice = \"a\"\n",
      side, letter);
}

std::string answers_csv() {
  std::string csv = "organisation,year,unit,respondent,statement,answer\n";
  for (int o = 0; o < kOrganisations; ++o)
    for (const int year : {2024, 2025})
      for (int r = 0; r < kRespondents; ++r)
        for (int s = 0; s < 6; ++s)
          csv += fmt::format("900{},{},{},r{:02},{},{}\n", o + 1, year, r < 6 ? "u1" : "u2", r + 1, kStatements[s],
                             small_answer(o, year, r, s));
  return csv;
}

}  // namespace

int small_answer(int organisation, int year, int respondent, int statement) {
  return 1 + (organisation * 3 + respondent * (2 + year % 2) + statement * (1 + organisation % 3) + year) % 5;
}

std::string small_model_toml() {
  std::string toml = R"(id = "small"
version = "2"
name = "Small"
source = "S"
measures = "m"
[levels]
total = { one = "t", many = "t" }
dimension = { one = "d", many = "d" }
category = { one = "c", many = "c" }
capability = { one = "k", many = "k" }
statement = { one = "s", many = "s" }
)";
  for (int step = 1; step <= 5; ++step) toml += fmt::format("[[scale]]\nvalue = {}\nlabel = \"l{}\"\n", step, step);
  toml += R"([minimum_shares]
capability = 0.5
category = 0.5
dimension = 0.666
total = 1.0
[total]
id = "T"
name = "Total"
[[dimension]]
id = "D1"
name = "First"
[[dimension.category]]
id = "C1"
name = "Category one"
[[dimension.category.capability]]
id = "K1"
name = "Capability one"
[[dimension.category.capability.statement]]
id = "a1"
text = "A one."
[[dimension.category.capability.statement]]
id = "a2"
text = "A two."
[[dimension.category.capability]]
id = "K2"
name = "Capability two"
[[dimension.category.capability.statement]]
id = "a3"
text = "A three."
[[dimension.category.capability.statement]]
id = "a4"
text = "A four."
[[dimension]]
id = "D2"
name = "Second"
[[dimension.category]]
id = "C2"
name = "Category two"
[[dimension.category.capability]]
id = "K3"
name = "Capability three"
[[dimension.category.capability.statement]]
id = "b1"
text = "B one."
[[dimension.category.capability.statement]]
id = "b2"
text = "B two."
[matrix.x]
node = "D1"
cut = 50
low = "low"
high = "high"
[matrix.y]
node = "D2"
cut = 50
low = "low"
high = "high"
)";
  return toml + quadrant("lower_left", "A") + quadrant("lower_right", "B") + quadrant("upper_left", "C") +
         quadrant("upper_right", "D");
}

std::string small_survey_toml() {
  return R"(id = "small"
name = "Small"
year = 2025
report_date = 2026-02-12
sender = "S"
source = "s"
languages = ["en"]

[files]
model = "model.toml"
organisations = "organisations.csv"
answers = ["answers.csv"]
participation = "participation.csv"

[types.kommun]
one = "kommun"
many = "kommuner"
many_definite = "kommunerna"
many_genitive = "kommunernas"
reader = "r"

[[peer_groups]]
id = "all"
name = "All"

[disclosure]
minimum_others = 5
)";
}

SmallFiles::SmallFiles() {
  texts["survey.toml"] = small_survey_toml();
  texts["model.toml"] = small_model_toml();
  texts["answers.csv"] = answers_csv();
  texts["organisations.csv"] = "code,name,type,employees,population\n";
  texts["participation.csv"] = "organisation,year,invited\n";
  for (int o = 1; o <= kOrganisations; ++o) {
    texts["organisations.csv"] += fmt::format("900{},Org {},kommun,{},{}\n", o, o, 100 * o, 1000 * o);
    for (const int year : {2024, 2025}) texts["participation.csv"] += fmt::format("900{},{},{}\n", o, year, 20 + o);
  }
}

void SmallFiles::change(const std::string& name, const std::string& from, const std::string& to) {
  texts.at(name) = replaced(texts.at(name), from, to);
}

void SmallFiles::add_keys(const std::string& table, const std::string& lines) {
  change("survey.toml", "[" + table + "]\n", "[" + table + "]\n" + lines + "\n");
}

MemoryFiles SmallFiles::disk() const {
  std::map<std::string, std::string> paths;
  for (const auto& [name, text] : texts) paths["s/" + name] = text;
  return MemoryFiles(paths);
}

Result<std::unique_ptr<SurveyData>> SmallFiles::load() const { return load_data(options_for("s"), disk()); }

std::unique_ptr<SurveyData> SmallFiles::whole() const {
  auto loaded = load();
  if (!loaded) throw std::runtime_error(all_text(loaded.problems));
  return std::move(*loaded);
}

}  // namespace mognad::test
