#include "report/row_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/rounding.h"
#include "report/printed_extremes.h"

namespace mognad {
namespace {

constexpr std::size_t kMostNamed = 3;
constexpr double kNear = 1;  // percentage points: what lies closer is no order to speak of

/// Whether the medians lie closer together than the narrowest middle half is wide, and all rows show theirs.
bool inside_spread(const NationRows& rows, const RowExtremes& extremes) {
  double narrowest = 1000;
  for (const NationRow& row : rows) {
    const Measured width = difference(row.result.upper_quartile, row.result.lower_quartile);
    if (width) narrowest = std::min(narrowest, width.number());
    else if (row.result.median) return false;
  }
  const double range = extremes.high.front()->result.median.number() - extremes.low.front()->result.median.number();
  return narrowest <= 100 && range < narrowest;
}

/// "de 19 län som visas" where others are withheld, else `otherwise`.
std::string those_shown(const NationFacts& f, const RowExtremes& e, const std::string& many,
                        const std::string& otherwise) {
  if (e.hidden == 0) return otherwise;
  return f.words.say("nation_rows.those_shown", {{"shown", f.words.count(e.shown)}, {"groups", many}});
}

std::string value_of(const NationFacts& f, const std::vector<const NationRow*>& rows) {
  return f.number(rows.front()->result.median);
}

/// Whether the highest or the lowest is one with so few behind it that its middle half isn't shown.
bool few_at_an_end(const RowExtremes& e) {
  const auto few = [](const NationRow* row) { return !row->result.lower_quartile; };
  return std::any_of(e.high.begin(), e.high.end(), few) || std::any_of(e.low.begin(), e.low.end(), few);
}

std::string range_sentence(const NationFacts& f, const NationRows& rows, const RowExtremes& e,
                           const std::string& many) {
  if (rows.size() == 1)
    return f.words.say("nation_rows.single", {{"value", value_of(f, e.high)}, {"group", e.high.front()->in_text}});
  if (e.shown == 1)
    return f.words.say("nation_rows.only", {{"value", value_of(f, e.high)}, {"group", e.high.front()->in_text}});
  if (e.alike) return f.words.say("nation_rows.same", {{"value", value_of(f, e.high)}, {"groups", many}});
  return f.words.say(e.near ? "nation_rows.range_near" : "nation_rows.range", {{"hidden", e.hidden},
                                                                               {"shown", f.words.count(e.shown)},
                                                                               {"groups", many},
                                                                               {"high", named(f, e.high, many)},
                                                                               {"high_value", value_of(f, e.high)},
                                                                               {"low", named(f, e.low, many)},
                                                                               {"low_value", value_of(f, e.low)}});
}

std::string above_sentence(const NationFacts& f, const NationRows& rows, const RowExtremes& e,
                           const std::string& many) {
  const Measured& all = f.group(kTotal).median;
  const auto above = static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const NationRow& row) {
    return row.result.median && round_to_units(row.result.median.number(), 1) > round_to_units(all.number(), 1);
  }));
  const std::string how_many = above == e.shown ? f.words.say("nation_rows.every") : f.words.count(above);
  return f.words.say("nation_rows.above", {{"number", above},
                                           {"above", how_many},
                                           {"shown", f.words.count(e.shown)},
                                           {"groups", many},
                                           {"peers", f.peers_many},
                                           {"median", f.number(all)}});
}

}  // namespace

RowExtremes extremes_of(const NationRows& rows, int decimals) {
  std::vector<Measured> medians;
  for (const NationRow& row : rows) medians.push_back(row.result.median);
  const PrintedExtremes printed = printed_extremes(medians, decimals);
  RowExtremes e;
  e.shown = printed.known;
  e.alike = printed.alike;
  e.hidden = printed.hidden;
  if (e.shown == 0) return e;
  const auto units = [&](const Measured& value) { return round_to_units(value.number(), decimals); };
  const long long high = units(medians[printed.high]), low = units(medians[printed.low]);
  e.near = e.alike || high - low < round_to_units(kNear, decimals);
  for (const NationRow& row : rows) {
    if (!row.result.median) continue;
    if (units(row.result.median) == high) e.high.push_back(&row);
    if (units(row.result.median) == low) e.low.push_back(&row);
  }
  return e;
}

std::string enumerated(const Words& words, const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? words.say("common.and") : ", ") + names[i];
  return text;
}

std::string named(const NationFacts& f, const std::vector<const NationRow*>& rows, const std::string& many) {
  if (rows.size() > kMostNamed) return fmt::format("{} {}", f.words.count(static_cast<int>(rows.size())), many);
  std::vector<std::string> names;
  for (const NationRow* row : rows) names.push_back(row->in_text);
  return enumerated(f.words, names);
}

std::string rows_title(const NationFacts& f, const NationRows& rows, const std::string& many) {
  const RowExtremes e = extremes_of(rows);
  const std::string &measure = f.node_name(kTotal), high = value_of(f, e.high), low = value_of(f, e.low);
  if (e.shown == 1)
    return f.words.say("nation_rows.title_one",
                       {{"measure", measure}, {"group", e.high.front()->in_text}, {"value", high}});
  if (e.alike) return f.words.say("nation_rows.title_alike", {{"measure", measure}, {"groups", many}, {"value", high}});
  const std::string groups = those_shown(f, e, many, fmt::format("{} {}", f.words.count(e.shown), many));
  return f.words.say("nation_rows.title", {{"measure", measure}, {"low", low}, {"high", high}, {"groups", groups}});
}

std::string rows_finding(const NationFacts& f, const NationRows& rows, const std::string& many) {
  const RowExtremes e = extremes_of(rows);
  if (e.shown == 1) return f.words.say("nation_rows.finding_one", {{"group", e.high.front()->in_text}});
  if (e.near) return f.words.say("nation_rows.finding_alike", {{"groups", many}});
  const std::string groups = those_shown(f, e, many, many);
  if (inside_spread(rows, e)) return f.words.say("nation_rows.finding_inside", {{"groups", groups}});
  return f.words.say("nation_rows.finding",
                     {{"groups", groups}, {"low", value_of(f, e.low)}, {"high", value_of(f, e.high)}});
}

std::vector<std::string> rows_sentences(const NationFacts& f, const NationRows& rows, const std::string& many) {
  const RowExtremes e = extremes_of(rows);
  std::vector<std::string> sentences{range_sentence(f, rows, e, many)};
  if (e.shown > 1 && f.group(kTotal).median) sentences.push_back(above_sentence(f, rows, e, many));
  if (e.shown > 1 && !e.alike && inside_spread(rows, e))
    sentences.push_back(f.words.say("nation_rows.inside", {{"groups", those_shown(f, e, many, many)}}));
  if (e.shown > 1 && !e.near && few_at_an_end(e))
    sentences.push_back(f.words.say("nation_rows.small", {{"peers", f.peers_many}}));
  if (e.hidden > 0)
    sentences.push_back(
        f.words.say("nation_rows.hidden_rows",
                    {{"number", e.hidden}, {"count", capitalised(f.words.count(e.hidden))}, {"peers", f.peers_many}}));
  if (sentences.size() < 2) sentences.push_back(f.words.say("nation_rows.what", {{"peers", f.peers_definite}}));
  return sentences;
}

}  // namespace mognad
