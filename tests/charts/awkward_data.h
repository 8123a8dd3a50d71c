// Every chart with the same awkward data: nothing, one value, missing values, all equal, the ends of the scale, a
// thousand others, very long labels; and data as a report has them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "charts/charts.h"

namespace mognad::test {

enum class Awkward { normal, nothing, one, missing, equal, low_end, high_end, thousand, long_labels };

inline constexpr std::array<Awkward, 9> kAwkward{Awkward::normal,   Awkward::nothing,  Awkward::one,
                                                 Awkward::missing,  Awkward::equal,    Awkward::low_end,
                                                 Awkward::high_end, Awkward::thousand, Awkward::long_labels};

inline const char* name_of(Awkward kind) {
  constexpr const char* kNames[]{"normal",      "nothing",      "one value",         "missing values",  "all equal",
                                 "the low end", "the high end", "a thousand others", "very long labels"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// What a chart is drawn from in the tests.
class AwkwardData {
 public:
  explicit AwkwardData(Awkward kind) : kind_(kind) {}

  std::string label(const std::string& normal) const {
    if (kind_ != Awkward::long_labels) return normal;
    return normal + " för samhällsbyggnadsförvaltningens kompetensförsörjning och verksamhetsutveckling";
  }
  /// A value that differs from row to row in the normal case.
  double place(int row) const {
    switch (kind_) {
      case Awkward::low_end: return 0;
      case Awkward::high_end: return 100;
      case Awkward::equal: return 50;
      default: return 38 + 4.7 * (row % 7);
    }
  }
  Measured own(int row) const {
    if (kind_ == Awkward::nothing) return Missing::no_answer;
    if (kind_ == Awkward::missing && row % 2 == 0) return Missing::no_answer;
    return place(row);
  }
  Measured median(int row) const {
    return has_peers() && !gap(row) ? Measured(shifted(row, 2.5)) : Measured(Missing::withheld);
  }
  Measured lower(int row) const {
    return has_peers() && !gap(row) ? Measured(shifted(row, -3)) : Measured(Missing::withheld);
  }
  Measured upper(int row) const {
    return has_peers() && !gap(row) ? Measured(shifted(row, 6)) : Measured(Missing::withheld);
  }
  int rows(int normal) const { return kind_ == Awkward::nothing ? 0 : kind_ == Awkward::one ? 1 : normal; }
  bool has_peers() const { return kind_ != Awkward::nothing && kind_ != Awkward::one; }
  bool is(Awkward kind) const { return kind_ == kind; }

  MatrixCells cells() const {
    MatrixCells cells;
    if (!has_peers()) return cells;
    cells.counts.assign(50, std::vector<int>(50, 0));
    const int all = is(Awkward::thousand) ? 1000 : 29;
    for (int i = 0; i < all; ++i) ++cells.counts[cell(i * 7)][cell(i * 13 + 3)];
    return cells;
  }
  std::vector<int> steps() const {
    if (!has_peers()) return {};
    std::vector<int> steps(50, 0);
    for (int i = 0; i < (is(Awkward::thousand) ? 1000 : 29); ++i) ++steps[cell(i * 11)];
    return steps;
  }

 private:
  bool gap(int row) const { return kind_ == Awkward::missing && row % 3 == 0; }
  double shifted(int row, double by) const {
    const bool fixed = kind_ == Awkward::equal || kind_ == Awkward::low_end || kind_ == Awkward::high_end;
    return fixed ? place(row) : place(row) + by;
  }
  std::size_t cell(int i) const {
    if (is(Awkward::equal)) return 25;
    if (is(Awkward::low_end)) return 0;
    if (is(Awkward::high_end)) return 49;
    return static_cast<std::size_t>(18 + i % 13);
  }

  Awkward kind_;
};

inline MatrixData matrix_data(const AwkwardData& d) {
  MatrixData data;
  data.x_axis = {d.label("Digitalt arv"), d.label("begränsande"), d.label("möjliggörande"), 50};
  data.y_axis = {d.label("Digital förmåga"), "låg", "god", 50};
  const char* names[2][2] = {{"Låg förmåga, begränsande arv", "Låg förmåga, möjliggörande arv"},
                             {"God förmåga, begränsande arv", "God förmåga, möjliggörande arv"}};
  const char* letters[2][2] = {{"A", "B"}, {"C", "D"}};
  for (const bool upper : {false, true})
    for (const bool right : {false, true})
      data.quadrants[upper][right] = {letters[upper][right], d.label(names[upper][right]), "7 kommuner"};
  const int years = d.rows(3);
  for (int i = 0; i < years; ++i) data.trail.push_back({std::to_string(2023 + i), d.place(i), d.place(i + 2)});
  if (d.has_peers() && !d.is(Awkward::missing)) data.x_margin = data.y_margin = 4.1;
  data.own_name = d.label("Askdala");
  data.median_x = d.median(1);
  data.median_y = d.median(4);
  data.median_label = "median";
  data.others = d.cells();
  data.window_title = d.label("Askdalas väg 2023–2025");
  data.enlarged = d.label("förstorat till höger");
  data.key_own = d.label("Askdala 2025");
  data.key_earlier = "Askdala tidigare år";
  data.key_interval = "95 procents osäkerhet";
  data.key_median = d.label("kommunernas median");
  data.key_other = "en kommun, 29 i allt";
  data.peers_many = "kommuner";
  return data;
}

inline MatrixThumbnailData thumbnail_data(const AwkwardData& d) {
  MatrixThumbnailData data;
  data.letters = {{{"A", "B"}, {"C", "D"}}};
  data.own = {d.label("Askdala"), d.place(0), d.place(3)};
  data.others = d.cells();
  data.type_name = d.label("God förmåga, begränsande arv");
  return data;
}

inline CoverFieldData cover_data(const AwkwardData& d) {
  CoverFieldData data;
  data.x_axis = {d.label("Digitalt arv"), d.label("begränsande arv"), "möjliggörande arv", 50};
  data.y_axis = {d.label("Digital förmåga"), "låg förmåga", d.label("god förmåga"), 50};
  data.has_own = !d.is(Awkward::nothing) && !d.is(Awkward::missing);
  if (data.has_own) data.own = {d.label("Askdala"), d.place(0), d.place(3)};
  data.others = d.cells();
  return data;
}

inline IndexStripData strip_data(const AwkwardData& d) {
  return {"Digital mognad", d.own(0), d.median(1), d.lower(1), d.upper(1), d.label("median 47,3")};
}

inline CategoryDotsData dots_data(const AwkwardData& d) {
  CategoryDotsData data;
  constexpr const char* kNames[]{"Effektivitet", "Innovation",   "Kultur och ledarskap",
                                 "Teknik",       "Organisation", "Kompetensförsörjning"};
  for (int i = 0; i < d.rows(6); ++i) {
    CategoryDot row{d.label(kNames[i]),      d.own(i), d.own(i + 3), d.median(i), d.lower(i), d.upper(i),
                    d.own(i) ? "56,4" : "-", i == 3};
    data.rows.push_back(std::move(row));
  }
  data.own_label = d.label("Askdala 2025");
  data.earlier_label = "2024";
  data.median_label = "Median";
  data.band_label = "mittersta hälften";
  return data;
}

inline PeerStripsData strips_data(const AwkwardData& d) {
  PeerStripsData data{d.label("Digital mognad"), {}};
  constexpr const char* kNames[]{"Alla kommuner", "Storleksklass S", "Västernorrlands län"};
  for (int i = 0; i < d.rows(3); ++i) {
    PeerStrip strip{.name = d.label(kNames[i]),
                    .note = "29 kommuner",
                    .words = "Mittersta hälften. Ungefär två av tre ligger lägre."};
    strip.withheld = d.is(Awkward::missing) && i == 1;
    strip.own = d.own(i);
    strip.own_label = d.label("Askdala 49,5");
    strip.median = d.median(i);
    strip.median_label = "median 47,3";
    strip.lower = d.lower(i);
    strip.upper = d.upper(i);
    if (i == 0) strip.dots = d.steps();
    data.strips.push_back(std::move(strip));
  }
  return data;
}

inline TrendData trend_data(const AwkwardData& d) {
  TrendData data;
  for (int i = 0; i < d.rows(3); ++i) data.years.push_back(2023 + i);
  constexpr const char* kNames[]{"Digital mognad", "Digital förmåga", "Digitalt arv"};
  for (int p = 0; p < d.rows(3); ++p) {
    TrendPanel panel{.title = d.label(kNames[p]), .own_value = "49,5", .median_value = "47,3"};
    for (const int year : data.years) {
      panel.own.push_back({year, d.own(year + p)});
      panel.median.push_back({year, d.median(year + p)});
    }
    data.panels.push_back(std::move(panel));
  }
  data.own_label = d.label("Askdala");
  data.median_label = "Median";
  return data;
}

inline FormulaChainData formula_data(const AwkwardData& d) {
  FormulaChainData data;
  constexpr const char* kNames[]{"Svar", "Förmåga", "Kategori", "Dimension", "Digital mognad"};
  for (int i = 0; i < d.rows(5); ++i) data.boxes.push_back({d.label(kNames[i]), "15 i allt", "medel"});
  return data;
}

inline MarkKeyData key_data(const AwkwardData& d) {
  MarkKeyData data;
  for (int i = 0; i < d.rows(6); ++i)
    data.rows.emplace_back(static_cast<Mark>(i), d.label("kommunernas mittersta hälft"));
  return data;
}

struct NamedChart {
  const char* name;
  double width;
  ChartData data;
};

/// All alternatives of ChartData in the widths that pages give them.
inline std::vector<NamedChart> all_charts(Awkward kind) {
  const AwkwardData d(kind);
  return {{"matrix", 468, matrix_data(d)},        {"matrix thumbnail", 148, thumbnail_data(d)},
          {"cover field", 595.28, cover_data(d)}, {"index strip", 148, strip_data(d)},
          {"category dots", 468, dots_data(d)},   {"peer strips", 468, strips_data(d)},
          {"trend", 468, trend_data(d)},          {"formula chain", 468, formula_data(d)},
          {"mark key", 228, key_data(d)}};
}

}  // namespace mognad::test
