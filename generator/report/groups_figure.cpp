#include "report/figure_builders.h"
#include "report/nation_groups.h"
#include "report/row_findings.h"

namespace mognad {

NationalFigures groups_figure(const NationFacts& f, const FigureChoice& choice) {
  const auto groups = nation_groups(f, choice);
  if (!groups || extremes_of(groups->rows).shown == 0) return {};
  NationalFigure figure = begin_figure(f, choice);
  figure.count = f.count_of(f.counted());
  figure.figure.subtitle =
      f.words.say("nation_groups.subtitle",
                  {{"measure", f.node_name(kTotal)}, {"year", std::to_string(f.year)}, {"peers", f.peers_many}});
  figure.finding = rows_finding(f, groups->rows, groups->many);
  figure.sentences = rows_sentences(f, groups->rows, groups->many);
  figure.data = rows_data(f, groups->rows, groups->head);
  const std::string caption = f.words.say("nation_groups.caption");
  const std::string marks = rows_caption(f, groups->rows);
  complete_figure(figure, f, rows_chart(f, groups->rows, groups->head), rows_title(f, groups->rows, groups->many),
                  marks.empty() ? caption : marks + " " + caption);
  return {std::move(figure)};
}

}  // namespace mognad
