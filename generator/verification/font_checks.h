// The checks behind the table of font_rules.cpp: the first of what a font's dictionaries say, the second of the glyphs
// and characters that the pages show.
#pragma once

#include "verification/font_use.h"

namespace mognad::verification {

void check_font_dictionary(const ReadFile& file, const FontReading& font, Findings& findings);
void check_font_use(const ReadFile& file, const FontReading& font, const FontUse& use, Findings& findings);

/// "object 12, Lato-Bold"
std::string place_of(const ReadFile& file, const FontReading& font);

}  // namespace mognad::verification
