// Every alternative of ChartData with awkward data. A new alternative needs a function `awkward_chart` in one of the
// files below, or the tests don't compile.
#pragma once

#include <variant>
#include <vector>

#include "charts/awkward_nation.h"
#include "charts/awkward_places.h"
#include "charts/awkward_rows.h"

namespace mognad::test {

template <class Variant>
struct Alternatives;
template <class... Data>
struct Alternatives<std::variant<Data...>> {
  static std::vector<AwkwardChart> charts(const AwkwardData& d) { return {awkward_chart(Of<Data>{}, d)...}; }
};

/// All alternatives of ChartData.
inline std::vector<AwkwardChart> all_charts(Awkward kind) {
  return Alternatives<ChartVariant>::charts(AwkwardData(kind));
}

}  // namespace mognad::test
