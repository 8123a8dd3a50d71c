#include <fmt/format.h>

#include <cmath>

#include "charts/charts.h"
#include "report/findings.h"
#include "report/sections.h"

namespace mognad {
namespace {

constexpr double kNear = 1.0;  // points from the peers' median that count as "near"

std::string points(const ReportFacts& f, double value) { return f.words.number(std::fabs(value), 1); }

std::string level_sentence(const ReportFacts& f) {
  const Measured total = f.value(kTotal);
  const std::string value = f.number(total);
  std::string text = f.words.say("summary.level", {{"measure", f.node_definite(kTotal)}, {"value", value}});
  const PeerResult& peer = f.peer(kTotal);
  if (!peer.median) return text + " " + f.words.say("summary.no_peers", {{"peers", f.peers_many}});
  const Measured distance = difference(total, peer.median);
  const std::string median = f.number(peer.median), by = points(f, distance.number());
  const char* where = std::fabs(distance.number()) < kNear ? "summary.near_median"
                      : distance.number() > 0              ? "summary.above_median"
                                                           : "summary.below_median";
  text += " " + f.words.say(where, {{"peers", f.peers_genitive}, {"median", median}, {"points", by}});
  if (peer.rank)
    text += " " + f.words.say(
                      "summary.share_lower",
                      {{"share", capitalised(f.words.share_words(peer.rank.number() / 100))}, {"peers", f.peers_many}});
  return text;
}

std::string change_sentence(const ReportFacts& f) {
  if (!f.earlier_year) return f.words.say("summary.first_year");
  const NodeChange& change = f.change(kTotal);
  const std::string since = std::to_string(*f.earlier_year);
  if (!change.points || change.certainty == Certainty::untested)
    return f.words.say("summary.change_untested", {{"year", since}});
  const std::string by = points(f, change.points.number());
  if (change.certainty == Certainty::within_chance)
    return f.words.say("summary.change_chance", {{"year", since}, {"points", by}});
  return f.words.say(change.points.number() > 0 ? "summary.change_up" : "summary.change_down",
                     {{"year", since}, {"points", by}});
}

/// Said on the first page too when the type might as well be another.
std::string unsure_sentence(const ReportFacts& f) {
  const std::string axes = f.unsure_axes();
  if (axes.empty()) return {};
  return " " +
         f.words.say("summary.unsure", {{"axes", axes}, {"type", f.quadrant()->id}, {"count", f.unsure_axis_count()}});
}

std::string index_note(const ReportFacts& f, const NodeResult& own) {
  if (own.margin) {
    const std::string margin = f.number(own.margin);
    return f.words.say("summary.margin", {{"margin", margin}});
  }
  if (f.margin_unknown(own)) return f.words.say("summary.margin_unknown");
  if (own.value) return f.words.say("summary.no_margin");
  return f.words.say(f.computed_elsewhere && !own.value.withheld() ? "summary.not_given" : "summary.no_value");
}

Tile index_tile(const ReportFacts& f, NodeIndex node) {
  const NodeResult& own = f.own[static_cast<std::size_t>(node)];
  const PeerResult& peer = f.peer(node);
  Tile tile;
  tile.kind = node == kTotal ? Tile::Kind::first : Tile::Kind::index;
  tile.label = f.node_short(node);
  tile.number = f.number(own.value);
  if (own.value) tile.unit = "%";
  tile.note = index_note(f, own);
  const std::string median = f.number(peer.median);
  tile.strip =
      IndexStripData{f.node_name(node),   own.value,
                     peer.median,         peer.lower_quartile,
                     peer.upper_quartile, peer.median ? f.words.say("summary.strip_median", {{"median", median}}) : ""};
  tile.description = describe(*tile.strip, f.words);
  return tile;
}

Tile change_tile(const ReportFacts& f) {
  Tile tile{.kind = Tile::Kind::second,
            .label = f.words.say("summary.change_since", {{"year", std::to_string(*f.earlier_year)}})};
  const NodeChange& change = f.change(kTotal);
  tile.number = f.words.signed_number(change.points, 1);
  tile.unit = change.points ? f.words.say("common.points") : "";
  tile.note = certainty_words(f, change);
  return tile;
}

Tile respondents_tile(const ReportFacts& f) {
  const Measurement* m = f.measurement(f.year);
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("summary.respondents")};
  tile.number = f.words.whole(m->respondents);
  tile.unit = f.words.say("summary.persons", {{"count", m->respondents}});
  if (m->invited) tile.note = f.words.say("summary.of_invited", {{"invited", f.words.whole(*m->invited)}});
  else tile.note = f.words.say("summary.invited_unknown");
  return tile;
}

Tile rate_tile(const ReportFacts& f) {
  const Measurement* m = f.measurement(f.year);
  Tile tile{.kind = Tile::Kind::second, .label = f.words.say("summary.rate")};
  if (!m->invited) {
    tile.number = f.words.say("summary.rate_unknown");
    tile.note = f.words.say("summary.rate_unknown_why");
    return tile;
  }
  tile.number = f.words.number(100.0 * m->respondents / *m->invited, 0);
  tile.unit = "%";
  const Measurement* before = f.earlier_year ? f.measurement(*f.earlier_year) : nullptr;
  if (before && before->invited) {
    const std::string rate = f.words.number(100.0 * before->respondents / *before->invited, 0);
    tile.note = f.words.say("summary.rate_before", {{"year", std::to_string(*f.earlier_year)}, {"rate", rate}});
  }
  return tile;
}

Tiles build_tiles(const ReportFacts& f) {
  Tiles tiles;
  tiles.tiles.push_back(index_tile(f, kTotal));
  for (const NodeIndex node : f.dimensions) tiles.tiles.push_back(index_tile(f, node));
  if (f.earlier_year) {
    tiles.tiles.push_back(change_tile(f));
  } else {
    Tile first{.kind = Tile::Kind::second, .label = f.words.say("summary.measurements")};
    first.number = f.words.say("summary.first");
    first.note = f.words.say("summary.first_note");
    tiles.tiles.push_back(std::move(first));
  }
  tiles.tiles.push_back(respondents_tile(f));
  tiles.tiles.push_back(rate_tile(f));
  // Two rows are what one page holds; with more dimensions the last ones stand on the next page, among the facts.
  constexpr std::size_t kMostTiles = 6;
  if (tiles.tiles.size() > kMostTiles) tiles.tiles.resize(kMostTiles);
  return tiles;
}

Figure thumbnail(const ReportFacts& f) {
  const Matrix& matrix = f.model.matrix;
  MatrixThumbnailData data;
  data.x_cut = matrix.x.cut;
  data.y_cut = matrix.y.cut;
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) data.letters[upper][right] = matrix.quadrant(upper, right).id;
  data.own = {f.name, f.value(matrix.x.node).number(), f.value(matrix.y.node).number()};
  PeerPlaces places = f.statistics.places(f.organisation, f.year, 0);
  data.others = {std::move(places.cells), places.step};
  data.type_name = f.text(f.quadrant()->name);
  Figure figure;
  figure.chart = data;
  figure.caption = f.words.say("summary.thumbnail_caption", {{"y", f.node_text(matrix.y.node)},
                                                             {"x", f.node_text(matrix.x.node)},
                                                             {"low", f.text(matrix.x.low)},
                                                             {"high", f.text(matrix.x.high)}});
  figure.description = describe(figure.chart, f.words);
  return figure;
}

