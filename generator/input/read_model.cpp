#include "input/read_model.h"

#include <fmt/format.h>

#include <map>

#include "input/check_model.h"
#include "input/model_version.h"
#include "input/table_reader.h"
#include "input/whole_file.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr std::array<const char*, kLevels> kLevelKeys{"total", "dimension", "category", "capability", "statement"};

class ModelReader {
 public:
  ModelReader(const TomlValue& root, const std::vector<LanguageTag>& languages, Problems& problems)
      : root_(root, "", problems), languages_(languages), problems_(problems) {}

  Model read() {
    model_.id = root_.text("id");
    model_.version = root_.text("version");
    model_.name = root_.local("name", languages_);
    model_.source = root_.local("source", languages_);
    model_.measures = root_.local("measures", languages_);
    model_.stem = root_.local_or("stem", languages_);
    model_.assumptions = root_.locals("assumptions", languages_);
    read_levels();
    read_scale();
    read_shares();
    read_tree();
    read_matrix();
    for (TableReader& version : root_.tables("earlier_versions")) read_version(version, model_);
    root_.finish();
    check_shares(model_, root_.place_of("minimum_shares"), problems_);
    return std::move(model_);
  }

 private:
  void read_levels() {
    TableReader levels = root_.table("levels");
    for (std::size_t i = 0; i < kLevelKeys.size(); ++i) {
      TableReader level = levels.table(kLevelKeys[i]);
      model_.levels[i] = {level.local("one", languages_), level.local("many", languages_)};
      level.finish();
    }
    levels.finish();
  }

  void read_scale() {
    for (TableReader& step : root_.tables("scale")) {
      model_.scale.push_back({static_cast<int>(step.integer("value", -100, 100)), step.local("label", languages_)});
      const std::size_t count = model_.scale.size();
      if (count > 1 && model_.scale[count - 1].value != model_.scale[count - 2].value + 1)
        step.error("value", fmt::format("the step {} follows {}, expected {}", model_.scale[count - 1].value,
                                        model_.scale[count - 2].value, model_.scale[count - 2].value + 1));
      step.finish();
    }
    if (model_.scale.size() < 2) root_.error("scale", "the scale has fewer than two steps");
  }

  void read_shares() {
    TableReader shares = root_.table_or_empty("minimum_shares");
    MinimumShares& least = model_.minimum_share;
    least.capability = shares.number_or("capability", least.capability, 0, 1);
    least.category = shares.number_or("category", least.category, 0, 1);
    least.dimension = shares.number_or("dimension", least.dimension, 0, 1);
    least.total = shares.number_or("total", least.total, 0, 1);
    shares.finish();
  }

  void read_tree() {
    TableReader total = root_.table("total");
    add_node(total, Level::total, kNoNode);
    add_children(root_, Level::total, kTotal);
    model_.nodes.front().end = model_.node_count();
    total.finish();
  }

  NodeIndex add_node(TableReader& table, Level level, NodeIndex parent) {
    Node node;
    node.level = level;
    node.parent = parent;
    node.id = table.text("id");
    const auto [other, added] = ids_.emplace(node.id, table.place_of("id").line);
    if (!added && !node.id.empty())
      table.error("id", fmt::format("the id '{}' is taken already, in line {}", node.id, other->second),
                  "every node needs an id of its own");
    node.weight = table.number_or("weight", 1, 0, 1e6);
    if (node.weight <= 0)
      table.error("weight", fmt::format("the weight of '{}' is {}, expected more than 0", node.id, node.weight));
    if (level == Level::statement) {
      node.name = table.local("text", languages_);
      node.reversed = table.flag_or("reversed", false);
      node.illustrative = table.flag_or("illustrative", false);
    } else {
      node.name = table.local("name", languages_);
    }
    node.short_name = table.local_or("short_name", languages_);
    node.in_text = table.local_or("in_text", languages_);
    node.definite = table.local_or("definite", languages_);
    node.question = table.local_or("question", languages_);
    node.advice = table.local_or("advice", languages_);
    node.action = table.local_or("action", languages_);
    if (node.short_name.empty()) node.short_name = node.name;
    if (node.in_text.empty()) node.in_text = node.name;
    if (node.definite.empty()) node.definite = node.in_text;
    model_.nodes.push_back(std::move(node));
    return model_.node_count() - 1;
  }

