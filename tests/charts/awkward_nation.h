// Awkward data for the charts of a year's publication.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "charts/awkward_data.h"

namespace mognad::test {

inline AwkwardChart awkward_chart(Of<ScaleRowsData>, const AwkwardData& d) {
  ScaleRowsData data;
  AwkwardChart chart{"scale rows", 228, {}, {}};
  constexpr const char* kNames[]{"Alla kommuner", "Storstäder", "Pendlingskommuner nära storstad", "Större städer",
                                 "Landsbygdskommuner"};
  for (int i = 0; i < d.rows(9); ++i) {
    ScaleRow row{d.label(kNames[i % 5]), "n = " + std::to_string(12 + i), d.median(i), d.lower(i), d.upper(i)};
    row.mean = i % 2 == 0 ? d.own(i) : Measured(Missing::not_applicable);
    row.value = text_of(row.mean ? row.mean : row.median);
    row.strong = i == 0, row.rule_above = i == 1;
    if (i == 2) row.dots = d.steps();
    chart.labels.insert(chart.labels.end(), {row.name, row.note, row.value});
    data.rows.push_back(std::move(row));
  }
  data.name_head = "Kommungrupp", data.note_head = "n", data.value_head = "Median";
  data.median_label = d.label("median"), data.mean_label = "medel", data.band_label = d.label("mittersta hälften");
  data.reference = d.median(1);
  data.reference_label = d.label("alla 290 kommuner: 47,3");
  if (data.reference && d.rows(9) > 0) chart.labels.push_back(data.reference_label);
  if (std::any_of(data.rows.begin(), data.rows.end(), [](const ScaleRow& r) { return r.median.known(); }))
    chart.labels.push_back(data.median_label);
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<ShareBarsData>, const AwkwardData& d) {
  ShareBarsData data;
  AwkwardChart chart{"share bars", 148, {}, {}};
  constexpr const char* kLetters[]{"A", "B", "C", "D"};
  for (int i = 0; i < d.rows(4); ++i) {
    data.bars.push_back({kLetters[i % 4], d.label("God förmåga, begränsande arv"), d.own(i), text_of(d.own(i)),
                         std::to_string(24 + i), d.median(i), i == 1});
    chart.labels.insert(chart.labels.end(), {data.bars.back().name, data.bars.back().value, data.bars.back().count});
  }
  data.earlier_label = "2024";
  const auto has_earlier = [](const ShareBar& bar) { return bar.earlier.known(); };
  if (std::any_of(data.bars.begin(), data.bars.end(), has_earlier)) chart.labels.push_back(data.earlier_label);
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<TypeMatrixData>, const AwkwardData& d) {
  TypeMatrixData data;
  data.x_axis = {d.label("Digitalt arv"), d.label("begränsande"), d.label("möjliggörande"), 50};
  data.y_axis = {d.label("Digital förmåga"), "låg", "god", 50};
  AwkwardChart chart{"type matrix", 228, {}, {}};
  constexpr const char* kLetters[2][2] = {{"A", "B"}, {"C", "D"}};
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      data.quadrants[upper][right] = {kLetters[upper][right], d.label("God förmåga, begränsande arv"), "50 % (145)"};
      chart.labels.insert(chart.labels.end(), {kLetters[upper][right], "50 % (145)"});
    }
  data.cells = d.cells();
  data.median_x = d.median(1), data.median_y = d.median(4);
  data.median_label = "median", data.peers_many = "kommuner";
  if (data.median_x && data.median_y) chart.labels.push_back(data.median_label);
  data.own_x = d.own(2), data.own_y = d.own(3), data.own_label = d.label("Östergötlands län");
  if (data.own_x && data.own_y) chart.labels.push_back(data.own_label);
  chart.data = std::move(data);
  return chart;
}

/// As many squares as a map has at most.
inline AwkwardChart awkward_chart(Of<TileMapData>, const AwkwardData& d) {
  TileMapData data;
  AwkwardChart chart{"tile map", 228, {}, {}};
  constexpr const char* kNames[]{"Stockholm", "Västernorrland", "Västra Götaland", "Södermanland", "Gotland"};
  for (int i = 0; i < d.few_rows(21); ++i) {
    data.tiles.push_back({i / 4 + 2, i % 4, d.label(kNames[i % 5]), d.own(i), text_of(d.own(i))});
    chart.labels.push_back(data.tiles.back().text);
  }
  if (d.rows(2) > 1) data.tiles.push_back({0, 2, "Norrbotten", d.median(0), text_of(d.median(0))});
  data.limits = {44, 46, 48, 50};
  data.key = {"under 44", "44–45", "46–47", "48–49", "50 och över"};
  data.withheld_label = ".. visas inte";
  if (!data.tiles.empty()) chart.labels.insert(chart.labels.end(), data.key.begin(), data.key.end());
  chart.data = std::move(data);
  return chart;
}

