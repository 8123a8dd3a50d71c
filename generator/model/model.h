// The maturity model: a tree from the total over dimensions, categories and capabilities down to the statements that
// respondents answer, the scale of their answers, and the matrix that places an organisation by two of the nodes.
// Read from one TOML file; no source file knows what a model is about. A Model that a reader returns is whole: weights
// are positive, every node but a statement has children, and all texts exist in every language of the survey.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/language_tag.h"

namespace mognad {

/// The five levels of the tree, from the top.
enum class Level { total, dimension, category, capability, statement };
inline constexpr int kLevels = 5;

/// Index into Model::nodes. Nodes stand in depth-first order, so a node comes before its children and a subtree is a
/// range.
using NodeIndex = int;
inline constexpr NodeIndex kTotal = 0;
inline constexpr NodeIndex kNoNode = -1;

struct Node {
  std::string id;
  Level level = Level::total;
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;  // one past the last node of the subtree
  double weight = 1;  // relative to the other children of the parent
  LocalText name;     // for a statement: its wording
  LocalText short_name;
  LocalText in_text;          // as it stands inside a sentence: "digital förmåga", "Effektivitet"
  LocalText definite;         // the same in its definite form, as the subject of a sentence: "förmågan"
  LocalText question;         // for the leadership group, where this is weakest; may be empty
  LocalText advice;           // what to do where this is weak, in a sentence; may be empty
  LocalText action;           // the same in a few sentences: how to begin; may be empty
  bool reversed = false;      // statements: agreement means low maturity
  bool illustrative = false;  // statements: wording that is ours, not the model owner's
};

/// A step of the scale of answers, lowest first.
struct ScaleStep {
  int value = 0;
  LocalText label;
};

/// What a level is called: "kategori", "kategorier".
struct LevelWords {
  LocalText one;
  LocalText many;
};

struct Quadrant {
  std::string id;     // the letter on the page
  LocalText name;     // "God förmåga, begränsande arv"
  LocalText message;  // the finding, after the name of the organisation: "har god digital förmåga, men ett digitalt arv
                      // som begränsar"
  LocalText headline;                // the finding as a sentence of its own
  LocalText meaning;                 // a paragraph
  LocalText advice;                  // the recommendation in a sentence
  std::vector<LocalText> steps;      // what to do first
  std::vector<LocalText> questions;  // for the leadership group
};

struct MatrixAxis {
  NodeIndex node = kNoNode;
  double cut = 50;  // at or above: the upper side
  LocalText low;    // "begränsande"
  LocalText high;   // "möjliggörande"
};

/// Quadrants by side: [upper][right].
struct Matrix {
  MatrixAxis x;
  MatrixAxis y;
  std::array<std::array<Quadrant, 2>, 2> quadrants;

  const Quadrant& quadrant(bool upper, bool right) const { return quadrants[upper][right]; }
};

/// Smallest share of the parts that a node of each level needs before it has a value; see Model::minimum_share.
struct MinimumShares {
  double capability = 0.5;     // of its statements
  double category = 0.5;       // of all statements below it
  double dimension = 2.0 / 3;  // of its categories
  double total = 1;            // of its dimensions
};

/// How the statements of an earlier version of the model relate to this one.
struct ModelVersion {
  std::string version;
  std::map<std::string, NodeIndex> statements;  // by id then: the same statement now, or kNoNode where it is gone
  std::map<std::string, NodeIndex> gone_under;  // by id then: the node that it stood under
  std::vector<bool> same;                       // by node: everything below it was asked then, and nothing else
};

/// Whether two earlier versions asked the same below a node.
bool asked_alike(const std::vector<Node>& nodes, const ModelVersion& a, const ModelVersion& b, NodeIndex node);

struct Model {
  std::string id;
  LocalText name;
  std::string version;
  LocalText source;
  LocalText measures;                  // a paragraph: what is measured
  LocalText stem;                      // what every statement continues: "Som organisation är/har vi …"
  std::vector<LocalText> assumptions;  // a sentence each, for the method page
  std::array<LevelWords, kLevels> levels;
  std::vector<ScaleStep> scale;
  MinimumShares minimum_share;
  std::vector<Node> nodes;
  Matrix matrix;
  std::vector<ModelVersion> earlier;

  const Node& node(NodeIndex index) const { return nodes[static_cast<std::size_t>(index)]; }
  int node_count() const { return static_cast<int>(nodes.size()); }
  int lowest_step() const { return scale.front().value; }
  int highest_step() const { return scale.back().value; }

  /// The node with that id, or kNoNode.
  NodeIndex find(const std::string& node_id) const;
  std::vector<NodeIndex> children(NodeIndex parent) const;
  std::vector<NodeIndex> at(Level level) const;
  /// The earlier version of that name, or nullptr.
  const ModelVersion* find_version(const std::string& wanted) const;
  /// Every node from the total down to `deepest`, in depth-first order.
  std::vector<NodeIndex> down_to(Level deepest) const;
};

}  // namespace mognad
