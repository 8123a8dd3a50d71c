#include "input/answer_keys.h"

#include "language/normalise.h"

namespace mognad {

AnswerKeys::Index::const_iterator find_id(const AnswerKeys::Index& index, std::string_view id) {
  const auto found = index.find(id);
  return found != index.end() ? found : index.find(normalised(id));
}

AnswerKeys::AnswerKeys(const Survey& survey, const Model& model, Dataset& dataset) : survey_(survey), model_(model) {
  for (std::size_t i = 0; i < dataset.organisations.size(); ++i) {
    codes_.push_back(dataset.organisations[i].code);
    organisations_.emplace(codes_.back(), static_cast<int>(i));
    for (const std::string& name : {dataset.organisations[i].name, dataset.organisations[i].formal_name}) {
      const auto [same, added] = organisation_names_.emplace(comparable(name), static_cast<int>(i));
      if (!added && same->second != static_cast<int>(i)) same->second = -1;
    }
  }
  for (const NodeIndex node : model.at(Level::statement)) {
    statements_.emplace(model.node(node).id, static_cast<int>(statement_ids_.size()));
    statement_ids_.push_back(model.node(node).id);
  }
  for (std::size_t i = 0; i < dataset.units.size(); ++i) {
    const Unit& unit = dataset.units[i];
    unit_ids_.emplace(UnitKey(unit.organisation, unit.id), static_cast<int>(i));
    if (unit.name.empty()) continue;
    const auto [same, added] = unit_names_.emplace(UnitKey(unit.organisation, comparable(unit.name)), i);
    if (!added) same->second = -1;
  }
  row_size_ = static_cast<int>(statement_ids_.size());
  add_earlier_versions(dataset);
  dataset.statements = row_size_;
}

void AnswerKeys::add_earlier_versions(Dataset& dataset) {
  for (const EarlierModel& earlier : survey_.earlier_models) {
    const ModelVersion* version = model_.find_version(earlier.version);
    if (!version) continue;
    Index then;
    for (const auto& [id, node] : version->statements) {
      if (node == kNoNode) {
        then.emplace(id, row_size_++);
        dataset.gone.push_back({version->version, id});
      } else {
        then.emplace(id, statements_.at(model_.node(node).id));
      }
    }
    for (const int year : earlier.years) statements_then_[year] = then;
  }
}

OrganisationIndex AnswerKeys::organisation(std::string_view code) const {
  const auto found = find_id(organisations_, code);
  return found == organisations_.end() ? -1 : found->second;
}

OrganisationIndex AnswerKeys::organisation_named(std::string_view name) const {
  const auto found = organisation_names_.find(comparable(name));
  return found == organisation_names_.end() ? -1 : found->second;
}

const AnswerKeys::Index& AnswerKeys::statements(int year) const {
  const auto then = statements_then_.find(year);
  return then == statements_then_.end() ? statements_ : then->second;
}

UnitIndex AnswerKeys::unit(OrganisationIndex organisation, std::string_view text) const {
  if (const auto found = unit_ids_.find(UnitKey(organisation, normalised(text))); found != unit_ids_.end())
    return found->second;
  const auto named = unit_names_.find(UnitKey(organisation, comparable(text)));
  return named == unit_names_.end() ? -1 : named->second;
}

std::vector<std::string> AnswerKeys::units_of(OrganisationIndex organisation) const {
  std::vector<std::string> ids;
  for (const auto& [key, unit] : unit_ids_)
    if (key.first == organisation) ids.push_back(key.second);
  return ids;
}

}  // namespace mognad
