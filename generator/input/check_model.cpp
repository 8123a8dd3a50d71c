#include "input/check_model.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

namespace mognad {
namespace {

/// Two axes that share statements would place organisations along a line.
void check_axes(const Model& model, const Place& place, Problems& problems) {
  const NodeIndex x = model.matrix.x.node, y = model.matrix.y.node;
  if (x == kNoNode || y == kNoNode) return;
  const auto holds = [&](NodeIndex above, NodeIndex below) { return above <= below && below < model.node(above).end; };
  if (!holds(x, y) && !holds(y, x)) return;
  problems.push_back(error_at(place,
                              x == y ? fmt::format("both axes of the matrix are '{}'", model.node(x).id)
                                     : fmt::format("the axes of the matrix, '{}' and '{}', lie within each other",
                                                   model.node(x).id, model.node(y).id),
                              "the axes are two nodes of which neither is a part of the other"));
}

void check_letters(const Model& model, const Place& place, Problems& problems) {
  std::map<std::string, int> letters;
  for (const auto& side : model.matrix.quadrants)
    for (const Quadrant& quadrant : side)
      if (!quadrant.id.empty() && ++letters[quadrant.id] == 2)
        problems.push_back(error_at(place, fmt::format("two types of the matrix are called '{}'", quadrant.id),
                                    "each of the four needs a letter of its own"));
}

/// The warning for one node, when its share asks for a part more than it seems to.
std::optional<Problem> share_problem(const Place& place, const char* key, double share, std::size_t count,
                                     const std::string& id) {
  const auto parts = static_cast<double>(count);
  const double needed = std::ceil(share * parts - 1e-9);
  const double meant = std::round(share * parts);
  constexpr double kNear = 0.02;
  if (needed == meant || std::fabs(share * parts - meant) > kNear * parts) return std::nullopt;
  return warning_at(
      place,
      fmt::format("'minimum_shares.{}' is {}: of the {} parts of '{}' that needs {}, not {}", key, share, parts, id,
                  needed, meant),
      fmt::format("for {} of {} write {:.3f} or less", meant, parts, std::floor(meant / parts * 1000) / 1000));
}

std::size_t count_statements(const Model& model, NodeIndex above) {
  std::size_t count = 0;
  for (NodeIndex i = above; i < model.node(above).end; ++i) count += model.node(i).level == Level::statement;
  return count;
}

/// Capabilities and categories count the statements below them, dimensions and the total their children.
void check_share(const Model& model, const char* key, double share, Level level, const Place& place,
                 Problems& problems) {
  for (const NodeIndex node : model.at(level)) {
    const std::size_t parts = level < Level::category ? model.children(node).size() : count_statements(model, node);
    if (auto problem = share_problem(place, key, share, parts, model.node(node).id)) {
      problems.push_back(std::move(*problem));
      return;
    }
  }
}

}  // namespace

void check_matrix(const Model& model, const Place& place, Problems& problems) {
  check_axes(model, place, problems);
  check_letters(model, place, problems);
}

/// A share that no number of parts meets exactly asks for more than it says: 0.67 of three is all three.
void check_shares(const Model& model, const Place& place, Problems& problems) {
  const MinimumShares& least = model.minimum_share;
  check_share(model, "capability", least.capability, Level::capability, place, problems);
  check_share(model, "category", least.category, Level::category, place, problems);
  check_share(model, "dimension", least.dimension, Level::dimension, place, problems);
  check_share(model, "total", least.total, Level::total, place, problems);
}

}  // namespace mognad
