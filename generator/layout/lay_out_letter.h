// Layout of a letter: A4, sender and date above, the address where the envelope has its window, heading and text below
// it, a mark where the page is folded. Further pages have a foot. Typography is that of the reports.
//
// No standard that we could read fixes where windows are cut. The window taken unless the settings say otherwise is
// that of a C5 envelope as a Norwegian guide for letter templates gives it (officeconsult.no: 15 mm from the side, 44
// from above, 105 wide, 35 high; EC4: 42 from above, 100 wide, 40 high), 95 mm wide as the narrowest there, and
// mirrored for the right side; Swedish makers name the places H2 and V2. Smaller envelopes have lower windows. An
// address on the right begins at the seventh of twelve columns, 85 mm from the left margin; Swedish office courses
// teach 92. It keeps kWindowPlay from the window's edges, because the sheet moves in the envelope: users hold a printed
// page against theirs.
#pragma once

#include "charts/charts.h"
#include "dataset/mail_settings.h"
#include "layout/pages.h"
#include "report/letter.h"

namespace mognad {

/// In millimetres.
inline constexpr double kWindowPlay = 3;

/// What of the page is seen through the window, in points.
Rect address_window(const LetterSettings& settings);

/// An address that doesn't fit into the window, text that reaches out of the page and characters that no font has are
/// errors.
Result<Pages> lay_out_letter(const Letter& letter, const LetterSettings& settings, const ChartStyle& style);

}  // namespace mognad
