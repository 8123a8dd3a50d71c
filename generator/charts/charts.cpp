#include "charts/charts.h"

#include "charts/answer_bars.h"
#include "charts/category_dots.h"
#include "charts/changes.h"
#include "charts/correlation_grid.h"
#include "charts/cover_field.h"
#include "charts/dumbbells.h"
#include "charts/formula_chain.h"
#include "charts/heat_map.h"
#include "charts/index_strip.h"
#include "charts/intervals.h"
#include "charts/label_settling.h"
#include "charts/mark_key.h"
#include "charts/matrix.h"
#include "charts/matrix_thumbnail.h"
#include "charts/peer_strips.h"
#include "charts/scale_rows.h"
#include "charts/series.h"
#include "charts/share_bars.h"
#include "charts/spider.h"
#include "charts/tile_map.h"
#include "charts/trend.h"
#include "charts/type_matrix.h"
#include "charts/type_moves.h"
#include "charts/year_columns.h"

namespace mognad {
namespace {

struct Drawer {
  double width;
  const ChartStyle& style;
  std::vector<std::string>* dropped;

  Picture operator()(const MatrixData& data) const { return draw_matrix(data, width, style, dropped); }
  Picture operator()(const MatrixThumbnailData& data) const {
    return draw_matrix_thumbnail(data, width, style, dropped);
  }
  Picture operator()(const CoverFieldData& data) const { return draw_cover_field(data, width, style); }
  Picture operator()(const IndexStripData& data) const { return draw_index_strip(data, width, style); }
  Picture operator()(const CategoryDotsData& data) const { return draw_category_dots(data, width, style); }
  Picture operator()(const SpiderData& data) const { return draw_spider(data, width, style); }
  Picture operator()(const DumbbellsData& data) const { return draw_dumbbells(data, width, style); }
  Picture operator()(const HeatMapData& data) const { return draw_heat_map(data, width, style); }
  Picture operator()(const IntervalsData& data) const { return draw_intervals(data, width, style); }
  Picture operator()(const AnswerBarsData& data) const { return draw_answer_bars(data, width, style); }
  Picture operator()(const PeerStripsData& data) const { return draw_peer_strips(data, width, style); }
  Picture operator()(const TrendData& data) const { return draw_trend(data, width, style); }
  Picture operator()(const ChangesData& data) const { return draw_changes(data, width, style); }
  Picture operator()(const FormulaChainData& data) const { return draw_formula_chain(data, width, style); }
  Picture operator()(const ScaleRowsData& data) const { return draw_scale_rows(data, width, style); }
  Picture operator()(const ShareBarsData& data) const { return draw_share_bars(data, width, style); }
  Picture operator()(const TypeMatrixData& data) const { return draw_type_matrix(data, width, style, dropped); }
  Picture operator()(const TileMapData& data) const { return draw_tile_map(data, width, style); }
  Picture operator()(const TypeMovesData& data) const { return draw_type_moves(data, width, style, dropped); }
  Picture operator()(const SeriesData& data) const { return draw_series(data, width, style, dropped); }
  Picture operator()(const CorrelationData& data) const { return draw_correlation_grid(data, width, style); }
  Picture operator()(const YearColumnsData& data) const { return draw_year_columns(data, width, style); }
  Picture operator()(const MarkKeyData& data) const { return draw_mark_key(data, width, style); }
};

struct Describer {
  const Words& words;

