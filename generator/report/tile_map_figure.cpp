#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "report/figure_builders.h"
#include "report/nation_groups.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

constexpr int kDecimals = 0;  // whole numbers are read off a map; the exact ones stand in the data

class GroupMap {
 public:
  GroupMap(const NationFacts& f, const FigureChoice& choice) : f_(f), choice_(choice) {
    const auto groups = nation_groups(f, choice);
    for (const TileChoice& tile : choice.tiles) rows_.push_back(row_of(tile, groups));
    if (groups) head_ = groups->head, many_ = groups->many;
  }

  const NationRows& rows() const { return rows_; }
  const std::string& many() const { return many_; }

  TileMapData chart() const {
    TileMapData map;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const TileChoice& tile = choice_.tiles[i];
      const Measured& value = rows_[i].result.median;
      map.tiles.push_back({tile.row, tile.column, f_.text(tile.name), value, f_.number(value, kDecimals)});
    }
    const auto [first, width] = classes();
    for (int i = 0; i < kLimits; ++i)
      if (const int limit = first + i * width; limit > 0 && limit <= 100) map.limits.push_back(limit);
    map.key = key_texts(map.limits, width);
    if (any(Missing::withheld)) map.withheld_label = f_.words.say("nation_map.withheld_label");
    return map;
  }

  FigureData data() const {
    FigureData data{head_, result_columns(f_), {}};
    data.columns.resize(2);
    data.columns.push_back({"shown", f_.words.say("nation_map.shown"), DataColumn::Kind::share});
    for (const NationRow& row : rows_) {
      const Measured& median = row.result.median;
      const Measured count = median ? Measured(row.result.organisations) : median;
      data.rows.push_back({row.id, row.name, {count, median, median}, false});
    }
    return data;
  }

  std::string caption() const {
    std::string text = f_.words.say("nation_map.caption");
    if (any(Missing::withheld)) text += " " + f_.words.say("nation_rows.withheld", {{"peers", f_.peers_many}});
    if (any(Missing::no_answer)) text += " " + f_.words.say("nation_map.nobody", {{"peers", f_.peers_many}});
    return text;
  }

 private:
  static constexpr int kLimits = 4;  // between five classes

  NationRow row_of(const TileChoice& tile, const std::optional<NationGroups>& groups) const {
    if (groups)
      for (const NationRow& row : groups->rows)
        if (row.id == tile.value) return row;
    GroupResult nobody;
    nobody.median = nobody.lower_quartile = nobody.upper_quartile = Missing::no_answer;
    return {tile.value, tile.value, tile.value, nobody};
  }

  bool any(Missing reason) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const NationRow& row) {
      return !row.result.median && row.result.median.reason() == reason;
    });
  }

  static int printed(const NationRow& row) {
    return static_cast<int>(round_to_units(row.result.median.number(), kDecimals));
  }

  /// The first limit and the width of the classes: the narrowest of a few round widths whose five classes, open at both
  /// ends, would hold all printed values if they were closed. The middle class holds the median of the type.
  std::pair<int, int> classes() const {
    const RowExtremes e = extremes_of(rows_, kDecimals);
    const Measured& all = f_.group(kTotal).median;
    const int low = printed(*e.low.front()), high = printed(*e.high.front());
    const int middle = all ? static_cast<int>(round_to_units(all.number(), kDecimals)) : (low + high) / 2;
    for (const int width : {1, 2, 5, 10}) {
      const int first = middle / width * width - width;
      if (low >= first - width && high < first + kLimits * width) return {first, width};
    }
    return {20, 20};
  }

  /// "under 44", "44–45", "50 och över"; a class of one number is that number.
  std::vector<std::string> key_texts(const std::vector<double>& limits, int width) const {
    if (limits.empty()) return {};
    const auto text = [&](double value) { return f_.words.number(value, kDecimals); };
    std::vector<std::string> key{f_.words.say("nation_map.under", {{"to", text(limits.front())}})};
    for (std::size_t i = 0; i + 1 < limits.size(); ++i)
      key.push_back(width == 1 ? text(limits[i]) : fmt::format("{}–{}", text(limits[i]), text(limits[i + 1] - 1)));
    key.push_back(f_.words.say("nation_map.over", {{"from", text(limits.back())}}));
    return key;
  }

  const NationFacts& f_;
  const FigureChoice& choice_;
  NationRows rows_;
  std::string head_, many_;
};

}  // namespace

NationalFigures tile_map_figure(const NationFacts& f, const FigureChoice& choice) {
  const GroupMap map(f, choice);
  if (extremes_of(map.rows()).shown == 0) return {};
  NationalFigure figure = begin_figure(f, choice);
  figure.count = f.count_of(f.counted());
  figure.figure.subtitle =
      f.words.say("nation_map.subtitle",
                  {{"measure", f.node_name(kTotal)}, {"year", std::to_string(f.year)}, {"peers", f.peers_definite}});
  figure.finding = rows_finding(f, map.rows(), map.many());
  figure.sentences = rows_sentences(f, map.rows(), map.many());
  figure.data = map.data();
  complete_figure(figure, f, map.chart(), rows_title(f, map.rows(), map.many()), map.caption());
  return {std::move(figure)};
}

}  // namespace mognad
