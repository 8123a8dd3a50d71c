#include "report/figure_builders.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

NationRows unit_type_rows(const NationFacts& f) {
  NationRows rows;
  const auto kinds = f.statistics.unit_types(f.year);
  for (const UnitType& unit_type : f.survey.unit_types)
    for (const auto& [type, id] : kinds)
      if (type == f.type && id == unit_type.id)
        rows.push_back({id, f.text(unit_type.name), uncapitalised(f.text(unit_type.name)),
                        f.statistics.unit_type_result(f.year, type, id, kTotal)});
  sort_by_median(rows);
  return rows;
}

}  // namespace

NationalFigures unit_types_figure(const NationFacts& f, const FigureChoice& choice) {
  const NationRows rows = unit_type_rows(f);
  if (extremes_of(rows).shown == 0) return {};
  const std::string many = f.words.say("nation_units.kinds");
  const std::string head = f.words.say("nation_units.kind");
  NationalFigure figure = begin_figure(f, choice);
  figure.count = f.count_of(f.counted());
  figure.figure.subtitle =
      f.words.say("nation_units.subtitle",
                  {{"measure", f.node_name(kTotal)}, {"year", std::to_string(f.year)}, {"peers", f.peers_many}});
  figure.finding = rows_finding(f, rows, many);
  figure.sentences = rows_sentences(f, rows, many);
  figure.data = rows_data(f, rows, head);
  const std::string caution = f.words.say("nation_units.caption"), marks = rows_caption(f, rows);
  complete_figure(figure, f, rows_chart(f, rows, head), rows_title(f, rows, many),
                  marks.empty() ? caution : marks + " " + caution);
  return {std::move(figure)};
}

}  // namespace mognad
