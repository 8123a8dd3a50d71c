#include "report/figure_data.h"

#include <fmt/format.h>

#include "base/rounding.h"
#include "language/words.h"

namespace mognad {

int decimals_of(DataColumn::Kind kind) {
  switch (kind) {
    case DataColumn::Kind::index:
    case DataColumn::Kind::difference: return 1;
    case DataColumn::Kind::coefficient: return 2;
    case DataColumn::Kind::text:
    case DataColumn::Kind::share:
    case DataColumn::Kind::count:
    case DataColumn::Kind::year: break;
  }
  return 0;
}

std::string plain_text(const DataColumn& column, const Datum& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  const Measured& value = std::get<Measured>(cell);
  if (!value) return std::string(symbol_of(value.reason()));
  const int decimals = decimals_of(column.kind);
  return fmt::format("{:.{}f}", round_half_away(value.number(), decimals) + 0.0, decimals);
}

}  // namespace mognad
