#include "report/row_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/rounding.h"

namespace mognad {
namespace {

constexpr std::size_t kMostNamed = 3;

/// Whether the medians lie closer together than the narrowest middle half that is shown is wide. `everywhere`: only
/// where all rows show theirs.
bool inside_spread(const NationRows& rows, const RowExtremes& extremes, bool everywhere) {
  double narrowest = 1000;
  for (const NationRow& row : rows) {
    const Measured width = difference(row.result.upper_quartile, row.result.lower_quartile);
    if (width) narrowest = std::min(narrowest, width.number());
    else if (everywhere && row.result.median) return false;
  }
  const double range = extremes.high.front()->result.median.number() - extremes.low.front()->result.median.number();
  return narrowest <= 100 && range < narrowest;
}

std::string value_of(const NationFacts& f, const std::vector<const NationRow*>& rows, int decimals = 1) {
  return f.number(rows.front()->result.median, decimals);
}

std::string range_sentence(const NationFacts& f, const NationRows& rows, const RowExtremes& e,
                           const std::string& many) {
  if (rows.size() == 1)
    return f.words.say("nation_rows.single", {{"value", value_of(f, e.high)}, {"group", e.high.front()->in_text}});
  if (e.shown == 1)
    return f.words.say("nation_rows.only", {{"value", value_of(f, e.high)}, {"group", e.high.front()->in_text}});
  if (e.alike) return f.words.say("nation_rows.same", {{"value", value_of(f, e.high)}, {"groups", many}});
  return f.words.say("nation_rows.range", {{"high", named(f, e.high, many)},
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
  RowExtremes e;
  const auto printed = [&](const NationRow& row) { return round_to_units(row.result.median.number(), decimals); };
  for (const NationRow& row : rows) {
    if (!row.result.median) continue;
    ++e.shown;
    if (e.high.empty() || printed(row) > printed(*e.high.front())) e.high.clear();
    if (e.high.empty() || printed(row) == printed(*e.high.front())) e.high.push_back(&row);
    if (e.low.empty() || printed(row) < printed(*e.low.front())) e.low.clear();
    if (e.low.empty() || printed(row) == printed(*e.low.front())) e.low.push_back(&row);
  }
  if (e.shown == 0) return e;
  const Measured between = difference(e.high.front()->result.median, e.low.front()->result.median);
  e.alike = printed(*e.high.front()) == printed(*e.low.front()) || round_to_units(between.number(), decimals) == 0;
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

std::string rows_title(const NationFacts& f, const NationRows& rows, const RowNoun& noun, int decimals) {
  const RowExtremes e = extremes_of(rows, decimals);
  const std::string& measure = f.node_name(kTotal);
  const std::string value = value_of(f, e.high, decimals);
  if (e.shown == 1)
    return f.words.say("nation_rows.title_one",
                       {{"measure", measure}, {"group", e.high.front()->in_text}, {"value", value}});
  if (e.alike)
    return f.words.say("nation_rows.title_alike", {{"measure", measure}, {"groups", noun.many}, {"value", value}});
  return f.words.say(
      "nation_rows.title",
      {{"measure", measure}, {"high", named(f, e.high, noun.many)}, {"low", named(f, e.low, noun.many)}});
}

std::string rows_finding(const NationFacts& f, const NationRows& rows, const RowNoun& noun) {
  const RowExtremes e = extremes_of(rows);
  if (e.shown == 1) return f.words.say("nation_rows.finding_one", {{"group", e.high.front()->in_text}});
  if (e.alike) return f.words.say("nation_rows.finding_alike", {{"groups", noun.many}});
  if (inside_spread(rows, e, true)) return f.words.say("nation_rows.finding_inside", {{"groups", noun.definite}});
  return f.words.say("nation_rows.finding",
                     {{"groups", noun.definite}, {"low", value_of(f, e.low)}, {"high", value_of(f, e.high)}});
}

std::vector<std::string> rows_sentences(const NationFacts& f, const NationRows& rows, const RowNoun& noun) {
  const RowExtremes e = extremes_of(rows);
  std::vector<std::string> sentences{range_sentence(f, rows, e, noun.many)};
  if (e.shown > 1 && f.group(kTotal).median) sentences.push_back(above_sentence(f, rows, e, noun.many));
  if (e.shown > 1 && !e.alike && inside_spread(rows, e, false))
    sentences.push_back(f.words.say("nation_rows.inside", {{"groups", noun.definite}}));
  const auto hidden = static_cast<int>(
      std::count_if(rows.begin(), rows.end(), [](const NationRow& row) { return row.result.median.withheld(); }));
  if (hidden > 0)
    sentences.push_back(
        f.words.say("nation_rows.hidden_rows",
                    {{"number", hidden}, {"count", capitalised(f.words.count(hidden))}, {"peers", f.peers_many}}));
  if (sentences.size() < 2) sentences.push_back(f.words.say("nation_rows.what", {{"peers", f.peers_definite}}));
  return sentences;
}

}  // namespace mognad
