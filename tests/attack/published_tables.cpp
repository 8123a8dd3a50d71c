#include "attack/published_tables.h"

#include <fmt/format.h>

#include <cstdlib>
#include <set>

#include "export/csv/figure_table.h"
#include "files/disk_files.h"
#include "input/read_template.h"
#include "report/workbook.h"

namespace mognad::attack {
namespace {

LocalText anything(const std::string& text) { return LocalText({{LocalText::kEvery, text}}); }

const Language& swedish() {
  static const Result<Language> language = read_language(MOGNAD_ROOT "/templates/languages/sv.toml", DiskFiles());
  if (!language) {
    fmt::print(stderr, "{}\n", to_text(language.problems.front()));
    std::exit(1);
  }
  return *language;
}

/// The survey as a publication needs it: with words for what it names.
Survey described(const RandomSurvey& made) {
  Survey survey = made.survey;
  survey.languages = {"sv"};
  survey.name = survey.sender = survey.source = anything("enkät");
  survey.report_date = {survey.year, 12, 1};
  for (const Organisation& organisation : made.dataset.organisations)
    survey.types[organisation.type] = {anything("en"), anything("flera"), anything("alla"), anything("allas"), {}};
  for (UnitType& type : survey.unit_types) type.name = anything(type.id);
  for (PeerGroupDefinition& group : survey.peer_groups) group.name = anything(group.id + " {value}");
  survey.disclosure.members_agreement = "all agreed";
  return survey;
}

/// A square for each value of the group's property.
std::vector<TileChoice> tiles_of(const RandomSurvey& made, const PeerGroupDefinition& group) {
  std::set<std::string> values;
  const int property = made.dataset.property(group.property);
  for (std::size_t o = 0; o < made.dataset.organisations.size(); ++o)
    values.insert(made.dataset.value(static_cast<OrganisationIndex>(o), property));
  std::vector<TileChoice> tiles;
  for (const std::string& value : values)
    if (!value.empty()) tiles.push_back({0, static_cast<int>(tiles.size()), value, anything(value)});
  return tiles;
}

/// Every kind of figure of each type, and those of groups for each definition.
FigureTemplate every_figure(const RandomSurvey& made) {
  FigureTemplate all;
  for (int kind = 0; kind < kFigureKinds; ++kind) {
    FigureChoice choice;
    choice.kind = static_cast<FigureKind>(kind);
    choice.name = kFigureKindNames[static_cast<std::size_t>(kind)];
    choice.each_type = true;
    if (choice.kind != FigureKind::groups && choice.kind != FigureKind::tile_map) {
      all.figures.push_back(choice);
      continue;
    }
    for (const PeerGroupDefinition& group : made.survey.peer_groups) {
      if (group.kind() != PeerGroupDefinition::Kind::property) continue;
      FigureChoice own = choice;
      own.name = choice.name + "-" + group.id;
      own.group = group.id;
      if (own.kind == FigureKind::tile_map) own.tiles = tiles_of(made, group);
      all.figures.push_back(own);
    }
  }
  return all;
}

}  // namespace

std::vector<PublishedTable> published_tables(const RandomSurvey& made, const Statistics& statistics) {
  const Survey survey = described(made);
  const FigureTemplate figures = every_figure(made);
  const StatusTemplate status;
  const NationInputs inputs{made.model, survey, made.dataset, statistics, figures, status, nullptr};
  const Words words(swedish());
  Problems problems;
  const std::vector<NationalFigure> made_figures = national_figures(inputs, words, problems);
  std::vector<PublishedTable> tables;
  for (const NationalFigure& figure : made_figures)
    tables.push_back({figure.name, figure_table(figure.data, "simulated").csv});
  // The sheets of the figures hold the same as their files; written apart, because a reader has both.
  for (const Sheet& sheet : build_workbook(inputs, made_figures, words).sheets)
    if (!sheet.contents) tables.push_back({"sheet " + sheet.name, figure_table(sheet.data, "simulated").csv});
  return tables;
}

}  // namespace mognad::attack
