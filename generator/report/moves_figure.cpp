#include <fmt/format.h>

#include "charts/charts.h"
#include "report/figure_builders.h"
#include "report/type_shares.h"

namespace mognad {
namespace {

/// What became of the organisations of each type since the year before.
class MovesFigure {
 public:
  MovesFigure(const NationFacts& facts, const FigureChoice& choice) : f_(facts) {
    figure_ = begin_figure(f_, choice);
    figure_.source = f_.source_both();
    for (const bool upper : {false, true})
      for (const bool right : {false, true}) types_[number(upper, right)] = &f_.model.matrix.quadrant(upper, right);
    if (!f_.earlier_year || !same_fields(f_, *f_.earlier_year, f_.year)) return;
    moves_ = f_.statistics.type_moves(f_.type, *f_.earlier_year, f_.year);
    read();
  }

  NationalFigures run() {
    if (shown_ == 0) return {};
    figure_.count = f_.count_of(moves_.organisations);
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    figure_.figure.subtitle = f_.words.say(
        "nation_moves.subtitle",
        {{"count", f_.words.whole(moves_.organisations)}, {"peers", f_.peers_many}, {"from", from()}, {"to", to()}});
    figure_.figure.caption = withheld_note(f_, withheld_) + figure_.source;
    figure_.sentences = sentences();
    add_data();
    figure_.figure.chart = chart();
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    return {std::move(figure_)};
  }

 private:
  static std::size_t number(bool upper, bool right) { return static_cast<std::size_t>(quadrant_number(upper, right)); }
  std::string from() const { return std::to_string(*f_.earlier_year); }
  std::string to() const { return std::to_string(f_.year); }
  std::string text(const Measured& count) const { return f_.number(count, 0); }

  /// What may be told: how many stayed where all that stayed are shown, and the move that is the largest shown one.
  void read() {
    double stayed = 0;
    bool all_stayed = moves_.organisations > 0;
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t j = 0; j < 4; ++j) {
        const Measured& count = moves_.moved[i][j];
        withheld_ = withheld_ || count.withheld();
        if (count) ++shown_;
        if (i == j && count) stayed += count.number();
        if (i == j && !count) all_stayed = false;
        if (i != j && count) compare_move(i, j, count.number());
      }
    for (const auto& side : {moves_.before, moves_.after})
      for (const Measured& count : side) withheld_ = withheld_ || count.withheld();
    if (all_stayed) stayed_ = stayed;
  }

  void compare_move(std::size_t i, std::size_t j, double count) {
    if (count < most_ || count == 0) return;
    alone_ = count > most_;
    most_ = count;
    largest_ = {i, j};
  }

  Measured changed() const { return stayed_ ? Measured(moves_.organisations - stayed_.number()) : stayed_; }

  std::string finding() const {
    if (!stayed_)
      return f_.words.say("nation_moves.finding_plain", {{"peers", f_.peers_many}, {"from", from()}, {"to", to()}});
    const double twice = 2 * stayed_.number() - moves_.organisations;
    const char* key = changed().number() == 0 ? "nation_moves.finding_none"
                      : twice > 0             ? "nation_moves.finding_most"
                      : twice < 0             ? "nation_moves.finding_few"
                                              : "nation_moves.finding_half";
    return f_.words.say(key, {{"definite", f_.peers_definite}, {"peers", f_.peers_many}, {"from", from()}});
  }

