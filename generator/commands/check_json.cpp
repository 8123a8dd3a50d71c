#include "commands/check_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.h"

namespace mognad {
namespace {

template <class Items, class Text>
std::string json_list(const Items& items, Text text) {
  std::vector<std::string> texts;
  for (const auto& item : items) texts.push_back(text(item));
  return fmt::format("[{}]", fmt::join(texts, ", "));
}

std::string json_of(const ProblemCounts& counts) {
  return fmt::format(R"("errors": {}, "warnings": {}, "notes": {})", counts.errors, counts.warnings, counts.notes);
}

std::string json_of(const YearSummary& y) {
  return fmt::format(
      R"({{"year": {}, "organisations": {}, "computed_elsewhere": {}, "invited_unknown": {}, "respondents": {}, )"
      R"("answers": {}, "no_answer": {}, "dont_know": {}, "not_applicable": {}}})",
      y.year, y.organisations, y.computed_elsewhere, y.invited_unknown, y.respondents, y.answers, y.no_answer,
      y.dont_know, y.not_applicable);
}

std::string json_of(const DataSummary& data) {
  std::string json =
      fmt::format(R"("survey": {}, "year": {}, "organisations": {}, "measured": {}, "respondents": {}, "answers": {}, )"
                  R"("given_values": {}, "initiatives": {}, "recipients": {}, "statements": {}, "units": {}, )",
                  json_string(data.name), data.year, data.organisations, data.measured(), data.respondents(),
                  data.answers(), data.given_values, data.initiatives, data.recipients, data.statements, data.units);
  json += fmt::format(R"("years": {}, "by_year": {}, )",
                      json_list(data.years, [](const YearSummary& y) { return std::to_string(y.year); }),
                      json_list(data.years, [](const YearSummary& y) { return json_of(y); }));
  json += fmt::format(R"("types": {}, )", json_list(data.types, [](const TypeSummary& t) {
                        return fmt::format(R"({{"type": {}, "organisations": {}, "measured": {}}})",
                                           json_string(t.type), t.organisations, t.measured);
                      }));
  json += fmt::format(R"("files": {}, )", json_list(data.files, [](const SourceFile& f) {
                        return fmt::format(R"({{"path": {}, "role": {}, "format": {}}})", json_string(f.path),
                                           json_string(f.role), json_string(f.format));
                      }));
  return json + fmt::format(R"("missing": {}, )", json_list(data.missing, json_string));
}

}  // namespace

std::string check_json(const CheckSummary& summary) {
  const auto files = json_list(summary.files, [](const FileProblems& f) {
    return fmt::format(R"({{"path": {}, {}}})", json_string(f.file), json_of(f.counts));
  });
  return fmt::format(R"({{{}"refused": {}, {}, "problem_files": {}}})", summary.data ? json_of(*summary.data) : "",
                     summary.data ? "false" : "true", json_of(summary.counts), files);
}

}  // namespace mognad
