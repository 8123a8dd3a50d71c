#include "verification/survey_names.h"

#include <algorithm>

namespace mognad::verification {
namespace {

// Of a single word only a long one is taken for an organisation: "Berg", "Mark" and "Vara" are words too.
constexpr int kLettersOfSingleWord = 8;

}  // namespace

SurveyNames::SurveyNames(const Manifest& manifest) : manifest_(manifest) {
  const auto add = [&](std::string_view text) {
    const int name = index_.add(text);
    if (name >= 0 && static_cast<std::size_t>(name) >= of_.size()) {
      of_.resize(static_cast<std::size_t>(name) + 1);
      allowed_.resize(of_.size());
    }
    return name;
  };
  for (const KnownOrganisation& o : manifest.organisations) {
    const int name = add(o.formal_name);
    name_.emplace(o.code, name);
    if (name >= 0) of_[static_cast<std::size_t>(name)] = &o;
  }
  const auto allow = [&](int name) {
    if (name >= 0) allowed_[static_cast<std::size_t>(name)] = true;
  };
  for (const std::string& text : manifest.allowed_names) allow(add(text));
  consenting_.insert(manifest.consenting.begin(), manifest.consenting.end());
}

bool SurveyNames::may_stand(int name, const KnownFile& file) const {
  const auto index = static_cast<std::size_t>(name);
  if (allowed_[index] || !of_[index]) return true;
  const auto own = name_.find(file.organisation);
  return own != name_.end() && own->second == name;
}

bool SurveyNames::may_be_named(std::string_view code, const KnownFile& file) const {
  return code == file.organisation || consenting_.contains(code) ||
         std::find(file.members.begin(), file.members.end(), code) != file.members.end();
}

bool SurveyNames::is_meant(const NameIndex::Match& match) const {
  return index_.words_of(match.name) > 1 ||
         (index_.letters_of(match.name) >= kLettersOfSingleWord && match.capitalised);
}

bool SurveyNames::is_part(const std::vector<NameIndex::Match>& matches, std::size_t which,
                          const KnownFile& file) const {
  const NameIndex::Match& match = matches[which];
  const auto holds_it = [&](const NameIndex::Match& other) {
    return other.covers(match) && (!match.covers(other) || may_stand(other.name, file));
  };
  // Matches are in the order of their first words, and none is longer than the longest name.
  for (std::size_t i = which; i > 0 && matches[i - 1].first + index_.longest() > match.first; --i)
    if (holds_it(matches[i - 1])) return true;
  for (std::size_t i = which + 1; i < matches.size() && matches[i].first == match.first; ++i)
    if (holds_it(matches[i])) return true;
  return false;
}

std::vector<std::string> SurveyNames::foreign_names(std::string_view text, const KnownFile& file) const {
  const std::vector<NameIndex::Match> matches = index_.find(text);
  std::vector<std::string> foreign;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (may_stand(matches[i].name, file) || !is_meant(matches[i]) || is_part(matches, i, file)) continue;
    const std::string& name = of_[static_cast<std::size_t>(matches[i].name)]->formal_name;
    if (std::find(foreign.begin(), foreign.end(), name) == foreign.end()) foreign.push_back(name);
  }
  return foreign;
}

bool SurveyNames::names_owner(std::string_view text, const KnownFile& file) const {
  if (!file.is_of_several()) {
    const auto own = name_.find(file.organisation);
    if (own == name_.end()) return false;
    const std::vector<NameIndex::Match> matches = index_.find(text);
    return std::any_of(matches.begin(), matches.end(),
                       [&](const NameIndex::Match& match) { return match.name == own->second; });
  }
  NameIndex group;
  return group.add(file.group) >= 0 && !group.find(text).empty();
}

}  // namespace mognad::verification
