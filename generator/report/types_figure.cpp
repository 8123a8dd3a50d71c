#include <cstdlib>

#include "base/rounding.h"
#include "charts/charts.h"
#include "report/figure_builders.h"
#include "report/type_shares.h"

namespace mognad {
namespace {

/// The types of the year beside those of the year before, where the two may be compared.
class TypesFigure {
 public:
  TypesFigure(const NationFacts& facts, const FigureChoice& choice)
      : f_(facts), shares_(type_shares(facts, facts.year)), largest_(shares_.largest()) {
    if (f_.earlier_year && same_fields(f_, *f_.earlier_year, f_.year)) before_ = type_shares(f_, *f_.earlier_year);
    compared_ = before_.shown() > 0;
    figure_ = begin_figure(f_, choice);
  }

  NationalFigures run() {
    if (shares_.shown() == 0) return {};
    figure_.finding = finding();
    if (figure_.figure.title.empty()) figure_.figure.title = title();
    figure_.figure.subtitle = subtitle();
    figure_.count = f_.count_of(shares_.organisations());
    add_data();
    figure_.figure.chart = bars();
    figure_.figure.description = describe(figure_.figure.chart, f_.words);
    if (compared_) figure_.source = f_.source_both();
    figure_.figure.caption = withheld_note(f_, shares_.shown() < 4) + figure_.source;
    figure_.sentences = sentences();
    return {std::move(figure_)};
  }

 private:
  const TypeShare& before(std::size_t type) const { return before_.types[type]; }

  std::string before_year() const { return std::to_string(*f_.earlier_year); }

  std::string finding() const {
    if (!largest_) return capitalised(f_.words.say("nation_types.finding_plain", {{"definite", f_.peers_definite}}));
    const bool half = round_to_units(largest_->share.number(), 0) == 50;
    const bool exact = 2 * largest_->count.number() == shares_.organisations();
    const char* key = exact  ? "nation_types.finding_half"
                      : half ? "nation_types.finding_about_half"
                             : "nation_types.finding";
    const std::string share = f_.number(largest_->share, 0);
    return f_.words.say(key, {{"share", share},
                              {"definite", f_.peers_definite},
                              {"type", largest_->quadrant->id},
                              {"name", f_.text(largest_->quadrant->name)}});
  }

  std::string title() const {
    if (!largest_)
      return capitalised(f_.words.say("nation_types.title_plain",
                                      {{"definite", f_.peers_definite}, {"year", std::to_string(f_.year)}}));
    const TypeShare* once = compared_ ? before_.largest() : nullptr;
    if (!once)
      return f_.words.say("nation_types.title", {{"type", largest_->quadrant->id}, {"definite", f_.peers_definite}});
    return f_.words.say(once->quadrant == largest_->quadrant ? "nation_types.title_again" : "nation_types.title_new",
                        {{"type", largest_->quadrant->id}, {"before", once->quadrant->id}, {"year", before_year()}});
  }

  std::string subtitle() const {
    const std::string text = f_.words.say("nation_types.subtitle", {{"count", f_.words.whole(shares_.organisations())},
                                                                    {"peers", f_.peers_many},
                                                                    {"year", std::to_string(f_.year)}});
    return compared_ ? text + " " + f_.words.say("nation_types.subtitle_before", {{"year", before_year()}}) : text;
  }

  void add_data() {
    figure_.data.row_head = f_.words.say("tables.type");
    figure_.data.columns = {{"count", f_.words.say("tables.count"), DataColumn::Kind::count},
                            {"share", f_.words.say("nation_types.share"), DataColumn::Kind::share}};
    if (compared_)
      figure_.data.columns.push_back(
          {"earlier_share", f_.words.say("nation_types.share_in", {{"year", before_year()}}), DataColumn::Kind::share});
    for (std::size_t i = 0; i < shares_.types.size(); ++i) {
      const TypeShare& type = shares_.types[i];
      DataRow row{type.quadrant->id, lettered_name(f_, *type.quadrant), {type.count, type.share}};
      if (compared_) row.cells.emplace_back(before(i).share);
      figure_.data.rows.push_back(std::move(row));
    }
    DataRow all{"all", f_.words.say("nation_types.all"), {Measured(shares_.organisations()), Measured(100)}, true};
    if (compared_) all.cells.emplace_back(Measured(100));
    figure_.data.rows.push_back(std::move(all));
  }

  ShareBarsData bars() const {
    ShareBarsData data;
    const std::string least = f_.words.count(f_.survey.disclosure.minimum_others);
    for (std::size_t i = 0; i < shares_.types.size(); ++i) {
      const TypeShare& type = shares_.types[i];
      ShareBar bar{type.quadrant->id, f_.text(type.quadrant->name), type.share, f_.number(type.share, 0), ""};
      if (type.share) bar.value = f_.words.say("common.percent", {{"value", bar.value}});
      bar.count = type.count ? f_.number(type.count, 0)
                  : type.few ? f_.words.say("nation_types.few", {{"least", least}})
                             : f_.words.say("matrix.hidden");
      if (compared_) bar.earlier = before(i).share;
      bar.finding = &type == largest_;
      data.bars.push_back(std::move(bar));
    }
    if (compared_) data.earlier_label = before_year();
    return data;
  }

  std::vector<std::string> sentences() const {
    const std::string count = f_.words.whole(shares_.organisations());
    std::vector<std::string> said{f_.words.say("nation_types.counts", {{"count", count},
                                                                       {"peers", f_.peers_many},
                                                                       {"year", std::to_string(f_.year)},
                                                                       {"list", shown_types(f_, shares_)}})};
    if (const int hidden = 4 - shares_.shown(); hidden > 0)
      said.push_back(f_.words.say("nation_types.hidden", {{"types", f_.words.count(hidden)}}));
    if (const std::string moved = change(); !moved.empty()) {
      said.push_back(moved);
      said.push_back(f_.words.say("nation_types.panel", {{"peers", f_.peers_many}}));
    }
    return said;
  }

  /// The share that differs most from the year before, as both are printed.
  std::string change() const {
    long long most = 0;
    int known = 0, with_most = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < shares_.types.size(); ++i) {
      if (!compared_ || !shares_.types[i].share || !before(i).share) continue;
      const long long by =
          std::llabs(round_to_units(shares_.types[i].share.number(), 0) - round_to_units(before(i).share.number(), 0));
      ++known;
      if (by > most) with_most = 0, most = by, found = i;
      if (by == most) ++with_most;
    }
    if (known == 0) return {};
    if (most <= 1 || with_most > 1)
      return f_.words.say(most <= 1 ? "nation_types.steady" : "nation_types.changed_alike",
                          {{"year", before_year()}, {"points", f_.words.whole(most)}});
    return f_.words.say("nation_types.changed", {{"year", before_year()},
                                                 {"type", shares_.types[found].quadrant->id},
                                                 {"from", f_.number(before(found).share, 0)},
                                                 {"to", f_.number(shares_.types[found].share, 0)}});
  }

  const NationFacts& f_;
  TypeShares shares_, before_;
  const TypeShare* largest_;
  bool compared_ = false;
  NationalFigure figure_;
};

}  // namespace

NationalFigures types_figure(const NationFacts& f, const FigureChoice& choice) { return TypesFigure(f, choice).run(); }

}  // namespace mognad
