#include <fmt/format.h>

#include <algorithm>

#include "charts/charts.h"
#include "report/figure_builders.h"
#include "report/printed_extremes.h"

namespace mognad {
namespace {

/// What a page holds; a figure with more goes on in another.
constexpr std::size_t kMostStatements = 16;

struct NationStatement {
  NodeIndex node = kNoNode;
  AnswerDistribution answers;
};

struct NationCategory {
  NodeIndex node = kNoNode;
  std::vector<NationStatement> statements;
};

/// Statements under a category that have been answered, or whose answers are withheld while others' are shown.
NationCategory category_of(const NationFacts& f, NodeIndex node) {
  NationCategory category{node, {}};
  for (NodeIndex i = node; i < f.model.node(node).end; ++i)
    if (f.model.node(i).level == Level::statement && f.means[static_cast<std::size_t>(i)].organisations > 0)
      category.statements.push_back({i, f.statistics.national_answers(f.type, f.year, i)});
  return category;
}

/// The categories of a dimension in parts of at most kMostStatements statements; only a category that is larger is
/// split.
std::vector<std::vector<NationCategory>> parts_of(const NationFacts& f, NodeIndex dimension) {
  std::vector<std::vector<NationCategory>> parts;
  std::size_t bars = kMostStatements;
  for (const NodeIndex node : f.model.children(dimension)) {
    const NationCategory category = category_of(f, node);
    for (std::size_t from = 0; from < category.statements.size(); from += kMostStatements) {
      const std::size_t count = std::min(kMostStatements, category.statements.size() - from);
      if (bars + count > kMostStatements) parts.emplace_back(), bars = 0;
      const auto first = category.statements.begin() + static_cast<std::ptrdiff_t>(from);
      parts.back().push_back({node, {first, first + static_cast<std::ptrdiff_t>(count)}});
      bars += count;
    }
  }
  return parts;
}

/// How the statements of a dimension were answered.
class StatementsFigure {
 public:
  StatementsFigure(const NationFacts& facts, const FigureChoice& choice, NodeIndex dimension,
                   std::vector<NationCategory> categories)
      : f_(facts), dimension_(dimension), categories_(std::move(categories)) {
    figure_ = begin_figure(f_, choice);
    figure_.name += "-" + file_part(f_.model.node(dimension));
    for (const NationCategory& category : categories_) {
      category_means_.push_back(f_.mean(category.node));
      for (const NationStatement& statement : category.statements) {
        statements_.push_back(&statement);
        statement_means_.push_back(f_.mean(statement.node));
      }
    }
  }

  /// `part` from 1: the second and later ones have it in their names.
  NationalFigures run(int part) {
    if (std::all_of(statements_.begin(), statements_.end(),
                    [](const NationStatement* statement) { return statement->answers.counts.empty(); }))
      return {};
    if (part > 1) figure_.name += fmt::format("-{}", part);
    figure_.count = f_.count_of(f_.means[static_cast<std::size_t>(dimension_)].organisations);
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    figure_.figure.subtitle =
        f_.words.say("nation_statements.subtitle", {{"count", static_cast<int>(statements_.size())},
                                                    {"organisations", figure_.count},
                                                    {"year", std::to_string(f_.year)}});
    figure_.figure.caption = caption();
    figure_.sentences = sentences();
    add_data();
    figure_.figure.chart = chart();
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    return {std::move(figure_)};
  }

 private:
  std::string wording(NodeIndex statement) const {
    const Node& node = f_.model.node(statement);
    return f_.text(node.name) + (node.reversed ? " †" : "");
  }

  std::string finding() const {
    const Measured& mean = f_.mean(dimension_);
    return f_.words.say(
        mean ? "nation_statements.finding" : "nation_statements.finding_plain",
        {{"part", f_.node_text(dimension_)}, {"value", f_.number(mean)}, {"definite", f_.peers_definite}});
  }

  std::string title() const {
    const PrintedExtremes extremes = printed_extremes(category_means_, 1);
    if (!extremes.apart() || extremes.hidden > 0)
      return f_.words.say("nation_statements.title_plain", {{"part", f_.node_text(dimension_)}});
    const NodeIndex high = categories_[extremes.high].node, low = categories_[extremes.low].node;
    return f_.words.say("nation_statements.title", {{"part", f_.node_name(dimension_)},
                                                    {"high", uncapitalised(f_.node_text(high))},
                                                    {"high_value", f_.number(f_.mean(high))},
                                                    {"low", uncapitalised(f_.node_text(low))},
                                                    {"low_value", f_.number(f_.mean(low))}});
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> said;
    const PrintedExtremes extremes = printed_extremes(statement_means_, 1);
    const auto statement = [&](const char* key, std::size_t i) {
      std::string wording = f_.text(f_.model.node(statements_[i]->node).name);
      if (wording.ends_with('.')) wording.pop_back();  // the sentence around it has its own
      said.push_back(f_.words.say(
          key, {{"hidden", extremes.hidden}, {"statement", wording}, {"value", f_.number(statement_means_[i])}}));
    };
    if (extremes.known > 1 && extremes.high_alone) statement("nation_statements.highest", extremes.high);
    if (extremes.known > 1 && extremes.low_alone) statement("nation_statements.lowest", extremes.low);
    said.push_back(answered_sentence());
    if (!f_.survey.national_weight.empty())  // that means are of organisations alike stands in the caption
      said.push_back(f_.words.say("nation_statements.weighted", {{"peers", f_.peers_many}}));
    return said;
  }

