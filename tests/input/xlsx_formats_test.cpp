#include "input/xlsx_formats.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("Formats that come without a code are dates, times or numbers as the standard lists them", "[input]") {
  for (const int id : {0, 1, 2, 3, 4, 11, 12, 13, 37, 40, 44, 48, 49, 59, 163})
    CHECK(built_in_format(id) == CellFormat::number);
  for (const int id : {14, 17, 22, 27, 36, 50, 58}) CHECK(built_in_format(id) == CellFormat::date);
  for (const int id : {18, 21, 45, 47}) CHECK(built_in_format(id) == CellFormat::time);
  CHECK(built_in_format(46) == CellFormat::elapsed);
  for (const int id : {9, 10}) CHECK(built_in_format(id) == CellFormat::percentage);
}

TEST_CASE("A code is a date by its letters outside quotes, escapes and brackets", "[input]") {
  for (const char* code :
       {"yyyy\\-mm\\-dd;@", "d/m/yy", "[$-41D]mmmm", "mmm", "\"den\" d mmmm", "dd.mm.yyyy hh:mm", "[Red]YYYY", "D"})
    CHECK(format_of_code(code) == CellFormat::date);
  for (const char* code : {"hh:mm", "h:mm AM/PM", "ss.0", "mm:ss"}) CHECK(format_of_code(code) == CellFormat::time);
  for (const char* code : {"[h]:mm", "[mm]:ss", "[ss]", "[HH]:MM:SS"})
    CHECK(format_of_code(code) == CellFormat::elapsed);
  for (const char* code : {"General", "0.00", "#,##0\\ \"kr\"", "0\\d", "\"days\" 0", "0_d", "*y0", "[$kr-41D] #,##0",
                           "[Red]0", "@", "0.00E+00", "0;\"yd\"", "0;d", "\"d", "[d", "\\", ""})
    CHECK(format_of_code(code) == CellFormat::number);
  CHECK(format_of_code("0.0%") == CellFormat::percentage);
  CHECK(format_of_code("0\\%") == CellFormat::number);
}
