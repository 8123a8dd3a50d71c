// Layout of a letter: A4, sender and date above, the address where the envelope has its window, heading and text below
// it, a mark where the page is folded. Further pages have a foot. Typography is that of the reports.
//
// Where the text of an address stands follows Swedish office practice (SS 03 43 21, Dokument för kontor – utformning):
// in a letter for a window on the right it begins 92 mm from the left margin, which on our pages is the seventh of
// twelve columns. Windows themselves are cut differently by each maker; in Nordic envelopes for A4 and folded A4 they
// begin 15 mm from the side and 39 to 44 mm from above and are 95 to 105 mm wide and 30 to 40 mm high. Their place is a
// setting, and the address keeps kWindowPlay from its edges, because the sheet moves in the envelope.
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
