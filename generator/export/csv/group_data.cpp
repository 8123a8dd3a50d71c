#include "export/csv/group_data.h"

#include <fmt/format.h>

#include "export/csv/csv_text.h"
#include "export/csv/printed_value.h"
#include "report/group_facts.h"

namespace mognad {

std::string group_data_csv(const ReportInputs& inputs, const GroupKey& key, const Words& words) {
  const GroupFacts f(inputs, key, words);
  std::string csv;
  if (inputs.survey.simulated) csv += fmt::format("# {}\n", words.say("common.simulated"));
  append_record(csv, {"kind", "node", "name", "year", "n", "median", "lower", "upper", "state"});
  for (const int year : f.years)
    for (const NodeIndex node : f.model.down_to(Level::capability)) {
      const Node& which = f.model.node(node);
      const auto add = [&](std::string_view kind, const GroupResult& result) {
        append_record(csv, {kind, which.id, f.text(which.name), std::to_string(year),
                            result.median ? std::to_string(result.organisations) : "", printed(result.median),
                            printed(result.lower_quartile), printed(result.upper_quartile), state_of(result.median)});
      };
      add("group", f.result(year, node));
      add("all", f.result_of_all(year, node));
    }
  return csv;
}

}  // namespace mognad
