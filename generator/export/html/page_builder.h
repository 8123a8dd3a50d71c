// What the parts of a page write into: the markup so far, its texts looked up in the theme's fonts, ids that stay
// unique, and the charts. Made anew for each page; belongs to one thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "charts/charts.h"
#include "report/report.h"
#include "text/font_set.h"

namespace mognad {

class PageBuilder {
 public:
  PageBuilder(const Report& report, const ChartStyle& style, const FontSet& fonts);

  const Report& report() const { return report_; }
  const Theme& theme() const { return style_.theme; }
  const FontSet& fonts() const { return fonts_; }

  /// Markup as it is.
  void put(std::string_view markup) { out_ += markup; }

  /// Escaped; its characters are looked up in the fonts.
  std::string text(std::string_view utf8);

  /// `<p class="style">text</p>`; nothing for an empty text, no class for an empty style.
  void put_paragraph(std::string_view style, std::string_view utf8);

  /// Spans with their weight, links, languages and the organisations that they name.
  void put_rich(const RichText& rich);

  /// A chart of the width, in points, that it has on paper. One that is wider than a small screen stands in a frame
  /// that can be scrolled; those of tiles don't. Labels that it had no room for are added to `dropped`.
  void put_chart(const DescribedChart& chart, const std::string& title, double width,
                 std::vector<std::string>* dropped = nullptr);

  /// The name of a region, unlike every other's: "Tabell", "Tabell (2)".
  std::string region_name(const std::string& wanted);

  /// The markup, and the widths that its charts have.
  std::string take() { return std::move(out_); }
  const std::set<int>& chart_widths() const { return chart_widths_; }

 private:
  void put_span(const TextSpan& span);

  const Report& report_;
  const ChartStyle& style_;
  const FontSet& fonts_;
  std::string out_;
  int charts_ = 0;
  std::set<int> chart_widths_;  // in points
  std::map<std::string, int> region_names_;
};

}  // namespace mognad
