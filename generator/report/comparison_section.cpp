#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

/// A peer group as the page shows it.
struct GroupRow {
  std::string name;
  std::string note;
  std::string note_more;
  PeerResult total;
  std::vector<int> dots;
  bool withheld = false;
};

std::string put_value(std::string text, const std::string& value) {
  const std::size_t at = text.find("{value}");
  return at == std::string::npos ? text : text.replace(at, 7, value);
}

std::string own_property(const ReportFacts& f, const PeerGroupDefinition& definition) {
  return f.inputs.dataset.value(f.organisation, f.inputs.dataset.property(definition.property));
}

std::vector<GroupRow> group_rows(const ReportFacts& f) {
  std::vector<GroupRow> rows;
  for (std::size_t i = 0; i < f.survey.peer_groups.size(); ++i) {
    const int definition = static_cast<int>(i);
    if (!f.statistics.has_group(f.organisation, f.year, definition)) continue;
    const PeerGroupDefinition& group = f.survey.peer_groups[i];
    PeerResult total = f.statistics.peers(f.organisation, f.year, definition, kTotal);
    const bool withheld = !total.median.known();
    rows.push_back({peer_group_name(f, group), peer_group_note(f, total), withheld ? "" : peer_group_detail(f, group),
                    std::move(total), f.statistics.peer_dots(f.organisation, f.year, definition, kTotal), withheld});
  }
  return rows;
}

/// Where single dots would pile up too high, a hundred stand for the group.
bool in_hundredths(const GroupRow& row) {
  constexpr int kMostOthers = 200;
  constexpr int kMostInStep = 20;  // two columns of ten
  return row.total.others > kMostOthers ||
         std::any_of(row.dots.begin(), row.dots.end(), [](int count) { return count > kMostInStep; });
}

std::string figure_caption(const ReportFacts& f, const std::vector<GroupRow>& rows) {
  std::string hundredths, single;
  bool without = false, near = false;
  for (const GroupRow& row : rows) {
    without = without || (!row.withheld && row.dots.empty());
    near = near || (!row.withheld && row.dots.empty() && row.total.others >= f.survey.disclosure.dots_from);
    if (row.withheld || row.dots.empty()) continue;
    std::string& list = in_hundredths(row) ? hundredths : single;
    list += (list.empty() ? "" : ", ") + row.name;
  }
  const std::string& one = f.text(f.survey.types.at(f.self().type).one);
  const double dot_step = f.survey.disclosure.dot_step;
  const std::string step = f.words.number(dot_step, dot_step < 1 ? 1 : 0);
  std::string caption;
  if (!hundredths.empty())
    caption = f.words.say("comparison.dots_hundredths", {{"groups", hundredths}, {"peers", f.peers_definite}}) + " ";
  if (!single.empty())
    caption += f.words.say(hundredths.empty() ? "comparison.dots_all" : "comparison.dots_single",
                           {{"groups", single}, {"one", one}}) +
               " ";
  if (!caption.empty()) caption += f.words.say("comparison.dots_rounded", {{"step", step}}) + " ";
  const std::string least = f.words.whole(f.survey.disclosure.dots_from);
  if (near) caption += f.words.say("comparison.dots_none_near", {{"least", least}, {"peers", f.peers_many}}) + " ";
  else if (without) caption += f.words.say("comparison.dots_none", {{"least", least}}) + " ";
  return caption + f.words.say(f.survey.disclosure.leave_out_own ? "comparison.own_out" : "comparison.own_in",
                               {{"name", f.name}});
}

PeerStripsData strips_data(const ReportFacts& f, const std::vector<GroupRow>& rows) {
  PeerStripsData data{f.node_name(kTotal), {}};
  const std::string own = f.number(f.value(kTotal));
  for (const GroupRow& row : rows) {
    PeerStrip strip;
    strip.name = row.name;
    strip.note = row.note;
    strip.note_more = row.note_more;
    strip.withheld = row.withheld;
    strip.own = f.value(kTotal);
    strip.own_label = fmt::format("{} {}", f.name, own);
    strip.median = row.total.median;
    const std::string median = f.number(row.total.median);
    strip.median_label = f.words.say("summary.strip_median", {{"median", median}});
    strip.lower = row.total.lower_quartile;
    strip.upper = row.total.upper_quartile;
    strip.dots = in_hundredths(row) ? quantile_dots(row.dots) : row.dots;
    strip.dot_step = f.survey.disclosure.dot_step;
    if (row.withheld) strip.words = std::string(symbol_of(Missing::withheld));
    else if (row.total.band && row.total.rank)
      strip.words =
          f.words.say("comparison.band", {{"band", capitalised(f.band_words(row.total))},
                                          {"share", capitalised(f.words.share_words(row.total.rank.number() / 100))}});
    data.strips.push_back(std::move(strip));
  }
  return data;
}

