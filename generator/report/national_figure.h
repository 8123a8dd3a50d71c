// NationalFigure: a figure of the year's publication as content: what it shows, the same in words, and all its numbers.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/survey.h"
#include "language/words.h"
#include "model/model.h"
#include "report/figure_data.h"
#include "report/figure_template.h"
#include "report/report.h"
#include "statistics/statistics.h"

namespace mognad {

/// What the publication of a year is made from; borrowed.
struct NationInputs {
  const Model& model;
  const Survey& survey;
  const Dataset& dataset;  // names and published figures; results come from statistics alone
  const Statistics& statistics;
  const FigureTemplate& figures;
  const StatusTemplate& status;
  std::shared_ptr<const Raster> logo;  // the sender's; null: none
};

struct NationalFigure {
  std::string name;       // of its files: "national-result", "matrix-kommun"
  std::string chosen_as;  // the name in figures.toml, which several may share
  FigureKind kind = FigureKind::result;
  FigureSize size = FigureSize::two_columns;
  Figure figure;                       // title: the finding; caption: symbols and source
  std::string count;                   // what it rests on: "290 kommuner"
  std::string source;                  // "Källa: enkät om digital mognad 2023–2025."
  std::string finding;                 // a sentence for the head of a section
  std::vector<std::string> sentences;  // what the numbers say, made from them; each a full sentence
  FigureData data;                     // every number that the figure prints, and those that it draws
  bool tabled = true;                  // false: too many rows for the tables of a document (places in the matrix)
};

/// All figures of the template in their order. One whose data is missing or withheld leaves itself out, and is told as
/// a note; a group or type that the survey lacks is an error with its place in figures.toml.
std::vector<NationalFigure> national_figures(const NationInputs& inputs, const Words& words, Problems& problems);

}  // namespace mognad
