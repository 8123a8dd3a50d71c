#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

/// What is said of statements besides their wording.
struct StatementMarks {
  bool reversed = false;
  int illustrative = 0;
  int statements = 0;
  bool withheld = false;
};

std::vector<NodeIndex> statements_of(const Model& model, NodeIndex above) {
  std::vector<NodeIndex> found;
  for (NodeIndex i = above; i < model.node(above).end; ++i)
    if (model.node(i).level == Level::statement) found.push_back(i);
  return found;
}

AnswerBar answer_bar(const ReportFacts& f, NodeIndex statement, StatementMarks& marks) {
  const Node& node = f.model.node(statement);
  const AnswerDistribution answers = f.statistics.answers(f.organisation, f.year, statement);
  AnswerBar bar{f.text(node.name), answers.counts, f.number(f.value(statement)), ""};
  if (node.reversed) bar.text += " †";
  marks.reversed = marks.reversed || node.reversed;
  if (node.illustrative) ++marks.illustrative;
  ++marks.statements;
  bar.answered =
      answers.counts.empty() ? std::string(symbol_of(answers.agreement.reason())) : f.words.whole(answers.answered);
  marks.withheld = marks.withheld || (answers.counts.empty() && answers.agreement.withheld());
  return bar;
}

/// What one page holds. Nothing is split but a category of more statements than that.
constexpr std::size_t kMostBars = 16;

/// The categories of a dimension in figures that fit a page.
std::vector<std::vector<AnswerGroup>> groups_of(const ReportFacts& f, NodeIndex dimension, StatementMarks& marks) {
  std::vector<std::vector<AnswerGroup>> figures;
  std::size_t room = 0;
  for (const NodeIndex category : f.model.children(dimension)) {
    const std::vector<NodeIndex> statements = statements_of(f.model, category);
    // A category that nobody has answered has nothing to show; what is withheld keeps its place.
    if (std::none_of(statements.begin(), statements.end(), [&](NodeIndex statement) {
          const AnswerDistribution answers = f.statistics.answers(f.organisation, f.year, statement);
          return !answers.counts.empty() || answers.agreement.withheld();
        }))
      continue;
    AnswerGroup group{f.node_short(category), f.number(f.value(category)), {}};
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const bool splits = statements.size() > kMostBars && i > 0 && room == 0;
      if ((i == 0 && statements.size() > room) || splits) {
        if (!group.bars.empty()) figures.back().push_back(std::exchange(group, {group.name, group.mean, {}}));
        figures.emplace_back();
        room = kMostBars;
      }
      group.bars.push_back(answer_bar(f, statements[i], marks));
      --room;
    }
    figures.back().push_back(std::move(group));
  }
  return figures;
}

Figure figure_of(const ReportFacts& f, NodeIndex dimension, std::vector<AnswerGroup> groups) {
  AnswerBarsData data;
  data.stem = f.text(f.model.stem);
  data.lowest = f.text(f.model.scale.front().label);
  data.highest = f.text(f.model.scale.back().label);
  data.mean_head = f.words.say("answers.mean");
  data.count_head = f.words.say("answers.count");
  for (const ScaleStep& step : f.model.scale) data.steps.push_back(std::to_string(step.value));
  int count = 0;
  for (const AnswerGroup& group : groups) count += static_cast<int>(group.bars.size());
  data.groups = std::move(groups);
  Figure figure;
  const std::string value = f.number(f.value(dimension));
  figure.title = f.words.say("answers.title", {{"part", f.node_name(dimension)}, {"value", value}});
  figure.subtitle = f.words.say("answers.subtitle", {{"count", count}});
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  return figure;
}

std::string caption(const ReportFacts& f, const StatementMarks& marks) {
  const bool even = f.model.scale.size() % 2 == 0;
  std::string text = even ? f.words.say("answers.line") + " " : "";
  text += f.words.say("answers.caption");
  if (marks.reversed) text += " " + f.words.say("answers.reversed");
  if (marks.illustrative > 0)
    text += " " + f.words.say("answers.illustrative",
                              {{"count", f.words.whole(marks.illustrative)}, {"all", f.words.whole(marks.statements)}});
  if (marks.withheld)
    text += " " + f.words.say("answers.withheld", {{"least", f.words.whole(f.survey.disclosure.distribution_from)}});
  return text + " " + f.words.say("common.source", {{"source", fmt::format("{} {}", f.text(f.survey.source), f.year)}});
}

}  // namespace

std::optional<Section> answers_section(const ReportFacts& f) {
  if (!f.has_results || f.computed_elsewhere) return std::nullopt;
  const std::vector<NodeIndex> capabilities = f.model.at(Level::capability);
  const NodeIndex high = f.highest(capabilities), low = f.lowest(capabilities);
  if (high == kNoNode) return std::nullopt;
  Section section;
  section.message = high == low
                        ? f.words.say("answers.message_plain")
                        : f.words.say("answers.message", {{"high", f.node_text(high)}, {"low", f.node_text(low)}});
  StatementMarks marks;
  for (const NodeIndex dimension : f.dimensions)
    for (std::vector<AnswerGroup>& groups : groups_of(f, dimension, marks))
      section.blocks.push_back(figure_of(f, dimension, std::move(groups)));
  if (section.blocks.empty()) return std::nullopt;
  Figure& last = std::get<Figure>(section.blocks.back());
  last.caption = caption(f, marks);
  last.see = Reference{.section = SectionKind::tables};
  return section;
}

}  // namespace mognad
