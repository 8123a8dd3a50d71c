#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

constexpr int kLowestClass = 30, kClassWidth = 10, kClasses = 6;  // of the heat map's colours

const Measured& total(const UnitResult& unit) { return unit.nodes[kTotal].value; }

/// The highest first, those that are withheld last; of equals by name.
std::vector<UnitResult> units_by_total(const ReportFacts& f) {
  std::vector<UnitResult> units = f.statistics.units(f.organisation, f.year);
  std::stable_sort(units.begin(), units.end(), [&](const UnitResult& a, const UnitResult& b) {
    if (total(a).known() != total(b).known()) return total(a).known();
    if (total(a) && total(a).number() != total(b).number()) return total(a).number() > total(b).number();
    return f.unit_name(a.unit) < f.unit_name(b.unit);
  });
  return units;
}

std::string count_text(const ReportFacts& f, const NodeResult& result) {
  return result.value ? f.words.whole(result.respondents) : std::string(symbol_of(Missing::withheld));
}

HeatRow heat_row(const ReportFacts& f, const std::string& name, const std::vector<NodeResult>& results) {
  HeatRow row{name, count_text(f, results[kTotal]), {}, {}};
  const auto add = [&](NodeIndex node) {
    const Measured& value = results[static_cast<std::size_t>(node)].value;
    row.values.push_back(value);
    row.texts.push_back(f.number(value, 0));
  };
  add(kTotal);
  for (const NodeIndex node : f.categories) add(node);
  return row;
}

std::vector<std::string> class_words(const ReportFacts& f) {
  std::vector<std::string> words{f.words.say("inside.class_first", {{"to", f.words.whole(kLowestClass)}})};
  for (int i = 1; i < kClasses; ++i) {
    const int from = kLowestClass + (i - 1) * kClassWidth;
    const std::string first = f.words.whole(from), last = f.words.whole(from + kClassWidth - 1);
    words.push_back(i + 1 < kClasses ? f.words.say("inside.class_middle", {{"from", first}, {"to", last}})
                                     : f.words.say("inside.class_last", {{"from", first}}));
  }
  return words;
}

Figure heat_figure(const ReportFacts& f, const std::vector<UnitResult>& units) {
  HeatMapData data;
  data.name_head = f.words.say("inside.unit");
  data.count_head = f.words.say("inside.count");
  data.columns.push_back(f.text(f.survey.name).size() > 12 ? f.node_short(kTotal) : f.text(f.survey.name));
  for (const NodeIndex node : f.categories) data.columns.push_back(f.node_short(node));
  data.rows.push_back(heat_row(f, f.words.say("inside.whole"), f.own));
  bool withheld = false;
  for (const UnitResult& unit : units) {
    data.rows.push_back(heat_row(f, f.unit_name(unit.unit), unit.nodes));
    for (const Measured& value : data.rows.back().values) withheld = withheld || value.withheld();
  }
  data.key_label = f.words.say("inside.key");
  data.key = class_words(f);
  Figure figure;
  figure.chart = std::move(data);
  figure.see = Reference{.section = SectionKind::tables};
  figure.title = f.words.say("inside.title", {{"measure", f.node_text(kTotal)}});
  figure.subtitle =
      f.words.say("inside.subtitle", {{"category", f.level_word(Level::category)}, {"measure", f.node_text(kTotal)}});
  if (withheld)
    figure.caption =
        f.words.say("inside.withheld", {{"least", f.words.count(f.survey.disclosure.minimum_respondents)}});
  figure.description = describe(figure.chart, f.words);
  return figure;
}

