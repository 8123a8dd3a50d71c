#include <cmath>

#include "charts/type_moves.h"

namespace mognad {

std::string describe_type_moves(const TypeMovesData& data, const Words& words) {
  double stayed = 0, moved = 0, largest = 0;
  std::size_t from_type = 0, to_type = 0, ties = 0;
  int withheld = 0;
  for (std::size_t from = 0; from < data.moved.size(); ++from)
    for (std::size_t to = 0; to < data.moved[from].size(); ++to) {
      const Measured& count = data.moved[from][to];
      if (!count) {
        ++withheld;
        continue;
      }
      (from == to ? stayed : moved) += count.number();
      if (from == to || count.number() < largest || count.number() <= 0) continue;
      ties = count.number() > largest ? 1 : ties + 1;
      if (count.number() > largest) largest = count.number(), from_type = from, to_type = to;
    }
  const auto whole = [](double count) { return static_cast<int>(std::lround(count)); };
  std::string text = words.say("describe_nation.moves", {{"from", data.from_head}, {"to", data.to_head}});
  text += " " + words.say(withheld > 0 ? "describe_nation.moves_shown" : "describe_nation.moves_all",
                          {{"stayed", whole(stayed)}, {"moved", whole(moved)}});
  if (ties == 1 && withheld == 0)
    text += " " + words.say("describe_nation.moves_largest", {{"count", whole(largest)},
                                                              {"from_type", data.names[from_type]},
                                                              {"to_type", data.names[to_type]}});
  if (withheld > 0) text += " " + words.say("describe_nation.moves_withheld", {{"count", withheld}});
  return text;
}

}  // namespace mognad
