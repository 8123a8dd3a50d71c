#include "charts/spoken_value.h"

namespace mognad {

std::string spoken(const Words& words, const std::string& written) {
  if (written == symbol_of(Missing::no_answer)) return words.say("method.symbol_no_answer");
  if (written == symbol_of(Missing::not_applicable)) return words.say("method.symbol_not_applicable");
  if (written == symbol_of(Missing::withheld)) return words.say("describe.withheld");
  return written;
}

std::string spoken(const Words& words, const Measured& value) { return spoken(words, words.number(value, 1)); }

}  // namespace mognad
