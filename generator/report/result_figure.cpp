#include <fmt/format.h>

#include "charts/charts.h"
#include "report/figure_builders.h"

namespace mognad {

NationalFigure begin_figure(const NationFacts& facts, const FigureChoice& choice) {
  NationalFigure figure;
  figure.name = choice.each_type ? fmt::format("{}-{}", choice.name, facts.type) : choice.name;
  figure.chosen_as = choice.name;
  figure.kind = choice.kind;
  figure.size = choice.size;
  figure.figure.title = facts.text(choice.title);
  figure.source = facts.source();
  return figure;
}

NationalFigures result_figure(const NationFacts& f, const FigureChoice& choice) {
  if (!f.mean(kTotal)) return {};
  NationalFigure figure = begin_figure(f, choice);
  ScaleRowsData rows;
  figure.data.row_head = f.words.say("categories.part");
  figure.data.columns = {{"mean", "mean", DataColumn::Kind::index},
                         {"median", "median", DataColumn::Kind::index},
                         {"n", "n", DataColumn::Kind::count}};
  for (const NodeIndex node : f.main_nodes) {
    const GroupResult& all = f.group(node);
    rows.rows.push_back({.name = f.node_short(node),
                         .median = all.median,
                         .lower = all.lower_quartile,
                         .upper = all.upper_quartile,
                         .mean = f.mean(node),
                         .value = f.number(f.mean(node))});
    figure.data.rows.push_back(
        {f.model.node(node).id,
         f.node_name(node),
         {f.mean(node), all.median, Measured(f.means[static_cast<std::size_t>(node)].organisations)}});
  }
  if (figure.figure.title.empty()) figure.figure.title = f.node_name(kTotal);
  figure.count = f.count_of(f.means[kTotal].organisations);
  figure.figure.chart = std::move(rows);
  figure.figure.description = describe(figure.figure.chart, f.words);
  return {std::move(figure)};
}

}  // namespace mognad
