#include <fmt/format.h>

#include <algorithm>

#include "report/figure_builders.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

/// One kind of organisation with its words.
struct OrganisationKind {
  NationRow row;
  std::string definite, genitive;  // "kommunerna", "kommunernas"
  std::vector<int> dots;
};

class KindsBesideEachOther {
 public:
  explicit KindsBesideEachOther(const NationFacts& f) : f_(f) {
    for (const GroupKey& key : f.statistics.groups(f.year))
      if (key.definition == 0) kinds_.push_back(kind_of(key));
    std::stable_sort(kinds_.begin(), kinds_.end(), [](const OrganisationKind& a, const OrganisationKind& b) {
      const Measured &first = a.row.result.median, &second = b.row.result.median;
      return first && (!second || first.number() > second.number());
    });
    for (const OrganisationKind& kind : kinds_) rows_.push_back(kind.row);
  }

  const NationRows& rows() const { return rows_; }
  /// One kind alone is beside nothing.
  bool empty() const { return rows_.size() < 2 || extremes_of(rows_).shown == 0; }

  ScaleRowsData chart() const {
    ScaleRowsData chart = rows_chart(f_, rows_, f_.words.say("nation_kinds.kind"));
    chart.note_head = f_.words.say("nation_kinds.organisations");
    chart.reference = Missing::not_applicable;
    chart.reference_label.clear();
    for (std::size_t i = 0; i < kinds_.size(); ++i) chart.rows[i].dots = kinds_[i].dots;
    return chart;
  }

  FigureData data() const {
    FigureData data{f_.words.say("nation_kinds.kind"), result_columns(f_), {}};
    for (const NationRow& row : rows_) data.rows.push_back({row.id, row.name, result_cells(row.result), false});
    const auto [first, last] = steps_with_dots();
    const double step = f_.survey.disclosure.dot_step;
    for (std::size_t i = first; i < last; ++i) {
      const double from = step * static_cast<double>(i);
      data.columns.push_back({fmt::format("from_{:g}", from), fmt::format("{:g}–{:g}", from, from + step),
                              DataColumn::Kind::count, false});
      for (std::size_t k = 0; k < kinds_.size(); ++k) data.rows[k].cells.emplace_back(dots_in(kinds_[k], i));
    }
    return data;
  }

  std::string count() const {
    std::vector<std::string> counts;
    for (const NationRow& row : rows_)
      if (row.result.median)
        counts.push_back(fmt::format("{}\u00A0{}", f_.words.whole(row.result.organisations), row.in_text));
    return enumerated(f_.words, counts);
  }

  std::string title() const {
    const RowExtremes e = extremes_of(rows_);
    const OrganisationKind& high = kind(*e.high.front());
    const std::string high_value = f_.number(high.row.result.median), measure = f_.node_text(kTotal);
    if (e.shown == 1) return f_.words.say("nation_kinds.title_one", {{"high", high.definite}, {"value", high_value}});
    if (level())
      return f_.words.say("nation_kinds.title_level", {{"list", capitalised(listed_shown())}, {"measure", measure}});
    if (e.near || e.high.size() > 1 || e.low.size() > 1 || !apart(high, kind(*e.low.front())))
      return f_.words.say("nation_kinds.title_list", {{"measure", measure}, {"list", listed()}});
    const OrganisationKind& low = kind(*e.low.front());
    return f_.words.say("nation_kinds.title", {{"high", capitalised(high.genitive)},
                                               {"high_value", high_value},
                                               {"low", low.genitive},
                                               {"low_value", f_.number(low.row.result.median)}});
  }

  std::string finding() const {
    const RowExtremes e = extremes_of(rows_);
    const OrganisationKind& high = kind(*e.high.front());
    if (e.shown == 1) return f_.words.say("nation_kinds.finding_one", {{"peers", high.definite}});
    if (e.alike) return f_.words.say("nation_kinds.finding_alike");
    if (level())
      return f_.words.say("nation_kinds.finding_level",
                          {{"list", capitalised(listed_shown())}, {"measure", f_.node_text(kTotal)}});
    if (e.high.size() > 1 || e.low.size() > 1 || !apart(high, kind(*e.low.front())))
      return f_.words.say("nation_kinds.finding_mixed");
    const OrganisationKind& low = kind(*e.low.front());
    return f_.words.say("nation_kinds.finding", {{"high", capitalised(high.genitive)}, {"low", low.genitive}});
  }

  std::string caption() const {
    const auto any = [&](auto&& is) { return std::any_of(kinds_.begin(), kinds_.end(), is); };
    std::string text = f_.words.say("nation_kinds.band_means");
    if (any([](const OrganisationKind& k) { return k.row.result.median && !k.row.result.lower_quartile; }))
      text += " " + f_.words.say("nation_kinds.band_from",
                                 {{"least", f_.words.count(f_.survey.disclosure.quartiles_from + 1)}});
    if (any([](const OrganisationKind& k) { return !k.dots.empty(); }))
      text += " " + f_.words.say("nation_kinds.dots", {{"step", f_.words.number(f_.survey.disclosure.dot_step, 0)}});
    if (any([](const OrganisationKind& k) { return !k.row.result.median; }))
      text += " " + f_.words.say("nation_kinds.withheld");
    return text;
  }

