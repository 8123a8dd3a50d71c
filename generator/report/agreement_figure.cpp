#include <fmt/format.h>

#include <algorithm>

#include "base/rounding.h"
#include "report/figure_builders.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

constexpr int kDecimals = 2;  // of r_wg
constexpr double kWholeScale = 100;

/// How much respondents of the same organisation agree, a row for each statement below one dimension: thirty statements
/// in full are more than a page holds.
class AgreementBelow {
 public:
  AgreementBelow(const NationFacts& f, NodeIndex dimension) : f_(f), dimension_(dimension) {
    const Node& top = f.model.node(dimension);
    for (NodeIndex node = dimension; node < top.end; ++node)
      if (f.model.node(node).level == Level::statement) {
        statements_.push_back(node);
        rows_.push_back({f.model.node(node).id, f.node_name(node), f.node_text(f.model.node(node).parent),
                         f.statistics.agreement_within(f.type, f.year, node)});
      }
    extremes_ = extremes_of(rows_, kDecimals);
  }

  bool empty() const { return extremes_.shown == 0; }

  /// The most organisations that any of the rows rests on.
  int organisations() const {
    int most = 0;
    for (const NationRow& row : rows_) most = std::max(most, row.result.organisations);
    return most;
  }

  ScaleRowsData chart() const {
    ScaleRowsData chart;
    NodeIndex category = kNoNode;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const GroupResult& result = rows_[i].result;
      const NodeIndex own = category_of(statements_[i]);
      chart.rows.push_back({.name = quoted(rows_[i]),
                            .median = on_scale(result.median),
                            .lower = on_scale(result.lower_quartile),
                            .upper = on_scale(result.upper_quartile),
                            .value = f_.number(result.median, kDecimals),
                            .rule_above = category != kNoNode && own != category});
      category = own;
    }
    chart.name_head = capitalised(f_.text(f_.model.levels[static_cast<std::size_t>(Level::statement)].one));
    chart.value_head = f_.words.say("nation_rows.median_head");
    chart.median_label = f_.words.say("common.median");
    chart.band_label = f_.words.say("nation_rows.band");
    for (std::size_t i = 0; i < chart.ticks.size(); ++i)
      chart.ticks[i] = f_.words.number(static_cast<double>(i) / 4, i % 4 == 0 ? 0 : i % 2 == 0 ? 1 : 2);
    return chart;
  }

  FigureData data() const {
    FigureData data{
        capitalised(f_.text(f_.model.levels[static_cast<std::size_t>(Level::statement)].one)), result_columns(f_), {}};
    for (DataColumn& column : data.columns)
      if (column.kind == DataColumn::Kind::index) column.kind = DataColumn::Kind::coefficient;
    data.columns.push_back({"category",
                            capitalised(f_.text(f_.model.levels[static_cast<std::size_t>(Level::category)].one)),
                            DataColumn::Kind::text});
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::vector<Datum> cells = result_cells(rows_[i].result);
      cells.emplace_back(f_.node_name(category_of(statements_[i])));
      data.rows.push_back({rows_[i].id, rows_[i].name, std::move(cells), false});
    }
    return data;
  }

  std::string title() const {
    const std::string high = value(extremes_.high), low = value(extremes_.low);
    const std::string& part = f_.node_text(dimension_);
    if (extremes_.alike) return f_.words.say("nation_agreement.title_alike", {{"part", part}, {"value", high}});
    return f_.words.say("nation_agreement.title",
                        {{"hidden", extremes_.hidden}, {"part", part}, {"low", low}, {"high", high}});
  }

  std::string finding() const {
    const std::string &high = extremes_.high.front()->in_text, &low = extremes_.low.front()->in_text;
    if (extremes_.alike || extremes_.high.size() > 1 || extremes_.low.size() > 1 || high == low || extremes_.hidden > 0)
      return f_.words.say(extremes_.alike ? "nation_agreement.finding_alike" : "nation_agreement.finding_plain",
                          {{"part", f_.node_text(dimension_)}});
    return f_.words.say("nation_agreement.finding", {{"high", high}, {"low", low}});
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> sentences;
    const std::string high = value(extremes_.high), low = value(extremes_.low);
    if (extremes_.high.size() == 1 && !extremes_.alike)
      sentences.push_back(f_.words.say(
          "nation_agreement.highest",
          {{"hidden", extremes_.hidden}, {"statement", quoted(*extremes_.high.front())}, {"value", high}}));
    if (extremes_.low.size() == 1 && !extremes_.alike)
      sentences.push_back(
          f_.words.say("nation_agreement.lowest",
                       {{"hidden", extremes_.hidden}, {"statement", quoted(*extremes_.low.front())}, {"value", low}}));
    if (sentences.empty()) sentences.push_back(fmt::format("{}.", title()));
    sentences.push_back(f_.words.say("nation_agreement.meaning"));
    if (const auto hidden = static_cast<int>(rows_.size()) - extremes_.shown; hidden > 0)
      sentences.push_back(
          f_.words.say("nation_agreement.hidden",
                       {{"number", hidden}, {"count", capitalised(f_.words.count(hidden))}, {"peers", f_.peers_many}}));
    return sentences;
  }

  std::string caption() const {
    const std::string least = f_.words.count(f_.survey.disclosure.distribution_from), marks = rows_caption(f_, rows_);
    const std::string text = f_.words.say("nation_agreement.caption", {{"least", least}});
    return marks.empty() ? text : fmt::format("{} {}", text, marks);
  }

 private:
  static Measured on_scale(const Measured& value) { return value ? Measured(value.number() * kWholeScale) : value; }
  /// The wording as it stands inside a sentence that has its own end.
  static std::string quoted(const NationRow& row) {
    return row.name.ends_with('.') ? row.name.substr(0, row.name.size() - 1) : row.name;
  }
  NodeIndex category_of(NodeIndex statement) const { return f_.model.node(f_.model.node(statement).parent).parent; }
  std::string value(const std::vector<const NationRow*>& rows) const {
    return f_.number(rows.front()->result.median, kDecimals);
  }

  const NationFacts& f_;
  NodeIndex dimension_;
  std::vector<NodeIndex> statements_;
  NationRows rows_;
  RowExtremes extremes_;
};

}  // namespace

NationalFigures agreement_figure(const NationFacts& f, const FigureChoice& choice) {
  NationalFigures figures;
  for (const NodeIndex dimension : f.dimensions) {
    const AgreementBelow agreement(f, dimension);
    if (agreement.empty()) continue;
    NationalFigure figure = begin_figure(f, choice);
    figure.name += "-" + file_part(f.model.node(dimension));
    figure.count = f.count_of(agreement.organisations());
    figure.figure.subtitle =
        f.words.say("nation_agreement.subtitle",
                    {{"part", f.node_name(dimension)}, {"year", std::to_string(f.year)}, {"peers", f.peers_many}});
    figure.finding = agreement.finding();
    figure.sentences = agreement.sentences();
    figure.data = agreement.data();
    complete_figure(figure, f, agreement.chart(), agreement.title(), agreement.caption());
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace mognad
