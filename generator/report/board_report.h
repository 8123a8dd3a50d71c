// The board report of one organisation: content from statistics, in one language.
#pragma once

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "language/words.h"
#include "model/model.h"
#include "report/report.h"
#include "report/template.h"
#include "statistics/statistics.h"

namespace mognad {

/// What all reports of a batch are made from; borrowed.
struct ReportInputs {
  const Model& model;
  const Survey& survey;
  const Dataset& dataset;
  const Statistics& statistics;
  const Template& layout;
  std::shared_ptr<const Raster> logo;  // the sender's; null: none
};

/// The report of one organisation. Sections whose data is missing leave themselves out; an organisation with too few
/// respondents gets a report that says so. Attachments and the hash of inputs are added by the caller.
Report build_board_report(const ReportInputs& inputs, OrganisationIndex organisation, const Words& words);

}  // namespace mognad
