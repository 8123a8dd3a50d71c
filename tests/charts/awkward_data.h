// The values and labels of awkward data, from which every chart makes its own: nothing, one, missing values, all equal,
// the ends of the scale and beyond, many others, many rows, very long labels; and data as a report has them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "charts/charts.h"

namespace mognad::test {

enum class Awkward {
  normal,
  nothing,
  one,
  no_answer,  // some values are missing, each for that reason
  not_applicable,
  withheld,
  silent,  // rows without any value
  equal,
  low_end,
  high_end,
  beyond,  // outside 0 to 100, which no statistic gives
  thousand,
  hundred_thousand,
  long_word,
  compounds,
  many_words,
  count
};

inline std::vector<Awkward> all_awkward() {
  std::vector<Awkward> all;
  for (int i = 0; i < static_cast<int>(Awkward::count); ++i) all.push_back(static_cast<Awkward>(i));
  return all;
}

inline const char* name_of(Awkward kind) {
  constexpr std::array<const char*, static_cast<std::size_t>(Awkward::count)> kNames{
      "normal data",      "nothing",         "one value",          "values without answer", "values not applicable",
      "withheld values",  "no value at all", "all equal",          "the low end",           "the high end",
      "values beyond it", "a thousand",      "a hundred thousand", "a word of 200 letters", "long compounds",
      "thirty long words"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// What a chart of one kind is made from.
class AwkwardData {
 public:
  explicit AwkwardData(Awkward kind) : kind_(kind) {}

  bool is(Awkward kind) const { return kind_ == kind; }
  bool has_peers() const { return kind_ != Awkward::nothing && kind_ != Awkward::one; }
  int rows(int normal) const {
    if (kind_ == Awkward::nothing) return 0;
    if (kind_ == Awkward::one) return 1;
    return is(Awkward::thousand) || is(Awkward::hundred_thousand) ? 1000 : normal;
  }
  /// Where a chart has places for few: panels, boxes, kinds of marks.
  int few_rows(int normal) const { return rows(normal) > normal ? normal : rows(normal); }

  std::string label(const std::string& normal) const {
    switch (kind_) {
      case Awkward::long_word: return normal + std::string(200, 'm');
      case Awkward::compounds:
        return normal + " för samhällsbyggnadsförvaltningens kompetensförsörjning och verksamhetsutveckling";
      case Awkward::many_words: return normal + many_words();
      default: return normal;
    }
  }

  /// A value that differs from row to row in the normal case.
  double place(int row) const {
    switch (kind_) {
      case Awkward::low_end: return 0;
      case Awkward::high_end: return 100;
      case Awkward::equal: return 50;
      case Awkward::beyond: return row % 2 == 0 ? -12 : 112;
      default: return 38 + 4.7 * (row % 7);
    }
  }
  Measured own(int row) const {
    if (kind_ == Awkward::silent) return Missing::no_answer;
    return row % 2 == 0 ? or_missing(place(row)) : place(row);
  }
  Measured median(int row) const { return of_peers(row, 2.5); }
  Measured lower(int row) const { return of_peers(row, -3); }
  Measured upper(int row) const { return of_peers(row, 6); }
  Measured margin(int row) const { return row % 3 == 1 ? Measured(Missing::not_applicable) : Measured(4.1 + row % 5); }

  /// How many others there are.
  int others() const {
    if (!has_peers()) return 0;
    return is(Awkward::hundred_thousand) ? 100000 : is(Awkward::thousand) ? 1000 : 29;
  }
  MatrixCells cells() const {
    MatrixCells cells;
    if (!has_peers() || is(Awkward::silent)) return cells;
    cells.counts.assign(50, std::vector<int>(50, 0));
    for (int i = 0; i < others(); ++i) ++cells.counts[cell(i * 7)][cell(i * 13 + 3)];
    return cells;
  }
  std::vector<int> steps() const {
    if (!has_peers() || is(Awkward::silent)) return {};
    std::vector<int> steps(50, 0);
    for (int i = 0; i < others(); ++i) ++steps[cell(i * 11)];
    return steps;
  }

 private:
  static std::string many_words() {
    std::string words;
    for (int i = 0; i < 30; ++i) words += i % 3 == 0 ? " Norra" : i % 3 == 1 ? " Storlänets" : " kommunalförbund";
    return words;
  }
  Measured or_missing(double value) const {
    switch (kind_) {
      case Awkward::no_answer: return Missing::no_answer;
      case Awkward::not_applicable: return Missing::not_applicable;
      case Awkward::withheld: return Missing::withheld;
      default: return value;
    }
  }
  Measured of_peers(int row, double by) const {
    if (!has_peers() || is(Awkward::silent)) return Missing::withheld;
    const bool fixed = is(Awkward::equal) || is(Awkward::low_end) || is(Awkward::high_end);
    const double value = place(row) + (fixed ? 0 : by);
    return row % 3 == 0 ? or_missing(value) : value;
  }
  std::size_t cell(int i) const {
    if (is(Awkward::equal)) return 25;
    if (is(Awkward::low_end)) return 0;
    if (is(Awkward::high_end) || is(Awkward::beyond)) return 49;
    return static_cast<std::size_t>(18 + i % 13);
  }

  Awkward kind_;
};

/// A chart to try: what it is called, the least width in which a page shows it, and the labels of which each must be
/// drawn or recorded as dropped.
struct AwkwardChart {
  std::string name;
  double least_width = 0;
  ChartData data;
  std::vector<std::string> labels;
};

/// Chooses the function of an alternative.
template <class Data>
struct Of {};

/// As a report writes it.
inline std::string text_of(const Measured& value) {
  if (!value) return std::string(symbol_of(value.reason()));
  const int tenths = static_cast<int>(value.number() * 10 + (value.number() < 0 ? -0.5 : 0.5));
  const int size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "−" : "") + std::to_string(size / 10) + "," + std::to_string(size % 10);
}

}  // namespace mognad::test
