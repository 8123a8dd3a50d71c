#include <cmath>

#include "base/rounding.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

/// The nation's next target of the total, or nullptr.
const Target* next_target(const NationFacts& f) {
  const Target* next = nullptr;
  for (const Target& target : f.inputs.dataset.targets)
    if (target.organisation < 0 && target.node == f.model.node(kTotal).id && target.year >= f.year)
      if (!next || target.year < next->year) next = &target;
  return next;
}

std::string printed_value(const Target& target, const Words& words) {
  return words.number(target.value, std::floor(target.value) == target.value ? 0 : 1);
}

/// The yearly change of those who measured in both years; empty where it can't be said.
std::string pace_sentence(const NationFacts& f) {
  if (!f.earlier_year) return {};
  const MatchedChange change =
      f.statistics.national_changes(f.type, *f.earlier_year, f.year)[static_cast<std::size_t>(kTotal)];
  if (!change.points) return {};
  const double yearly = change.points.number() / (f.year - *f.earlier_year);
  return " " + f.words.say("status.target_pace", {{"points", f.words.signed_number(yearly, 1)},
                                                  {"from", std::to_string(*f.earlier_year)},
                                                  {"to", std::to_string(f.year)},
                                                  {"peers", f.peers_many}});
}

}  // namespace

std::string target_sentences(const NationFacts& f) {
  const Target* target = next_target(f);
  if (!target || !f.mean(kTotal)) return {};
  const double gap = target->value - f.mean(kTotal).number();
  const std::string year = std::to_string(target->year), value = printed_value(*target, f.words),
                    points = f.words.number(std::fabs(gap), 1);
  if (gap <= 0) return f.words.say("status.target_reached", {{"year", year}, {"value", value}});
  if (round_to_units(gap, 1) == 0) return f.words.say("status.target_near", {{"year", year}, {"value", value}});
  if (target->year == f.year)
    return f.words.say("status.target_missed", {{"year", year}, {"value", value}, {"points", points}});
  const std::string needed = f.words.number(gap / (target->year - f.year), 1);
  return f.words.say("status.target_gap", {{"year", year}, {"value", value}, {"points", points}, {"needed", needed}}) +
         pace_sentence(f);
}

}  // namespace mognad
