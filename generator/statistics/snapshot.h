// A snapshot says what the data of finished years was, without holding any of it: for each organisation and year the
// number of respondents and a digest of their answers. A closed year whose data differs from its snapshot is an error,
// because reports that were sent out can't be taken back.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "model/model.h"

namespace mognad {

struct SnapshotEntry {
  int year = 0;
  std::string organisation;  // code
  int respondents = 0;
  std::string sha256;  // of answers or given values, units, and the numbers invited and in the population; no matter in
                       // which order
};

/// An entry for each measurement, by year, then organisation. Statements go by the ids of the version that their year
/// was measured with, those that are gone included: a later model leaves closed years as they were.
std::vector<SnapshotEntry> take_snapshot(const Model& model, const Dataset& dataset,
                                         std::span<const EarlierModel> earlier_models = {});

}  // namespace mognad