  std::vector<std::string> sentences() const {
    const RowExtremes e = extremes_of(rows_);
    std::vector<std::string> sentences{
        f_.words.say("nation_kinds.medians", {{"measure", f_.node_text(kTotal)}, {"list", listed()}})};
    if (e.shown > 1 && !e.alike) add_overlap(sentences, kind(*e.high.front()), kind(*e.low.front()));
    if (const int hidden = static_cast<int>(rows_.size()) - e.shown; hidden > 0)
      sentences.push_back(f_.words.say("nation_kinds.hidden", {{"list", listed_hidden()}}));
    sentences.push_back(f_.words.say("nation_kinds.caution"));
    return sentences;
  }

 private:
  OrganisationKind kind_of(const GroupKey& key) const {
    const TypeWords& words = f_.survey.types.at(key.type);
    return {{key.type, capitalised(f_.text(words.many)), f_.text(words.many),
             f_.statistics.group_result(f_.year, key, kTotal)},
            f_.text(words.many_definite),
            f_.text(words.many_genitive),
            f_.statistics.group_dots(f_.year, key, kTotal)};
  }

  const OrganisationKind& kind(const NationRow& row) const {
    return *std::find_if(kinds_.begin(), kinds_.end(), [&](const OrganisationKind& k) { return k.row.id == row.id; });
  }

  std::string listed() const {
    std::vector<std::string> texts;
    for (const OrganisationKind& k : kinds_)
      if (k.row.result.median)
        texts.push_back(
            f_.words.say("nation_kinds.median_of", {{"peers", k.definite}, {"value", f_.number(k.row.result.median)}}));
    return enumerated(f_.words, texts);
  }

  std::string listed_shown() const { return listed_where(true); }
  std::string listed_hidden() const { return listed_where(false); }
  std::string listed_where(bool shown) const {
    std::vector<std::string> texts;
    for (const OrganisationKind& k : kinds_)
      if (k.row.result.median.known() == shown) texts.push_back(k.definite);
    return enumerated(f_.words, texts);
  }

  /// Whether each median that is shown lies in every middle half: no kind is above another to speak of.
  bool level() const {
    for (const OrganisationKind& half : kinds_)
      for (const OrganisationKind& k : kinds_) {
        if (!half.row.result.median || !k.row.result.median) continue;
        const GroupResult& within = half.row.result;
        const double median = k.row.result.median.number();
        if (!within.lower_quartile || median < within.lower_quartile.number() ||
            median > within.upper_quartile.number())
          return false;
      }
    return true;
  }

  /// Whether the middle halves are both shown and don't meet.
  static bool apart(const OrganisationKind& high, const OrganisationKind& low) {
    const Measured &above = high.row.result.lower_quartile, &below = low.row.result.upper_quartile;
    return above && below && below.number() < above.number();
  }

  /// Only said where both middle halves are shown.
  void add_overlap(std::vector<std::string>& sentences, const OrganisationKind& high,
                   const OrganisationKind& low) const {
    const GroupResult &upper = high.row.result, &lower = low.row.result;
    if (!upper.lower_quartile || !lower.lower_quartile) return;
    sentences.push_back(f_.words.say(apart(high, low) ? "nation_kinds.apart" : "nation_kinds.overlap",
                                     {{"high", capitalised(high.genitive)}, {"low", low.genitive}}));
  }

  std::pair<std::size_t, std::size_t> steps_with_dots() const {
    std::size_t first = 1000, last = 0;
    for (const OrganisationKind& k : kinds_)
      for (std::size_t i = 0; i < k.dots.size(); ++i)
        if (k.dots[i] > 0) first = std::min(first, i), last = std::max(last, i + 1);
    return {std::min(first, last), last};
  }

  static Measured dots_in(const OrganisationKind& k, std::size_t step) {
    return step < k.dots.size() ? Measured(k.dots[step]) : Measured(Missing::withheld);
  }

  const NationFacts& f_;
  std::vector<OrganisationKind> kinds_;
  NationRows rows_;
};

}  // namespace

NationalFigures kinds_figure(const NationFacts& f, const FigureChoice& choice) {
  const KindsBesideEachOther kinds(f);
  if (kinds.empty()) return {};
  NationalFigure figure = begin_figure(f, choice);
  figure.count = kinds.count();
  figure.figure.subtitle =
      f.words.say("nation_kinds.subtitle",
                  {{"measure", f.node_name(kTotal)}, {"year", std::to_string(f.year)}, {"count", figure.count}});
  figure.finding = kinds.finding();
  figure.sentences = kinds.sentences();
  figure.data = kinds.data();
  complete_figure(figure, f, kinds.chart(), kinds.title(), kinds.caption());
  return {std::move(figure)};
}

}  // namespace mognad
