// Names for who reads finished reports back: all organisations, whose initiatives the others may read, and other names
// that stand in reports, such as those of counties and sources.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "statistics/results.h"

namespace mognad {

struct KnownName {
  std::string code;
  std::string formal_name;
  std::string short_name = {};

  friend bool operator==(const KnownName&, const KnownName&) = default;
};

struct KnownNames {
  std::vector<KnownName> organisations;
  std::vector<std::string> consenting;  // codes; those with initiatives
  std::vector<std::string> allowed;     // texts that no organisation is meant by; sorted
};

KnownNames known_names(const Survey& survey, const Model& model, const Dataset& dataset);

}  // namespace mognad
