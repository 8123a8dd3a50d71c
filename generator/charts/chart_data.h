// What each chart shows, ready to draw: values that may be shown and words that were already chosen by report/. Charts
// never see the dataset. One alternative of ChartData for each chart: a chart that can't be drawn or described doesn't
// compile.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/measured.h"

namespace mognad {

/// The own place and the others' in the matrix. Values on 0 to 100; x grows to the right, y upwards.
struct MatrixPlace {
  std::string label;  // "2024"
  double x = 0;
  double y = 0;
};

/// Others in cells of `step` by `step` points; empty: not shown.
struct MatrixCells {
  std::vector<std::vector<int>> counts;  // [row of y][column of x]
  double step = 2;
};

/// From so many others on single dots only hide each other: cells are shaded instead.
inline constexpr int kDensityFrom = 1000;

struct MatrixQuadrant {
  std::string id;
  std::string name;
  std::string count;
};

struct MatrixAxisWords {
  std::string name;
  std::string low;
  std::string high;
  double cut = 50;
};

/// The maturity matrix with the window around the own organisation enlarged beside it.
struct MatrixData {
  MatrixAxisWords x_axis;
  MatrixAxisWords y_axis;
  std::array<std::array<MatrixQuadrant, 2>, 2> quadrants;  // [upper][right]
  std::vector<MatrixPlace> trail;                          // own, oldest first; the last one is the year of the report
  Measured x_margin = Missing::not_applicable;
  Measured y_margin = Missing::not_applicable;
  std::string own_name;
  Measured median_x = Missing::withheld;
  Measured median_y = Missing::withheld;
  std::string median_label;
  MatrixCells others;
  std::string window_title;  // "Askdalas väg 2023–2025"
  std::string enlarged;      // "förstorat till höger"
  std::string key_own, key_earlier, key_interval, key_median, key_other;
  std::string peers_many;  // "kommuner", for the description
};

/// The matrix as a small picture for the summary.
struct MatrixThumbnailData {
  double x_cut = 50;
  double y_cut = 50;
  std::array<std::array<std::string, 2>, 2> letters;  // [upper][right]
  MatrixPlace own;
  MatrixCells others;
  std::string type_name;
};

/// The field on the cover: peers where they stand. Decoration; the same places are in the matrix.
struct CoverFieldData {
  MatrixAxisWords x_axis;
  MatrixAxisWords y_axis;
  bool has_own = false;
  MatrixPlace own;
  MatrixCells others;
};

/// The scale at the foot of an index tile.
struct IndexStripData {
  std::string name;
  Measured own;
  Measured median = Missing::withheld;
  Measured lower = Missing::withheld;
  Measured upper = Missing::withheld;
  std::string median_label;  // "median 47,3"
};

struct CategoryDot {
  std::string name;
  Measured own;
  Measured earlier = Missing::no_answer;
  Measured median = Missing::withheld;
  Measured lower = Missing::withheld;
  Measured upper = Missing::withheld;
  std::string value;       // "56,4", or a symbol
  bool new_group = false;  // a rule above: another dimension begins
};

/// Rows of own values on the common scale, with the peers' middle half and median.
struct CategoryDotsData {
  std::vector<CategoryDot> rows;
  std::string own_label;      // "Askdala 2025"
  std::string earlier_label;  // "2024"
  std::string median_label;
  std::string band_label;
};

struct SpiderAxis {
  std::string name;
  Measured own;
  Measured earlier = Missing::no_answer;
  Measured median = Missing::withheld;
};

/// With fewer axes there is no area to see.
inline constexpr std::size_t kFewestSpiderAxes = 3;

/// Own values, those of an earlier year and the peers' medians around a centre.
struct SpiderData {
  std::vector<SpiderAxis> axes;
  std::string own_label;  // "Askdala 2025"
};

struct Dumbbell {
  std::string name;
  Measured own;
  Measured median = Missing::withheld;
  Measured lower = Missing::withheld;
  Measured upper = Missing::withheld;
  std::string value;
  std::string difference_text;  // "+10,6", or a symbol
  bool sign_turns = false;      // a rule above: from here on the median is higher
};

/// Distances to the peers' median, in the order of their size.
struct DumbbellsData {
  std::vector<Dumbbell> rows;
  std::string name_head;   // "Förmåga"
  std::string own_label;   // "Askdala"
  std::string value_head;  // "Askdala", or "Resultat" where the name is long
  std::string median_label;
  std::string difference_head;
};

struct HeatRow {
  std::string name;
  std::string count;  // respondents
  std::vector<Measured> values;
  std::vector<std::string> texts;  // as printed: the colour follows the printed number
};

/// Values of units by node; the first row is the whole organisation, the first column the total.
struct HeatMapData {
  std::string name_head;
  std::string count_head;
  std::vector<std::string> columns;
  std::vector<HeatRow> rows;
  std::string key_label;
  std::vector<std::string> key;  // one for each of the six classes, from the lowest
};

struct IntervalRow {
  std::string name;
  Measured value;
  Measured margin = Missing::not_applicable;  // half the 95 % interval
  std::string text;
  bool own = false;  // the whole organisation
};

/// Values with their intervals in rows, with the peers' middle half behind all of them.
struct IntervalsData {
  std::vector<IntervalRow> rows;
  Measured lower = Missing::withheld;
  Measured upper = Missing::withheld;
  std::string band_label;
};

struct AnswerBar {
  std::string text;         // the statement
  std::vector<int> counts;  // by step, lowest first; empty: withheld or no answer
  std::string mean;
  std::string answered;
};

struct AnswerGroup {
  std::string name;  // of the category
  std::string mean;
  std::vector<AnswerBar> bars;
};

/// Hundred-percent bars of the steps for each statement, cut at the middle of the scale.
struct AnswerBarsData {
  std::string stem;
  std::string lowest, highest;  // what the ends of the scale say
  std::string mean_head, count_head;
  std::vector<std::string> steps;
  std::vector<AnswerGroup> groups;
};

struct PeerStrip {
  std::string name;
  std::string note;       // "289 kommuner"
  std::string note_more;  // "med 2 000–5 999 anställda"; left out where there is no room
  std::string words;      // "Mittersta hälften. Ungefär två av tre ligger lägre."
  bool withheld = false;
  Measured own;
  std::string own_label;
  Measured median = Missing::withheld;
  std::string median_label;
  Measured lower = Missing::withheld;
  Measured upper = Missing::withheld;
  std::vector<int> dots;  // others in each step; empty: not shown
  double dot_step = 2;
};

/// A strip of the common scale for each peer group.
struct PeerStripsData {
  std::string measure;
  std::vector<PeerStrip> strips;
};

struct TrendPoint {
  int year = 0;
  Measured value;
};

struct TrendTarget {
  int year = 0;
  double value = 0;
  std::string label;  // "mål 2027: 55"; empty: drawn without words
};

struct TrendPanel {
  std::string title;
  std::vector<TrendPoint> own;
  std::vector<TrendPoint> median;
  std::vector<int> breaks;                          // what was asked changed before these years
  std::vector<std::vector<TrendPoint>> benchmarks;  // published figures that can be compared with each other
  std::vector<TrendTarget> targets;
  std::string own_value;  // at the end of the line
  std::string median_value;
};

/// Small multiples of development over the years. No line crosses a break, a missing year or two published series.
struct TrendData {
  std::vector<int> years;  // ascending: those with anything to show
  std::vector<TrendPanel> panels;
  std::string own_label;
  std::string median_label;  // empty: lines are named in the figure's key, not beside them
  std::string break_label;
};

struct ChangeRow {
  std::string name;
  bool part = false;        // set in: a part of a row above
  bool rule_above = false;  // another dimension begins
  Measured points;
  Measured margin = Missing::not_applicable;  // half the 95 % interval
  bool clear = false;                         // larger than chance explains
  std::string points_text;
  std::string verdict;
};

/// Changes around zero, in points of the scale.
struct ChangesData {
  std::vector<ChangeRow> rows;
  double least_span = 10;  // the scale reaches at least so far to each side, so that small changes look small
};

/// The way from an answer to the total, as boxes with arrows.
struct FormulaChainData {
  struct Box {
    std::string title;
    std::string note;
    std::string step;  // under the arrow to the next box
  };
  std::vector<Box> boxes;
};

enum class Mark { own, own_earlier, interval, median, band, other, density, benchmark, target };

/// Marks and what they mean, below each other or, above a figure of lines, beside each other.
struct MarkKeyData {
  enum class Arrangement { rows, line };
  std::vector<std::pair<Mark, std::string>> rows;
  Arrangement arrangement = Arrangement::rows;
};

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

using ChartVariant =
    std::variant<MatrixData, MatrixThumbnailData, CoverFieldData, IndexStripData, CategoryDotsData, SpiderData,
                 DumbbellsData, HeatMapData, IntervalsData, AnswerBarsData, PeerStripsData, TrendData, ChangesData,
                 FormulaChainData, MarkKeyData, ScaleRowsData, ShareBarsData, TypeMatrixData, TileMapData,
                 TypeMovesData, SeriesData, CorrelationData, YearColumnsData>;

/// Copied, moved and destroyed in one source file: so many alternatives are long to compile in each that has a chart.
struct ChartData : ChartVariant {
  using ChartVariant::ChartVariant;
  ChartData(const ChartData& other);
  ChartData(ChartData&& other) noexcept;
  ChartData& operator=(const ChartData& other);
  ChartData& operator=(ChartData&& other) noexcept;
  ~ChartData();
};

}  // namespace mognad
