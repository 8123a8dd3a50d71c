// What a user typed behind `mognad mail`.
#pragma once

#include <string>
#include <vector>

namespace mognad {

struct MailOptions {
  std::string verb;                   // "plan"
  std::string confirm;                // of send: the plan's hash
  std::string to;                     // of proof: an address
  int sample = 0;                     // of proof: how many messages, evenly over the plan; 0: not asked for
  bool extremes = false;              // of proof: the longest, the shortest, each language
  std::string purpose;                // of status: "report"; empty: all
  std::vector<std::string> messages;  // of resolve: keys, or their beginnings
  std::string as;                     // of resolve: "accepted" or "planned"
  std::string why;                    // of resolve
  std::string maildir;                // of bounces: a folder
  bool duplex = false;                // of letters: printed on both sides
};

}  // namespace mognad
