// Where in a JSON file the rows of a table stand, and in what shape:
//   [{"organisation": "9001", …}, …]              a list of objects
//   [["organisation", …], ["9001", …], …]         a list of lists, the first of them the head
//   {"columns": […], "values": [[…], …]}          as `mognad statistics --format json` writes
//   {"answers": […], "organisations": […], …}     a member with a list of either kind
// For the last two the file is read once for its members, so that rows can then be read one by one.
#pragma once

#include <optional>
#include <string>

#include "input/json_scanner.h"
#include "input/open_rows.h"

namespace mognad {

enum class JsonShape { objects, lists, columns_and_values };

struct JsonTable {
  JsonShape shape = JsonShape::objects;
  std::optional<std::string> member;  // that holds the list; none: the file is the list
  std::optional<JsonSpot> columns;    // the list of names, of columns and values
  JsonSpot rows;                      // the bracket that opens the list of rows
};

/// Finds the table that `table` asks for: the member named by its part, else the one that its role names, else the only
/// list. Nothing, and a problem, when there is none or the file is not JSON.
std::optional<JsonTable> find_json_table(JsonScanner& scanner, const TableFile& table, Problems& problems);

}  // namespace mognad
