// What the charts of the yearly publication show, ready to draw: whole groups, years and types, never an organisation
// by its name. They are alternatives of ChartData, in chart_data.h, and what is said there holds for them.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/measured.h"
#include "charts/chart_parts.h"

namespace mognad {

/// One row on a common scale: what lies in the middle of a group, and how far its middle half reaches.
struct ScaleRow {
  std::string name;
  std::string note;  // "n = 145", or why it is withheld
  Measured median;
  Measured lower = Missing::withheld;
  Measured upper = Missing::withheld;
  Measured mean = Missing::not_applicable;  // drawn only where it is known
  std::vector<int> dots;                    // organisations in each step; empty: not shown
  std::string value;                        // as printed: the mean's or the median's, or the symbol
  bool strong = false;                      // a total, or the row that the finding is about
  bool rule_above = false;                  // another part begins
};

/// Groups, parts or kinds in rows on one scale, with a line for all of them.
struct ScaleRowsData {
  std::vector<ScaleRow> rows;
  std::string name_head, note_head, value_head;
  std::string median_label;  // at the first row
  std::string mean_label;    // empty: rows have no mean
  std::string band_label;
  Measured reference = Missing::not_applicable;  // a line through all rows
  std::string reference_label;                   // "alla 290 kommuner: 47,3"
  double dot_step = 2;
  std::array<std::string, 5> ticks;  // at 0, 25 … 100; empty: those numbers
};

struct ShareBar {
  std::string letter;                          // "A"; may be empty
  std::string name;                            // "Låg förmåga, begränsande arv"
  Measured share;                              // per cent
  std::string value;                           // "50 %", or the symbol
  std::string count;                           // "145"; "färre än 5"
  Measured earlier = Missing::not_applicable;  // share of the year before
  bool finding = false;                        // the one that the title is about
};

/// Shares of a whole as bars from zero, with those of the year before as ticks.
struct ShareBarsData {
  std::vector<ShareBar> bars;
  std::string earlier_label;  // "2024"; empty: there is none
};

/// All organisations of a type in the maturity matrix, with the share in each quadrant.
struct TypeMatrixData {
  MatrixAxisWords x_axis;
  MatrixAxisWords y_axis;
  std::array<std::array<MatrixQuadrant, 2>, 2> quadrants;  // [upper][right]; count: "50 % (145)"
  MatrixCells cells;                                       // dots, from kDensityFrom shaded cells
  Measured median_x = Missing::withheld;
  Measured median_y = Missing::withheld;
  std::string median_label;
  std::string peers_many;  // "kommuner", for the description
  // A group among all of them: its medians, and what it is called.
  Measured own_x = Missing::not_applicable;
  Measured own_y = Missing::not_applicable;
  std::string own_label;
};

struct MapTile {
  int row = 0;
  int column = 0;
  std::string name;
  Measured value;
  std::string text;  // as printed
};

/// Places as squares in a grid, about where they lie, coloured in classes of the printed value.
struct TileMapData {
  std::vector<MapTile> tiles;
  std::vector<double> limits;    // lower ends of the second class and those above it, ascending, at most five
  std::vector<std::string> key;  // a text for each class, from the lowest: "under 44", "44–45"
  std::string withheld_label;    // ".. visas inte"; empty: nothing is withheld
};

/// What became of organisations between two years, by their place in the matrix.
struct TypeMovesData {
  std::string from_head, to_head;               // "2024", "2025"
  std::vector<std::string> names;               // of the types, with letters: "A Låg förmåga, begränsande arv"
  std::vector<Measured> before, after;          // organisations in each type
  std::vector<std::vector<Measured>> moved;     // [from][to]
  std::vector<std::vector<std::string>> texts;  // the same as printed
  std::vector<std::string> before_texts, after_texts;
  std::vector<std::string> letters;       // of the types, for the side without names; empty: none
  std::string stayed_label, moved_label;  // of the two colours, "kvar i samma typ: 186"; empty: no key
};

/// One line of published figures, or the survey's own means; no line crosses a break.
struct SeriesLine {
  std::string label;  // "edition 2022", "denna enkät"
  bool own = false;
  struct Point {
    int year = 0;
    Measured value;
    std::string text;  // "47"; "48,2 (n = 290)"
    bool break_before = false;
  };
  std::vector<Point> points;
};

/// Editions of a measure over the years, which are not one series.
struct SeriesData {
  int first_year = 0, last_year = 0;
  std::vector<SeriesLine> lines;
  std::vector<TrendTarget> targets;
  std::string break_label;
};

/// How strongly measures go together, a cell for each pair below the diagonal.
struct CorrelationData {
  std::vector<std::string> names;
  std::vector<std::vector<Measured>> values;    // [row][column], column < row; −1 to 1
  std::vector<std::vector<std::string>> texts;  // as printed
  // Lower ends of the second class and those above it, by size and whatever the sign; ascending, at most five.
  std::vector<double> limits{0.1, 0.3, 0.5, 0.7, 0.9};
  std::vector<std::string> key;  // a text for each class, from the weakest: "under 0,1"
};

struct YearColumn {
  int year = 0;
  Measured value;
  std::string text;
};

struct ColumnPanel {
  std::string title;
  std::vector<YearColumn> columns;
};

/// Numbers of each year as columns from zero, a panel for each measure.
struct YearColumnsData {
  std::vector<ColumnPanel> panels;
};

}  // namespace mognad