Figure interval_figure(const ReportFacts& f, const std::vector<UnitResult>& shown) {
  IntervalsData data;
  const auto add = [&](const std::string& name, const NodeResult& result, bool own) {
    data.rows.push_back({name, result.value, result.margin, f.number(result.value), own});
  };
  add(f.words.say("inside.whole"), f.own[kTotal], true);
  for (const UnitResult& unit : shown) add(f.unit_name(unit.unit), unit.nodes[kTotal], false);
  const PeerResult& peers = f.peer(kTotal);
  data.lower = peers.lower_quartile;
  data.upper = peers.upper_quartile;
  data.band_label = f.words.say("inside.intervals_band", {{"peers", f.peers_genitive}});
  Figure figure;
  const double points = total(shown.front()).number() - total(shown.back()).number();
  const bool all_units = shown.size() == f.statistics.units(f.organisation, f.year).size();
  figure.title = f.words.say(all_units ? "inside.intervals_title" : "inside.intervals_title_of_shown",
                             {{"points", f.words.number(points, 1)}});
  figure.subtitle = f.words.say("inside.intervals_subtitle", {{"measure", f.node_name(kTotal)}});
  figure.caption = f.words.say("inside.intervals_caption");
  figure.see = Reference{.section = SectionKind::tables};
  const bool all =
      std::all_of(data.rows.begin(), data.rows.end(), [](const IntervalRow& r) { return r.margin.known(); });
  if (!all)
    figure.caption +=
        " " + f.words.say("inside.intervals_few", {{"least", f.words.count(f.survey.disclosure.interval_from)}});
  figure.chart = std::move(data);
  figure.description = describe(figure.chart, f.words);
  return figure;
}

/// Units beside the same kind of unit elsewhere; nothing when no kind can be compared.
std::optional<Table> types_table(const ReportFacts& f, const std::vector<UnitResult>& shown) {
  Table table;
  table.title = f.words.say("inside.types_title", {{"peers", f.peers_many}});
  table.subtitle = f.words.say("inside.types_subtitle", {{"measure", f.node_name(kTotal)}, {"peers", f.peers_many}});
  table.columns = {{f.words.say("inside.unit"), TableColumn::Align::left},
                   {std::to_string(f.year)},
                   {f.words.say("inside.types_others")},
                   {f.words.say("inside.types_median")},
                   {f.words.say("categories.middle_half")},
                   {f.words.say("categories.place"), TableColumn::Align::left}};
  bool any = false;
  for (const UnitResult& unit : shown) {
    const PeerResult peers = f.statistics.unit_peers(f.organisation, f.year, unit, kTotal);
    any = any || peers.median.known();
    const std::string others = peers.median ? f.words.whole(peers.others) : std::string(symbol_of(Missing::withheld));
    table.rows.push_back({{f.unit_name(unit.unit), f.number(total(unit)), others, f.number(peers.median),
                           f.middle_half(peers), f.band_words(peers)},
                          false});
  }
  if (!any) return std::nullopt;
  return table;
}

/// Whether the distance between the highest and the lowest unit is within their uncertainty, where both have one.
bool within_uncertainty(const UnitResult& high, const UnitResult& low) {
  const Measured &a = high.nodes[kTotal].margin, &b = low.nodes[kTotal].margin;
  return a && b && total(high).number() - total(low).number() <= std::hypot(a.number(), b.number());
}

std::string message(const ReportFacts& f, const std::vector<UnitResult>& shown, bool all_shown) {
  if (within_uncertainty(shown.front(), shown.back())) return f.words.say("inside.message_level");
  return capitalised(f.words.say(all_shown ? "inside.message_plain" : "inside.message_of_shown",
                                 {{"high", f.unit_name(shown.front().unit)}, {"low", f.unit_name(shown.back().unit)}}));
}

}  // namespace

std::optional<Section> inside_section(const ReportFacts& f) {
  if (!f.has_results || !f.value(kTotal)) return std::nullopt;
  const std::vector<UnitResult> units = units_by_total(f);
  std::vector<UnitResult> shown;
  for (const UnitResult& unit : units)
    if (total(unit)) shown.push_back(unit);
  if (shown.size() < 2) return std::nullopt;
  Section section;
  section.message = message(f, shown, shown.size() == units.size());
  section.blocks.push_back(heat_figure(f, units));
  Figure intervals = interval_figure(f, shown);
  auto table = types_table(f, shown);
  intervals.with_next = table.has_value();
  section.blocks.push_back(std::move(intervals));
  if (table) section.blocks.push_back(std::move(*table));
  return section;
}

}  // namespace mognad
