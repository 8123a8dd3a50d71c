#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "charts/charts.h"
#include "report/status_sections.h"

namespace mognad {
namespace {

constexpr std::size_t kMostThings = 3;

MatchedChange total_change(const NationFacts& f) {
  if (!f.earlier_year) return {};
  return f.statistics.national_changes(f.type, *f.earlier_year, f.year)[static_cast<std::size_t>(kTotal)];
}

/// The mean, and where it was tested whether those who measured in both years have changed.
std::string status_message(const NationFacts& f) {
  if (!f.mean(kTotal)) return f.words.say("status.message_none", {{"year", std::to_string(f.year)}});
  const MatchedChange change = total_change(f);
  const bool tested = change.points && change.certainty != Certainty::untested;
  const char* key = !tested                                        ? "status.message_total"
                    : change.certainty == Certainty::within_chance ? "status.message_chance"
                    : change.points.number() > 0                   ? "status.message_up"
                                                                   : "status.message_down";
  return capitalised(f.words.say(key, {{"measure", f.node_text(kTotal)},
                                       {"name", f.node_name(kTotal)},
                                       {"peers", f.peers_genitive},
                                       {"value", f.number(f.mean(kTotal))}}));
}

std::string spread_sentence(const NationFacts& f) {
  const GroupResult& all = f.group(kTotal);
  if (!all.median) return {};
  const std::string median = f.number(all.median), peers = capitalised(f.peers_genitive);
  if (!all.lower_quartile) return " " + f.words.say("status.lead_median", {{"peers", peers}, {"median", median}});
  return " " + f.words.say("status.lead_spread", {{"peers", peers},
                                                  {"median", median},
                                                  {"lower", f.number(all.lower_quartile)},
                                                  {"upper", f.number(all.upper_quartile)}});
}

std::string status_change_sentence(const NationFacts& f) {
  if (!f.earlier_year) return " " + f.words.say("status.lead_first");
  const MatchedChange change = total_change(f);
  if (!change.points) return {};
  const std::string since = std::to_string(*f.earlier_year), count = f.count_of(change.organisations),
                    points = f.words.number(std::fabs(change.points.number()), 1);
  const char* key = change.certainty == Certainty::untested        ? "status.lead_untested"
                    : change.certainty == Certainty::within_chance ? "status.lead_chance"
                    : change.points.number() > 0                   ? "status.lead_up"
                                                                   : "status.lead_down";
  return " " + f.words.say(key, {{"year", since}, {"organisations", count}, {"points", points}});
}

/// "290 kommuner (14 558 svarande) och 21 regioner (1 098 svarande)": the respondents of several types, where told.
std::string participants(const NationFacts& f) {
  const std::vector<std::string> types = status_types(f);
  if (types.size() == 1) return status_organisations(f);
  std::vector<std::string> parts;
  for (const std::string& type : types) {
    const Participation took_part = f.statistics.participation(type, f.year);
    const std::string count = status_count(f, type);
    parts.push_back(!took_part.told_respondents()
                        ? count
                        : f.words.say("status.with_respondents", {{"organisations", count},
                                                                  {"number", f.words.whole(took_part.respondents)},
                                                                  {"count", took_part.respondents}}));
  }
  return status_joined(parts, f.words);
}

std::string lead(const NationFacts& f) {
  const Participation took_part = f.statistics.participation(f.type, f.year);
  const bool persons = took_part.told_respondents() && status_types(f).size() == 1;
  std::string text =
      f.words.say(persons ? "status.lead" : "status.lead_few", {{"organisations", participants(f)},
                                                                {"persons", status_respondents(took_part, f.words)},
                                                                {"measure", f.node_text(kTotal)},
                                                                {"year", std::to_string(f.year)}});
  return text + spread_sentence(f) + status_change_sentence(f);
}

Tile mean_tile(const NationFacts& f, NodeIndex node) {
  const GroupResult& all = f.group(node);
  Tile tile;
  tile.kind = node == kTotal ? Tile::Kind::first : Tile::Kind::index;
  tile.label = f.node_short(node);
  tile.number = f.number(f.mean(node));
  if (f.mean(node)) tile.unit = "%";
  tile.note = f.words.say("status.mean_of", {{"peers", f.peers_genitive}});
  const std::string median = f.number(all.median);
  tile.strip = IndexStripData{f.node_short(node), f.mean(node),
                              all.median,         all.lower_quartile,
                              all.upper_quartile, all.median ? f.words.say("status.strip", {{"median", median}}) : ""};
  tile.description = describe(*tile.strip, f.words);
  return tile;
}

const char* change_note(const MatchedChange& change) {
  if (change.certainty == Certainty::untested) return "status.note_untested";
  if (change.certainty == Certainty::within_chance) return "status.note_chance";
  return change.points.number() > 0 ? "status.note_up" : "status.note_down";
}

Tile matched_tile(const NationFacts& f) {
  Tile tile{.kind = Tile::Kind::second};
  if (!f.earlier_year) {
    tile.label = f.words.say("summary.measurements");
    tile.number = f.words.say("summary.first");
    tile.note = f.words.say("summary.first_note");
    return tile;
  }
  const MatchedChange change = total_change(f);
  tile.label = f.words.say("summary.change_since", {{"year", std::to_string(*f.earlier_year)}});
  tile.number = f.words.signed_number(change.points, 1);
  if (!change.points) {
    tile.note =
        f.words.say(change.points.withheld() ? "status.note_withheld" : "status.note_none", {{"peers", f.peers_many}});
    return tile;
  }
  tile.unit = f.words.say("common.points");
  tile.note = f.words.say(change_note(change), {{"organisations", f.count_of(change.organisations)}});
  return tile;
}

/// "och 21 regioner"
std::string other_types(const NationFacts& f) {
  std::vector<std::string> others;
  for (const std::string& type : status_types(f))
    if (type != f.type) others.push_back(status_count(f, type));
  return others.empty() ? std::string() : f.words.say("status.besides", {{"list", status_joined(others, f.words)}});
}

Tile organisations_tile(const NationFacts& f) {
  const int count = f.statistics.participation(f.type, f.year).organisations;
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("status.organisations")};
  tile.number = f.words.whole(count);
  tile.unit = count == 1 ? f.peers_one : f.peers_many;
  tile.note = other_types(f);
  return tile;
}

/// The response rate or why there is none, and of whom where there are several types.
std::string rate_note(const NationFacts& f, const Participation& took_part) {
  const char* key = took_part.response_rate                                             ? "status.rate"
                    : took_part.response_rate.withheld() && took_part.invited_known > 0 ? "status.rate_withheld"
                                                                                        : "status.rate_unknown";
  const std::string note = f.words.say(key, {{"rate", f.words.number(took_part.response_rate, 0)}});
  if (status_types(f).size() == 1) return note;
  return f.words.say("status.among", {{"peers", f.peers_many}, {"note", note}});
}

Tile people_tile(const NationFacts& f) {
  const Participation took_part = f.statistics.participation(f.type, f.year);
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("status.respondents")};
  const Measured people = took_part.told_respondents();
  tile.number = people ? f.words.whole(took_part.respondents) : f.words.number(people, 0);
  tile.unit = people ? f.words.say("summary.persons", {{"count", took_part.respondents}})
                     : f.words.say("status.respondents_withheld");
  tile.note = rate_note(f, took_part);
  return tile;
}

