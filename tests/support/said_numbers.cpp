#include "support/said_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/rounding.h"

namespace mognad::test {
namespace {

const std::string kMinus = "\u2212";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<NodeIndex> spoken_of(const Model& model, SectionKind section) {
  switch (section) {
    case SectionKind::matrix: return {model.matrix.x.node, model.matrix.y.node};
    case SectionKind::summary:
    case SectionKind::contents:
    case SectionKind::categories:
    case SectionKind::actions:
    case SectionKind::change: return model.down_to(Level::category);
    case SectionKind::tables:
    case SectionKind::strengths:
    case SectionKind::answers: return model.down_to(Level::capability);
    default: return {};
  }
}

}  // namespace

std::vector<SaidNumber> numbers_in(const std::string& text, const LanguageTag& tag) {
  const char decimal = tag == "sv" ? ',' : '.';
  std::vector<SaidNumber> found;
  for (std::size_t at = text.find(decimal); at != std::string::npos; at = text.find(decimal, at + 1)) {
    // One digit behind, and no more: "2,000 employees" has no decimal.
    const bool one_behind =
        at + 1 < text.size() && is_digit(text[at + 1]) && (at + 2 == text.size() || !is_digit(text[at + 2]));
    std::size_t from = at;
    while (from > 0 && is_digit(text[from - 1])) --from;
    if (!one_behind || from == at) continue;
    SaidNumber number{from, at + 2 - from, 0, std::stoll(text.substr(from, at - from)) * 10 + (text[at + 1] - '0')};
    if (from >= 1 && text[from - 1] == '+') number.sign = '+';
    if (from >= kMinus.size() && text.compare(from - kMinus.size(), kMinus.size(), kMinus) == 0) number.sign = '-';
    found.push_back(number);
  }
  return found;
}

AllowedNumbers::AllowedNumbers(const ReportInputs& inputs, OrganisationIndex organisation, SectionKind section)
    : inputs_(inputs), organisation_(organisation), year_(inputs.survey.year) {
  plain_.insert(1);  // "may be 0.1 off"
  for (const NodeIndex i : spoken_of(inputs.model, section)) node(i);
  if (section == SectionKind::comparison) add_groups();
  if (section == SectionKind::inside) add_units();
  if (section == SectionKind::change) add_targets();
  if (section == SectionKind::tables) add_tables();
}

bool AllowedNumbers::has(const SaidNumber& number) const {
  if (number.sign == 0) return plain_.count(number.tenths) > 0;
  return number.tenths != 0 && signed_.count(number.sign == '-' ? -number.tenths : number.tenths) > 0;
}

void AllowedNumbers::value(const Measured& value) {
  if (value) plain_.insert(round_to_units(value.number(), 1));
}

void AllowedNumbers::gap(const Measured& value) {
  if (!value) return;
  const long long tenths = round_to_units(value.number(), 1);
  signed_.insert(tenths);
  plain_.insert(std::llabs(tenths));
}

Measured AllowedNumbers::own(NodeIndex node, int year) const {
  return inputs_.statistics.node(organisation_, year, node).value;
}

void AllowedNumbers::node(NodeIndex node) {
  const Statistics& statistics = inputs_.statistics;
  const std::vector<int> years = statistics.years_of(organisation_);
  for (const int year : years) {
    value(own(node, year));
    value(statistics.node(organisation_, year, node).margin);
  }
  peers(statistics.peers(organisation_, year_, 0, node), own(node, year_));
  if (years.size() < 2) return;
  const auto changes =
      statistics.changes(organisation_, years[years.size() - 2], year_, inputs_.model.node(node).level);
  gap(changes.at(static_cast<std::size_t>(node)).points);
  value(changes.at(static_cast<std::size_t>(node)).margin);
}

void AllowedNumbers::peers(const PeerResult& peers, const Measured& own) {
  value(peers.median), value(peers.lower_quartile), value(peers.upper_quartile);
  if (peers.median && own) gap(own.number() - peers.median.number());
}

void AllowedNumbers::add_groups() {
  const Measured total = own(kTotal, year_);
  value(total);
  for (int d = 0; d < static_cast<int>(inputs_.survey.peer_groups.size()); ++d)
    if (inputs_.statistics.has_group(organisation_, year_, d))
      peers(inputs_.statistics.peers(organisation_, year_, d, kTotal), total);
}

void AllowedNumbers::add_units() {
  node(kTotal);
  double high = -1, low = 101;
  for (const UnitResult& unit : inputs_.statistics.units(organisation_, year_)) {
    const NodeResult& result = unit.nodes[kTotal];
    value(result.value), value(result.margin);
    peers(inputs_.statistics.unit_peers(organisation_, year_, unit, kTotal), result.value);
    if (!result.value) continue;
    high = std::max(high, result.value.number()), low = std::min(low, result.value.number());
  }
  if (high >= low) gap(high - low);
}

void AllowedNumbers::add_targets() {
  for (const TargetDistance& target : inputs_.statistics.targets(organisation_)) gap(target.difference);
}

/// The means of statements, the medians of earlier years, published figures, and units with all that is shown of them.
void AllowedNumbers::add_tables() {
  for (const NodeIndex i : inputs_.model.at(Level::statement)) value(own(i, year_));
  for (const int year : inputs_.statistics.years_of(organisation_))
    for (const NodeIndex i : inputs_.model.down_to(Level::dimension))
      value(inputs_.statistics.peers(organisation_, year, 0, i).median);
  for (const Benchmark& published : inputs_.dataset.benchmarks) value(Measured(published.value));
  for (const UnitResult& unit : inputs_.statistics.units(organisation_, year_)) {
    value(unit.nodes[kTotal].margin);
    for (const NodeIndex i : inputs_.model.down_to(Level::category))
      value(unit.nodes[static_cast<std::size_t>(i)].value);
  }
}

}  // namespace mognad::test
