#include "files/text_reader.h"
#include "fuzz/targets.h"
#include "input/csv_reader.h"

namespace mognad::fuzz {

/// Small limits, so that they are reached.
void read_csv(std::string_view bytes) {
  Problems problems;
  const InputLimits limits{.cell_bytes = 1000, .row_bytes = 4000, .columns = 100, .rows = 1000};
  CsvReader reader(TableInput{{.path = "fuzz.csv"}, std::make_unique<TextReader>(std::string(bytes)), limits, problems},
                   64);
  while (reader.next())
    for (std::size_t field = 0; field <= reader.fields().size() && field < 10; ++field) reader.place(field);
}

}  // namespace mognad::fuzz
