#include "report/nation_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {

void sort_by_median(NationRows& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const NationRow& a, const NationRow& b) {
    const Measured &first = a.result.median, &second = b.result.median;
    return first && (!second || first.number() > second.number());
  });
}

ScaleRowsData rows_chart(const NationFacts& f, const NationRows& rows, const std::string& name_head) {
  ScaleRowsData chart;
  for (const NationRow& row : rows) {
    const std::string count = f.words.whole(row.result.organisations);
    chart.rows.push_back({.name = row.name,
                          .note = row.result.median ? f.words.say("nation_rows.n", {{"count", count}})
                                                    : f.words.say("nation_rows.hidden"),
                          .median = row.result.median,
                          .lower = row.result.lower_quartile,
                          .upper = row.result.upper_quartile,
                          .value = f.number(row.result.median)});
  }
  chart.name_head = name_head;
  chart.note_head = capitalised(f.peers_many);
  chart.value_head = f.words.say("nation_rows.median_head");
  chart.median_label = f.words.say("common.median");
  chart.band_label = f.words.say("nation_rows.band");
  const GroupResult& all = f.group(kTotal);
  chart.reference = all.median;
  if (all.median)
    chart.reference_label = f.words.say("nation_rows.reference",
                                        {{"count", f.count_of(all.organisations)}, {"value", f.number(all.median)}});
  chart.dot_step = f.survey.disclosure.dot_step;
  return chart;
}

std::vector<DataColumn> result_columns(const NationFacts& f) {
  return {{"n", f.words.say("nation_rows.count"), DataColumn::Kind::count},
          {"median", f.words.say("nation_rows.median_head"), DataColumn::Kind::index},
          {"lower_quartile", f.words.say("nation_rows.lower"), DataColumn::Kind::index},
          {"upper_quartile", f.words.say("nation_rows.upper"), DataColumn::Kind::index}};
}

std::vector<Datum> result_cells(const GroupResult& result) {
  const Measured count = result.median ? Measured(result.organisations) : Measured(result.median.reason());
  return {count, result.median, result.lower_quartile, result.upper_quartile};
}

FigureData rows_data(const NationFacts& f, const NationRows& rows, const std::string& row_head) {
  FigureData data{row_head, result_columns(f), {}};
  const std::string all = f.words.say("nation_rows.all", {{"peers", f.peers_many}});
  data.rows.push_back({"all", all, result_cells(f.group(kTotal)), true});
  for (const NationRow& row : rows) data.rows.push_back({row.id, row.name, result_cells(row.result), false});
  return data;
}

std::string rows_caption(const NationFacts& f, const NationRows& rows) {
  const auto any = [&](auto&& is) { return std::any_of(rows.begin(), rows.end(), is); };
  std::string text;
  const auto add = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
  if (any([](const NationRow& row) { return row.result.lower_quartile.known(); }))
    add(f.words.say("nation_rows.band_means", {{"peers", f.peers_definite}}));
  if (any([](const NationRow& row) { return row.result.median && !row.result.lower_quartile; }))
    add(f.words.say("nation_rows.band_from",
                    {{"least", f.words.count(f.survey.disclosure.quartiles_from + 1)}, {"peers", f.peers_many}}));
  if (any([](const NationRow& row) { return row.result.median.withheld(); }))
    add(f.words.say("nation_rows.withheld", {{"peers", f.peers_many}}));
  return text;
}

}  // namespace mognad
