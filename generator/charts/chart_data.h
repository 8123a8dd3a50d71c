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
  std::string own_value;  // at the end of the line
  std::string median_value;
};

/// Small multiples of development over the years.
struct TrendData {
  std::vector<int> years;
  std::vector<TrendPanel> panels;
  std::string own_label;
  std::string median_label;
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

enum class Mark { own, own_earlier, interval, median, band, other };

/// Marks and what they mean.
struct MarkKeyData {
  std::vector<std::pair<Mark, std::string>> rows;
};

using ChartData = std::variant<MatrixData, MatrixThumbnailData, CoverFieldData, IndexStripData, CategoryDotsData,
                               PeerStripsData, TrendData, FormulaChainData, MarkKeyData>;

}  // namespace mognad
