// Single figures to test with: those of the small survey's first report, and one of each chart.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "charts/awkward_charts.h"
#include "export/svg/svg_writer.h"
#include "layout/lay_out_figure.h"
#include "report/single_figures.h"
#include "support/small_survey.h"

namespace mognad::test {

inline Picture picture_of(const Figure& figure, const LanguageTag& tag) {
  auto picture = lay_out_figure(figure, small_survey().style(tag), figure.title);
  for (const Problem& problem : picture.problems) UNSCOPED_INFO(to_text(problem));
  REQUIRE(picture);
  return std::move(*picture);
}

inline std::string svg_of(const SingleFigure& single, const LanguageTag& tag) {
  const Figure& figure = single.figure;
  return write_svg(picture_of(figure, tag), {figure.title, figure.description, tag, single.notice},
                   small_survey().loaded->fonts);
}

/// Calls `check` with every figure of the first organisation's reports, and with the language.
template <class Check>
void each_figure(Check check) {
  for (const LanguageTag tag : kLanguages)
    for (const SingleFigure& single : single_figures(small_survey().report(0, tag))) {
      INFO(tag << " " << single.number << " " << single.figure.title);
      check(single, tag);
    }
}

/// In the order of ChartData.
inline constexpr std::array<const char*, std::variant_size_v<ChartVariant>> kChartNames{
    "matrix",    "matrix-thumbnail", "cover-field", "index-strip", "category-dots", "spider",
    "dumbbells", "heat-map",         "intervals",   "answer-bars", "peer-strips",   "trend",
    "changes",   "formula-chain",    "mark-key",    "scale-rows",  "share-bars",    "type-matrix",
    "tile-map",  "type-moves",       "series",      "correlation", "year-columns"};

/// Charts that no report of an organisation has, from made-up values.
inline void add_charts_of_the_nation(std::vector<SingleFigure>& chosen, const LanguageTag& tag) {
  const std::vector<AwkwardChart> charts = all_charts(Awkward::normal);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    Figure& figure = chosen[i].figure;
    if (!figure.title.empty()) continue;
    figure.title = charts[i].name;
    figure.description = describe(charts[i].data, small_survey().voice(tag).words);
    figure.chart = charts[i].data;
  }
}

/// One figure of each alternative of ChartData, from the first organisation's report where it has one.
inline std::vector<SingleFigure> one_of_each_chart(const LanguageTag& tag) {
  Report report = small_survey().report(0, tag);
  const std::string cover = tag == "sv" ? "Omslagets fält" : "Field of the cover";
  Section more{.title = cover};
  more.blocks.emplace_back(Figure{cover, "", report.cover.field, "", cover + "."});
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* tiles = std::get_if<Tiles>(&block))
        for (const Tile& tile : tiles->tiles)
          if (tile.strip) more.blocks.emplace_back(Figure{tile.label, "", *tile.strip, "", tile.description});
  report.sections.push_back(std::move(more));
  std::vector<SingleFigure> chosen(kChartNames.size());
  for (SingleFigure& single : single_figures(report)) {
    if (single.figure.left) {
      SingleFigure left = single;
      left.figure.chart = single.figure.left->chart;
      left.figure.description = single.figure.left->description;
      left.figure.left.reset();
      SingleFigure& place = chosen[left.figure.chart.index()];
      if (place.figure.title.empty()) place = std::move(left);
    }
    SingleFigure& place = chosen[single.figure.chart.index()];
    if (place.figure.title.empty()) place = std::move(single);
  }
  add_charts_of_the_nation(chosen, tag);
  return chosen;
}

}  // namespace mognad::test