Table groups_table(const ReportFacts& f, const std::vector<GroupRow>& rows) {
  Table table;
  table.title = f.words.say("comparison.table");
  table.columns = {{f.words.say("comparison.group"), TableColumn::Align::left},
                   {capitalised(f.peers_many)},
                   {capitalised(f.words.say("common.median"))},
                   {f.words.say("categories.middle_half")},
                   {f.words.say("comparison.against")},
                   {f.words.say("categories.place"), TableColumn::Align::left}};
  for (const GroupRow& row : rows) {
    const std::string others =
        row.withheld ? std::string(symbol_of(Missing::withheld)) : f.words.whole(row.total.others);
    table.rows.push_back(
        {{row.name, others, f.number(row.total.median), f.middle_half(row.total),
          f.words.signed_number(
              row.withheld ? Measured(Missing::withheld) : difference(f.value(kTotal), row.total.median), 1),
          f.band_words(row.total)},
         false});
  }
  const bool withheld = std::any_of(rows.begin(), rows.end(), [](const GroupRow& row) { return row.withheld; });
  table.caption = (withheld ? f.words.say("comparison.withheld") + " " : "") +
                  f.words.say("comparison.caption", {{"name", f.name}}) + " " + f.words.say("common.rounding") + " " +
                  f.words.say("common.source", {{"source", fmt::format("{} {}", f.text(f.survey.source), f.year)}});
  return table;
}

/// How many groups are shown, and of how many the own value is above and below the median.
struct Sides {
  int shown = 0;
  int above = 0;
  int below = 0;
};

Sides sides_of(const ReportFacts& f, const std::vector<GroupRow>& rows) {
  Sides sides;
  for (const GroupRow& row : rows) {
    if (row.withheld) continue;
    ++sides.shown;
    if (f.value(kTotal).number() > row.total.median.number()) ++sides.above;
    if (f.value(kTotal).number() < row.total.median.number()) ++sides.below;
  }
  return sides;
}

/// Where the own value lies farthest from a group's median.
std::string figure_title(const ReportFacts& f, const std::vector<GroupRow>& rows) {
  const GroupRow* farthest = nullptr;
  const auto distance = [&](const GroupRow& row) { return f.value(kTotal).number() - row.total.median.number(); };
  for (const GroupRow& row : rows)
    if (!row.withheld && (!farthest || std::fabs(distance(row)) > std::fabs(distance(*farthest)))) farthest = &row;
  if (!farthest) return f.words.say("comparison.title_none");
  const std::string by = f.words.signed_number(distance(*farthest), 1);
  return f.words.say("comparison.title", {{"group", farthest->name}, {"points", by}});
}

}  // namespace

std::string peer_group_name(const ReportFacts& f, const PeerGroupDefinition& definition) {
  std::string name = put_value(f.text(definition.name), own_property(f, definition));
  const std::size_t at = name.find("{peers}");
  return at == std::string::npos ? name : name.replace(at, 7, f.peers_many);
}

std::string peer_group_note(const ReportFacts& f, const PeerResult& total) {
  if (total.median)
    return f.words.say("comparison.count", {{"count", f.words.whole(total.others)}, {"peers", f.peers_many}});
  const std::string least = f.words.count(f.survey.disclosure.minimum_others);
  if (total.others < f.survey.disclosure.minimum_others)
    return f.words.say("comparison.too_few", {{"least", least}, {"peers", f.peers_many}});
  return f.words.say("comparison.nearly_another", {{"peers", f.peers_many}});
}

std::string peer_group_detail(const ReportFacts& f, const PeerGroupDefinition& definition) {
  const std::string value = own_property(f, definition);
  const auto special = definition.value_notes.find(value);
  const LocalText& more = special == definition.value_notes.end() ? definition.note : special->second;
  return put_value(f.text(more), value);
}

std::optional<Section> comparison_section(const ReportFacts& f) {
  if (!f.has_results || !f.value(kTotal)) return std::nullopt;
  const std::vector<GroupRow> rows = group_rows(f);
  if (rows.empty()) return std::nullopt;
  const auto [shown, above, below] = sides_of(f, rows);
  Section section;
  const bool all_shown = shown == static_cast<int>(rows.size());
  const char* key = shown == 0       ? "comparison.message_none"
                    : above == shown ? (all_shown ? "comparison.message_above_all" : "comparison.message_above")
                    : below == shown ? (all_shown ? "comparison.message_below_all" : "comparison.message_below")
                                     : "comparison.message_mixed";
  section.message =
      f.words.say(key, {{"name", f.name}, {"above", f.words.count(above)}, {"shown", f.words.count(shown)}});
  Figure figure;
  figure.title = figure_title(f, rows);
  figure.subtitle =
      f.words.say("comparison.subtitle", {{"measure", f.node_name(kTotal)}, {"year", std::to_string(f.year)}});
  figure.caption = figure_caption(f, rows);
  figure.chart = strips_data(f, rows);
  figure.description = describe(figure.chart, f.words);
  section.blocks.push_back(std::move(figure));
  section.blocks.push_back(groups_table(f, rows));
  return section;
}

}  // namespace mognad
