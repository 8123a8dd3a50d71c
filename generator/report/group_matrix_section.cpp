#include <fmt/format.h>

#include "base/rounding.h"
#include "charts/charts.h"
#include "report/group_sections.h"

namespace mognad {
namespace {

/// The group's median in the maturity matrix. The dots are the group's own where these may be shown, else those of all
/// organisations of the type, among which nobody can tell its members.
class GroupMatrix {
 public:
  GroupMatrix(const GroupFacts& facts, const std::string& name) : f_(facts), matrix_(facts.model.matrix), name_(name) {
    group_ = f_.statistics.group_places(f_.year, f_.key);
    for (const GroupKey& key : f_.statistics.groups(f_.year))
      if (key.definition == 0 && key.type == f_.key.type) all_ = f_.statistics.group_places(f_.year, key);
  }

  Section section() const {
    Section section;
    section.message = f_.words.say("group_matrix.message", {{"group", name_}, {"type", field().id}});
    section.blocks.push_back(Paragraph{{{lead(), false}}});
    section.blocks.push_back(figure());
    Columns columns{Columns::Split::halves, false, {}};
    columns.columns = {{Heading{f_.words.say("matrix.meaning", {{"type", field().id}})},
                        Paragraph{{{f_.text(field().meaning), false}}}},
                       {Heading{f_.words.say("group_matrix.types_head", {{"peers", capitalised(f_.peers_many)}})},
                        Paragraph{{{types(), false}}}}};
    section.blocks.push_back(std::move(columns));
    return section;
  }

 private:
  bool is_all() const { return f_.key.definition == 0; }
  const PeerPlaces& shown() const { return group_.cells.empty() ? all_ : group_; }

  const Quadrant& field() const {
    return matrix_.quadrant(reaches(f_.value(matrix_.y.node).number(), matrix_.y.cut),
                            reaches(f_.value(matrix_.x.node).number(), matrix_.x.cut));
  }

  std::string lead() const {
    const std::string x = f_.number(f_.value(matrix_.x.node)), y = f_.number(f_.value(matrix_.y.node));
    return f_.words.say("group_matrix.lead", {{"x", x},
                                              {"y", y},
                                              {"x_axis", f_.node_text(matrix_.x.node)},
                                              {"y_axis", f_.node_text(matrix_.y.node)},
                                              {"type", field().id},
                                              {"type_name", f_.text(field().name)},
                                              {"definite", f_.definite}});
  }

  std::string types() const {
    const std::string own = counts("group_matrix.types", group_);
    if (!own.empty()) return own;
    const std::string hidden = f_.words.say("group_matrix.types_hidden", {{"peers", f_.peers_many}});
    const std::string all = counts("group_matrix.all_types", all_);
    return all.empty() ? hidden : hidden + " " + all;
  }

  /// "Av gruppens 24 kommuner är 12 (50 procent) av typ A."; of fields whose count may be told.
  std::string counts(const char* pattern, const PeerPlaces& places) const {
    if (places.cells.empty()) return {};
    std::string list;
    for (const bool upper : {false, true})
      for (const bool right : {false, true})
        if (const Measured& count = places.quadrants[upper][right]) {
          const std::string number = f_.words.number(count, 0),
                            share = f_.words.number(100.0 * count.number() / places.others, 0);
          list += (list.empty() ? "" : ", ") +
                  f_.words.say("nation_types.of_type",
                               {{"count", number}, {"share", share}, {"type", matrix_.quadrant(upper, right).id}});
        }
    const std::string all = f_.words.whole(places.others);
    return list.empty() ? list : f_.words.say(pattern, {{"count", all}, {"peers", f_.peers_many}, {"list", list}});
  }

  MatrixAxisWords axis_words(const MatrixAxis& axis) const {
    return {f_.text(f_.model.node(axis.node).name), f_.text(axis.low), f_.text(axis.high), axis.cut};
  }

