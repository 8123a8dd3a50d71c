#include <fmt/format.h>

#include "charts/charts.h"
#include "report/figure_builders.h"
#include "report/type_shares.h"

namespace mognad {
namespace {

/// All organisations of a type as quiet dots, with the share of each field.
class NationMatrix {
 public:
  NationMatrix(const NationFacts& facts, const FigureChoice& choice)
      : f_(facts), matrix_(facts.model.matrix), shares_(type_shares(facts, facts.year)) {
    figure_ = begin_figure(f_, choice);
  }

  NationalFigures run() {
    if (!shares_.has_places()) return {};
    figure_.count = f_.count_of(shares_.organisations());
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    figure_.figure.subtitle = subtitle();
    figure_.figure.caption = caption();
    figure_.sentences = sentences();
    figure_.tabled = false;
    add_data();
    figure_.figure.chart = chart();
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    return {std::move(figure_)};
  }

 private:
  const TypeShare& type(bool upper, bool right) const {
    return shares_.types[static_cast<std::size_t>(quadrant_number(upper, right))];
  }
  const Measured& median(const MatrixAxis& axis) const { return f_.group(axis.node).median; }

  /// The share that reaches the cut of an axis, where both of its fields may be told.
  Measured reaching(const MatrixAxis& axis) const {
    const bool vertical = &axis == &matrix_.y;
    const TypeShare& one = vertical ? type(true, false) : type(false, true);
    const TypeShare& both = type(true, true);
    if (!one.count || !both.count) return Missing::withheld;
    return 100.0 * (one.count.number() + both.count.number()) / shares_.organisations();
  }

  std::string finding() const {
    const Measured y = reaching(matrix_.y), x = reaching(matrix_.x);
    const std::string y_text = f_.number(y, 0), x_text = f_.number(x, 0);
    const char* key = y && x ? "nation_matrix.finding" : y ? "nation_matrix.finding_y" : "nation_matrix.finding_x";
    if (!y && !x) return plain_finding();
    return f_.words.say(key, {{"definite", f_.peers_definite},
                              {"y", y_text},
                              {"x", x_text},
                              {"y_axis", y_name()},
                              {"x_axis", f_.node_text(matrix_.x.node)}});
  }

  std::string plain_finding() const {
    const std::string y = f_.number(median(matrix_.y)), x = f_.number(median(matrix_.x));
    const bool known = median(matrix_.y) && median(matrix_.x);
    return f_.words.say(known ? "nation_matrix.finding_median" : "nation_matrix.finding_plain",
                        {{"definite", f_.peers_definite},
                         {"y", y},
                         {"x", x},
                         {"y_axis", y_name()},
                         {"x_axis", f_.node_text(matrix_.x.node)}});
  }

  const std::string& y_name() const { return f_.node_text(matrix_.y.node); }

  std::string title() const {
    const std::string all = f_.words.whole(shares_.organisations());
    const TypeShare* most = shares_.largest();
    if (!most)
      return f_.words.say("nation_matrix.title_plain",
                          {{"count", all}, {"peers", f_.peers_many}, {"year", std::to_string(f_.year)}});
    const std::string count = f_.number(most->count, 0);
    return f_.words.say("nation_matrix.title",
                        {{"type", most->quadrant->id}, {"count", count}, {"all", all}, {"peers", f_.peers_many}});
  }

  std::string subtitle() const {
    return f_.words.say(matrix_.x.cut == matrix_.y.cut ? "matrix.subtitle" : "matrix.subtitle_cuts",
                        {{"y", f_.node_name(matrix_.y.node)},
                         {"x", f_.node_text(matrix_.x.node)},
                         {"year", std::to_string(f_.year)},
                         {"cut", f_.words.number(matrix_.x.cut, 0)},
                         {"cut_y", f_.words.number(matrix_.y.cut, 0)}});
  }

  std::string caption() const {
    const std::string step = f_.words.number(shares_.places.step, 0);
    const bool dense = shares_.organisations() >= kDensityFrom;
    return f_.words.say(dense ? "nation_matrix.caption_density" : "nation_matrix.caption_dots",
                        {{"one", f_.peers_one}, {"peers", f_.peers_many}, {"step", step}}) +
           " " + hidden_note() + figure_.source;
  }

  std::string hidden_note() const {
    if (shares_.shown() == 4) return {};
    const std::string least = f_.words.count(f_.survey.disclosure.minimum_others);
    return f_.words.say("nation_matrix.caption_hidden", {{"least", least}, {"peers", f_.peers_many}}) + " ";
  }

