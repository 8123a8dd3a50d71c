#include <fmt/format.h>

#include "report/method_blocks.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

Paragraph in_column(std::string text) { return Paragraph{{{std::move(text)}}, Paragraph::Kind::column}; }

std::string disclosure_words(const NationFacts& f) {
  const DisclosurePolicy& policy = f.survey.disclosure;
  return f.words.say("status.disclosure", {{"others", f.words.count(policy.minimum_others)},
                                           {"respondents", f.words.count(policy.minimum_respondents)},
                                           {"quartiles", f.words.whole(policy.quartiles_from)},
                                           {"peers", f.peers_many}}) +
         (named_participants(f.inputs).empty() ? " " + f.words.say("status.names_left_out") : std::string());
}

std::string mean_words(const NationFacts& f) {
  const char* key = f.survey.national_weight.empty() ? "status.mean_unweighted" : "status.mean_weighted";
  return f.words.say(key, {{"peers", f.peers_genitive}, {"one", f.peers_one}, {"weight", f.survey.national_weight}});
}

bool shows(const StatusFacts& facts, FigureKind kind) {
  for (const NationalFigure& figure : facts.figures)
    if (figure.kind == kind) return true;
  return false;
}

List assumptions(const NationFacts& f) {
  List list{.kind = Paragraph::Kind::column};
  for (const LocalText& assumption : f.model.assumptions) list.items.push_back({{f.text(assumption)}});
  return list;
}

List all_sources(const NationFacts& f) {
  List list{.kind = Paragraph::Kind::column};
  const std::string years =
      f.years.size() < 2 ? std::to_string(f.year) : fmt::format("{}–{}", f.years.front(), f.years.back());
  list.items.push_back({{fmt::format("{} {}.", capitalised(f.text(f.survey.source)), years)}});
  list.items.push_back({{f.text(f.model.source)}});
  for (const LocalText& source : f.survey.sources) list.items.push_back({{f.text(source)}});
  return list;
}

std::string percent(double share, const Words& words) { return words.number(share * 100, 0); }

std::string missing_words(const NationFacts& f) {
  const MinimumShares& least = f.model.minimum_share;
  return f.words.say("status.missing_text", {{"capability", percent(least.capability, f.words)},
                                             {"category", percent(least.category, f.words)},
                                             {"dimension", percent(least.dimension, f.words)},
                                             {"total", percent(least.total, f.words)}});
}

/// What is said of a kind of figure only where the report has one.
Blocks method_of_figures(const StatusFacts& facts) {
  const Words& words = facts.words();
  Blocks blocks;
  const auto add = [&](const char* heading, const char* text) {
    blocks.push_back(Heading{words.say(heading)});
    blocks.push_back(
        in_column(words.say(text, {{"peers", facts.nation.peers_many},
                                   {"genitive", facts.nation.peers_genitive},
                                   {"least", words.count(facts.nation.survey.disclosure.minimum_others)}})));
  };
  if (shows(facts, FigureKind::change)) add("status.matched", "status.matched_text");
  if (shows(facts, FigureKind::moves)) add("status.moves", "status.moves_text");
  if (shows(facts, FigureKind::correlation)) add("status.correlation", "status.correlation_text");
  if (shows(facts, FigureKind::agreement)) add("status.agreement", "status.agreement_text");
  return blocks;
}

}  // namespace

std::optional<Section> status_method(const StatusFacts& facts, const StatusSectionChoice&) {
  const NationFacts& f = facts.nation;
  const Words& words = f.words;
  Section section;
  section.message = words.say("method.message");
  Columns first{Columns::Split::halves, false, {}};
  first.columns = {{Heading{words.say("method.measures")}, in_column(f.text(f.model.measures))},
                   {Heading{words.say("status.mean")}, in_column(mean_words(f))}};
  section.blocks.push_back(std::move(first));
  section.blocks.push_back(Heading{words.say("method.formula")});
  const std::string low = words.whole(f.model.lowest_step()),
                    range = words.whole(f.model.highest_step() - f.model.lowest_step());
  section.blocks.push_back(Paragraph{
      {{words.say("method.formula_text", {{"low", low}, {"range", range}}) + " " + words.say("common.rounding")}}});
  section.blocks.push_back(formula_figure(f.model, words));
  section.blocks.push_back(Columns{Columns::Split::halves,
                                   false,
                                   {{Heading{words.say("status.protection")}, in_column(disclosure_words(f))},
                                    {Heading{words.say("status.missing")}, in_column(missing_words(f))}}});
  Blocks left;
  if (!f.model.assumptions.empty()) left = {Heading{words.say("method.assumptions")}, assumptions(f)};
  left.push_back(Heading{words.say("method.sources")});
  left.push_back(all_sources(f));
  left.push_back(Heading{words.say("method.symbols")});
  left.push_back(symbols_table(words));
  Blocks right = method_of_figures(facts);
  section.blocks.push_back(Columns{Columns::Split::halves, false, {std::move(left), std::move(right)}});
  return section;
}

}  // namespace mognad