std::vector<std::string> questions(const ReportFacts& f, NodeIndex weakest) {
  std::vector<std::string> found;
  if (weakest != kNoNode && !f.model.node(weakest).question.empty())
    found.push_back(f.text(f.model.node(weakest).question));
  if (const Quadrant* quadrant = f.quadrant())
    for (const LocalText& question : quadrant->questions) found.push_back(f.text(question));
  if (found.size() > 3) found.resize(3);
  return found;
}

std::string summary_message(const ReportFacts& f) {
  const Quadrant* quadrant = f.quadrant();
  const std::string unsure = f.unsure_axes();
  if (!quadrant && f.value(kTotal))
    return capitalised(
        f.words.say("summary.message_total",
                    {{"name", f.name}, {"measure", f.node_definite(kTotal)}, {"value", f.number(f.value(kTotal))}}));
  if (!quadrant)
    return f.words.say(f.computed_elsewhere ? "summary.message_not_given" : "summary.message_incomplete",
                       {{"name", f.name}});
  if (!unsure.empty())
    return f.words.say("summary.message_unsure", {{"name", f.name}, {"type", quadrant->id}, {"axes", unsure}});
  return f.words.say("summary.message", {{"name", f.name}, {"finding", f.text(quadrant->message)}});
}

/// Three things beside the place in the matrix; of both only what there is.
Columns what_stands_out(const ReportFacts& f) {
  List list{.items = findings(f)};
  list.numbered = list.items.size() > 1;
  Columns columns{Columns::Split::two_to_one, false, {}};
  if (!list.items.empty()) {
    const std::string count = f.words.count(static_cast<int>(list.items.size()));
    const int number = static_cast<int>(list.items.size());
    const std::string heading = f.words.say("summary.stands_out", {{"count", count}, {"number", number}});
    columns.columns.push_back({Heading{capitalised(heading)}, std::move(list)});
  }
  if (const Quadrant* quadrant = f.quadrant())
    columns.columns.push_back(
        {Heading{f.words.say(f.unsure_axes().empty() ? "summary.position" : "summary.position_unsure",
                             {{"type", quadrant->id}})},
         thumbnail(f)});
  return columns;
}

