// The names of the organisations of a survey as a reader of finished reports needs them: which may stand in a report,
// and which may not. Built once for a manifest; then threads may share it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "verification/manifest_reader.h"
#include "verification/name_index.h"

namespace mognad::verification {

/// The names of a manifest, ready to be looked for. The manifest must live as long.
class SurveyNames {
 public:
  explicit SurveyNames(const Manifest& manifest);

  const Manifest& manifest() const { return manifest_; }

  /// Formal names of organisations other than the report's own, each once, in the order of the text. A name of a single
  /// short word ("Berg") proves nothing and is not looked for. A name that is part of a longer one which may stand
  /// there ("Kalmar län" is not "Region Kalmar län") is not meant.
  std::vector<std::string> foreign_names(std::string_view text, const KnownFile& file) const;

  /// Whether the organisation or the group that the file is about is named in the text.
  bool names_owner(std::string_view text, const KnownFile& file) const;

  /// Whether that report may name the organisation, where the words are marked as its name: its own, one of the group,
  /// or one that has agreed to be named.
  bool may_be_named(std::string_view code, const KnownFile& file) const;

 private:
  bool may_stand(int name, const KnownFile& file) const;
  bool is_meant(const NameIndex::Match& match) const;
  bool is_part(const std::vector<NameIndex::Match>& matches, std::size_t which, const KnownFile& file) const;

  const Manifest& manifest_;
  NameIndex index_;
  std::vector<bool> allowed_;                  // by name
  std::vector<const KnownOrganisation*> of_;   // by name; null: no organisation has it
  std::unordered_map<std::string, int> name_;  // by code
  std::set<std::string_view> consenting_;      // codes
};

}  // namespace mognad::verification