  std::vector<std::string> sentences() const {
    const std::string all = f_.words.whole(shares_.organisations()), year = std::to_string(f_.year);
    std::vector<std::string> said;
    if (shares_.shown() > 0)
      said.push_back(
          f_.words.say("nation_types.counts",
                       {{"count", all}, {"peers", f_.peers_many}, {"year", year}, {"list", shown_types(f_, shares_)}}));
    else
      said.push_back(f_.words.say("nation_matrix.counted", {{"count", all}, {"peers", f_.peers_many}, {"year", year}}));
    if (const int hidden = 4 - shares_.shown(); hidden > 0 && hidden < 4)
      said.push_back(f_.words.say("nation_types.hidden", {{"types", f_.words.count(hidden)}}));
    if (median(matrix_.x) && median(matrix_.y)) {
      const std::string x = f_.number(median(matrix_.x)), y = f_.number(median(matrix_.y));
      said.push_back(capitalised(f_.words.say("nation_matrix.medians", {{"peers", f_.peers_genitive},
                                                                        {"x", x},
                                                                        {"y", y},
                                                                        {"x_axis", f_.node_text(matrix_.x.node)},
                                                                        {"y_axis", y_name()}})));
    }
    said.push_back(f_.words.say("nation_matrix.near", {{"peers", f_.peers_many}}));
    return said;
  }

  TypeMatrixData chart() const {
    TypeMatrixData data;
    data.x_axis = axis_words(matrix_.x);
    data.y_axis = axis_words(matrix_.y);
    for (const bool upper : {false, true})
      for (const bool right : {false, true}) {
        const TypeShare& field = type(upper, right);
        data.quadrants[upper][right] = {field.quadrant->id, f_.text(field.quadrant->name), count_text(field)};
      }
    data.cells = {shares_.places.cells, shares_.places.step};
    data.median_x = median(matrix_.x);
    data.median_y = median(matrix_.y);
    data.median_label = f_.words.say("common.median");
    data.peers_many = f_.peers_many;
    return data;
  }

  MatrixAxisWords axis_words(const MatrixAxis& axis) const {
    return {f_.node_name(axis.node), f_.text(axis.low), f_.text(axis.high), axis.cut};
  }

  std::string count_text(const TypeShare& field) const {
    if (!field.count && !field.few) return f_.words.say("matrix.hidden");
    if (!field.count)
      return f_.words.say("nation_types.few", {{"least", f_.words.count(f_.survey.disclosure.minimum_others)}});
    const std::string share = f_.words.say("common.percent", {{"value", f_.number(field.share, 0)}});
    return fmt::format("{} ({})", share, f_.number(field.count, 0));
  }

  /// The fields, the median and the cuts, then the cells in which anyone lies, by their lower corners.
  void add_data() {
    FigureData& data = figure_.data;
    data.row_head = f_.words.say("nation_matrix.place");
    data.columns = {{"x", f_.node_short(matrix_.x.node), DataColumn::Kind::index},
                    {"y", f_.node_short(matrix_.y.node), DataColumn::Kind::index},
                    {"count", f_.words.say("tables.count"), DataColumn::Kind::count},
                    {"share", f_.words.say("nation_types.share"), DataColumn::Kind::share}};
    for (const TypeShare& field : shares_.types)
      data.rows.push_back({fmt::format("type-{}", field.quadrant->id),
                           lettered_name(f_, *field.quadrant),
                           {Measured(kNone), Measured(kNone), field.count, field.share}});
    add_reaching("upper", matrix_.y);
    add_reaching("right", matrix_.x);
    data.rows.push_back({"median",
                         capitalised(f_.words.say("common.median")),
                         {median(matrix_.x), median(matrix_.y), Measured(shares_.organisations()), Measured(kNone)}});
    data.rows.push_back({"cut",
                         f_.words.say("nation_matrix.cut"),
                         {Measured(matrix_.x.cut), Measured(matrix_.y.cut), Measured(kNone), Measured(kNone)}});
    const auto& cells = shares_.places.cells;
    for (std::size_t row = 0; row < cells.size(); ++row)
      for (std::size_t column = 0; column < cells[row].size(); ++column)
        if (cells[row][column] > 0) data.rows.push_back(cell_row(column, row, cells[row][column]));
  }

  void add_reaching(const char* id, const MatrixAxis& axis) {
    figure_.data.rows.push_back({id,
                                 f_.words.say("nation_matrix.reach", {{"axis", f_.node_text(axis.node)}}),
                                 {Measured(kNone), Measured(kNone), Measured(kNone), reaching(axis)}});
  }

  DataRow cell_row(std::size_t column, std::size_t row, int count) const {
    const double step = shares_.places.step, x = step * static_cast<double>(column),
                 y = step * static_cast<double>(row);
    const std::string from_x = f_.words.number(x, 0), from_y = f_.words.number(y, 0);
    return {fmt::format("{}-{}", column, row),
            f_.words.say("nation_matrix.cell", {{"x", from_x}, {"y", from_y}}),
            {Measured(x), Measured(y), Measured(count), Measured(kNone)}};
  }

  static constexpr Missing kNone = Missing::not_applicable;
  const NationFacts& f_;
  const Matrix& matrix_;
  TypeShares shares_;
  NationalFigure figure_;
};

}  // namespace

NationalFigures matrix_figure(const NationFacts& f, const FigureChoice& choice) {
  return NationMatrix(f, choice).run();
}

}  // namespace mognad