Tiles status_tiles(const NationFacts& f) {
  Tiles tiles;
  tiles.tiles.push_back(mean_tile(f, kTotal));
  for (const NodeIndex node : f.dimensions)
    if (tiles.tiles.size() < 3) tiles.tiles.push_back(mean_tile(f, node));
  tiles.tiles.push_back(matched_tile(f));
  tiles.tiles.push_back(organisations_tile(f));
  tiles.tiles.push_back(people_tile(f));
  return tiles;
}

/// The figure of a choice that is of the type with the most organisations, else the first that found something.
const NationalFigure* telling(const StatusFacts& facts, const std::string& choice) {
  const NationalFigure* first = nullptr;
  for (const NationalFigure* figure : facts.named({choice})) {
    if (figure->finding.empty()) continue;
    if (figure->name == fmt::format("{}-{}", choice, facts.nation.type)) return figure;
    if (!first) first = figure;
  }
  return first;
}

/// The numbers behind a finding: those in the figure's title. Titles of groups have names alone, their first sentence
/// has the numbers.
std::string numbers_behind(const NationalFigure& figure) {
  if (figure.kind == FigureKind::capabilities) return {};  // its finding has them
  const bool rows =
      figure.kind == FigureKind::groups || figure.kind == FigureKind::unit_types || figure.kind == FigureKind::tile_map;
  if (rows) return figure.sentences.empty() ? std::string() : figure.sentences.front();
  return figure.figure.title.starts_with(figure.finding) ? std::string() : figure.figure.title + ".";
}

/// The findings of the figures that the template chose, each with its numbers.
List things(const StatusFacts& facts, const StatusSectionChoice& choice) {
  List list;
  for (const std::string& name : choice.figures) {
    const NationalFigure* figure = telling(facts, name);
    if (!figure || list.items.size() == kMostThings) continue;
    RichText item{{figure->finding + ".", true}};
    if (const std::string numbers = numbers_behind(*figure); !numbers.empty()) item.push_back({" " + numbers});
    list.items.push_back(std::move(item));
  }
  list.numbered = list.items.size() > 1;
  return list;
}

void add_things(const StatusFacts& facts, const StatusSectionChoice& choice, Section& section) {
  List list = things(facts, choice);
  if (list.items.empty()) return;
  const int number = static_cast<int>(list.items.size());
  const std::string count = facts.words().count(number);
  section.blocks.push_back(
      Heading{capitalised(facts.words().say("summary.stands_out", {{"count", count}, {"number", number}}))});
  section.blocks.push_back(std::move(list));
}

/// How far it is to the target, where there is one.
void add_meaning(const NationFacts& f, Section& section) {
  const std::string sentences = target_sentences(f);
  if (sentences.empty()) return;
  section.blocks.push_back(Heading{f.words.say("status.meaning")});
  section.blocks.push_back(Paragraph{{{sentences}}});
}

/// Whether there is a list of contents, below which the words are explained.
bool has_contents(const StatusTemplate& layout) {
  return std::any_of(layout.sections.begin(), layout.sections.end(),
                     [](const StatusSectionChoice& each) { return each.kind == StatusSectionKind::contents; });
}

}  // namespace

std::optional<Section> status_summary(const StatusFacts& facts, const StatusSectionChoice& choice) {
  const NationFacts& f = facts.nation;
  Section section;
  section.message = status_message(f);
  if (f.type.empty()) return section;
  section.blocks.push_back(Paragraph{{{lead(f)}}});
  section.blocks.push_back(status_tiles(f));
  add_things(facts, choice, section);
  add_meaning(f, section);
  if (!has_contents(facts.layout)) add_words(f, section);
  return section;
}

}  // namespace mognad
