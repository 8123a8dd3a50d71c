#include "batch/proof_choice.h"

#include <algorithm>
#include <functional>
#include <set>

namespace mognad {
namespace {

/// Letters, as UTF-8 begins them.
std::int64_t count_letters(const std::string& utf8) {
  return std::count_if(utf8.begin(), utf8.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
}

class Choosing {
 public:
  Choosing(const MailPlan& plan, const Dataset& dataset, const ProofChoice& choice) : plan_(plan), dataset_(dataset) {
    for (std::size_t i = 0; i < plan.messages.size(); ++i)
      if (choice.only.empty() ||
          std::find(choice.only.begin(), choice.only.end(), plan.messages[i].organisation) != choice.only.end())
        among_.push_back(i);
  }

  void take_sample(std::size_t wanted) {
    const std::size_t count = std::min(wanted, among_.size());
    // The middle of each of so many equal parts.
    for (std::size_t k = 0; k < count; ++k) chosen_.insert(among_[(2 * k + 1) * among_.size() / (2 * count)]);
  }

  void take_extremes() {
    const auto& messages = plan_.messages;
    take_most([&](std::size_t i) { return messages[i].bytes; });
    take_most([&](std::size_t i) { return -messages[i].bytes; });
    take_most([&](std::size_t i) { return count_letters(messages[i].name); });
    take_most([&](std::size_t i) { return length_of_organisation(messages[i].organisation); });
    std::set<std::string> languages;
    for (const std::size_t i : among_)
      if (languages.insert(messages[i].language).second) chosen_.insert(i);
  }

  void take_all() { chosen_.insert(among_.begin(), among_.end()); }

  std::vector<std::size_t> chosen() const { return {chosen_.begin(), chosen_.end()}; }

 private:
  void take_most(const std::function<std::int64_t(std::size_t)>& measure) {
    const auto most = std::max_element(among_.begin(), among_.end(),
                                       [&](std::size_t a, std::size_t b) { return measure(a) < measure(b); });
    if (most != among_.end()) chosen_.insert(*most);
  }

  std::int64_t length_of_organisation(const std::string& code) const {
    const OrganisationIndex index = dataset_.find_organisation(code);
    return index < 0 ? 0 : count_letters(dataset_.organisations[static_cast<std::size_t>(index)].formal_name);
  }

  const MailPlan& plan_;
  const Dataset& dataset_;
  std::vector<std::size_t> among_;
  std::set<std::size_t> chosen_;
};

}  // namespace

std::vector<std::size_t> choose_proofs(const MailPlan& plan, const Dataset& dataset, const ProofChoice& choice) {
  Choosing choosing(plan, dataset, choice);
  if (choice.sample > 0) choosing.take_sample(choice.sample);
  if (choice.extremes) choosing.take_extremes();
  if (choice.sample == 0 && !choice.extremes) choosing.take_all();
  return choosing.chosen();
}

}  // namespace mognad
