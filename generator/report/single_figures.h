// Single figures: the figures of a report as they go out on their own. Away from the report's pages a figure must say
// itself whose it is, of which year, and that the data are an example.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace mognad {

struct SingleFigure {
  int number = 1;  // from 1 in reading order
  SectionKind section = SectionKind::summary;
  std::string notice;  // of simulated surveys: the first words of the caption; empty otherwise
  Figure figure;       // never without a title: it takes the heading above it, or the section's title
  FigureWords words;
};

/// Every figure of the report in reading order, those in columns included; not the strips of tiles.
std::vector<SingleFigure> single_figures(const Report& report);

/// Title, subtitle, caption and alternative text, each under its name, to be copied from.
std::string text_of_figure(const SingleFigure& figure);

}  // namespace mognad