  void add_children(TableReader& table, Level level, NodeIndex parent) {
    if (level == Level::statement) return;
    const auto below = static_cast<Level>(static_cast<int>(level) + 1);
    const char* key = kLevelKeys[static_cast<std::size_t>(below)];
    std::vector<TableReader> children = table.tables(key);
    if (children.empty())
      problems_.push_back(error_at(table.place(), fmt::format("'{}' has no [[{}]]", model_.node(parent).id, key),
                                   "every node but a statement needs at least one below it"));
    for (TableReader& child : children) {
      const NodeIndex index = add_node(child, below, parent);
      add_children(child, below, index);
      model_.nodes[static_cast<std::size_t>(index)].end = model_.node_count();
      child.finish();
    }
  }

  void read_matrix() {
    TableReader matrix = root_.table("matrix");
    model_.matrix.x = read_axis(matrix, "x");
    model_.matrix.y = read_axis(matrix, "y");
    constexpr const char* kNames[2][2] = {{"lower_left", "lower_right"}, {"upper_left", "upper_right"}};
    for (std::size_t upper = 0; upper < 2; ++upper)
      for (std::size_t right = 0; right < 2; ++right)
        model_.matrix.quadrants[upper][right] = read_quadrant(matrix, kNames[upper][right]);
    matrix.finish();
    check_matrix(model_, root_.place_of("matrix"), problems_);
  }

  MatrixAxis read_axis(TableReader& matrix, const char* key) {
    TableReader table = matrix.table(key);
    MatrixAxis axis;
    const std::string id = table.text("node");
    axis.node = model_.find(id);
    if (axis.node != kNoNode && model_.node(axis.node).level == Level::statement) {
      table.error("node", fmt::format("'{}' is a statement, expected a node above", id), hint_for(id, node_ids()));
      axis.node = kNoNode;
      table.finish();
      return axis;
    }
    if (axis.node == kNoNode && !id.empty())
      table.error("node", fmt::format("no node has the id '{}'", id), hint_for(id, node_ids()));
    axis.cut = table.number_or("cut", 50, 1, 99);
    axis.low = table.local("low", languages_);
    axis.high = table.local("high", languages_);
    table.finish();
    return axis;
  }

  Quadrant read_quadrant(TableReader& matrix, const char* key) {
    TableReader table = matrix.table(key);
    Quadrant q;
    q.id = table.text("id");
    q.name = table.local("name", languages_);
    q.message = table.local("message", languages_);
    q.headline = table.local("headline", languages_);
    q.meaning = table.local("meaning", languages_);
    q.advice = table.local("advice", languages_);
    q.steps = table.locals("steps", languages_);
    q.questions = table.locals("questions", languages_);
    table.finish();
    return q;
  }

  std::vector<std::string> node_ids() const {
    std::vector<std::string> ids;
    for (const Node& node : model_.nodes)
      if (node.level != Level::statement) ids.push_back(node.id);
    return ids;
  }

  TableReader root_;
  const std::vector<LanguageTag>& languages_;
  Problems& problems_;
  Model model_;
  std::map<std::string, int> ids_;
};

}  // namespace

Result<Model> read_model(const std::string& path, const std::vector<LanguageTag>& languages, const Files& files,
                         const InputLimits& limits) {
  Problems problems;
  const auto root =
      read_toml_file(path, files, limits,
                     "survey.toml names the model under 'files.model'; the program's own begin with \"templates/\"")
          .take(problems);
  if (!root) return problems;
  Model model = ModelReader(*root, languages, problems).read();
  if (has_errors(problems)) return problems;
  return {std::move(model), std::move(problems)};
}

}  // namespace mognad
