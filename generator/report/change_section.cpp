#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "report/sections.h"
#include "report/trend_figure.h"

namespace mognad {
namespace {

/// The next target, or where there is none the last one that has passed, of the first node that has any.
const TargetDistance* target_of_most_interest(const ReportFacts& f, const std::vector<TargetDistance>& all) {
  const TargetDistance* found = nullptr;
  for (const TargetDistance& t : all) {
    if (!t.value || t.target.year < f.years.front()) continue;
    const bool ahead = t.target.year >= f.year;
    const bool found_ahead = found && found->target.year >= f.year;
    const bool better = !found || (ahead && (!found_ahead || t.target.year < found->target.year)) ||
                        (!ahead && !found_ahead && t.target.year > found->target.year);
    if (better || (found->target.year == t.target.year && t.target.organisation >= 0 &&
                   found->target.organisation < 0 && t.target.node == found->target.node))
      found = &t;
  }
  return found;
}

/// "Målet för 2027 är 55 procent i digital mognad. Dit är det 5,5 procentenheter."
std::optional<Paragraph> target_paragraph(const ReportFacts& f) {
  const std::vector<TargetDistance> all = f.statistics.targets(f.organisation);
  const TargetDistance* t = target_of_most_interest(f, all);
  if (!t) return std::nullopt;
  const NodeIndex node = f.model.find(t->target.node);
  const bool reached = t->difference.number() >= 0;
  const char* key = t->target.year > f.year ? (reached ? "change.target_ahead_reached" : "change.target_ahead")
                    : reached               ? "change.target_reached"
                                            : "change.target_missed";
  const std::string value = f.number(Measured(t->target.value), 0), result = f.number(t->value);
  const std::string by = f.words.number(std::fabs(t->difference.number()), 1);
  return Paragraph{{{f.words.say(key, {{"year", std::to_string(t->target.year)},
                                       {"value", value},
                                       {"measure", f.node_text(node)},
                                       {"points", by},
                                       {"result", result}}),
                     false}}};
}

ChangesData changes_data(const ReportFacts& f) {
  ChangesData data;
  for (const NodeIndex node : f.main_nodes) {
    if (!f.has_value(node)) continue;
    const NodeChange& change = f.change(node);
    const Level level = f.model.node(node).level;
    ChangeRow row;
    row.name = f.node_short(node);
    row.part = level == Level::category;
    row.rule_above = level == Level::dimension;
    row.points = change.points;
    row.margin = change.margin;
    row.clear = change.certainty == Certainty::clear;
    row.points_text = f.words.signed_number(change.points, 1);
    row.verdict = change.broken ? f.words.say("change.broken") : certainty_words(f, change);
    data.rows.push_back(std::move(row));
  }
  return data;
}

Figure changes_figure(const ReportFacts& f) {
  int clear = 0, tested = 0;
  for (const NodeIndex node : f.main_nodes) {
    if (f.change(node).certainty != Certainty::untested) ++tested;
    if (f.change(node).certainty == Certainty::clear) ++clear;
  }
  const std::string since = std::to_string(*f.earlier_year), now = std::to_string(f.year);
  const std::string clear_words = f.words.count(clear), tested_words = f.words.count(tested);
  Figure figure;
  figure.title = tested == 0 ? f.words.say("change.list_untested", {{"year", since}})
                             : capitalised(f.words.say("change.list", {{"clear", clear},
                                                                       {"clear_words", clear_words},
                                                                       {"tested", tested_words},
                                                                       {"number", tested},
                                                                       {"year", since}}));
  figure.subtitle = f.words.say(tested == 0 ? "change.list_subtitle_untested" : "change.list_subtitle",
                                {{"from", since}, {"to", now}});
  figure.chart = changes_data(f);
  figure.see = Reference{.section = SectionKind::tables};
  figure.description = describe(figure.chart, f.words);
  figure.caption = f.words.say(tested == 0 ? "change.caption_untested" : "change.caption",
                               {{"before", f.words.whole(f.measurement(*f.earlier_year)->respondents)},
                                {"from", since},
                                {"after", f.words.whole(f.measurement(f.year)->respondents)},
                                {"to", now}}) +
                   " " + f.words.say("common.source", {{"source", f.source_years()}});
  return figure;
}

std::string message(const ReportFacts& f) {
  const NodeChange& change = f.change(kTotal);
  const std::string since = std::to_string(*f.earlier_year);
  const std::string measure = capitalised(f.node_definite(kTotal));
  if (!change.points || change.certainty == Certainty::untested) {
    const bool parts = std::any_of(f.changes.begin(), f.changes.end(),
                                   [](const NodeChange& part) { return part.certainty != Certainty::untested; });
    return f.words.say(parts ? "change.message_parts" : "change.message_untested", {{"year", since}});
  }
  if (change.certainty == Certainty::within_chance)
    return f.words.say("change.message_chance", {{"measure", measure}, {"year", since}});
  return f.words.say(change.points.number() > 0 ? "change.message_up" : "change.message_down",
                     {{"measure", measure}, {"year", since}});
}

}  // namespace

std::optional<Section> change_section(const ReportFacts& f) {
  if (!f.has_results || !f.earlier_year) return std::nullopt;
  Section section;
  section.message = message(f);
  if (auto target = target_paragraph(f)) section.blocks.push_back(std::move(*target));
  section.blocks.push_back(trend_figure(f));
  section.blocks.push_back(changes_figure(f));
  return section;
}

}  // namespace mognad
