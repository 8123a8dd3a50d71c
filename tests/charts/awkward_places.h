// Awkward data of the charts of places on scales: matrix, field, strips, lines over the years.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "charts/awkward_data.h"

namespace mognad::test {

inline AwkwardChart awkward_chart(Of<MatrixData>, const AwkwardData& d) {
  MatrixData data;
  data.x_axis = {d.label("Digitalt arv"), d.label("begränsande"), d.label("möjliggörande"), 50};
  data.y_axis = {d.label("Digital förmåga"), "låg", "god", 50};
  const char* names[2][2] = {{"Låg förmåga, begränsande arv", "Låg förmåga, möjliggörande arv"},
                             {"God förmåga, begränsande arv", "God förmåga, möjliggörande arv"}};
  const char* letters[2][2] = {{"A", "B"}, {"C", "D"}};
  for (const bool upper : {false, true})
    for (const bool right : {false, true})
      data.quadrants[upper][right] = {letters[upper][right], d.label(names[upper][right]), "7 kommuner"};
  AwkwardChart chart{"matrix", 468, {}, {"A", "B", "C", "D"}};
  const int years = d.few_rows(d.others() >= 1000 ? 20 : 3);
  for (int i = 0; i < years; ++i) data.trail.push_back({std::to_string(2023 + i), d.place(i), d.place(i + 2)});
  data.own_name = d.label("Askdala");
  if (!data.trail.empty()) chart.labels.push_back(data.own_name);
  for (const MatrixPlace& place : data.trail) chart.labels.push_back(place.label);
  data.x_margin = d.margin(0), data.y_margin = d.margin(d.is(Awkward::not_applicable) ? 1 : 2);
  data.median_x = d.median(1), data.median_y = d.median(4);
  data.median_label = "median";
  if (data.median_x && data.median_y && !data.trail.empty()) chart.labels.push_back(data.median_label);
  data.others = d.cells();
  data.window_title = d.label("Askdalas väg 2023–2025");
  data.enlarged = d.label("förstorat till höger");
  data.key_own = d.label("Askdala 2025");
  data.key_earlier = "Askdala tidigare år";
  data.key_interval = "95 procents osäkerhet";
  data.key_median = d.label("kommunernas median");
  data.key_other = "en kommun, 29 i allt";
  data.peers_many = "kommuner";
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<MatrixThumbnailData>, const AwkwardData& d) {
  MatrixThumbnailData data;
  data.letters = {{{"A", "B"}, {"C", "D"}}};
  data.own = {d.label("Askdala"), d.place(0), d.place(3)};
  data.others = d.cells();
  data.type_name = d.label("God förmåga, begränsande arv");
  return {"matrix thumbnail", 148, data, {"A", "B", "C", "D", data.own.label}};
}

inline AwkwardChart awkward_chart(Of<CoverFieldData>, const AwkwardData& d) {
  CoverFieldData data;
  data.x_axis = {d.label("Digitalt arv"), d.label("begränsande arv"), "möjliggörande arv", 50};
  data.y_axis = {d.label("Digital förmåga"), "låg förmåga", d.label("god förmåga"), 50};
  data.has_own = !d.is(Awkward::nothing) && !d.is(Awkward::silent);
  if (data.has_own) data.own = {d.label("Askdala"), d.place(0), d.place(3)};
  data.others = d.cells();
  return {"cover field",
          595.28,
          data,
          {data.x_axis.low, data.x_axis.high, data.y_axis.low, data.y_axis.high, data.own.label}};
}

inline AwkwardChart awkward_chart(Of<IndexStripData>, const AwkwardData& d) {
  IndexStripData data{"Digital mognad", d.own(0), d.median(1), d.lower(1), d.upper(1), d.label("median 47,3")};
  std::vector<std::string> labels{"0", "100"};
  if (data.median) labels.push_back(data.median_label);
  return {"index strip", 148, std::move(data), std::move(labels)};
}

inline AwkwardChart awkward_chart(Of<PeerStripsData>, const AwkwardData& d) {
  PeerStripsData data{d.label("Digital mognad"), {}};
  AwkwardChart chart{"peer strips", 468, {}, {}};
  constexpr const char* kNames[]{"Alla kommuner", "Storleksklass S", "Västernorrlands län"};
  for (int i = 0; i < d.rows(3); ++i) {
    PeerStrip strip{.name = d.label(kNames[i % 3]),
                    .note = std::to_string(d.others()) + " kommuner",
                    .note_more = "med 2 000–5 999 anställda",
                    .words = "Mittersta hälften. Ungefär två av tre ligger lägre."};
    strip.withheld = d.is(Awkward::withheld) && i == 1;
    strip.own = d.own(i);
    strip.own_label = d.label("Askdala") + " " + text_of(strip.own);
    strip.median = d.median(i), strip.lower = d.lower(i), strip.upper = d.upper(i);
    strip.median_label = "median " + text_of(strip.median);
    if (i == 0) strip.dots = d.steps();
    chart.labels.insert(chart.labels.end(), {strip.name, strip.note, strip.words});
    if (strip.own && !strip.withheld) chart.labels.push_back(strip.own_label);
    if (strip.median && !strip.withheld) chart.labels.push_back(strip.median_label);
    data.strips.push_back(std::move(strip));
  }
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<TrendData>, const AwkwardData& d) {
  TrendData data;
  AwkwardChart chart{"trend", 468, {}, {}};
  const int years = d.others() >= 1000 ? 30 : d.rows(3);
  for (int i = 0; i < years; ++i) data.years.push_back(2023 + i);
  constexpr const char* kNames[]{"Digital mognad", "Digital förmåga", "Digitalt arv"};
  for (int p = 0; p < d.few_rows(3); ++p) {
    TrendPanel panel{.title = d.label(kNames[p])};
    for (const int year : data.years) {
      panel.own.push_back({year, d.own(year + p)});
      panel.median.push_back({year, d.median(year + p)});
    }
    panel.own_value = text_of(panel.own.back().value), panel.median_value = text_of(panel.median.back().value);
    if (p == 0 && years > 1) {
      panel.breaks = {data.years[1]};
      panel.benchmarks = {{{data.years[0], d.median(1)}, {data.years[1], d.median(2)}}, {{data.years[1], d.median(3)}}};
      panel.targets = {{data.years[0], 100, ""}, {data.years.back(), 0, "mål 2027: 0"}};
    }
    chart.labels.push_back(panel.title);
    if (panel.own.back().value) chart.labels.push_back(panel.own_value);
    if (panel.own.back().value && panel.median.back().value) chart.labels.push_back(panel.median_value);
    data.panels.push_back(std::move(panel));
  }
  data.own_label = d.label("Askdala");
  data.median_label = "Median";
  data.break_label = "ny metod";
  chart.data = std::move(data);
  return chart;
}

}  // namespace mognad::test
