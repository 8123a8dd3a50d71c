#include "report/findings.h"

#include <cmath>
#include <utility>

namespace mognad {
namespace {

/// "Effektivitet är starkast. 56,4 procent, 7,1 procentenheter över kommunernas median. Systemförvaltning drar upp
/// mest."
RichText category_item(const ReportFacts& f, NodeIndex node, bool strong) {
  const std::string name = capitalised(f.node_text(node));
  RichText text{{f.words.say(strong ? "summary.strongest" : "summary.weakest", {{"category", name}}) + " ", true}};
  const PeerResult& peer = f.peer(node);
  const std::string value = f.number(f.value(node));
  std::string rest;
  if (peer.median) {
    const double distance = f.value(node).number() - peer.median.number();
    const std::string by = f.words.number(std::fabs(distance), 1);
    const char* key = std::fabs(distance) < 0.05 ? "summary.value_at"
                      : distance > 0             ? "summary.value_above"
                                                 : "summary.value_below";
    rest = f.words.say(key, {{"value", value}, {"points", by}, {"peers", f.peers_genitive}});
  } else {
    rest = f.words.say("summary.value_only", {{"value", value}});
  }
  const std::vector<NodeIndex> parts = f.model.children(node);
  const NodeIndex part = strong ? f.highest(parts) : f.lowest(parts);
  if (parts.size() > 1 && part != kNoNode)
    rest += " " + f.words.say(strong ? "summary.pulls_up" : "summary.pulls_down",
                              {{"capability", capitalised(f.node_text(part))}});
  text.push_back({rest, false});
  return text;
}

/// Empty where the change of no dimension is known.
RichText change_item(const ReportFacts& f) {
  if (!f.earlier_year) {
    return {{f.words.say("summary.baseline") + " ", true}, {f.words.say("summary.baseline_more"), false}};
  }
  std::string clear, chance, untested;
  for (const NodeIndex node : f.dimensions) {
    const NodeChange& change = f.change(node);
    if (!change.points) continue;
    const std::string by = f.words.signed_number(change.points, 1);
    std::string& list = change.certainty == Certainty::clear           ? clear
                        : change.certainty == Certainty::within_chance ? chance
                                                                       : untested;
    list +=
        (list.empty() ? "" : ", ") + f.words.say("summary.change_of", {{"node", f.node_text(node)}, {"points", by}});
  }
  const std::string since = std::to_string(*f.earlier_year);
  if (clear.empty() && chance.empty() && untested.empty()) return {};
  const char* head = !clear.empty()   ? "summary.some_clear_change"
                     : chance.empty() ? "summary.untested_change"
                                      : "summary.no_clear_change";
  RichText text{{f.words.say(head, {{"year", since}}) + " ", true}};
  std::string rest;
  const auto add = [&](const std::string& list, std::string sentence) {
    if (!list.empty()) rest += (rest.empty() ? "" : " ") + capitalised(sentence);
  };
  add(clear, f.words.say("summary.clear_list", {{"list", clear}}));
  add(chance, f.words.say("summary.chance_list", {{"list", chance}}));
  add(untested, f.words.say("summary.untested_list", {{"list", untested}}));
  text.push_back({rest, false});
  return text;
}

}  // namespace

std::vector<RichText> findings(const ReportFacts& f) {
  const NodeIndex strongest = f.highest(f.categories), weakest = f.lowest(f.categories);
  std::vector<RichText> found;
  // Where all are level, or there is one, none is strongest.
  const bool differ = strongest != weakest;
  if (strongest != kNoNode && differ) found.push_back(category_item(f, strongest, true));
  if (RichText change = change_item(f); !change.empty()) found.push_back(std::move(change));
  if (weakest != kNoNode && differ) found.push_back(category_item(f, weakest, false));
  return found;
}

}  // namespace mognad
