#include <fmt/format.h>

#include "report/data_sheets.h"
#include "report/nation_facts.h"

namespace mognad {
namespace {

/// What one type of organisation adds to each row.
void add_columns(FigureData& data, const NationFacts& f) {
  using Kind = DataColumn::Kind;
  const auto add = [&](const char* id, const std::string& head, Kind kind) {
    data.columns.push_back(
        {fmt::format("{}_{}", f.type, id), fmt::format("{}: {}", capitalised(f.peers_many), head), kind});
  };
  add("mean", f.words.say("workbook.mean"), Kind::index);
  add("median", f.words.say("workbook.median"), Kind::index);
  add("lower", f.words.say("workbook.lower"), Kind::index);
  add("upper", f.words.say("workbook.upper"), Kind::index);
  add("n", f.words.say("workbook.counted"), Kind::count);
}

void add_cells(DataRow& row, const NationFacts& f, NodeIndex node) {
  const GroupResult& all = f.group(node);
  const NationalMean& mean = f.means[static_cast<std::size_t>(node)];
  const Measured counted = mean.mean.withheld() ? Measured(Missing::withheld) : Measured(mean.organisations);
  for (const Measured& value : {mean.mean, all.median, all.lower_quartile, all.upper_quartile, counted})
    row.cells.emplace_back(value);
}

}  // namespace

Sheet nodes_sheet(const NationInputs& inputs, const Words& words) {
  const Model& model = inputs.model;
  Sheet sheet{words.say("workbook.nodes_name"), words.say("workbook.nodes_title"), {}, {}};
  sheet.data.row_head = words.say("workbook.node");
  sheet.data.columns.push_back({"level", words.say("workbook.level"), DataColumn::Kind::text});
  for (NodeIndex node = 0; node < model.node_count(); ++node) {
    const auto level = static_cast<std::size_t>(model.node(node).level);
    sheet.data.rows.push_back({model.node(node).id,
                               model.node(node).name.in(words.tag()),
                               {model.levels[level].one.in(words.tag())},
                               node == kTotal});
  }
  for (const std::string& type : inputs.statistics.types(inputs.survey.year)) {
    const NationFacts f(inputs, type, words);
    add_columns(sheet.data, f);
    for (NodeIndex node = 0; node < model.node_count(); ++node)
      add_cells(sheet.data.rows[static_cast<std::size_t>(node)], f, node);
    sheet.notes = {words.say("workbook.scale"), f.source()};
  }
  return sheet;
}

}  // namespace mognad
