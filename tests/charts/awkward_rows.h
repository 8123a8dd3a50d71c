// Awkward data of the charts of rows: dots, dumbbells, cells, intervals, answers, and the chains and keys of words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "charts/awkward_data.h"

namespace mognad::test {

inline AwkwardChart awkward_chart(Of<CategoryDotsData>, const AwkwardData& d) {
  CategoryDotsData data;
  AwkwardChart chart{"category dots", 268, {}, {}};
  constexpr const char* kNames[]{"Effektivitet", "Innovation",   "Kultur och ledarskap",
                                 "Teknik",       "Organisation", "Kompetensförsörjning"};
  for (int i = 0; i < d.rows(6); ++i) {
    data.rows.push_back({d.label(kNames[i % 6]), d.own(i), d.own(i + 3), d.median(i), d.lower(i), d.upper(i),
                         text_of(d.own(i)), i == 3});
    chart.labels.insert(chart.labels.end(), {data.rows.back().name, data.rows.back().value});
  }
  data.own_label = d.label("Askdala 2025");
  data.earlier_label = "2024";
  data.median_label = "Median";
  data.band_label = "mittersta hälften";
  if (!data.rows.empty() && data.rows.front().own) chart.labels.push_back(data.own_label);
  chart.data = std::move(data);
  return chart;
}

/// More axes than a report draws can't be told apart: eight at most.
inline AwkwardChart awkward_chart(Of<SpiderData>, const AwkwardData& d) {
  SpiderData data;
  AwkwardChart chart{"spider", 188, {}, {}};
  constexpr const char* kNames[]{"Effektivitet", "Innovation",   "Kultur och ledarskap",
                                 "Teknik",       "Organisation", "Kompetensförsörjning"};
  // With fewer axes than an area needs the report has no spider.
  const int axes = d.rows(6) == 0 ? 0 : std::clamp(d.rows(6), static_cast<int>(kFewestSpiderAxes), 8);
  for (int i = 0; i < axes; ++i) {
    data.axes.push_back({d.label(kNames[i % 6]), d.own(i), d.own(i + 3), d.median(i)});
    chart.labels.push_back(data.axes.back().name);
  }
  data.own_label = d.label("Askdala 2025");
  chart.data = std::move(data);
  return chart;
}

/// Changes around zero: what is 0 to 100 elsewhere is −100 to 100 here.
inline AwkwardChart awkward_chart(Of<ChangesData>, const AwkwardData& d) {
  ChangesData data;
  AwkwardChart chart{"changes", 468, {}, {}};
  constexpr const char* kNames[]{"Digital mognad", "Digital förmåga", "Effektivitet", "Innovation"};
  for (int i = 0; i < d.rows(9); ++i) {
    const Measured own = d.own(i);
    ChangeRow row{d.label(kNames[i % 4]), i % 4 > 1, i % 4 == 1, own ? Measured(2 * own.number() - 100) : own,
                  d.median(i)};
    row.clear = i % 2 == 0;
    row.points_text = text_of(row.points);
    row.verdict = row.clear ? "klar ökning" : "inom slumpen";
    chart.labels.insert(chart.labels.end(), {row.name, row.points_text, row.verdict});
    data.rows.push_back(std::move(row));
  }
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<DumbbellsData>, const AwkwardData& d) {
  DumbbellsData data;
  AwkwardChart chart{"dumbbells", 468, {}, {"Förmåga", "Resultat", "Skillnad"}};
  constexpr const char* kNames[]{"Systemförvaltning", "Nyttorealisering", "Portföljstyrning", "Öppen utveckling",
                                 "Informationssäkerhet"};
  for (int i = 0; i < d.rows(15); ++i) {
    const Measured apart = difference(d.own(i), d.median(i));
    data.rows.push_back({d.label(kNames[i % 5]), d.own(i), d.median(i), d.lower(i), d.upper(i), text_of(d.own(i)),
                         text_of(apart), i == 7});
    const Dumbbell& row = data.rows.back();
    chart.labels.insert(chart.labels.end(), {row.name, row.value, row.difference_text});
  }
  data.name_head = "Förmåga", data.value_head = "Resultat", data.difference_head = "Skillnad";
  data.own_label = d.label("Askdala");
  data.median_label = "Median";
  if (!data.rows.empty() && data.rows.front().own) chart.labels.push_back(data.own_label);
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<HeatMapData>, const AwkwardData& d) {
  HeatMapData data;
  AwkwardChart chart{"heat map", 468, {}, {"Enhet", "n"}};
  data.name_head = "Enhet", data.count_head = "n";
  for (const char* name : {"Mognad", "Effektivitet", "Innovation", "Balansering", "Infrastruktur", "Användare"})
    data.columns.push_back(d.label(name));
  for (int i = 0; i < d.rows(9); ++i) {
    HeatRow row{d.label(i == 0 ? "Hela organisationen" : "Stadsbyggnad"), std::to_string(12 + i), {}, {}};
    for (std::size_t c = 0; c < data.columns.size(); ++c) {
      row.values.push_back(d.own(i + static_cast<int>(c)));
      row.texts.push_back(row.values.back() ? std::to_string(static_cast<int>(row.values.back().number()))
                                            : text_of(row.values.back()));
    }
    chart.labels.insert(chart.labels.end(), {row.name, row.count});
    chart.labels.insert(chart.labels.end(), row.texts.begin(), row.texts.end());
    data.rows.push_back(std::move(row));
  }
  data.key_label = "Procent av bästa möjliga";
  data.key = {"under 30", "30–39", "40–49", "50–59", "60–69", "70 och över"};
  chart.labels.insert(chart.labels.end(), data.columns.begin(), data.columns.end());
  chart.labels.insert(chart.labels.end(), data.key.begin(), data.key.end());
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<IntervalsData>, const AwkwardData& d) {
  IntervalsData data;
  AwkwardChart chart{"intervals", 468, {}, {}};
  for (int i = 0; i < d.rows(7); ++i) {
    data.rows.push_back({d.label(i == 0 ? "Hela organisationen" : "Vård och omsorg"), d.own(i), d.margin(i),
                         text_of(d.own(i)), i == 0});
    chart.labels.insert(chart.labels.end(), {data.rows.back().name, data.rows.back().text});
  }
  data.lower = d.lower(1), data.upper = d.upper(1);
  data.band_label = d.label("kommunernas mittersta hälft");
  if (data.lower && data.upper) chart.labels.push_back(data.band_label);
  chart.data = std::move(data);
  return chart;
}

inline AnswerBar awkward_bar(const AwkwardData& d, int i) {
  AnswerBar bar{d.label("En mycket väl fungerande styrning av vår systemförvaltning."),
                {},
                text_of(d.own(i)),
                std::to_string(d.others())};
  if (!d.own(i)) return bar;
  const int all = d.is(Awkward::hundred_thousand) ? 100000 : d.is(Awkward::thousand) ? 1000 : 29;
  if (d.is(Awkward::low_end) || d.is(Awkward::one)) bar.counts = {all, 0, 0, 0, 0, 0};
  else if (d.is(Awkward::high_end)) bar.counts = {0, 0, 0, 0, 0, all};
  else bar.counts = {1, all / 7, all / 5 + i % 3, all / 3, 0, all / 9};
  return bar;
}

inline AwkwardChart awkward_chart(Of<AnswerBarsData>, const AwkwardData& d) {
  AnswerBarsData data;
  AwkwardChart chart{"answer bars", 468, {}, {"Medel", "n"}};
  data.stem = d.label("Som organisation är/har vi …");
  data.lowest = "Instämmer inte alls", data.highest = "Instämmer helt";
  data.mean_head = "Medel", data.count_head = "n";
  data.steps = {"1", "2", "3", "4", "5", "6"};
  const int groups = d.rows(3) > 3 ? 10 : d.rows(3);
  for (int g = 0; g < groups; ++g) {
    AnswerGroup group{d.label("Effektivitet"), text_of(d.own(g)), {}};
    for (int i = 0; i < d.rows(4) / (d.rows(4) > 4 ? 10 : 1); ++i) {
      group.bars.push_back(awkward_bar(d, i));
      const AnswerBar& bar = group.bars.back();
      chart.labels.insert(chart.labels.end(), {bar.text, bar.mean, bar.answered});
    }
    chart.labels.insert(chart.labels.end(), {group.name, group.mean});
    data.groups.push_back(std::move(group));
  }
  chart.labels.insert(chart.labels.end(), {data.stem, data.lowest, data.highest});
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<FormulaChainData>, const AwkwardData& d) {
  FormulaChainData data;
  AwkwardChart chart{"formula chain", 468, {}, {}};
  constexpr const char* kNames[]{"Svar", "Förmåga", "Kategori", "Dimension", "Digital mognad"};
  for (int i = 0; i < d.few_rows(5); ++i) {
    data.boxes.push_back({d.label(kNames[i]), "15 stycken", "medel"});
    chart.labels.insert(chart.labels.end(), {data.boxes.back().title, data.boxes.back().note});
  }
  chart.data = std::move(data);
  return chart;
}

inline AwkwardChart awkward_chart(Of<MarkKeyData>, const AwkwardData& d) {
  MarkKeyData data;
  AwkwardChart chart{"mark key", 228, {}, {}};
  for (int i = 0; i < d.few_rows(6); ++i) {
    data.rows.emplace_back(static_cast<Mark>(i), d.label("kommunernas mittersta hälft"));
    chart.labels.push_back(data.rows.back().second);
  }
  chart.data = std::move(data);
  return chart;
}

}  // namespace mognad::test
