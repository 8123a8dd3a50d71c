#include "report/figure_builders.h"

#include <fmt/format.h>

#include <algorithm>

#include "charts/charts.h"

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

void complete_figure(NationalFigure& figure, const NationFacts& facts, ChartData chart, const std::string& title,
                     const std::string& caption) {
  if (figure.figure.title.empty()) figure.figure.title = title;
  figure.figure.chart = std::move(chart);
  figure.figure.description = describe(figure.figure.chart, facts.words);
  figure.figure.caption = caption.empty() ? figure.source : fmt::format("{} {}", caption, figure.source);
}

std::string file_part(const Node& node) {
  std::string part = node.id;
  std::replace(part.begin(), part.end(), '_', '-');
  return part;
}

}  // namespace mognad