Section section_without_results(const ReportFacts& f) {
  Section section;
  const std::string least = f.words.count(f.survey.disclosure.minimum_respondents);
  const Measurement* m = f.measurement(f.year);
  const bool measured = m != nullptr;
  section.message = f.words.say("summary.nothing");
  if (measured && m->respondents >= f.survey.disclosure.minimum_respondents) {
    section.blocks.push_back(Paragraph{
        {{f.words.say("summary.nothing_computed", {{"name", f.self().formal_name}, {"year", std::to_string(f.year)}}),
          false}}});
    return section;
  }
  section.blocks.push_back(
      Paragraph{{{f.words.say(measured ? "summary.nothing_why" : "summary.nothing_not_measured",
                              {{"name", f.self().formal_name}, {"least", least}, {"year", std::to_string(f.year)}}),
                  false}}});
  if (measured) section.blocks.push_back(Paragraph{{{f.words.say("summary.nothing_protect"), false}}});
  section.blocks.push_back(Heading{f.words.say("summary.nothing_next")});
  section.blocks.push_back(List{.items = {{{f.words.say("summary.nothing_step_1"), false}},
                                          {{f.words.say("summary.nothing_step_2", {{"least", least}}), false}}}});
  return section;
}

}  // namespace

std::string certainty_words(const ReportFacts& f, const NodeChange& change) {
  if (!change.points) return std::string(symbol_of(change.points.reason()));
  switch (change.certainty) {
    case Certainty::clear: return f.words.say(change.points.number() > 0 ? "change.clear_up" : "change.clear_down");
    case Certainty::within_chance: return f.words.say("change.within_chance");
    case Certainty::untested: break;
  }
  return f.words.say("change.untested");
}

std::optional<Section> summary_section(const ReportFacts& f) {
  if (!f.has_results) return section_without_results(f);
  Section section;
  section.message = summary_message(f);
  const bool not_given = f.computed_elsewhere && !f.value(kTotal).withheld();
  if (f.value(kTotal))
    section.blocks.push_back(Paragraph{{{level_sentence(f) + " " + change_sentence(f) + unsure_sentence(f), false}}});
  else
    section.blocks.push_back(
        Paragraph{{{f.words.say(not_given ? "summary.total_not_given" : "summary.incomplete"), false}}});
  section.blocks.push_back(build_tiles(f));
  if (Columns columns = what_stands_out(f); !columns.columns.empty()) section.blocks.push_back(std::move(columns));
  const std::vector<std::string> asked = questions(f, f.lowest(f.categories));
  if (!asked.empty()) {
    const std::string number = f.words.count(static_cast<int>(asked.size()));
    section.blocks.push_back(Heading{capitalised(
        f.words.say("summary.questions", {{"count", number}, {"number", static_cast<int>(asked.size())}}))});
    Columns thirds{Columns::Split::thirds, true, {}};
    for (const std::string& question : asked)
      thirds.columns.push_back({Paragraph{{{question, false}}, Paragraph::Kind::body}});
    section.blocks.push_back(std::move(thirds));
  }
  return section;
}

}  // namespace mognad
