// Any file that holds a table, opened for its rows. What kind of file it is is found from its first bytes, never from
// its name. A new kind is a row in the table of open_rows.cpp.
#pragma once

#include <memory>
#include <string>

#include "dataset/input_limits.h"
#include "files/files.h"
#include "input/row_source.h"

namespace mognad {

/// Which table of which file, and what is known of it beforehand.
struct TableFile {
  std::string path;
  std::string part;      // the sheet, the table of a database, the member of a JSON object; empty: found
  std::string role;      // what the file is for, "answers": a part of that name is taken when none is named
  char separator = 0;    // of CSV; 0: found
  std::string encoding;  // of CSV; empty: found. Else "utf-8", "utf-16le", "utf-16be", "windows-1252"
};

/// What a reader of one kind of file is given.
struct TableInput {
  TableFile table;
  std::unique_ptr<FileReader> file;
  const InputLimits& limits;
  Problems& problems;
  const Files* files = nullptr;  // among which the file lies; null: it lies alone
};

/// The rows, or null and a problem. The problems must outlive them; later ones are added as rows are read.
std::unique_ptr<RowSource> open_rows(const TableFile& table, const Files& files, const InputLimits& limits,
                                     Problems& problems);

/// The readers; each adds a problem and returns null for a file that it can't read.
std::unique_ptr<RowSource> open_csv(TableInput input);
std::unique_ptr<RowSource> open_xlsx(TableInput input);
std::unique_ptr<RowSource> open_json(TableInput input);
std::unique_ptr<RowSource> open_sqlite(TableInput input);
/// An OLE2 file: an XLSX file with a password, or a workbook of Excel 97; neither is read, and the problem says which.
std::unique_ptr<RowSource> refuse_compound_file(TableInput input);

}  // namespace mognad
