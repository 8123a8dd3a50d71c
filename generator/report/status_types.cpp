#include <fmt/format.h>

#include "report/status_sections.h"

namespace mognad {

std::vector<std::string> status_types(const NationFacts& f) {
  std::vector<std::string> types;
  if (!f.type.empty()) types.push_back(f.type);
  for (const std::string& type : f.statistics.types(f.year))
    if (type != f.type) types.push_back(type);
  return types;
}

std::string status_count(const NationFacts& f, const std::string& type) {
  const int count = f.statistics.participation(type, f.year).organisations;
  const TypeWords& called = f.survey.types.at(type);
  return fmt::format("{}\u00A0{}", f.words.whole(count), f.text(count == 1 ? called.one : called.many));
}

std::string status_joined(const std::vector<std::string>& parts, const Words& words) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i == 0) text = parts[i];
    else if (i + 1 < parts.size()) text += ", " + parts[i];
    else text = words.say("status.joined", {{"first", text}, {"last", parts[i]}});
  return text;
}

std::string status_organisations(const NationFacts& f) {
  std::vector<std::string> counts;
  for (const std::string& type : status_types(f)) counts.push_back(status_count(f, type));
  return status_joined(counts, f.words);
}

std::string status_respondents(const Participation& took_part, const Words& words) {
  if (!took_part.told_respondents()) return words.say("status.respondents_withheld");
  return fmt::format("{}\u00A0{}", words.whole(took_part.respondents),
                     words.say("summary.persons", {{"count", took_part.respondents}}));
}

std::string status_answered(const NationFacts& f, const std::string& type) {
  const Participation took_part = f.statistics.participation(type, f.year);
  if (!took_part.told_respondents()) return {};
  return f.words.say("status.answered", {{"persons", f.words.whole(took_part.respondents)},
                                         {"peers", f.text(f.survey.types.at(type).many)}});
}

}  // namespace mognad
