// The numbers of one document as the files that it carries: data.csv for a spreadsheet, data.json for a program, which
// also says whose they are and what they rest on. Rounded as on the page; the state says why a number is missing.
#pragma once

#include <array>
#include <string>

#include "report/group_facts.h"
#include "report/report_facts.h"

namespace mognad {

/// The columns of both files, as docs/guide explains them.
inline constexpr std::array<const char*, 14> kReportColumns{"kind",  "unit",  "unit_name", "group", "node",
                                                            "name",  "item",  "year",      "from",  "n",
                                                            "value", "lower", "upper",     "state"};

struct ReportData {
  std::string csv;     // the whole file
  std::string values;  // JSON: an array with an array for each row
};

ReportData report_data(const ReportFacts& facts);
ReportData group_data(const GroupFacts& facts);

/// Members of a JSON object that tell of which document, survey and run the data are, each with a comma behind.
std::string metadata_json(const Report& report, const Survey& survey);

/// data.json: the metadata of the report, the rules of disclosure, the columns and the values.
std::string report_data_json(const ReportData& data, const Report& report, const Survey& survey);

}  // namespace mognad
