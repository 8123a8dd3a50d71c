#include "input/model_version.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/edit_distance.h"

namespace mognad {
namespace {

class VersionReader {
 public:
  VersionReader(TableReader& table, const Model& model)
      : table_(table), model_(model), covered_(model.nodes.size(), false) {
    version_.same.assign(model.nodes.size(), true);
  }

  ModelVersion read() {
    version_.version = table_.text("version");
    if (version_.version == model_.version || model_.find_version(version_.version))
      table_.error("version", fmt::format("the version '{}' is described already", version_.version),
                   "each earlier version is described once, and the present one not at all");
    read_kept();
    read_gone();
    read_new();
    // A misspelt id is told; what it was meant for need not be.
    for (const NodeIndex node : model_.at(Level::statement))
      if (!unknown_ && !covered_[at(node)])
        table_.error("statements",
                     fmt::format("what '{}' was in version {} is not said", model_.node(node).id, version_.version),
                     "write its id of then under 'statements', or list it under 'new'");
    table_.finish();
    return std::move(version_);
  }

 private:
  static std::size_t at(NodeIndex node) { return static_cast<std::size_t>(node); }

  bool is_statement(NodeIndex node) const { return node != kNoNode && model_.node(node).level == Level::statement; }

  std::vector<std::string> statement_ids() const {
    std::vector<std::string> found;
    for (const NodeIndex node : model_.at(Level::statement)) found.push_back(model_.node(node).id);
    return found;
  }

  std::vector<std::string> ids_above() const {
    std::vector<std::string> found;
    for (const NodeIndex node : model_.down_to(Level::capability)) found.push_back(model_.node(node).id);
    return found;
  }

  void read_kept() {
    TableReader statements = table_.table_or_empty("statements");
    for (const std::string& then : statements.keys()) {
      const std::string now = statements.text(then);
      const NodeIndex node = model_.find(now);
      if (now.empty()) continue;  // told already
      if (!is_statement(node)) {
        unknown_ = true;
        statements.error(then, fmt::format("the model has no statement '{}'", now), hint_for(now, statement_ids()));
        continue;
      }
      if (covered_[at(node)])
        statements.error(then, fmt::format("'{}' is the same as two statements of version {}", now, version_.version),
                         "a statement has one predecessor: the other one is gone");
      covered_[at(node)] = true;
      version_.statements[then] = node;
    }
  }

  void read_gone() {
    TableReader gone = table_.table_or_empty("gone");
    for (const std::string& then : gone.keys()) {
      const std::string under = gone.text(then);
      const NodeIndex node = model_.find(under);
      if (!version_.statements.emplace(then, kNoNode).second)
        gone.error(then, fmt::format("'{}' is gone and stands under 'statements' too", then),
                   "a statement of then is the same as one of today's, or it is gone");
      if (under.empty()) continue;  // told already
      if (node == kNoNode || is_statement(node))
        gone.error(then, fmt::format("no node above statements has the id '{}'", under), hint_for(under, ids_above()));
      else version_.gone_under[then] = node, mark_changed(node);
    }
  }

  void read_new() {
    const std::vector<std::string> listed = table_.texts("new");
    for (const std::string& id : listed) {
      const NodeIndex node = model_.find(id);
      if (!is_statement(node)) {
        table_.error("new", fmt::format("the model has no statement '{}'", id), hint_for(id, statement_ids()));
        continue;
      }
      const bool twice = std::count(listed.begin(), listed.end(), id) > 1;
      if (covered_[at(node)] && !twice)
        table_.error("new", fmt::format("'{}' is new and stands under 'statements' too", id),
                     "a statement is new, or the same as one of then");
      covered_[at(node)] = true;
      mark_changed(node);
    }
  }

  /// The node and all above it rest on other statements than then.
  void mark_changed(NodeIndex node) {
    for (; node != kNoNode; node = model_.node(node).parent) version_.same[at(node)] = false;
  }

  TableReader& table_;
  const Model& model_;
  std::vector<bool> covered_;
  bool unknown_ = false;
  ModelVersion version_;
};

}  // namespace

void read_version(TableReader& table, Model& model) { model.earlier.push_back(VersionReader(table, model).read()); }

}  // namespace mognad
