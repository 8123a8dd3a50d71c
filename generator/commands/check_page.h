// The result of a check as a page of HTML that stands alone, to be sent to the owner of the data: how much was read,
// what is missing, and every problem by file, with its place, what was found and what was expected. No script, nothing
// from the network, light or dark as the reader's screen, fit to print. Follows WCAG 2.2, level AA: headings in order,
// heads of columns with their scope, contrasts of 4.5 or more, and no meaning by colour alone.
#pragma once

#include <string>
#include <string_view>

#include "commands/check_summary.h"

namespace mognad {

/// Whole and valid HTML in UTF-8, whatever bytes the data holds. `title` is what the survey is called.
std::string check_page(const CheckSummary& summary, const std::string& title);

/// Whether a file is such a page, by its first 512 bytes or more.
bool begins_check_page(std::string_view beginning);

}  // namespace mognad
