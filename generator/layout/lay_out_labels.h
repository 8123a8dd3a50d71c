// Layout of label sheets: addresses in a grid of labels on A4, from left to right, then down, as the sheets are cut.
#pragma once

#include "charts/charts.h"
#include "dataset/mail_settings.h"
#include "layout/pages.h"
#include "report/letter.h"

namespace mognad {

/// Where a label lies on its page, in points; `place` counts from 0 on each page.
Rect label_box(const LetterSettings::Labels& labels, int place);

/// An address that doesn't fit on its label, labels that reach out of the page, and the tag of example data where no
/// room is above the labels are errors. No addresses give no pages.
Result<Pages> lay_out_labels(const AddressLabels& labels, const LetterSettings::Labels& settings,
                             const ChartStyle& style);

}  // namespace mognad
