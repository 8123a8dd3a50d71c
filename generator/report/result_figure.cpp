#include <fmt/format.h>

#include <algorithm>

#include "report/figure_builders.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

/// The national result of one type: total, dimensions and categories, with mean, median and middle half.
class NationalResult {
 public:
  explicit NationalResult(const NationFacts& f) : f_(f) {
    for (const NodeIndex node : f.main_nodes) nodes_.push_back({node, row_of(node)});
    for (const auto& [node, row] : nodes_)
      if (f.model.node(node).level == Level::category) categories_.push_back(row);
    many_ = f.text(f.model.levels[static_cast<std::size_t>(Level::category)].many);
  }

  bool empty() const {
    return std::none_of(nodes_.begin(), nodes_.end(), [&](const auto& n) { return has_any(n.first); });
  }

  ScaleRowsData chart() const {
    ScaleRowsData chart = rows_chart(f_, rows(), f_.words.say("categories.part"));
    const bool counts = counts_differ();
    chart.note_head = counts ? chart.note_head : "";
    chart.value_head = f_.words.say("nation_rows.mean_head");
    chart.mean_label = f_.words.say("nation_rows.mean");
    chart.reference = Missing::not_applicable;
    chart.reference_label.clear();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const NodeIndex node = nodes_[i].first;
      ScaleRow& row = chart.rows[i];
      row.name = f_.node_short(node);
      row.mean = f_.mean(node);
      row.value = f_.number(f_.mean(node));
      if (!counts) row.note.clear();
      row.strong = node == kTotal;
      row.rule_above = f_.model.node(node).level == Level::dimension;
    }
    return chart;
  }

  FigureData data() const {
    FigureData data{f_.words.say("categories.part"), result_columns(f_), {}};
    data.columns.insert(data.columns.begin() + 1,
                        {"mean", f_.words.say("nation_rows.mean_head"), DataColumn::Kind::index});
    for (const auto& [node, row] : nodes_) {
      std::vector<Datum> cells = result_cells(row.result);
      if (!row.result.median && f_.mean(node)) cells.front() = Measured(counted(node));
      cells.insert(cells.begin() + 1, f_.mean(node));
      data.rows.push_back({row.id, row.name, std::move(cells), node == kTotal});
    }
    return data;
  }

  std::string finding() const {
    const std::string mean = f_.number(f_.mean(kTotal)), median = f_.number(f_.group(kTotal).median);
    if (f_.mean(kTotal))
      return f_.words.say(
          "nation_result.finding",
          {{"peers", capitalised(f_.peers_definite)}, {"measure", f_.node_text(kTotal)}, {"value", mean}});
    if (f_.group(kTotal).median)
      return f_.words.say(
          "nation_result.finding_median",
          {{"peers", capitalised(f_.peers_genitive)}, {"measure", f_.node_text(kTotal)}, {"value", median}});
    return f_.words.say("nation_result.finding_parts", {{"peers", f_.peers_definite}});
  }

  /// By the means the highest and the lowest category; the finding where they cannot be told apart.
  std::string title() const {
    const NationRows means = by_mean();
    const RowExtremes e = extremes_of(means);
    if (e.shown < 2 || e.hidden > 0) return finding();
    if (e.alike) return f_.words.say("nation_result.title_alike", {{"finding", finding()}, {"categories", many_}});
    if (!f_.mean(kTotal)) return finding();
    return f_.words.say("nation_result.title", {{"peers", capitalised(f_.peers_definite)},
                                                {"high", named(f_, e.high, many_)},
                                                {"high_value", value(e.high)},
                                                {"low", named(f_, e.low, many_)},
                                                {"low_value", value(e.low)}});
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> sentences{basis()};
    if (const std::string left_out = without_value(); !left_out.empty()) sentences.push_back(left_out);
    const GroupResult& all = f_.group(kTotal);
    if (all.lower_quartile) sentences.push_back(spread(all));
    const NationRows means = by_mean();
    const RowExtremes e = extremes_of(means);
    if (e.shown > 1 && !e.alike)
      sentences.push_back(f_.words.say("nation_result.categories", {{"hidden", e.hidden},
                                                                    {"categories", many_},
                                                                    {"high", named(f_, e.high, many_)},
                                                                    {"high_value", value(e.high)},
                                                                    {"low", named(f_, e.low, many_)},
                                                                    {"low_value", value(e.low)}}));
    if (e.shown > 1 && e.alike)
      sentences.push_back(
          f_.words.say("nation_result.categories_alike", {{"categories", many_}, {"value", value(e.high)}}));
    if (sentences.size() < 2) sentences.push_back(f_.words.say("nation_result.what", {{"peers", f_.peers_many}}));
    return sentences;
  }

  std::string caption() const {
    const std::string marks = rows_caption(f_, rows());
    const bool hidden = std::any_of(nodes_.begin(), nodes_.end(), [&](const auto& n) {
      return n.second.result.median && f_.mean(n.first).withheld();
    });
    const std::string mean = hidden ? f_.words.say("nation_result.mean_withheld", {{"peers", f_.peers_many}})
                                    : f_.words.say("nation_result.mean_means", {{"peers", f_.peers_many}});
    const bool none = std::any_of(nodes_.begin(), nodes_.end(),
                                  [&](const auto& n) { return f_.mean(n.first) == Measured(Missing::no_answer); });
    return mean + (marks.empty() ? "" : " " + marks) + (none ? " " + f_.words.say("nation_result.no_value") : "");
  }

 private:
  NationRow row_of(NodeIndex node) const {
    return {f_.model.node(node).id, f_.node_name(node), uncapitalised(f_.node_text(node)), f_.group(node)};
  }
  NationRows rows() const {
    NationRows found;
    for (const auto& [node, row] : nodes_) found.push_back(row);
    return found;
  }
  bool has_any(NodeIndex node) const { return f_.mean(node) || f_.group(node).median; }
  int counted(NodeIndex node) const { return f_.means[static_cast<std::size_t>(node)].organisations; }
  std::string value(const std::vector<const NationRow*>& found) const {
    return f_.number(found.front()->result.median);
  }

  bool counts_differ() const {
    return std::any_of(nodes_.begin(), nodes_.end(), [&](const auto& n) {
      return !n.second.result.median || n.second.result.organisations != nodes_.front().second.result.organisations;
    });
  }

  /// The categories with their means in the place of their medians, to be ordered by what the figure prints.
  NationRows by_mean() const {
    NationRows found = categories_;
    for (NationRow& row : found) row.result.median = f_.mean(f_.model.find(row.id));
    return found;
  }

  std::string basis() const {
    const std::string mean = f_.number(f_.mean(kTotal)), median = f_.number(f_.group(kTotal).median);
    const std::string count = f_.count_of(f_.counted()), year = std::to_string(f_.year);
    if (f_.mean(kTotal) && f_.group(kTotal).median)
      return f_.words.say(
          "nation_result.basis",
          {{"count", count}, {"year", year}, {"measure", f_.node_text(kTotal)}, {"mean", mean}, {"median", median}});
    return f_.words.say("nation_result.basis_short", {{"count", count}, {"year", year}});
  }

  /// Why fewer are counted than have measured; both numbers are printed elsewhere. Empty: as many.
  std::string without_value() const {
    const int measured = f_.statistics.participation(f_.type, f_.year).organisations, with_value = counted(kTotal);
    if (with_value == 0 || measured <= with_value) return {};
    const int without = measured - with_value;
    return f_.words.say("nation_result.left_out", {{"organisations", f_.count_of(measured)},
                                                   {"year", std::to_string(f_.year)},
                                                   {"number", without},
                                                   {"count", f_.words.count(without)},
                                                   {"measure", f_.node_text(kTotal)}});
  }

  std::string spread(const GroupResult& all) const {
    const std::string lower = f_.number(all.lower_quartile), upper = f_.number(all.upper_quartile);
    if (lower == upper)
      return f_.words.say("nation_result.spread_none", {{"peers", f_.peers_definite}, {"value", lower}});
    return f_.words.say("nation_result.spread", {{"peers", f_.peers_definite}, {"lower", lower}, {"upper", upper}});
  }

  const NationFacts& f_;
  std::vector<std::pair<NodeIndex, NationRow>> nodes_;
  NationRows categories_;
  std::string many_;
};

}  // namespace

NationalFigures result_figure(const NationFacts& f, const FigureChoice& choice) {
  const NationalResult result(f);
  if (result.empty()) return {};
  NationalFigure figure = begin_figure(f, choice);
  figure.count = f.count_of(f.counted());
  figure.figure.subtitle =
      f.words.say("nation_result.subtitle",
                  {{"measure", f.node_name(kTotal)}, {"year", std::to_string(f.year)}, {"count", figure.count}});
  figure.finding = result.finding();
  figure.sentences = result.sentences();
  figure.data = result.data();
  complete_figure(figure, f, result.chart(), result.title(), result.caption());
  return {std::move(figure)};
}

}  // namespace mognad
