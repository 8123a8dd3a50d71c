#include "report/report_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/index.h"

namespace mognad {

ReportFacts::ReportFacts(const ReportInputs& report_inputs, OrganisationIndex organisation_index,
                         const Words& report_words)
    : inputs(report_inputs),
      model(inputs.model),
      survey(inputs.survey),
      statistics(inputs.statistics),
      words(report_words),
      organisation(organisation_index),
      year(inputs.survey.year) {
  const Organisation& o = self();
  const TypeWords& type = survey.types.at(o.type);
  name = o.name;
  if (survey.languages.front() != words.tag()) name_language = survey.languages.front();
  genitive = words.genitive(name);
  peers_many = text(type.many);
  peers_definite = text(type.many_definite);
  peers_genitive = text(type.many_genitive);
  years = statistics.years_of(organisation);
  has_results = !years.empty() && years.back() == year;
  if (const Measurement* m = measurement(year)) computed_elsewhere = m->computed_elsewhere();
  for (const int y : years)
    if (y < year) earlier_year = y;
  dimensions = model.at(Level::dimension);
  categories = model.at(Level::category);
  main_nodes = model.down_to(Level::category);
  if (has_results && earlier_year) changes = statistics.changes(organisation, *earlier_year, year, Level::category);
  for (NodeIndex i = 0; i < model.node_count(); ++i) {
    own.push_back(statistics.node(organisation, year, i));
    peers.push_back(model.node(i).level == Level::statement ? PeerResult{}
                                                            : statistics.peers(organisation, year, 0, i));
  }
  place = statistics.quadrant(organisation, year);
}

const Organisation& ReportFacts::self() const { return inputs.dataset.organisations[at(organisation)]; }
const std::string& ReportFacts::node_name(NodeIndex node) const { return text(model.node(node).name); }
const std::string& ReportFacts::node_short(NodeIndex node) const { return text(model.node(node).short_name); }
const std::string& ReportFacts::node_text(NodeIndex node) const { return text(model.node(node).in_text); }
const std::string& ReportFacts::node_definite(NodeIndex node) const { return text(model.node(node).definite); }

Measured ReportFacts::earlier_value(NodeIndex node) const {
  return earlier_year ? statistics.node(organisation, *earlier_year, node).value : Measured();
}

bool ReportFacts::has_value(NodeIndex node) const {
  return std::any_of(years.begin(), years.end(), [&](int measured) {
    const Measured found = statistics.node(organisation, measured, node).value;
    return found.known() || found.withheld();
  });
}

NodeIndex ReportFacts::highest(const std::vector<NodeIndex>& nodes) const {
  NodeIndex best = kNoNode;
  for (const NodeIndex node : nodes)
    if (value(node) && (best == kNoNode || value(node).number() > value(best).number())) best = node;
  return best;
}

NodeIndex ReportFacts::lowest(const std::vector<NodeIndex>& nodes) const {
  NodeIndex best = kNoNode;
  for (const NodeIndex node : nodes)
    if (value(node) && (best == kNoNode || value(node).number() < value(best).number())) best = node;
  return best;
}

const Quadrant* ReportFacts::quadrant() const {
  return place ? &model.matrix.quadrant(place->upper, place->right) : nullptr;
}

bool ReportFacts::unsure(const MatrixAxis& axis) const {
  const NodeResult& result = own[at(axis.node)];
  return place && result.margin && std::fabs(result.value.number() - axis.cut) <= result.margin.number();
}

bool ReportFacts::margin_unknown(const NodeResult& result) const {
  return result.value && !result.margin && result.respondents >= survey.disclosure.interval_from;
}

std::string ReportFacts::unsure_axes() const {
  std::string axes;
  for (const MatrixAxis* axis : {&model.matrix.y, &model.matrix.x})
    if (unsure(*axis)) axes += (axes.empty() ? "" : words.say("common.and")) + node_text(axis->node);
  return axes;
}

int ReportFacts::unsure_axis_count() const { return unsure(model.matrix.x) + unsure(model.matrix.y); }

std::string ReportFacts::band_words(const PeerResult& peer) const {
  if (!peer.band) return std::string(symbol_of(peer.rank.known() ? Missing::withheld : peer.rank.reason()));
  switch (*peer.band) {
    case Band::lower: return words.say("band.lower");
    case Band::middle: return words.say("band.middle");
    case Band::upper: break;
  }
  return words.say("band.upper");
}

std::string ReportFacts::middle_half(const PeerResult& peer) const {
  if (!peer.lower_quartile) return std::string(symbol_of(peer.lower_quartile.reason()));
  return fmt::format("{}–{}", number(peer.lower_quartile), number(peer.upper_quartile));
}

const Measurement* ReportFacts::measurement(int measured_year) const {
  return inputs.dataset.find(organisation, measured_year);
}

std::string ReportFacts::unit_name(UnitIndex unit) const {
  const Unit& u = inputs.dataset.units[at(unit)];
  if (!u.name.empty()) return u.name;
  for (const UnitType& type : survey.unit_types)
    if (type.id == u.unit_type) return text(type.name);
  return u.id;
}

const std::string& ReportFacts::level_word(Level level) const {
  return text(model.levels[at(static_cast<int>(level))].one);
}
const std::string& ReportFacts::level_words(Level level) const {
  return text(model.levels[at(static_cast<int>(level))].many);
}

std::string ReportFacts::source_years() const {
  if (years.size() < 2) return fmt::format("{} {}", text(survey.source), year);
  return fmt::format("{} {}–{}", text(survey.source), years.front(), years.back());
}

}  // namespace mognad
