#include "report/response_words.h"

namespace mognad {

std::string respondents_words(const ReportFacts& f, int respondents) {
  if (respondents >= f.survey.disclosure.minimum_respondents) return f.words.whole(respondents);
  return f.words.say("measurement.fewer", {{"least", f.words.count(f.survey.disclosure.minimum_respondents)}});
}

std::string rate_words(const ReportFacts& f, const Measurement& m) {
  if (!m.invited) return f.words.say("measurement.unknown");
  return f.words.say("common.percent", {{"value", f.words.number(100.0 * m.respondents / *m.invited, 0)}});
}

}  // namespace mognad
