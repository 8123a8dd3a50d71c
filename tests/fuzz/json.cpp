#include "fuzz/table_bytes.h"
#include "fuzz/targets.h"

void mognad::fuzz::read_json(std::string_view bytes) { read_table(open_json, bytes); }
