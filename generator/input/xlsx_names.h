// The vocabularies of a workbook (ECMA-376): each has a name in the transitional form, which all programs write, and
// one in the strict form.
#pragma once

#include <array>
#include <string_view>

namespace mognad {

/// Part 1, 18: workbook, sheets, shared texts, styles.
inline constexpr std::array<std::string_view, 2> kSpreadsheetNamespaces{
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"};

/// Part 2, 9.3: which part of a package another one needs.
inline constexpr std::array<std::string_view, 1> kRelationshipNamespaces{
    "http://schemas.openxmlformats.org/package/2006/relationships"};

}  // namespace mognad
