#include "charts/described_range.h"

#include <algorithm>

namespace mognad {
namespace {

int others_with(const std::vector<NamedValue>& values, const std::string& text) {
  return static_cast<int>(
             std::count_if(values.begin(), values.end(), [&](const NamedValue& v) { return v.text == text; })) -
         1;
}

std::string range_of(const std::vector<NamedValue>& values, const Words& words) {
  if (values.empty()) return words.say("describe_nation.no_value");
  const auto [low, high] = std::minmax_element(
      values.begin(), values.end(), [](const NamedValue& a, const NamedValue& b) { return a.value < b.value; });
  if (values.size() == 1) return words.say("describe_nation.one_value", {{"name", high->name}, {"value", high->text}});
  if (high->text == low->text) return words.say("describe_nation.all_equal", {{"value", high->text}});
  return words.say("describe_nation.range", {{"high", high->name},
                                             {"high_value", high->text},
                                             {"high_more", others_with(values, high->text)},
                                             {"low", low->name},
                                             {"low_value", low->text},
                                             {"low_more", others_with(values, low->text)}});
}

}  // namespace

std::string describe_range(const std::vector<NamedValue>& values, int withheld, const Words& words) {
  const std::string range = range_of(values, words);
  return withheld > 0 ? range + " " + words.say("describe_nation.withheld", {{"count", withheld}}) : range;
}

}  // namespace mognad
