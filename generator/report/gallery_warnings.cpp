#include "report/gallery_warnings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/response_words.h"
#include "report/sections.h"

namespace mognad {
namespace {

enum class WarningKind { few, withheld, missing_data, dropped, outdated, failed, absent };

/// Keys stay the same from year to year: pages keep filters by them.
GalleryChoice choice_of(WarningKind kind, const Words& words) {
  switch (kind) {
    case WarningKind::few: return {"few_respondents", words.say("gallery_facts.few")};
    case WarningKind::withheld: return {"withheld_group", words.say("gallery_facts.withheld")};
    case WarningKind::missing_data: return {"missing_data", words.say("gallery_facts.missing_data")};
    case WarningKind::dropped: return {"dropped_label", words.say("gallery_facts.dropped")};
    case WarningKind::outdated: return {"outdated", words.say("gallery_facts.outdated")};
    case WarningKind::failed: return {"failed", words.say("gallery_facts.failed")};
    case WarningKind::absent: break;
  }
  return {"missing", words.say("gallery_facts.absent")};
}

class DataWarnings {
 public:
  explicit DataWarnings(const ReportFacts& f) : f_(f) {}

  std::vector<GalleryWarning> run() {
    const Measurement* m = f_.measurement(f_.year);
    if (m) look_at_answers(*m);
    if (f_.has_results) {
      look_at_results();
      look_at_groups();
      look_at_units();
    }
    if (m) look_for_missing(*m);
    return std::move(warnings_);
  }

 private:
  void add(WarningKind kind, std::string text) { warnings_.push_back({choice_of(kind, f_.words), std::move(text)}); }
  void add_list(WarningKind kind, const char* key, const std::vector<std::string>& names) {
    if (!names.empty()) add(kind, f_.words.say(key, {{"list", fmt::format("{}", fmt::join(names, ", "))}}));
  }

  /// Names of the total, dimensions and categories for which it is so.
  template <class Is>
  std::vector<std::string> nodes(Is is) const {
    std::vector<std::string> names;
    for (const NodeIndex node : f_.main_nodes)
      if (is(f_.own[static_cast<std::size_t>(node)])) names.push_back(f_.node_text(node));
    return names;
  }

  void look_at_answers(const Measurement& m) {
    const DisclosurePolicy& policy = f_.survey.disclosure;
    if (!f_.has_results) {
      const auto& least = f_.words.count(policy.minimum_respondents);
      add(WarningKind::few, f_.words.say("gallery_facts.few_results", {{"least", least}}));
      return;
    }
    if (m.respondents < policy.interval_from)
      add(WarningKind::few,
          f_.words.say("gallery_facts.few_interval", {{"number", m.respondents},
                                                      {"respondents", f_.words.count(m.respondents)},
                                                      {"least", f_.words.count(policy.interval_from)}}));
    if (m.invited && 2 * m.respondents < *m.invited)
      add(WarningKind::few, f_.words.say("gallery_facts.few_rate", {{"rate", rate_words(f_, m)}}));
  }

  void look_at_results() {
    add_list(WarningKind::withheld, "gallery_facts.withheld_results",
             nodes([](const NodeResult& result) { return result.value.withheld(); }));
  }

  void look_at_groups() {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < f_.survey.peer_groups.size(); ++i) {
      const int definition = static_cast<int>(i);
      if (!f_.statistics.has_group(f_.organisation, f_.year, definition)) continue;
      if (f_.statistics.peers(f_.organisation, f_.year, definition, kTotal).median.withheld())
        names.push_back(peer_group_name(f_, f_.survey.peer_groups[i]));
    }
    add_list(WarningKind::withheld, "gallery_facts.withheld_groups", names);
  }

  void look_at_units() {
    std::vector<std::string> names;
    for (const UnitResult& unit : f_.statistics.units(f_.organisation, f_.year))
      if (unit.nodes[kTotal].value.withheld()) names.push_back(f_.unit_name(unit.unit));
    add_list(WarningKind::withheld, "gallery_facts.withheld_units", names);
  }

  void look_for_missing(const Measurement& m) {
    if (!m.invited) add(WarningKind::missing_data, f_.words.say("gallery_facts.missing_invited"));
    if (!f_.has_results) return;
    add_list(WarningKind::missing_data, "gallery_facts.missing_answers", nodes([](const NodeResult& result) {
               return !result.value && result.value.reason() == Missing::no_answer;
             }));
    if (f_.computed_elsewhere) return;
    std::vector<std::string> partly;
    for (const NodeIndex node : f_.categories)
      if (f_.value(node) && !f_.own[static_cast<std::size_t>(node)].complete) partly.push_back(f_.node_text(node));
    add_list(WarningKind::missing_data, "gallery_facts.missing_partly", partly);
  }

  const ReportFacts& f_;
  std::vector<GalleryWarning> warnings_;
};

}  // namespace

std::vector<GalleryWarning> data_warnings(const ReportFacts& facts) { return DataWarnings(facts).run(); }

std::vector<GalleryWarning> dropped_label_warnings(const std::vector<std::string>& labels, const Words& words) {
  if (labels.empty()) return {};
  std::vector<std::string> each = labels;
  std::sort(each.begin(), each.end());
  each.erase(std::unique(each.begin(), each.end()), each.end());
  const std::string list = fmt::format("{}", fmt::join(each, ", "));
  return {{choice_of(WarningKind::dropped, words), words.say("gallery_facts.dropped_labels", {{"list", list}})}};
}

std::vector<GalleryWarning> file_warnings(FileStanding standing, const std::string& reason, const Words& words) {
  switch (standing) {
    case FileStanding::current: break;
    case FileStanding::outdated:
      return {{choice_of(WarningKind::outdated, words), words.say("gallery_facts.outdated_file")}};
    case FileStanding::failed:
      return {{choice_of(WarningKind::failed, words),
               reason.empty() ? words.say("gallery_facts.failed_unknown")
                              : words.say("gallery_facts.failed_because", {{"reason", reason}})}};
    case FileStanding::missing:
      return {{choice_of(WarningKind::absent, words), words.say("gallery_facts.absent_file")}};
  }
  return {};
}

}  // namespace mognad