  std::string count_text(bool upper, bool right) const {
    const PeerPlaces& places = shown();
    if (places.cells.empty()) return {};
    const Measured& count = places.quadrants[upper][right];
    if (count) return fmt::format("{} {}", f_.words.number(count, 0), f_.peers_many);
    if (!places.few[upper][right]) return f_.words.say("matrix.hidden");
    const std::string least = f_.words.count(f_.survey.disclosure.minimum_others);
    return f_.words.say("matrix.few", {{"least", least}, {"peers", f_.peers_many}});
  }

  TypeMatrixData chart() const {
    TypeMatrixData data;
    data.x_axis = axis_words(matrix_.x);
    data.y_axis = axis_words(matrix_.y);
    for (const bool upper : {false, true})
      for (const bool right : {false, true}) {
        const Quadrant& quadrant = matrix_.quadrant(upper, right);
        data.quadrants[upper][right] = {quadrant.id, f_.text(quadrant.name), count_text(upper, right)};
      }
    data.cells = {shown().cells, shown().step};
    data.own_x = f_.value(matrix_.x.node);
    data.own_y = f_.value(matrix_.y.node);
    data.own_label = name_;
    data.peers_many = f_.peers_many;
    if (is_all()) return data;  // the same point
    data.median_x = f_.reference(matrix_.x.node);
    data.median_y = f_.reference(matrix_.y.node);
    data.median_label = f_.words.say("group.all_label", {{"peers", f_.peers_many}});
    return data;
  }

  MarkKeyData key() const {
    MarkKeyData key{{{Mark::own, f_.words.say("group.key_own", {{"group", name_}})}}, MarkKeyData::Arrangement::line};
    if (!is_all() && f_.reference(matrix_.x.node) && f_.reference(matrix_.y.node))
      key.rows.emplace_back(Mark::median, f_.words.say("key.median_of", {{"peers", f_.peers_genitive}}));
    if (shown().cells.empty()) return key;
    const std::string count = f_.words.whole(shown().others), &one = f_.text(f_.survey.types.at(f_.key.type).one);
    if (shown().others >= kDensityFrom)
      key.rows.emplace_back(Mark::density,
                            f_.words.say("matrix.key_density", {{"peers", f_.peers_many}, {"count", count}}));
    else key.rows.emplace_back(Mark::other, f_.words.say("matrix.key_other", {{"one", one}, {"count", count}}));
    return key;
  }

  std::string caption() const {
    if (shown().cells.empty())
      return f_.words.say("group_matrix.caption_withheld", {{"definite", f_.definite}}) + " " + f_.source();
    std::string text = group_.cells.empty() ? f_.words.say("group_matrix.caption_all", {{"peers", f_.peers_many}})
                                            : f_.words.say("group_matrix.caption_group", {{"definite", f_.definite}});
    const bool dense = shown().others >= kDensityFrom;
    text += " " + f_.words.say(dense ? "matrix.caption_density" : "matrix.caption_dots",
                               {{"step", f_.words.number(shown().step, 0)}});
    return text + " " + f_.source();
  }

  Figure figure() const {
    const std::string cut_x = f_.words.number(matrix_.x.cut, 0), cut_y = f_.words.number(matrix_.y.cut, 0);
    Figure figure;
    figure.title = f_.words.say("group_matrix.title", {{"group", name_}});
    figure.subtitle = f_.words.say(matrix_.x.cut == matrix_.y.cut ? "matrix.subtitle" : "matrix.subtitle_cuts",
                                   {{"y", f_.text(f_.model.node(matrix_.y.node).name)},
                                    {"x", f_.node_text(matrix_.x.node)},
                                    {"year", std::to_string(f_.year)},
                                    {"cut", cut_x},
                                    {"cut_y", cut_y}});
    figure.chart = chart();
    figure.description = describe(figure.chart, f_.words);
    figure.caption = caption();
    figure.key = key();
    figure.key_description = describe(figure.key, f_.words);
    return figure;
  }

  const GroupFacts& f_;
  const Matrix& matrix_;
  const std::string& name_;
  PeerPlaces group_, all_;
};

}  // namespace

std::optional<Section> group_matrix(const GroupFacts& f, const std::string& name) {
  const Matrix& matrix = f.model.matrix;
  if (!f.value(matrix.x.node) || !f.value(matrix.y.node)) return std::nullopt;
  return GroupMatrix(f, name).section();
}

}  // namespace mognad