  std::string title() const {
    if (!stayed_)
      return f_.words.say("nation_moves.title_plain", {{"peers", f_.peers_many}, {"from", from()}, {"to", to()}});
    return f_.words.say("nation_moves.title", {{"changed", text(changed())},
                                               {"count", f_.words.whole(moves_.organisations)},
                                               {"peers", f_.peers_many},
                                               {"from", from()}});
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> said;
    const std::string count = f_.words.whole(moves_.organisations);
    if (stayed_)
      said.push_back(f_.words.say("nation_moves.changed", {{"count", count},
                                                           {"peers", f_.peers_many},
                                                           {"from", from()},
                                                           {"to", to()},
                                                           {"number", static_cast<int>(changed().number())},
                                                           {"changed", text(changed())},
                                                           {"stayed", text(stayed_)}}));
    else
      said.push_back(f_.words.say("nation_moves.placed",
                                  {{"count", count}, {"peers", f_.peers_many}, {"from", from()}, {"to", to()}}));
    if (alone_)
      said.push_back(f_.words.say(withheld_ ? "nation_moves.largest_shown" : "nation_moves.largest",
                                  {{"from", types_[largest_.first]->id},
                                   {"to", types_[largest_.second]->id},
                                   {"count", f_.words.whole(static_cast<long long>(most_))},
                                   {"peers", f_.peers_many}}));
    said.push_back(f_.words.say("nation_moves.chance"));
    return said;
  }

  TypeMovesData chart() const {
    TypeMovesData data;
    data.from_head = from();
    data.to_head = to();
    data.stayed_label = key_text("nation_moves.stayed", stayed_);
    data.moved_label = key_text("nation_moves.moved", changed());
    for (std::size_t i = 0; i < 4; ++i) {
      data.names.push_back(lettered_name(f_, *types_[i]));
      data.letters.push_back(types_[i]->id);
      data.before.push_back(moves_.before[i]);
      data.after.push_back(moves_.after[i]);
      data.before_texts.push_back(text(moves_.before[i]));
      data.after_texts.push_back(text(moves_.after[i]));
      data.moved.emplace_back(moves_.moved[i].begin(), moves_.moved[i].end());
      data.texts.emplace_back();
      for (const Measured& count : moves_.moved[i]) data.texts.back().push_back(text(count));
    }
    return data;
  }

  std::string key_text(const char* what, const Measured& count) const {
    const std::string words = f_.words.say(what);
    return count ? f_.words.say("nation_moves.key", {{"what", words}, {"count", text(count)}}) : words;
  }

  void add_data() {
    FigureData& data = figure_.data;
    data.row_head = f_.words.say("nation_moves.type_in", {{"year", from()}});
    data.columns.push_back(
        {"before", f_.words.say("nation_moves.count_in", {{"year", from()}}), DataColumn::Kind::count});
    for (const Quadrant* type : types_)
      data.columns.push_back({fmt::format("to_{}", type->id),
                              f_.words.say("nation_moves.to", {{"type", type->id}, {"year", to()}}),
                              DataColumn::Kind::count});
    for (std::size_t i = 0; i < 4; ++i) {
      DataRow row{types_[i]->id, lettered_name(f_, *types_[i]), {moves_.before[i]}};
      for (const Measured& count : moves_.moved[i]) row.cells.emplace_back(count);
      data.rows.push_back(std::move(row));
    }
    DataRow total{
        "all", f_.words.say("nation_moves.count_in", {{"year", to()}}), {Measured(moves_.organisations)}, true};
    for (const Measured& count : moves_.after) total.cells.emplace_back(count);
    data.rows.push_back(std::move(total));
    add_sum("stayed", f_.words.say("nation_moves.stayed"), stayed_);
    add_sum("changed", f_.words.say("nation_moves.moved"), changed());
  }

  void add_sum(const char* id, std::string name, const Measured& count) {
    DataRow row{id, std::move(name), {count}};
    row.cells.resize(figure_.data.columns.size(), Measured(Missing::not_applicable));
    figure_.data.rows.push_back(std::move(row));
  }

  const NationFacts& f_;
  std::array<const Quadrant*, 4> types_{};
  TypeMoves moves_;
  int shown_ = 0;
  bool withheld_ = false;
  Measured stayed_ = Missing::withheld;
  double most_ = 0;
  bool alone_ = false;
  std::pair<std::size_t, std::size_t> largest_;
  NationalFigure figure_;
};

}  // namespace

NationalFigures moves_figure(const NationFacts& f, const FigureChoice& choice) { return MovesFigure(f, choice).run(); }

}  // namespace mognad
