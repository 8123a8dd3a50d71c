#include "report/method_blocks.h"

#include <array>

#include "charts/charts.h"

namespace mognad {
namespace {

FormulaChainData formula_chain(const Model& model, const Words& words) {
  FormulaChainData data;
  const auto count = [&](Level level) {
    const int number = static_cast<int>(model.at(level).size());
    return words.say("method.count", {{"count", number}, {"number", words.whole(number)}});
  };
  const auto level_name = [&](Level level) {
    return capitalised(model.levels[static_cast<std::size_t>(level)].one.in(words.tag()));
  };
  const std::string low = words.whole(model.lowest_step()), high = words.whole(model.highest_step());
  data.boxes.push_back({words.say("method.answer"), words.say("method.steps", {{"low", low}, {"high", high}}),
                        words.say("method.score")});
  for (const Level level : {Level::capability, Level::category, Level::dimension})
    data.boxes.push_back({level_name(level), count(level), words.say("method.mean")});
  data.boxes.push_back({model.node(kTotal).short_name.in(words.tag()), words.say("method.one_number"), ""});
  return data;
}

}  // namespace

Figure formula_figure(const Model& model, const Words& words) {
  Figure chain;
  chain.chart = formula_chain(model, words);
  chain.description = describe(chain.chart, words);
  return chain;
}

Table symbols_table(const Words& words) {
  Table table;
  table.head = false;
  table.columns = {{"", TableColumn::Align::left}, {"", TableColumn::Align::left}};
  for (const auto& [reason, key] : {std::pair{Missing::no_answer, "method.symbol_no_answer"},
                                    std::pair{Missing::not_applicable, "method.symbol_not_applicable"},
                                    std::pair{Missing::withheld, "method.symbol_withheld"}})
    table.rows.push_back({{std::string(symbol_of(reason)), words.say(key)}, false});
  return table;
}

}  // namespace mognad
