#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/status_sections.h"

namespace mognad {
namespace {

/// Published figures of a node with the survey's own, by year.
struct EditionRow {
  int year = 0;
  std::string edition;  // empty: the survey itself
  Measured value;
  std::optional<int> organisations;
  bool broken = false;  // not comparable with the one before of the same edition
};

std::vector<EditionRow> own_rows(const NationFacts& f, NodeIndex node) {
  std::vector<EditionRow> rows;
  for (std::size_t i = 0; i < f.years.size(); ++i) {
    const NationalMean mean = f.mean_of(f.years[i], node);
    if (!mean.mean) continue;
    const bool broken = i > 0 && !f.statistics.comparable(f.years[i - 1], f.years[i], node);
    rows.push_back({f.years[i], {}, mean.mean, mean.organisations, broken});
  }
  return rows;
}

std::vector<EditionRow> rows_of(const NationFacts& f, NodeIndex node) {
  std::vector<EditionRow> rows;
  for (const Benchmark& published : f.inputs.dataset.benchmarks)
    if (published.node == f.model.node(node).id && published.year <= f.year)
      rows.push_back(
          {published.year, published.edition, published.value, published.organisations, published.break_before});
  if (rows.empty()) return rows;
  const std::vector<EditionRow> own = own_rows(f, node);
  rows.insert(rows.end(), own.begin(), own.end());
  std::stable_sort(rows.begin(), rows.end(), [](const EditionRow& a, const EditionRow& b) { return a.year < b.year; });
  return rows;
}

Table editions_table(const NationFacts& f, NodeIndex node, const std::vector<EditionRow>& rows) {
  Table table;
  table.title = f.node_name(node);
  table.subtitle = f.words.say("status.editions_subtitle");
  table.columns = {{f.words.say("tables.year"), TableColumn::Align::left},
                   {f.words.say("tables.edition"), TableColumn::Align::left},
                   {f.words.say("tables.value")},
                   {f.words.say("status.edition_count")}};
  for (const EditionRow& row : rows) {
    const std::string count =
        row.organisations ? f.words.whole(*row.organisations) : f.words.say("status.count_unknown");
    std::string edition = row.edition.empty() ? f.words.say("status.own_measurement") : row.edition;
    if (row.broken) edition = f.words.say("status.new_method", {{"edition", edition}});
    table.rows.push_back({{std::to_string(row.year), std::move(edition), f.number(row.value), count}});
  }
  return table;
}

/// "Utgåvan 2020: rapport A; rapport B."
List edition_sources(const NationFacts& f) {
  std::vector<std::string> sources;
  for (const Benchmark& published : f.inputs.dataset.benchmarks)
    if (!published.source.empty() && published.year <= f.year &&
        std::find(sources.begin(), sources.end(), published.source) == sources.end())
      sources.push_back(published.source);
  List list{.kind = Paragraph::Kind::column};
  for (const std::string& source : sources) list.items.push_back({{capitalised(source)}});
  return list;
}

List edition_cautions(const NationFacts& f) {
  List list{.kind = Paragraph::Kind::column};
  for (const char* key : {"status.caution_panel", "status.caution_method", "status.caution_change"})
    list.items.push_back({{f.words.say(key, {{"peers", f.peers_many}})}});
  return list;
}

/// What to think of when editions are compared. The sources stand below the figure where there is one.
Blocks cautions_of(const NationFacts& f, bool with_sources) {
  Blocks blocks{Heading{f.words.say("status.cautions")}, edition_cautions(f)};
  List sources = edition_sources(f);
  if (!with_sources || sources.items.empty()) return blocks;
  blocks.push_back(Heading{f.words.say("method.sources")});
  blocks.push_back(std::move(sources));
  return blocks;
}

/// Short tables stand beside the cautions, longer ones above them.
void add_tables(Blocks tables, std::size_t rows, Blocks cautions, Blocks& blocks) {
  constexpr std::size_t kMostRowsBeside = 20;
  if (rows <= kMostRowsBeside) {
    blocks.push_back(Columns{Columns::Split::halves, false, {std::move(tables), std::move(cautions)}});
    return;
  }
  std::move(tables.begin(), tables.end(), std::back_inserter(blocks));
  std::move(cautions.begin(), cautions.end(), std::back_inserter(blocks));
}

/// That editions are no series; where none has been published what the figure found.
std::string message_of(const NationFacts& f, const std::vector<const NationalFigure*>& figures, bool editions) {
  if (editions || figures.empty()) return f.words.say("status.editions_message");
  return figures.front()->finding.empty() ? figures.front()->figure.title : figures.front()->finding;
}

}  // namespace

std::optional<Section> status_editions(const StatusFacts& facts, const StatusSectionChoice& choice) {
  const NationFacts& f = facts.nation;
  const std::vector<const NationalFigure*> figures = facts.named(choice.figures);
  Blocks tables;
  std::size_t rows_in_all = 0;
  for (const NodeIndex node : f.main_nodes)
    if (const std::vector<EditionRow> rows = rows_of(f, node); !rows.empty()) {
      rows_in_all += rows.size();
      tables.push_back(editions_table(f, node, rows));
    }
  if (tables.empty() && figures.empty()) return std::nullopt;
  Section section;
  section.message = message_of(f, figures, !tables.empty());
  if (figures.empty()) section.blocks.push_back(Paragraph{{{f.words.say("status.editions_lead")}}});
  else section.blocks = figure_blocks(facts, figures);
  if (!tables.empty()) add_tables(std::move(tables), rows_in_all, cautions_of(f, figures.empty()), section.blocks);
  return section;
}

}  // namespace mognad
