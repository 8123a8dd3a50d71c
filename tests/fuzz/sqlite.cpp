#include "fuzz/table_bytes.h"
#include "fuzz/targets.h"

void mognad::fuzz::read_sqlite(std::string_view bytes) { read_table(open_sqlite, bytes); }
