#include "report/correction.h"

#include <algorithm>

namespace mognad {
namespace {

Callout notice(const Survey& survey, int replaced, const Words& words) {
  const std::string edition = std::to_string(survey.edition), earlier = std::to_string(replaced);
  Callout callout{{{words.say("correction.notice", {{"edition", edition}, {"replaced", earlier}}), true}}};
  const LocalText& changed = survey.correction.text;
  if (changed.empty()) return callout;
  callout.text.push_back({" " + words.say("correction.changed") + " "});
  callout.text.push_back({changed.in(words.tag()), false, std::nullopt, changed.other_language(words.tag())});
  return callout;
}

}  // namespace

int replaced_edition(const Survey& survey, const std::string& organisation) {
  const auto& [place, replaces, text, corrected] = survey.correction;
  const bool named = std::find(corrected.begin(), corrected.end(), organisation) != corrected.end();
  return corrected.empty() || named ? replaces : 0;
}

CoverFact edition_fact(const Survey& survey, int replaced, const Words& words) {
  const Date& day = survey.report_date;
  const std::string edition = std::to_string(survey.edition), date = words.date(day.year, day.month, day.day);
  if (replaced == 0) return {words.say("cover.edition"), edition, date};
  return {words.say("correction.edition"),
          words.say("correction.replaces", {{"edition", edition}, {"replaced", std::to_string(replaced)}}), date};
}

void add_correction(const Survey& survey, const Words& words, Report& report) {
  if (report.identity.replaces == 0 || report.sections.empty()) return;
  const auto has_room = [](const Section& section) {
    return section.kind == SectionKind::contents && section.blocks.size() == 1;
  };
  auto place = std::find_if(report.sections.begin(), report.sections.end(), has_room);
  if (place == report.sections.end()) place = report.sections.begin();
  place->blocks.insert(place->blocks.begin(), notice(survey, report.identity.replaces, words));
}

}  // namespace mognad
