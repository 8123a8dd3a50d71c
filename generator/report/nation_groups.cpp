#include "report/nation_groups.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {
namespace {

class GroupNames {
 public:
  GroupNames(const NationFacts& f, const PeerGroupDefinition& definition, const FigureChoice& choice)
      : f_(f), definition_(definition), many_(f.text(choice.called)) {
    pattern_ = replaced(f.text(definition.name), "{peers}", f.peers_many);
    head_ = replaced(pattern_, "{value}", "");
    while (!head_.empty() && head_.back() == ' ') head_.pop_back();
    while (!head_.empty() && head_.front() == ' ') head_.erase(0, 1);
  }

  std::string head() const {
    if (!head_.empty()) return head_;
    return many_.empty() ? f_.words.say("nation_groups.group") : capitalised(many_);
  }
  std::string many() const { return many_.empty() ? f_.words.say("nation_groups.groups") : many_; }

  /// What the head says already is not said again in each row.
  std::string name(const std::string& value) const {
    const std::string short_name = value.empty() || head_.empty() ? replaced(pattern_, "{value}", value) : value;
    const auto note = definition_.value_notes.find(value);
    if (note == definition_.value_notes.end()) return short_name;
    return fmt::format("{}, {}", short_name, f_.text(note->second));
  }

  std::string in_text(const std::string& value) const {
    const std::string whole = replaced(pattern_, "{value}", value);
    return pattern_.starts_with("{value}") ? whole : uncapitalised(whole);
  }

 private:
  static std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
  }

  const NationFacts& f_;
  const PeerGroupDefinition& definition_;
  std::string many_;
  std::string pattern_;
  std::string head_;
};

void sort_as_listed(NationRows& rows, const std::vector<std::string>& order) {
  const auto place = [&](const NationRow& row) { return std::find(order.begin(), order.end(), row.id); };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const NationRow& a, const NationRow& b) { return place(a) < place(b); });
}

bool all_listed(const NationRows& rows, const std::vector<std::string>& order) {
  return std::all_of(rows.begin(), rows.end(), [&](const NationRow& row) {
    return std::find(order.begin(), order.end(), row.id) != order.end();
  });
}

}  // namespace

std::optional<NationGroups> nation_groups(const NationFacts& f, const FigureChoice& choice) {
  const auto& definitions = f.survey.peer_groups;
  const auto found = std::find_if(definitions.begin(), definitions.end(),
                                  [&](const PeerGroupDefinition& d) { return d.id == choice.group; });
  if (found == definitions.end()) return std::nullopt;
  const GroupNames names(f, *found, choice);
  NationGroups groups{names.head(), names.many(), {}};
  for (const GroupKey& key : f.statistics.groups(f.year)) {
    if (key.definition != static_cast<int>(found - definitions.begin()) || key.type != f.type) continue;
    groups.rows.push_back({key.value.empty() ? found->id : key.value, names.name(key.value), names.in_text(key.value),
                           f.statistics.group_result(f.year, key, kTotal)});
  }
  if (groups.rows.empty()) return std::nullopt;
  if (all_listed(groups.rows, found->value_order)) sort_as_listed(groups.rows, found->value_order);
  else sort_by_median(groups.rows);
  return groups;
}

}  // namespace mognad
