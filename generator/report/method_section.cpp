#include <fmt/format.h>

#include "charts/charts.h"
#include "report/sections.h"

namespace mognad {
namespace {

FormulaChainData formula_chain(const ReportFacts& f) {
  FormulaChainData data;
  const auto count = [&](Level level) {
    const int number = static_cast<int>(f.model.at(level).size());
    return f.words.say("method.count", {{"count", number}, {"number", f.words.whole(number)}});
  };
  const auto level_name = [&](Level level) { return capitalised(f.text(f.model.levels[static_cast<std::size_t>(level)].one)); };
  const std::string low = f.words.whole(f.model.lowest_step()), high = f.words.whole(f.model.highest_step());
  data.boxes.push_back({f.words.say("method.answer"), f.words.say("method.steps", {{"low", low}, {"high", high}}), f.words.say("method.score")});
  for (const Level level : {Level::capability, Level::category, Level::dimension})
    data.boxes.push_back({level_name(level), count(level), f.words.say("method.mean")});
  data.boxes.push_back({f.node_short(kTotal), f.words.say("method.one_number"), ""});
  return data;
}

Table symbols_table(const ReportFacts& f) {
  Table table;
  table.head = false;
  table.columns = {{"", TableColumn::Align::left}, {"", TableColumn::Align::left}};
  for (const auto& [reason, key] : {std::pair{Missing::no_answer, "method.symbol_no_answer"}, std::pair{Missing::not_applicable, "method.symbol_not_applicable"},
                                    std::pair{Missing::withheld, "method.symbol_withheld"}})
    table.rows.push_back({{std::string(symbol_of(reason)), f.words.say(key)}, false});
  return table;
}

MarkKeyData mark_key(const ReportFacts& f) {
  const std::string one = f.text(f.survey.types.at(f.self().type).one);
  return {{{Mark::own, f.words.say("key.own", {{"name", f.name}})},
           {Mark::own_earlier, f.words.say("key.own_earlier_name", {{"name", f.name}})},
           {Mark::interval, f.words.say("key.interval")},
           {Mark::median, f.words.say("key.median_of", {{"peers", f.peers_genitive}})},
           {Mark::band, f.words.say("key.band_of", {{"peers", f.peers_genitive}})},
           {Mark::other, f.words.say("key.other", {{"one", one}})}}};
}

List assumption_list(const ReportFacts& f) {
  List list;
  const auto add = [&](std::string text) { list.items.push_back({{std::move(text), false}}); };
  for (const LocalText& assumption : f.model.assumptions) add(f.text(assumption));
  const DisclosurePolicy& policy = f.survey.disclosure;
  add(f.words.say("method.disclosure", {{"others", f.words.count(policy.minimum_others)}, {"respondents", f.words.count(policy.minimum_respondents)}, {"peers", f.peers_many}}));
  return list;
}

Blocks word(const ReportFacts& f, const char* term, const char* meaning) {
  return {Paragraph{{{f.words.say(term) + " ", true}, {f.words.say(meaning, {{"peers", f.peers_definite}}), false}}, Paragraph::Kind::column}};
}

List source_list(const ReportFacts& f) {
  List list;
  const auto add = [&](std::string text) { list.items.push_back({{std::move(text), false}}); };
  add(capitalised(f.source_years()) + ".");
  add(f.text(f.model.source));
  for (const LocalText& source : f.survey.sources) add(f.text(source));
  return list;
}

}  // namespace

std::optional<Section> method_section(const ReportFacts& f) {
  Section section;
  section.message = f.words.say("method.message");
  const std::string low = f.words.whole(f.model.lowest_step()), range = f.words.whole(f.model.highest_step() - f.model.lowest_step());
  Columns about{Columns::Split::halves, false, {}};
  about.columns.push_back({Heading{f.words.say("method.measures")}, Paragraph{{{f.text(f.model.measures), false}}, Paragraph::Kind::column}});
  about.columns.push_back({Heading{f.words.say("method.uncertainty")}, Paragraph{{{f.words.say("method.uncertainty_text"), false}}, Paragraph::Kind::column},
                           Paragraph{{{f.words.say("method.change_text"), false}}, Paragraph::Kind::column}});
  section.blocks.push_back(std::move(about));
  section.blocks.push_back(Heading{f.words.say("method.formula")});
  section.blocks.push_back(Paragraph{{{f.words.say("method.formula_text", {{"low", low}, {"range", range}}), false}}});
  Figure chain;
  chain.chart = formula_chain(f);
  chain.description = describe(chain.chart, f.words);
  section.blocks.push_back(std::move(chain));
  Columns signs{Columns::Split::halves, false, {}};
  Figure marks;
  marks.chart = mark_key(f);
  marks.description = describe(marks.chart, f.words);
  signs.columns.push_back({Heading{f.words.say("method.marks")}, std::move(marks)});
  signs.columns.push_back({Heading{f.words.say("method.symbols")}, symbols_table(f)});
  section.blocks.push_back(std::move(signs));
  section.blocks.push_back(Heading{f.words.say("method.words")});
  Columns terms{Columns::Split::thirds, false, {}};
  terms.columns = {word(f, "method.median_term", "method.median_meaning"), word(f, "method.band_term", "method.band_meaning"), word(f, "method.points_term", "method.points_meaning")};
  section.blocks.push_back(std::move(terms));
  section.blocks.push_back(Heading{f.words.say("method.assumptions")});
  section.blocks.push_back(assumption_list(f));
  section.blocks.push_back(Heading{f.words.say("method.sources")});
  section.blocks.push_back(source_list(f));
  return section;
}

}  // namespace mognad
