#include <algorithm>

#include "report/named_text.h"
#include "report/sections.h"

namespace mognad {
namespace {

constexpr std::size_t kAreas = 3;

/// The categories with the lowest results, the lowest first; of equals the first in the model.
std::vector<NodeIndex> weakest_categories(const ReportFacts& f) {
  std::vector<NodeIndex> nodes;
  for (const NodeIndex node : f.categories)
    if (f.value(node)) nodes.push_back(node);
  std::stable_sort(nodes.begin(), nodes.end(),
                   [&](NodeIndex a, NodeIndex b) { return f.value(a).number() < f.value(b).number(); });
  // Half of few, so that none is both among the strongest and here.
  nodes.resize(std::min(kAreas, (nodes.size() + 1) / 2));
  return nodes;
}

Paragraph column(RichText text) { return {std::move(text), Paragraph::Kind::column}; }

/// What to do in each of the weakest categories, as the model says; nothing where it says nothing.
Columns recommendations(const ReportFacts& f, const std::vector<NodeIndex>& weakest) {
  Columns thirds{Columns::Split::thirds, true, {}};
  for (const NodeIndex node : weakest) {
    const Node& n = f.model.node(node);
    if (n.advice.empty()) continue;
    Blocks blocks;
    const std::string value = f.number(f.value(node));
    blocks.push_back(
        column({{f.words.say("actions.value", {{"category", f.node_short(node)}, {"value", value}}), false}}));
    blocks.push_back(column({{f.text(n.advice), true}}));
    if (!n.action.empty()) blocks.push_back(column({{f.text(n.action), false}}));
    thirds.columns.push_back(std::move(blocks));
  }
  return thirds;
}

bool below(const Model& model, NodeIndex node, NodeIndex above) {
  return node != kNoNode && node >= above && node < model.node(above).end;
}

/// What others have done in the weakest categories: the weakest first, organisations of the same type first, one from
/// each organisation.
std::vector<const Initiative*> initiatives_of_others(const ReportFacts& f, const std::vector<NodeIndex>& weakest) {
  std::vector<const Initiative*> found;
  for (const NodeIndex category : weakest)
    for (const bool same_type : {true, false})
      for (const Initiative& initiative : f.inputs.dataset.initiatives) {
        const Organisation& who = f.inputs.dataset.organisations[static_cast<std::size_t>(initiative.organisation)];
        if (initiative.organisation == f.organisation || (who.type == f.self().type) != same_type) continue;
        if (!below(f.model, f.model.find(initiative.node), category)) continue;
        const bool known = std::any_of(found.begin(), found.end(), [&](const Initiative* other) {
          return other->organisation == initiative.organisation;
        });
        if (!known) found.push_back(&initiative);
      }
  if (found.size() > kAreas) found.resize(kAreas);
  return found;
}

Columns initiative_columns(const ReportFacts& f, const std::vector<const Initiative*>& initiatives) {
  Columns thirds{Columns::Split::thirds, true, {}};
  for (const Initiative* initiative : initiatives) {
    const Organisation& who = f.inputs.dataset.organisations[static_cast<std::size_t>(initiative->organisation)];
    const std::string& part = f.node_short(f.model.find(initiative->node));
    TextSpan title{f.text(initiative->title), true, std::nullopt, initiative->title.other_language(f.words.tag())};
    if (!initiative->link.empty()) title.link = LinkTarget{initiative->link, -1};
    thirds.columns.push_back(
        {column(with_name(f.words.say("actions.who", {{"name", who.formal_name}, {"part", part}}), who.formal_name,
                          who.code, f.name_language)),
         column({std::move(title)}),
         column({{f.text(initiative->text), false, std::nullopt, initiative->text.other_language(f.words.tag())}})});
  }
  return thirds;
}

Callout basis(const ReportFacts& f, const std::vector<NodeIndex>& weakest) {
  const int number = static_cast<int>(weakest.size());
  const std::string count = f.words.count(number);
  const std::string& many = f.level_words(Level::category);
  const Quadrant* quadrant = f.quadrant();
  if (!quadrant)
    return {
        {{f.words.say("actions.basis_plain", {{"count", count}, {"number", number}, {"categories", many}}), false}}};
  const std::string advice =
      f.words.say("actions.advice", {{"type", quadrant->id}, {"advice", f.text(quadrant->advice)}});
  const std::string from = f.words.say(
      "actions.basis", {{"type", quadrant->id}, {"count", count}, {"number", number}, {"categories", many}});
  return {{{advice + " ", true}, {from, false}}};
}

Plan plan(const ReportFacts& f, const std::vector<NodeIndex>& weakest) {
  Plan plan;
  plan.heads = {f.words.say("actions.area"), f.words.say("actions.we_shall"), f.words.say("actions.responsible"),
                f.words.say("actions.done"), f.words.say("actions.known_by")};
  for (const NodeIndex node : weakest) plan.areas.push_back(f.node_short(node));
  return plan;
}

}  // namespace

std::optional<Section> actions_section(const ReportFacts& f) {
  if (!f.has_results) return std::nullopt;
  const std::vector<NodeIndex> weakest = weakest_categories(f);
  if (weakest.empty()) return std::nullopt;
  Section section;
  section.message = f.words.say("actions.message", {{"category", f.node_text(weakest.front())}});
  section.blocks.push_back(basis(f, weakest));
  if (Columns thirds = recommendations(f, weakest); !thirds.columns.empty())
    section.blocks.push_back(std::move(thirds));
  if (const auto others = initiatives_of_others(f, weakest); !others.empty()) {
    section.blocks.push_back(Heading{f.words.say("actions.others")});
    section.blocks.push_back(initiative_columns(f, others));
  }
  section.blocks.push_back(Heading{f.words.say("actions.plan")});
  section.blocks.push_back(plan(f, weakest));
  return section;
}

}  // namespace mognad
