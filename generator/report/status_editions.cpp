#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/status_sections.h"

namespace mognad {
namespace {

/// Published figures of a node with the survey's own, by year.
struct EditionRow {
  int year = 0;
  std::string edition;
  Measured value;
  std::optional<int> organisations;
  bool broken = false;  // not comparable with the one before of the same edition
  bool own = false;
};

std::vector<EditionRow> own_rows(const NationFacts& f, NodeIndex node) {
  std::vector<EditionRow> rows;
  for (std::size_t i = 0; i < f.years.size(); ++i) {
    const NationalMean mean = f.mean_of(f.years[i], node);
    if (!mean.mean) continue;
    const bool broken = i > 0 && !f.statistics.comparable(f.years[i - 1], f.years[i], node);
    rows.push_back({f.years[i], f.text(f.survey.name), mean.mean, mean.organisations, broken, true});
  }
  return rows;
}

std::vector<EditionRow> rows_of(const NationFacts& f, NodeIndex node) {
  std::vector<EditionRow> rows;
  for (const Benchmark& published : f.inputs.dataset.benchmarks)
    if (published.node == f.model.node(node).id && published.year <= f.year)
      rows.push_back(
          {published.year, published.edition, published.value, published.organisations, published.break_before, false});
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
                   {f.words.say("status.organisations")},
                   {f.words.say("status.note"), TableColumn::Align::left}};
  for (const EditionRow& row : rows) {
    const std::string count =
        row.organisations ? f.words.whole(*row.organisations) : f.words.say("status.count_unknown");
    const std::string note = row.broken ? f.words.say("status.new_method")
                             : row.own  ? f.words.say("status.own_measurement")
                                        : f.words.say("status.published");
    table.rows.push_back({{std::to_string(row.year), row.edition, f.number(row.value), count, note}});
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
  List list;
  for (const char* key : {"status.caution_panel", "status.caution_method", "status.caution_change"})
    list.items.push_back({{f.words.say(key, {{"peers", f.peers_many}})}});
  return list;
}

}  // namespace

std::optional<Section> status_editions(const StatusFacts& facts, const StatusSectionChoice&) {
  const NationFacts& f = facts.nation;
  Section section;
  section.message = f.words.say("status.editions_message");
  section.blocks.push_back(Paragraph{{{f.words.say("status.editions_lead")}}});
  bool any = false;
  for (const NodeIndex node : f.main_nodes)
    if (const std::vector<EditionRow> rows = rows_of(f, node); !rows.empty()) {
      any = true;
      section.blocks.push_back(editions_table(f, node, rows));
    }
  if (!any) return std::nullopt;
  section.blocks.push_back(Heading{f.words.say("status.cautions")});
  section.blocks.push_back(edition_cautions(f));
  if (List sources = edition_sources(f); !sources.items.empty()) {
    section.blocks.push_back(Heading{f.words.say("method.sources")});
    section.blocks.push_back(std::move(sources));
  }
  return section;
}

}  // namespace mognad