  std::string operator()(const MatrixData& data) const { return describe_matrix(data, words); }
  std::string operator()(const MatrixThumbnailData& data) const { return describe_matrix_thumbnail(data, words); }
  std::string operator()(const CoverFieldData& data) const { return describe_cover_field(data, words); }
  std::string operator()(const IndexStripData& data) const { return describe_index_strip(data, words); }
  std::string operator()(const CategoryDotsData& data) const { return describe_category_dots(data, words); }
  std::string operator()(const SpiderData& data) const { return describe_spider(data, words); }
  std::string operator()(const DumbbellsData& data) const { return describe_dumbbells(data, words); }
  std::string operator()(const HeatMapData& data) const { return describe_heat_map(data, words); }
  std::string operator()(const IntervalsData& data) const { return describe_intervals(data, words); }
  std::string operator()(const AnswerBarsData& data) const { return describe_answer_bars(data, words); }
  std::string operator()(const PeerStripsData& data) const { return describe_peer_strips(data, words); }
  std::string operator()(const TrendData& data) const { return describe_trend(data, words); }
  std::string operator()(const ChangesData& data) const { return describe_changes(data, words); }
  std::string operator()(const FormulaChainData& data) const { return describe_formula_chain(data, words); }
  std::string operator()(const ScaleRowsData& data) const { return describe_scale_rows(data, words); }
  std::string operator()(const ShareBarsData& data) const { return describe_share_bars(data, words); }
  std::string operator()(const TypeMatrixData& data) const { return describe_type_matrix(data, words); }
  std::string operator()(const TileMapData& data) const { return describe_tile_map(data, words); }
  std::string operator()(const TypeMovesData& data) const { return describe_type_moves(data, words); }
  std::string operator()(const SeriesData& data) const { return describe_series(data, words); }
  std::string operator()(const CorrelationData& data) const { return describe_correlation_grid(data, words); }
  std::string operator()(const YearColumnsData& data) const { return describe_year_columns(data, words); }
  std::string operator()(const MarkKeyData& data) const { return describe_mark_key(data, words); }
};

/// Charts of a report stand in columns of pages.md and have fixed measures; those of a year's publication are drawn for
/// one column and more.
struct LeastWidth {
  static constexpr double kFour = 148, kSix = 228, kTwelve = 468;  // columns of the page
  static constexpr double kCoverWidth = 595.28;                    // the whole page

  double operator()(const MatrixData&) const { return kTwelve; }
  double operator()(const MatrixThumbnailData&) const { return kFour; }
  double operator()(const CoverFieldData&) const { return kCoverWidth; }
  double operator()(const IndexStripData&) const { return kFour; }
  double operator()(const CategoryDotsData&) const { return 268; }
  double operator()(const SpiderData&) const { return 188; }
  double operator()(const DumbbellsData&) const { return kTwelve; }
  double operator()(const HeatMapData&) const { return kTwelve; }
  double operator()(const IntervalsData&) const { return kTwelve; }
  double operator()(const AnswerBarsData&) const { return kTwelve; }
  double operator()(const PeerStripsData&) const { return kTwelve; }
  double operator()(const TrendData&) const { return kTwelve; }
  double operator()(const ChangesData&) const { return kTwelve; }
  double operator()(const FormulaChainData&) const { return kTwelve; }
  double operator()(const MarkKeyData&) const { return kSix; }
  double operator()(const ScaleRowsData&) const { return kSix; }
  double operator()(const ShareBarsData&) const { return kFour; }
  double operator()(const TypeMatrixData&) const { return kSix; }
  double operator()(const TileMapData& data) const { return least_tile_map_width(data); }
  double operator()(const TypeMovesData&) const { return kSix; }
  double operator()(const SeriesData&) const { return kSix; }
  double operator()(const CorrelationData& data) const { return least_correlation_width(data); }
  double operator()(const YearColumnsData&) const { return kFour; }
};

/// The text itself, or as many of its sentences as have room; of a first sentence that is too long as many words, and
/// an ellipsis.
std::string shortened(std::string text) {
  constexpr int kMost = 250;  // characters
  int characters = 0;
  std::size_t end = 0;  // of those that have room beside an ellipsis
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
    if (++characters == kMost) end = i;
  }
  if (characters <= kMost) return text;
  if (const std::size_t stop = text.rfind(". ", end); stop != std::string::npos && stop * 3 > end)
    return text.substr(0, stop + 1);
  if (const std::size_t space = text.rfind(' ', end); space != std::string::npos && space * 2 > end) end = space;
  while (end > 0 && std::string_view(" ,;:(.").find(text[end - 1]) != std::string_view::npos) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

Picture draw(const ChartData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped) {
  Picture picture = std::visit(Drawer{width, style, dropped}, data);
  settle_labels(picture, dropped);
  return picture;
}

double least_width(const ChartData& data) { return std::visit(LeastWidth{}, data); }

std::string describe(const ChartData& data, const Words& words) {
  return shortened(std::visit(Describer{words}, data));
}

}  // namespace mognad
