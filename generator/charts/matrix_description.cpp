#include <cmath>

#include "base/rounding.h"
#include "charts/matrix.h"

namespace mognad {
namespace {

bool reaches_over(double value, const Measured& margin, double cut) {
  return margin && std::fabs(value - cut) <= margin.number();
}

std::string types_in_words(const MatrixData& data, const Words& words) {
  std::string list;
  for (const bool upper : {false, true})
    for (const bool right : {false, true})
      if (const MatrixQuadrant& q = data.quadrants[upper][right]; !q.count.empty())
        list += (list.empty() ? "" : "; ") + words.say("describe.matrix_type", {{"type", q.id}, {"text", q.count}});
  return list.empty() ? list : " " + words.say("describe.matrix_types", {{"list", list}});
}

}  // namespace

std::string describe_matrix(const MatrixData& data, const Words& words) {
  if (data.trail.empty()) return words.say("describe.matrix_empty", {{"x", data.x_axis.name}, {"y", data.y_axis.name}});
  const MatrixPlace& own = data.trail.back();
  const MatrixQuadrant& quadrant = data.quadrants[reaches(own.y, data.y_axis.cut)][reaches(own.x, data.x_axis.cut)];
  const std::string x = words.number(own.x, 1), y = words.number(own.y, 1);
  const bool unsure =
      reaches_over(own.x, data.x_margin, data.x_axis.cut) || reaches_over(own.y, data.y_margin, data.y_axis.cut);
  std::string text = words.say(unsure ? "describe.matrix_unsure" : "describe.matrix", {{"name", data.own_name},
                                                                                       {"type", quadrant.id},
                                                                                       {"x_axis", data.x_axis.name},
                                                                                       {"y_axis", data.y_axis.name},
                                                                                       {"x", x},
                                                                                       {"y", y}});
  if (data.x_margin && data.y_margin) {
    const std::string mx = words.number(data.x_margin, 1), my = words.number(data.y_margin, 1);
    text += " " + words.say("describe.matrix_margin", {{"x", mx}, {"y", my}});
  }
  if (data.median_x && data.median_y) {
    const std::string mx = words.number(data.median_x, 1), my = words.number(data.median_y, 1);
    text += " " + words.say("describe.matrix_median", {{"peers", capitalised(data.key_median)}, {"x", mx}, {"y", my}});
  }
  return text + types_in_words(data, words);
}

}  // namespace mognad
