#include "report/type_shares.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad {

int TypeShares::shown() const {
  return static_cast<int>(
      std::count_if(types.begin(), types.end(), [](const TypeShare& t) { return t.count.known(); }));
}

const TypeShare* TypeShares::largest() const {
  const TypeShare* most = nullptr;
  bool shared = false;
  double withheld = organisations();
  for (const TypeShare& type : types) {
    if (!type.count) continue;
    withheld -= type.count.number();
    const double ahead = most ? type.count.number() - most->count.number() : 1;
    if (ahead >= 0) shared = ahead == 0;
    if (ahead > 0) most = &type;
  }
  return most && !shared && most->count.number() > withheld ? most : nullptr;
}

TypeShares type_shares(const NationFacts& f, int year) {
  TypeShares shares;
  for (const bool upper : {false, true})
    for (const bool right : {false, true})
      shares.types[static_cast<std::size_t>(quadrant_number(upper, right))].quadrant =
          &f.model.matrix.quadrant(upper, right);
  const auto key = f.all_key(year);
  if (!key) return shares;
  shares.places = f.statistics.group_places(year, *key);
  if (!shares.has_places()) return shares;
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      TypeShare& type = shares.types[static_cast<std::size_t>(quadrant_number(upper, right))];
      type.count = shares.places.quadrants[upper][right];
      type.few = shares.places.few[upper][right];
      if (type.count) type.share = 100.0 * type.count.number() / shares.organisations();
    }
  return shares;
}

bool same_fields(const NationFacts& f, int from_year, int to_year) {
  return f.statistics.comparable(from_year, to_year, f.model.matrix.x.node) &&
         f.statistics.comparable(from_year, to_year, f.model.matrix.y.node);
}

std::string lettered_name(const NationFacts& f, const Quadrant& quadrant) {
  return fmt::format("{} {}", quadrant.id, f.text(quadrant.name));
}

std::string shown_types(const NationFacts& f, const TypeShares& shares) {
  std::string list;
  for (const TypeShare& type : shares.types) {
    if (!type.count) continue;
    const std::string count = f.number(type.count, 0), share = f.number(type.share, 0);
    list += (list.empty() ? "" : ", ") +
            f.words.say("nation_types.of_type", {{"count", count}, {"share", share}, {"type", type.quadrant->id}});
  }
  return list;
}

std::string withheld_note(const NationFacts& f, bool withheld) {
  if (!withheld) return {};
  const std::string least = f.words.count(f.survey.disclosure.minimum_others);
  return f.words.say("nation_types.withheld", {{"least", least}, {"peers", f.peers_many}}) + " ";
}

}  // namespace mognad
