// What rows of answers may speak of: organisations, units, years and statements of the survey, found by what a file
// writes. Const once made; sheets that are read side by side share it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

class AnswerKeys {
 public:
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Index = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

  /// Sets the dataset's `statements` and `gone`: what a row of answers will hold.
  AnswerKeys(const Survey& survey, const Model& model, Dataset& dataset);

  const Survey& survey() const { return survey_; }
  const Model& model() const { return model_; }

  /// The organisation with that code, or −1.
  OrganisationIndex organisation(std::string_view code) const;
  const std::vector<std::string>& codes() const { return codes_; }
  /// The only organisation that is called so, by its name or formal name, or −1.
  OrganisationIndex organisation_named(std::string_view name) const;

  /// Ids of statements with their place in a row of answers, as they were asked in a year.
  const Index& statements(int year) const;
  const Index& statements() const { return statements_; }
  bool has_earlier_versions() const { return !statements_then_.empty(); }
  const std::vector<std::string>& statement_ids() const { return statement_ids_; }
  int row_size() const { return row_size_; }

  bool units_given() const { return !unit_ids_.empty(); }
  /// Of units that are given: the one with that id, else the only one of the organisation with that name, or −1.
  UnitIndex unit(OrganisationIndex organisation, std::string_view text) const;
  std::vector<std::string> units_of(OrganisationIndex organisation) const;

 private:
  void add_earlier_versions(Dataset& dataset);

  const Survey& survey_;
  const Model& model_;
  std::vector<std::string> codes_;
  Index organisations_;
  std::map<std::string, OrganisationIndex> organisation_names_;  // comparable; −1: several
  std::vector<std::string> statement_ids_;
  Index statements_;
  std::map<int, Index> statements_then_;  // of years with an earlier version
  int row_size_ = 0;
  using UnitKey = std::pair<OrganisationIndex, std::string>;
  std::map<UnitKey, UnitIndex> unit_ids_;
  std::map<UnitKey, UnitIndex> unit_names_;  // comparable; −1: several
};

/// An id as the survey knows it: found as it stands, or in normal form where it arrives decomposed.
AnswerKeys::Index::const_iterator find_id(const AnswerKeys::Index& index, std::string_view id);

}  // namespace mognad
