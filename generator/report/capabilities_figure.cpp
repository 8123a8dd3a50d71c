#include <fmt/format.h>

#include <algorithm>

#include "base/rounding.h"
#include "report/figure_builders.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

constexpr std::size_t kNamedAtEachEnd = 3;

class CapabilityRanking {
 public:
  explicit CapabilityRanking(const NationFacts& f) : f_(f) {
    for (const NodeIndex node : f.model.at(Level::capability))
      rows_.push_back({f.model.node(node).id, f.node_name(node), f.node_text(node), f.group(node)});
    sort_by_median(rows_);
    shown_ = static_cast<std::size_t>(extremes_of(rows_).shown);
    many_ = f.text(f.model.levels[static_cast<std::size_t>(Level::capability)].many);
  }

  const NationRows& rows() const { return rows_; }
  const std::string& many() const { return many_; }

  ScaleRowsData chart() const {
    ScaleRowsData chart = rows_chart(f_, rows_, capitalised(level(Level::capability).in(f_.words.tag())));
    chart.note_head = capitalised(level(Level::category).in(f_.words.tag()));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      chart.rows[i].name = f_.node_short(f_.model.find(rows_[i].id));
      chart.rows[i].note = f_.node_short(category_of(rows_[i]));
    }
    const Measured& all = f_.group(kTotal).median;
    if (all)
      chart.reference_label =
          f_.words.say("nation_capabilities.reference", {{"measure", f_.node_text(kTotal)}, {"value", f_.number(all)}});
    return chart;
  }

  FigureData data() const {
    FigureData data = rows_data(f_, rows_, capitalised(level(Level::capability).in(f_.words.tag())));
    data.rows.front().id = f_.model.node(kTotal).id;
    data.rows.front().name = f_.node_name(kTotal);
    data.columns.push_back(
        {"category", capitalised(level(Level::category).in(f_.words.tag())), DataColumn::Kind::text});
    data.rows.front().cells.emplace_back(Measured(Missing::not_applicable));
    for (std::size_t i = 0; i < rows_.size(); ++i)
      data.rows[i + 1].cells.emplace_back(f_.node_name(category_of(rows_[i])));
    return data;
  }

  std::string title() const {
    const RowExtremes e = extremes_of(rows_);
    const std::string high_value = value(*e.high.front()), low_value = value(*e.low.front());
    if (e.shown == 1)
      return f_.words.say("nation_capabilities.title_one",
                          {{"capability", e.high.front()->in_text}, {"value", high_value}});
    if (e.alike)
      return f_.words.say("nation_capabilities.title_alike", {{"capabilities", many_}, {"value", high_value}});
    return f_.words.say("nation_capabilities.title", {{"hidden", e.hidden},
                                                      {"capabilities", many_},
                                                      {"high", named(f_, e.high, many_)},
                                                      {"high_value", high_value},
                                                      {"low", named(f_, e.low, many_)},
                                                      {"low_value", low_value}});
  }

  std::string finding() const {
    const RowExtremes e = extremes_of(rows_);
    if (e.shown == 1) return f_.words.say("nation_capabilities.finding_one", {{"capability", e.high.front()->in_text}});
    if (e.near) return f_.words.say("nation_capabilities.finding_alike", {{"capabilities", many_}});
    return f_.words.say("nation_capabilities.finding", {{"hidden", e.hidden},
                                                        {"shown", f_.words.count(e.shown)},
                                                        {"capabilities", many_},
                                                        {"high", named(f_, e.high, many_)},
                                                        {"high_value", value(*e.high.front())},
                                                        {"low", named(f_, e.low, many_)},
                                                        {"low_value", value(*e.low.front())}});
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> sentences{f_.words.say("nation_capabilities.basis", {{"peers", f_.peers_definite}})};
    const auto top = best(false), bottom = best(true);
    const int hidden = extremes_of(rows_).hidden;
    if (!top.empty())
      sentences.push_back(f_.words.say("nation_capabilities.top",
                                       {{"hidden", hidden}, {"capabilities", many_}, {"list", listed(top)}}));
    if (!bottom.empty())
      sentences.push_back(f_.words.say("nation_capabilities.bottom",
                                       {{"hidden", hidden}, {"capabilities", many_}, {"list", listed(bottom)}}));
    if (const NationRow* widest = widest_spread())
      sentences.push_back(
          f_.words.say("nation_capabilities.spread", {{"peers", f_.peers_definite},
                                                      {"capability", widest->in_text},
                                                      {"lower", f_.number(widest->result.lower_quartile)},
                                                      {"upper", f_.number(widest->result.upper_quartile)}}));
    if (sentences.size() == 1) sentences.push_back(fmt::format("{}.", title()));
    return sentences;
  }

 private:
  const LocalText& level(Level wanted) const { return f_.model.levels[static_cast<std::size_t>(wanted)].one; }
  NodeIndex category_of(const NationRow& row) const { return f_.model.node(f_.model.find(row.id)).parent; }
  std::string value(const NationRow& row) const { return f_.number(row.result.median); }
  long long printed(std::size_t i) const { return round_to_units(rows_[i].result.median.number(), 1); }

  /// Up to three at one end, as many as are told apart from the next by the printed number.
  std::vector<const NationRow*> best(bool from_below) const {
    const auto at = [&](std::size_t i) { return from_below ? shown_ - 1 - i : i; };
    for (std::size_t count = std::min(kNamedAtEachEnd, shown_ / 2); count > 0; --count) {
      if (printed(at(count - 1)) == printed(at(count))) continue;
      std::vector<const NationRow*> found;
      for (std::size_t i = 0; i < count; ++i) found.push_back(&rows_[at(i)]);
      return found;
    }
    return {};
  }

  std::string listed(const std::vector<const NationRow*>& rows) const {
    std::vector<std::string> texts;
    for (const NationRow* row : rows)
      texts.push_back(
          f_.words.say("nation_capabilities.with_value", {{"capability", row->in_text}, {"value", value(*row)}}));
    return enumerated(f_.words, texts);
  }

  /// The one whose middle half is wider than all others', by the decimal that is printed.
  const NationRow* widest_spread() const {
    const NationRow* widest = nullptr;
    long long most = 0;
    for (const NationRow& row : rows_) {
      const Measured width = difference(row.result.upper_quartile, row.result.lower_quartile);
      if (!width) continue;
      const long long units = round_to_units(width.number(), 1);
      if (units == most) widest = nullptr;
      if (units > most) most = units, widest = &row;
    }
    return widest;
  }

  const NationFacts& f_;
  NationRows rows_;
  std::size_t shown_ = 0;
  std::string many_;
};

}  // namespace

NationalFigures capabilities_figure(const NationFacts& f, const FigureChoice& choice) {
  const CapabilityRanking ranking(f);
  if (extremes_of(ranking.rows()).shown == 0) return {};
  NationalFigure figure = begin_figure(f, choice);
  figure.count = f.count_of(f.counted());
  figure.figure.subtitle = f.words.say(
      "nation_capabilities.subtitle",
      {{"capabilities", capitalised(ranking.many())}, {"count", figure.count}, {"year", std::to_string(f.year)}});
  figure.finding = ranking.finding();
  figure.sentences = ranking.sentences();
  figure.data = ranking.data();
  complete_figure(figure, f, ranking.chart(), ranking.title(), rows_caption(f, ranking.rows()));
  return {std::move(figure)};
}

}  // namespace mognad
