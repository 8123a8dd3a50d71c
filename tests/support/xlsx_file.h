// XLSX files composed part by part, as texts that a test may change before they are packed.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mognad::test {

/// The parts of a package by their names.
using ZipParts = std::map<std::string, std::string>;

/// A ZIP archive of the parts; encrypted when there is a password.
std::string zipped(const ZipParts& parts, const std::string& password = {});

/// A sheet: what stands inside <worksheet>, and its state ("hidden").
struct SheetXml {
  std::string name;
  std::string xml;
  std::string state;
};

/// The parts of a workbook with these sheets. Style 1 is a date, 2 a date with its time, 3 a time, 4 a length of time,
/// 5 a percentage. The shared texts are the given `<si>` elements.
ZipParts workbook_parts(const std::vector<SheetXml>& sheets, const std::string& shared = {});

/// The same packed.
std::string workbook(const std::vector<SheetXml>& sheets, const std::string& shared = {});

/// A workbook with one sheet "Svar" that holds these rows: the XML inside <sheetData>, and what follows it.
std::string sheet_workbook(const std::string& rows, const std::string& after = {});

/// The XML inside <sheetData> for a text in the form of CSV without quotes: whole numbers and texts, nothing for empty
/// fields.
std::string rows_of_csv(std::string_view csv);

/// "&lt;" for "<".
std::string xml_text(std::string_view text);

/// A cell with a text of its own.
std::string text_cell(std::string_view name, std::string_view text);

/// "AB" for 28.
std::string column_name(int column);

}  // namespace mognad::test
