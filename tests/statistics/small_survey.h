// Small models and datasets, made by hand, for the tests of statistics/.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad::test {

struct NodeSpec {
  std::string id;
  Level level = Level::total;
  double weight = 1;
  bool reversed = false;
};

/// A model of nodes in depth-first order, with a scale of every whole number from `lowest` to `highest`.
inline Model model_of(const std::vector<NodeSpec>& specs, int lowest, int highest) {
  Model model;
  for (int value = lowest; value <= highest; ++value) model.scale.push_back({value, {}});
  std::vector<NodeIndex> open(kLevels, kNoNode);
  for (const NodeSpec& spec : specs) {
    const auto index = static_cast<NodeIndex>(model.nodes.size());
    Node node;
    node.id = spec.id;
    node.level = spec.level;
    node.weight = spec.weight;
    node.reversed = spec.reversed;
    if (spec.level != Level::total) node.parent = open[static_cast<std::size_t>(spec.level) - 1];
    open[static_cast<std::size_t>(spec.level)] = index;
    model.nodes.push_back(node);
    for (NodeIndex above = index; above != kNoNode; above = model.node(above).parent)
      model.nodes[static_cast<std::size_t>(above)].end = index + 1;
  }
  const std::vector<NodeIndex> dimensions = model.at(Level::dimension);
  model.matrix.x.node = dimensions.front();
  model.matrix.y.node = dimensions.back();
  return model;
}

/// Two dimensions "X" and "Y" with one statement each, answered from 0 to 100: an answer is a score.
inline Model ruler_model() {
  return model_of({{"T", Level::total},
                   {"X", Level::dimension},
                   {"XC", Level::category},
                   {"XK", Level::capability},
                   {"XS", Level::statement},
                   {"Y", Level::dimension},
                   {"YC", Level::category},
                   {"YK", Level::capability},
                   {"YS", Level::statement}},
                  0, 100);
}

/// Two dimensions of three categories of two capabilities of two statements, ids as "D1C2K1S2", answered 1 to 5.
inline std::vector<NodeSpec> tree_specs() {
  std::vector<NodeSpec> specs{{"T", Level::total}};
  for (const char* dimension : {"D1", "D2"}) {
    specs.push_back({dimension, Level::dimension});
    for (const char* category : {"C1", "C2", "C3"}) {
      const std::string c = std::string(dimension) + category;
      specs.push_back({c, Level::category});
      for (const char* capability : {"K1", "K2"}) {
        specs.push_back({c + capability, Level::capability});
        for (const char* statement : {"S1", "S2"}) specs.push_back({c + capability + statement, Level::statement});
      }
    }
  }
  return specs;
}

inline Model tree_model() { return model_of(tree_specs(), 1, 5); }

using AnswerRow = std::vector<std::int8_t>;  // the answers of one respondent

/// Fills a dataset; organisations in the order of their codes, measurements by organisation, then year.
class DatasetMaker {
 public:
  explicit DatasetMaker(const Model& model, std::vector<std::string> properties = {}) {
    data.statements = static_cast<int>(model.at(Level::statement).size());
    data.property_names = std::move(properties);
  }

  OrganisationIndex add(const std::string& type, std::vector<std::string> properties = {}) {
    const auto index = static_cast<OrganisationIndex>(data.organisations.size());
    Organisation organisation;
    organisation.code = std::to_string(1000 + index);
    organisation.type = type;
    organisation.properties = std::move(properties);
    organisation.properties.resize(data.property_names.size());
    data.organisations.push_back(organisation);
    return index;
  }

  void measure(OrganisationIndex organisation, int year, const std::vector<AnswerRow>& rows) {
    data.measurements.push_back(
        {organisation, year, static_cast<int>(data.respondents.size()), static_cast<int>(rows.size()), std::nullopt});
    for (const AnswerRow& row : rows) {
      data.respondents.push_back({organisation, -1, year});
      data.answers.insert(data.answers.end(), row.begin(), row.end());
    }
    if (data.years.empty() || data.years.back() < year) data.years.push_back(year);
  }

  /// An organisation of `respondents` who all answer x and y (of the ruler model).
  OrganisationIndex add_place(int x, int y, int respondents = 5, const std::string& type = "m",
                              std::vector<std::string> properties = {}) {
    const OrganisationIndex index = add(type, std::move(properties));
    const AnswerRow row{static_cast<std::int8_t>(x), static_cast<std::int8_t>(y)};
    measure(index, 2025, std::vector<AnswerRow>(static_cast<std::size_t>(respondents), row));
    return index;
  }

  Dataset data;
};

/// A survey that compares organisations with all others of their type.
inline Survey survey_of_all() {
  Survey survey;
  survey.year = 2025;
  survey.languages = {"en"};
  PeerGroupDefinition all;
  all.id = "all";
  survey.peer_groups.push_back(all);
  return survey;
}

}  // namespace mognad::test
