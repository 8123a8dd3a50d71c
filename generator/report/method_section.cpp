#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/method_blocks.h"
#include "report/sections.h"

namespace mognad {
namespace {

List assumption_list(const ReportFacts& f) {
  List list{.kind = Paragraph::Kind::column};
  const auto add = [&](std::string text) { list.items.push_back({{std::move(text), false}}); };
  for (const LocalText& assumption : f.model.assumptions) add(f.text(assumption));
  const DisclosurePolicy& policy = f.survey.disclosure;
  add(f.words.say("method.disclosure", {{"others", f.words.count(policy.minimum_others)},
                                        {"respondents", f.words.count(policy.minimum_respondents)},
                                        {"peers", f.peers_many}}));
  return list;
}

/// Of the published figures that the report shows: "edition of 2020; another panel, April 2022".
std::string benchmark_sources(const ReportFacts& f) {
  std::vector<std::string> sources;
  if (!f.has_results || !f.earlier_year) return {};
  for (const Benchmark& b : f.inputs.dataset.benchmarks)
    if (!b.source.empty() && b.year <= f.year && std::find(sources.begin(), sources.end(), b.source) == sources.end())
      sources.push_back(b.source);
  return fmt::format("{}", fmt::join(sources, "; "));
}

std::string uncertainty_text(const ReportFacts& f) {
  const std::string text = f.words.say("method.uncertainty_text");
  return f.computed_elsewhere ? text + " " + f.words.say("method.uncertainty_given") : text;
}

List source_list(const ReportFacts& f) {
  List list{.kind = Paragraph::Kind::column};
  const auto add = [&](std::string text) { list.items.push_back({{std::move(text), false}}); };
  add(capitalised(f.source_years()) + ".");
  add(f.text(f.model.source));
  for (const LocalText& source : f.survey.sources) add(f.text(source));
  if (const std::string published = benchmark_sources(f); !published.empty())
    add(f.words.say("method.benchmarks", {{"sources", published}}));
  return list;
}

}  // namespace

std::optional<Section> method_section(const ReportFacts& f) {
  Section section;
  section.message = f.words.say("method.message");
  const std::string low = f.words.whole(f.model.lowest_step()),
                    range = f.words.whole(f.model.highest_step() - f.model.lowest_step());
  const auto column = [](std::string text) { return Paragraph{{{std::move(text), false}}, Paragraph::Kind::column}; };
  Columns about{Columns::Split::halves, false, {}};
  about.columns.push_back({Heading{f.words.say("method.measures")}, column(f.text(f.model.measures))});
  about.columns.push_back({Heading{f.words.say("method.uncertainty")}, column(uncertainty_text(f))});
  section.blocks.push_back(std::move(about));
  section.blocks.push_back(Heading{f.words.say("method.formula")});
  section.blocks.push_back(Paragraph{{{f.words.say("method.formula_text", {{"low", low}, {"range", range}}) +
                                           (f.has_results ? " " + f.words.say("common.rounding") : ""),
                                       false}}});
  section.blocks.push_back(formula_figure(f.model, f.words));
  Columns last{Columns::Split::halves, false, {}};
  last.columns.push_back({Heading{f.words.say("method.assumptions")}, assumption_list(f),
                          Heading{f.words.say("method.sources")}, source_list(f)});
  Blocks right;
  if (f.earlier_year) right = {Heading{f.words.say("method.change")}, column(f.words.say("method.change_text"))};
  right.push_back(Heading{f.words.say("method.symbols")});
  right.push_back(symbols_table(f.words));
  last.columns.push_back(std::move(right));
  section.blocks.push_back(std::move(last));
  return section;
}

}  // namespace mognad
