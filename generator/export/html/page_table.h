// Tables as markup: heads of columns and rows with their scope, in a frame that can be scrolled by keyboard where it
// has many columns (WCAG 2.1, 1.3.1 and 2.1.1).
#pragma once

#include "export/html/page_builder.h"

namespace mognad {

void put_table(PageBuilder& page, const Table& table);
void put_plan(PageBuilder& page, const Plan& plan);

/// "Se avsnitt 12, Tabeller.", as a link where the section is known.
std::string reference_markup(PageBuilder& page, const Reference& reference);

}  // namespace mognad
