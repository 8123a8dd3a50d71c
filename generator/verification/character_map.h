// A ToUnicode map (ISO 32000-1, 9.10.3): which characters a code stands for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mognad::verification {

struct CharacterMap {
  std::map<int, std::string> unicode;  // code → UTF-8
  std::vector<std::string> faults;
};

CharacterMap read_character_map(std::string_view data);

}  // namespace mognad::verification
