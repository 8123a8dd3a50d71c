#include <fmt/format.h>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

std::string count_text(const ReportFacts& f, const Measured& count, bool few, bool own) {
  const std::string least = f.words.count(f.survey.disclosure.minimum_others);
  if (!count && !few) return f.words.say(own ? "matrix.own_hidden" : "matrix.hidden", {{"name", f.name}});
  if (!count)
    return f.words.say(own ? "matrix.own_few" : "matrix.few",
                       {{"name", f.name}, {"least", least}, {"peers", f.peers_many}});
  const std::string number = f.words.whole(static_cast<long long>(count.number()));
  return f.words.say(own ? "matrix.own_and" : "matrix.count",
                     {{"name", f.name}, {"count", number}, {"peers", f.peers_many}});
}

MatrixAxisWords axis_words(const ReportFacts& f, const MatrixAxis& axis) {
  return {f.node_name(axis.node), f.text(axis.low), f.text(axis.high), axis.cut};
}

MatrixData matrix_data(const ReportFacts& f) {
  const Matrix& matrix = f.model.matrix;
  MatrixData data;
  data.x_axis = axis_words(f, matrix.x);
  data.y_axis = axis_words(f, matrix.y);
  PeerPlaces places = f.statistics.places(f.organisation, f.year, 0);
  const bool counted = !places.cells.empty();
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      const Quadrant& q = matrix.quadrant(upper, right);
      const bool own = f.place->upper == upper && f.place->right == right;
      data.quadrants[upper][right] = {
          q.id, f.text(q.name),
          counted ? count_text(f, places.quadrants[upper][right], places.few[upper][right], own) : ""};
    }
  for (const int year : f.years) {
    const Measured x = f.statistics.node(f.organisation, year, matrix.x.node).value;
    const Measured y = f.statistics.node(f.organisation, year, matrix.y.node).value;
    if (x && y) data.trail.push_back({std::to_string(year), x.number(), y.number()});
  }
  data.x_margin = f.own[static_cast<std::size_t>(matrix.x.node)].margin;
  data.y_margin = f.own[static_cast<std::size_t>(matrix.y.node)].margin;
  data.own_name = f.name;
  data.median_x = f.peer(matrix.x.node).median;
  data.median_y = f.peer(matrix.y.node).median;
  data.median_label = f.words.say("common.median");
  data.others = {std::move(places.cells), places.step};
  const std::string year = std::to_string(f.year);
  data.window_title = data.trail.size() > 1
                          ? f.words.say("matrix.window_years",
                                        {{"genitive", f.genitive}, {"from", data.trail.front().label}, {"to", year}})
                          : f.words.say("matrix.window", {{"name", f.name}, {"year", year}});
  data.enlarged = f.words.say("matrix.enlarged");
  data.key_own = f.words.say("common.own_year", {{"name", f.name}, {"year", year}});
  data.key_earlier = f.words.say("key.own_earlier_name", {{"name", f.name}});
  data.key_interval = f.words.say("key.interval");
  data.key_median = f.words.say("key.median_of", {{"peers", f.peers_genitive}});
  data.key_other =
      places.others >= kDensityFrom
          ? f.words.say("matrix.key_density", {{"peers", f.peers_many}, {"count", f.words.whole(places.others)}})
          : f.words.say("matrix.key_other", {{"one", f.text(f.survey.types.at(f.self().type).one)},
                                             {"count", f.words.whole(places.others)}});
  data.peers_many = f.peers_many;
  return data;
}

/// Whether the distance to the cuts is larger than the uncertainty.
std::string certainty_sentence(const ReportFacts& f) {
  for (const MatrixAxis* axis : {&f.model.matrix.y, &f.model.matrix.x})
    if (const NodeResult& own = f.own[static_cast<std::size_t>(axis->node)]; !own.margin)
      return f.words.say(f.margin_unknown(own) ? "matrix.margin_unknown" : "matrix.no_margin");
  const std::string unsure = f.unsure_axes();
  if (unsure.empty()) return f.words.say("matrix.sure");
  return f.words.say("matrix.unsure", {{"axes", unsure}, {"count", f.unsure_axis_count()}});
}

