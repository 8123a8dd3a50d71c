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
#include "charts/chart_parts.h"
#include "charts/nation_chart_data.h"

namespace mognad {

/// The own place and the others' in the matrix. Values on 0 to 100; x grows to the right, y upwards.
struct MatrixPlace {
  std::string label;  // "2024"
  double x = 0;
  double y = 0;
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
