#include "input/open_rows.h"

namespace mognad {

std::unique_ptr<RowSource> open_sqlite(TableInput input) {
  input.problems.push_back(error_at({input.table.path}, "this kind of file is not read yet"));
  return nullptr;
}

}  // namespace mognad
