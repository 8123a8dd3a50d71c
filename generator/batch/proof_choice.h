// Which messages of a plan are looked at before it is sent: some, evenly over the plan, or those where something goes
// wrong first. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "delivery/mail_plan.h"

namespace mognad {

struct ProofChoice {
  std::size_t sample = 0;         // so many, evenly; 0: none
  bool extremes = false;          // the largest and the smallest, the longest names, the first of each language
  std::vector<std::string> only;  // codes; empty: all organisations
};

/// Indices of the plan's messages, ascending, each once. With `only` and nothing else all messages of those
/// organisations. Of equals the first is taken.
std::vector<std::size_t> choose_proofs(const MailPlan& plan, const Dataset& dataset, const ProofChoice& choice);

}  // namespace mognad