  std::string answered_sentence() const {
    int least = 0, most = 0;
    for (const NationStatement* statement : statements_) {
      const int answered = statement->answers.answered;
      if (statement->answers.counts.empty()) continue;
      if (most == 0 || answered < least) least = answered;
      most = std::max(most, answered);
    }
    const std::string from = f_.words.whole(least), to = f_.words.whole(most);
    return f_.words.say(least == most ? "nation_statements.answered_alike" : "nation_statements.answered",
                        {{"least", from}, {"most", to}});
  }

  AnswerBarsData chart() const {
    AnswerBarsData data;
    data.stem = f_.text(f_.model.stem);
    data.lowest = f_.text(f_.model.scale.front().label);
    data.highest = f_.text(f_.model.scale.back().label);
    data.mean_head = f_.words.say("answers.mean");
    data.count_head = f_.words.say("answers.count");
    for (const ScaleStep& step : f_.model.scale) data.steps.push_back(std::to_string(step.value));
    for (const NationCategory& category : categories_) {
      data.groups.push_back({f_.node_short(category.node), f_.number(f_.mean(category.node)), {}});
      for (const NationStatement& statement : category.statements)
        data.groups.back().bars.push_back(
            {wording(statement.node), statement.answers.counts, f_.number(f_.mean(statement.node)),
             statement.answers.counts.empty() ? std::string(symbol_of(Missing::withheld))
                                              : f_.words.whole(statement.answers.answered)});
    }
    return data;
  }

  std::string caption() const {
    bool reversed = false, withheld = false;
    int illustrative = 0;
    for (const NationStatement* statement : statements_) {
      reversed = reversed || f_.model.node(statement->node).reversed;
      withheld = withheld || statement->answers.counts.empty() || !f_.mean(statement->node);
      if (f_.model.node(statement->node).illustrative) ++illustrative;
    }
    std::string text = f_.model.scale.size() % 2 == 0 ? f_.words.say("answers.line") + " " : "";
    text += f_.words.say("nation_statements.caption") + " ";
    if (reversed) text += f_.words.say("answers.reversed") + " ";
    if (illustrative > 0)
      text += f_.words.say("answers.illustrative", {{"count", f_.words.whole(illustrative)},
                                                    {"all", f_.words.whole(static_cast<int>(statements_.size()))}}) +
              " ";
    if (withheld) text += f_.words.say("nation_statements.withheld", {{"peers", f_.peers_many}}) + " ";
    return text + figure_.source;
  }

  void add_data() {
    FigureData& data = figure_.data;
    data.row_head = f_.words.say("tables.statement");
    for (const ScaleStep& step : f_.model.scale)
      data.columns.push_back({fmt::format("step_{}", step.value),
                              f_.words.say("nation_statements.step", {{"step", std::to_string(step.value)}}),
                              DataColumn::Kind::share});
    data.columns.push_back({"mean", f_.words.say("answers.mean"), DataColumn::Kind::index});
    data.columns.push_back({"n", f_.words.say("answers.count"), DataColumn::Kind::count});
    data.columns.push_back({"organisations", capitalised(f_.peers_many), DataColumn::Kind::count});
    data.rows.push_back(head_row(dimension_));
    for (const NationCategory& category : categories_) {
      data.rows.push_back(head_row(category.node));
      for (const NationStatement& statement : category.statements) data.rows.push_back(row_of(statement));
    }
  }

  Measured organisations(NodeIndex node) const {
    const NationalMean& mean = f_.means[static_cast<std::size_t>(node)];
    return mean.mean ? Measured(mean.organisations) : mean.mean;
  }

  /// Of what has a mean alone.
  DataRow head_row(NodeIndex node) const {
    const Measured none = Missing::not_applicable;
    DataRow row{f_.model.node(node).id, f_.node_name(node), {}, true};
    row.cells.assign(f_.model.scale.size(), none);
    for (const Measured& cell : {f_.mean(node), none, organisations(node)}) row.cells.emplace_back(cell);
    return row;
  }

  DataRow row_of(const NationStatement& statement) const {
    DataRow row{f_.model.node(statement.node).id, wording(statement.node), {}};
    const AnswerDistribution& answers = statement.answers;
    const Measured hidden = Missing::withheld;
    for (std::size_t step = 0; step < f_.model.scale.size(); ++step)
      row.cells.emplace_back(answers.counts.empty() ? hidden
                                                    : Measured(100.0 * answers.counts[step] / answers.answered));
    row.cells.emplace_back(f_.mean(statement.node));
    row.cells.emplace_back(answers.counts.empty() ? hidden : Measured(answers.answered));
    row.cells.emplace_back(organisations(statement.node));
    return row;
  }

  const NationFacts& f_;
  NodeIndex dimension_;
  std::vector<NationCategory> categories_;
  std::vector<Measured> category_means_, statement_means_;
  std::vector<const NationStatement*> statements_;
  NationalFigure figure_;
};

}  // namespace

NationalFigures statements_figures(const NationFacts& f, const FigureChoice& choice) {
  NationalFigures figures;
  for (const NodeIndex dimension : f.dimensions) {
    int part = 0;
    for (std::vector<NationCategory>& categories : parts_of(f, dimension))
      for (NationalFigure& figure : StatementsFigure(f, choice, dimension, std::move(categories)).run(++part))
        figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace mognad