/// Types of which some flows are missing where values are.
inline AwkwardChart awkward_chart(Of<TypeMovesData>, const AwkwardData& d) {
  TypeMovesData data;
  AwkwardChart chart{"type moves", 228, {}, {}};
  constexpr const char* kNames[]{"A Låg förmåga, begränsande arv", "B Låg förmåga, möjliggörande arv",
                                 "C God förmåga, begränsande arv", "D God förmåga, möjliggörande arv"};
  const int types = d.few_rows(4);
  const auto size = static_cast<std::size_t>(types);
  std::vector<double> before(size, 0), after(size, 0);
  data.moved.resize(size), data.texts.resize(size);
  for (std::size_t from = 0; from < size; ++from)
    for (std::size_t to = 0; to < size; ++to) {
      const int i = static_cast<int>(from * 5 + to * 3);
      const double count = from == to ? 20 + d.others() * 0.2 : static_cast<double>((from * 3 + to * 5) % 7);
      const bool shown = d.own(i).known();
      data.moved[from].push_back(shown ? Measured(std::floor(count)) : Measured(Missing::withheld));
      data.texts[from].push_back(shown ? std::to_string(static_cast<int>(count)) : "..");
      if (shown && count >= 1) chart.labels.push_back(data.texts[from].back());
      before[from] += std::floor(count), after[to] += std::floor(count);
    }
  for (const auto& row : data.moved)  // a symbol for all withheld flows that leave a bar
    if (std::any_of(row.begin(), row.end(), [](const Measured& m) { return !m; })) chart.labels.push_back("..");
  for (std::size_t i = 0; i < size; ++i) {
    const bool shown = d.own(static_cast<int>(i)).known();
    data.names.push_back(d.label(kNames[i]));
    data.before.push_back(shown ? Measured(before[i]) : Measured(Missing::withheld));
    data.after.push_back(after[i]);
    data.before_texts.push_back(shown ? std::to_string(static_cast<int>(before[i])) : "..");
    data.after_texts.push_back(std::to_string(static_cast<int>(after[i])));
    chart.labels.insert(chart.labels.end(), {data.names[i], data.before_texts[i], data.after_texts[i]});
  }
  data.from_head = "2024", data.to_head = "2025";
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<SeriesData>, const AwkwardData& d) {
  SeriesData data;
  AwkwardChart chart{"series", 228, {}, {}};
  data.first_year = 2016, data.last_year = 2025;
  SeriesLine own{d.label("denna enkät"), true, {}}, early{d.label("utgåva 2018"), false, {}},
      late{"utgåva 2022", false, {}};
  for (int i = 0; i < d.few_rows(3); ++i) {
    own.points.push_back({2023 + i, d.own(i), text_of(d.own(i)) + " (n = 290)", i == 1});
    early.points.push_back({2016 + i, d.median(i), text_of(d.median(i)), false});
    late.points.push_back({2020 + i, d.own(i + 1), text_of(d.own(i + 1)), i == 2});
    if (d.own(i)) chart.labels.push_back(own.points.back().text);
  }
  data.lines = {own, early, late};
  if (d.rows(1) > 0) data.targets = {{2027, 55, d.label("mål 2027: 55")}};
  for (const TrendTarget& target : data.targets) chart.labels.push_back(target.label);
  data.break_label = "ny metod";
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<CorrelationData>, const AwkwardData& d) {
  CorrelationData data;
  AwkwardChart chart{"correlation grid", 228, {}, {}};
  constexpr const char* kNames[]{"Effektivitet", "Innovation",   "Kultur och ledarskap",
                                 "Teknik",       "Organisation", "Kompetensförsörjning"};
  for (int i = 0; i < d.few_rows(6); ++i) {
    data.names.push_back(d.label(kNames[i]));
    data.values.emplace_back(), data.texts.emplace_back();
    for (int k = 0; k < i; ++k) {
      const Measured place = d.own(i + k);
      data.values.back().push_back(place ? Measured(std::clamp(place.number(), 0.0, 100.0) / 50 - 1) : place);
      data.texts.back().push_back(text_of(data.values.back().back()));
      chart.labels.push_back(data.texts.back().back());
    }
    chart.labels.push_back(data.names.back());
  }
  data.key = {"under 0,1", "0,1–0,29", "0,3–0,49", "0,5–0,69", "0,7–0,89", "0,9–1"};
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<YearColumnsData>, const AwkwardData& d) {
  YearColumnsData data;
  AwkwardChart chart{"year columns", 148, {}, {}};
  constexpr const char* kNames[]{"Kommuner som har mätt", "Regioner som har mätt", "Inbjudna", "Svarsfrekvens"};
  for (int i = 0; i < d.few_rows(4); ++i) {
    ColumnPanel panel{d.label(kNames[i]), {}};
    for (int k = 0; k < (d.rows(3) > 3 ? 12 : d.rows(3)); ++k) {
      panel.columns.push_back({2023 + k, d.own(i + k), text_of(d.own(i + k))});
      chart.labels.push_back(panel.columns.back().text);
    }
    chart.labels.push_back(panel.title);
    data.panels.push_back(std::move(panel));
  }
  chart.data = std::move(data);
  return chart;
}

}  // namespace mognad::test
