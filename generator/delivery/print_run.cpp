#include "delivery/print_run.h"

namespace mognad {

Result<std::string> join_for_print(const std::vector<PrintPiece>&, PrintSides) { return std::string(); }

}  // namespace mognad
