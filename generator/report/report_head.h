// What every report of a survey has before its content: title, language, date, foot and identity.
#pragma once

#include "dataset/survey.h"
#include "language/words.h"
#include "model/model.h"
#include "report/report.h"

namespace mognad {

/// `name` is whom the report is about, as it stands on the cover. The code of an organisation is added by the caller.
Report report_head(const Survey& survey, const Model& model, const std::string& name, const Words& words);

/// The field of a cover with its axes in words, still without places.
CoverFieldData cover_axes(const Model& model, const Words& words);

/// Where the document comes from, as its metadata has it: to be read by someone who holds a print.
Paragraph provenance(const Report& report, const Words& words);

}  // namespace mognad