std::string share_of_type(const ReportFacts& f, const MatrixData& data) {
  const PeerPlaces places = f.statistics.places(f.organisation, f.year, 0);
  const Measured count = places.quadrants[f.place->upper][f.place->right];
  if (data.others.counts.empty() || !count) return {};
  const std::string all = f.words.whole(places.others), own = f.words.whole(static_cast<long long>(count.number()));
  return f.words.say("matrix.share",
                     {{"all", all}, {"count", own}, {"peers", f.peers_many}, {"type", f.quadrant()->id}});
}

std::string figure_caption(const ReportFacts& f, const MatrixData& data) {
  const Matrix& matrix = f.model.matrix;
  std::string caption;
  if (data.median_x && data.median_y) {
    const std::string mx = f.number(data.median_x), my = f.number(data.median_y);
    caption =
        f.words.say(
            "matrix.caption_median",
            {{"x", mx}, {"y", my}, {"x_axis", f.node_text(matrix.x.node)}, {"y_axis", f.node_text(matrix.y.node)}}) +
        " ";
  }
  if (!data.others.counts.empty())
    caption += f.words.say(f.peer(kTotal).others >= kDensityFrom ? "matrix.caption_density" : "matrix.caption_dots",
                           {{"step", f.words.number(data.others.step, 0)}}) +
               " ";
  caption += f.words.say("common.source", {{"source", f.source_years()}});
  return caption;
}

/// What the type means beside what is recommended to it; `share` says how common it is and may be empty.
Columns meaning_and_advice(const ReportFacts& f, const std::string& share) {
  const Quadrant* quadrant = f.quadrant();
  Columns columns{Columns::Split::halves, false, {}};
  Blocks meaning{Heading{f.words.say("matrix.meaning", {{"type", quadrant->id}})},
                 Paragraph{{{f.text(quadrant->meaning), false}}}};
  if (!share.empty()) meaning.push_back(Paragraph{{{share, false}}});
  List steps{.numbered = true};
  for (const LocalText& step : quadrant->steps) steps.items.push_back({{f.text(step), false}});
  Blocks advice{Heading{f.words.say("matrix.advice")}, Paragraph{{{f.text(quadrant->advice), false}}}};
  if (!steps.items.empty()) advice.push_back(std::move(steps));
  columns.columns = {std::move(meaning), std::move(advice)};
  return columns;
}

}  // namespace

std::optional<Section> matrix_section(const ReportFacts& f) {
  const Quadrant* quadrant = f.quadrant();
  if (!f.has_results || !quadrant) return std::nullopt;
  const Matrix& matrix = f.model.matrix;
  Section section;
  const std::string unsure = f.unsure_axes();
  section.message =
      unsure.empty() ? f.text(quadrant->headline) : f.words.say("matrix.message_unsure", {{"type", quadrant->id}});
  const std::string x = f.number(f.value(matrix.x.node)), y = f.number(f.value(matrix.y.node));
  section.blocks.push_back(Paragraph{
      {{f.words.say(unsure.empty() ? "matrix.lead" : "matrix.lead_unsure", {{"name", f.name},
                                                                            {"x", x},
                                                                            {"y", y},
                                                                            {"x_axis", f.node_text(matrix.x.node)},
                                                                            {"y_axis", f.node_text(matrix.y.node)},
                                                                            {"type", quadrant->id}}) +
            " " + certainty_sentence(f),
        false}}});
  MatrixData data = matrix_data(f);
  Figure figure;
  const std::string cut_x = f.words.number(matrix.x.cut, 0), cut_y = f.words.number(matrix.y.cut, 0);
  const std::string& type_name = f.text(quadrant->name);
  figure.title = f.words.say(unsure.empty() ? "matrix.title" : "matrix.title_unsure",
                             {{"name", f.name}, {"type", quadrant->id}, {"type_name", type_name}});
  figure.subtitle = f.words.say(matrix.x.cut == matrix.y.cut ? "matrix.subtitle" : "matrix.subtitle_cuts",
                                {{"y", f.node_name(matrix.y.node)},
                                 {"x", f.node_text(matrix.x.node)},
                                 {"year", std::to_string(f.year)},
                                 {"cut", cut_x},
                                 {"cut_y", cut_y}});
  figure.caption = figure_caption(f, data);
  figure.see = Reference{.section = SectionKind::tables};
  const std::string share = share_of_type(f, data);
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  section.blocks.push_back(std::move(figure));
  section.blocks.push_back(meaning_and_advice(f, share));
  return section;
}

}  // namespace mognad
