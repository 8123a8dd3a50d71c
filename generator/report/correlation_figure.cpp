#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/rounding.h"
#include "charts/charts.h"
#include "report/figure_builders.h"
#include "report/printed_extremes.h"

namespace mognad {
namespace {

/// More pairs than this are a matrix to look at, not a table to read.
constexpr std::size_t kMostTabledPairs = 30;

struct CategoryPair {
  NodeIndex row = kNoNode, column = kNoNode;
  Correlation correlation;
};

/// How strongly the categories go together.
class CorrelationFigure {
 public:
  CorrelationFigure(const NationFacts& facts, const FigureChoice& choice) : f_(facts) {
    figure_ = begin_figure(f_, choice);
    for (const NodeIndex node : f_.categories)
      if (f_.means[static_cast<std::size_t>(node)].organisations > 0) nodes_.push_back(node);
    for (std::size_t row = 1; row < nodes_.size(); ++row)
      for (std::size_t column = 0; column < row; ++column) add_pair(nodes_[row], nodes_[column]);
    extremes_ = printed_extremes(rho_, 2);
  }

  NationalFigures run() {
    if (extremes_.known == 0) return {};
    figure_.count = counted_.size() == 1
                        ? f_.count_of(*counted_.begin())
                        : f_.words.say("nation_correlation.at_least", {{"count", f_.count_of(*counted_.begin())}});
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    figure_.figure.subtitle =
        f_.words.say("nation_correlation.subtitle", {{"count", figure_.count}, {"year", std::to_string(f_.year)}});
    const bool withheld = std::any_of(rho_.begin(), rho_.end(), [](const Measured& rho) { return rho.withheld(); });
    figure_.figure.caption = f_.words.say("nation_correlation.caption") + " " +
                             (withheld ? f_.words.say("nation_correlation.withheld") + " " : "") + figure_.source;
    figure_.sentences = sentences();
    figure_.tabled = pairs_.size() <= kMostTabledPairs;
    add_data();
    figure_.figure.chart = chart();
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    return {std::move(figure_)};
  }

 private:
  void add_pair(NodeIndex row, NodeIndex column) {
    pairs_.push_back({row, column, f_.statistics.correlation(f_.type, f_.year, row, column)});
    rho_.push_back(pairs_.back().correlation.rho);
    if (rho_.back()) counted_.insert(pairs_.back().correlation.organisations);
  }

  std::string text(const Measured& rho) const { return f_.number(rho, 2); }
  std::string high() const { return text(rho_[extremes_.high]); }
  std::string low() const { return text(rho_[extremes_.low]); }

  std::string of_pair(const char* key, std::size_t pair) const {
    return f_.words.say(key, {{"hidden", extremes_.hidden},
                              {"one", uncapitalised(f_.node_text(pairs_[pair].column))},
                              {"other", uncapitalised(f_.node_text(pairs_[pair].row))},
                              {"value", text(rho_[pair])}});
  }

  std::string finding() const {
    if (extremes_.known == 1) return of_pair("nation_correlation.finding_one", extremes_.high);
    return f_.words.say(high() == low() ? "nation_correlation.finding_equal" : "nation_correlation.finding",
                        {{"low", low()}, {"high", high()}});
  }

  std::string title() const {
    if (!extremes_.high_alone || extremes_.hidden > 0 || round_to_units(rho_[extremes_.high].number(), 2) <= 0)
      return f_.words.say("nation_correlation.title_plain", {{"definite", f_.peers_definite}});
    return of_pair("nation_correlation.title", extremes_.high);
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> said;
    if (extremes_.known > 1 && extremes_.high_alone)
      said.push_back(of_pair("nation_correlation.highest", extremes_.high));
    if (extremes_.known > 1 && extremes_.low_alone) said.push_back(of_pair("nation_correlation.lowest", extremes_.low));
    said.push_back(f_.words.say("nation_correlation.meaning", {{"definite", f_.peers_definite}}));
    said.push_back(f_.words.say("nation_correlation.cause"));
    return said;
  }

  CorrelationData chart() const {
    CorrelationData data;
    std::size_t pair = 0;
    for (std::size_t row = 0; row < nodes_.size(); ++row) {
      data.names.push_back(f_.node_short(nodes_[row]));
      data.values.emplace_back();
      data.texts.emplace_back();
      for (std::size_t column = 0; column < row; ++column, ++pair) {
        data.values.back().push_back(rho_[pair]);
        data.texts.back().push_back(text(rho_[pair]));
      }
    }
    data.key = key_of(data.limits);
    return data;
  }

  /// A text for each class of size, by its printed limits.
  std::vector<std::string> key_of(const std::vector<double>& limits) const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i <= limits.size(); ++i) {
      const std::string from = i > 0 ? f_.words.number(limits[i - 1], 2) : "";
      const std::string below = i < limits.size() ? f_.words.number(limits[i], 2) : "";
      const std::string to = i < limits.size() ? f_.words.number(limits[i] - 0.01, 2) : "";
      words.push_back(i == 0               ? f_.words.say("inside.class_first", {{"to", below}})
                      : i == limits.size() ? f_.words.say("inside.class_last", {{"from", from}})
                                           : f_.words.say("inside.class_middle", {{"from", from}, {"to", to}}));
    }
    return words;
  }

  void add_data() {
    FigureData& data = figure_.data;
    data.row_head = f_.words.say("nation_correlation.pair");
    data.columns = {{"rho", f_.words.say("nation_correlation.rho"), DataColumn::Kind::coefficient},
                    {"n", f_.words.say("answers.count"), DataColumn::Kind::count}};
    for (const CategoryPair& pair : pairs_) {
      const Measured& rho = pair.correlation.rho;
      const Measured count = rho ? Measured(pair.correlation.organisations) : rho;
      data.rows.push_back({fmt::format("{}--{}", f_.model.node(pair.column).id, f_.model.node(pair.row).id),
                           fmt::format("{} – {}", f_.node_short(pair.column), f_.node_short(pair.row)),
                           {rho, count}});
    }
  }

  const NationFacts& f_;
  std::vector<NodeIndex> nodes_;
  std::vector<CategoryPair> pairs_;  // below the diagonal, row by row
  std::vector<Measured> rho_;        // the same order
  std::set<int> counted_;            // organisations that pairs rest on
  PrintedExtremes extremes_;
  NationalFigure figure_;
};

}  // namespace

NationalFigures correlation_figure(const NationFacts& f, const FigureChoice& choice) {
  return CorrelationFigure(f, choice).run();
}

}  // namespace mognad
