// The figures that a report carries as files: data.csv for a spreadsheet and data.json for a program. They must be
// there, be of the same report, and say the same.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"

namespace mognad::verification {

/// What the catalogue leads to under a file's name.
struct AttachedFile {
  const Object* stream = nullptr;  // null: no such file is associated with the document
  std::string fault;               // why it can't be relied on; empty: it can
};

/// The file of that name in AF of the catalogue, which must be there once, and in EmbeddedFiles too.
AttachedFile attached_file(const Document& document, std::string_view name);

/// data.json, compared with data.csv while it is read.
struct ReadData {
  std::map<std::string, std::string, std::less<>> metadata;  // texts and numbers of the outermost object
  std::string fault;                                         // why it is no such JSON; empty: it is
  std::string other_text;  // everything that stands outside of the rows, each piece in a line of its own
  std::string difference;  // the first place where the values aren't those of data.csv; empty: they are
};

ReadData read_data(std::string_view json, std::string_view csv);

}  // namespace mognad::verification
