// What counts as strange in data that is well-formed: `[checks]` in survey.toml. Points are of the scale from 0 to 100.
#pragma once

namespace mognad {

struct CheckSettings {
  double jump = 25;                    // of an organisation's total between two measurements
  double statement_jump = 30;          // of a statement's national mean between two years
  double straight_lining_share = 0.2;  // of an organisation's respondents
  double given_difference = 0.1;       // of a value computed elsewhere from what its answers give
};

}  // namespace mognad
