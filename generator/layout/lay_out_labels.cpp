#include "layout/lay_out_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/length.h"
#include "layout/address_block.h"
#include "layout/example_tag.h"
#include "text/missing_characters.h"

namespace mognad {
namespace {

constexpr double kPadding = 4;  // millimetres: sheets are never cut exactly where they are printed

class LabelLayout {
 public:
  LabelLayout(LayoutContext& context, const AddressLabels& labels, const LetterSettings::Labels& settings, Pages& pages)
      : context_(context), labels_(labels), settings_(settings), pages_(pages) {}

  void run() {
    check_sheet();
    const int each = settings_.columns * settings_.rows;
    for (std::size_t i = 0; i < labels_.addresses.size(); ++i) {
      const int place = static_cast<int>(i) % each;
      if (place == 0) begin_page();
      put_label(labels_.addresses[i], place);
    }
  }

 private:
  void check_sheet() {
    const Rect last = label_box(settings_, settings_.columns * settings_.rows - 1);
    if (last.right() > kA4.width || last.bottom() > kA4.height)
      context_.problems.push_back(error_at({context_.document}, "the labels reach out of the page",
                                           "compare the sizes under [letters] in survey.toml with the sheet"));
    if (!labels_.document.example_tag.empty() && points(settings_.top) < kTagTop + kExampleTagHeight)
      context_.problems.push_back(error_at({context_.document},
                                           "above the labels there is no room for the words that this is example data",
                                           "a sheet for a simulated survey needs 11 mm there"));
  }

  void begin_page() {
    const bool first = pages_.pages.empty();
    Picture& picture = pages_.pages.emplace_back().picture;
    picture.size = kA4;
    if (!labels_.document.example_tag.empty())
      put_example_tag(context_, picture, labels_.document.example_tag,
                      first ? context_.structure.add(0, Role::p) : TagBegin::kArtifact, kTagTop);
    sect_ = context_.structure.add(0, Role::sect);
    context_.structure.at(sect_).title = labels_.document.title;
  }

  void put_label(const std::vector<std::string>& address, int place) {
    const Rect label = label_box(settings_, place);
    const double padding = points(kPadding);
    const Rect box{label.x + padding, label.y + padding, label.width - 2 * padding, label.height - 2 * padding};
    constexpr std::array kStyles{TextRole::column, TextRole::chart_strong};
    if (!put_address(context_, pages_.pages.back().picture, address, box, kStyles, sect_))
      context_.problems.push_back(error_at(
          {context_.document},
          fmt::format("an address doesn't fit on its label: number {} of page {}", place + 1, pages_.pages.size()),
          "write it on fewer lines, shorten them, or use larger labels"));
  }

  static constexpr double kTagTop = 14;  // printers leave the outermost four millimetres white

  LayoutContext& context_;
  const AddressLabels& labels_;
  const LetterSettings::Labels& settings_;
  Pages& pages_;
  int sect_ = 0;
};

}  // namespace

Rect label_box(const LetterSettings::Labels& labels, int place) {
  const int column = place % labels.columns, row = place / labels.columns;
  return {points(labels.left + column * (labels.width + labels.gap_across)),
          points(labels.top + row * (labels.height + labels.gap_down)), points(labels.width), points(labels.height)};
}

Result<Pages> lay_out_labels(const AddressLabels& labels, const LetterSettings::Labels& settings,
                             const ChartStyle& style) {
  Pages pages;
  Problems problems;
  Structure structure;
  LayoutContext context{style, structure, problems, labels.document.title};
  LabelLayout(context, labels, settings, pages).run();
  report_missing_characters(style.shaper, labels.document.title, problems);
  pages.elements = structure.take();
  if (has_errors(problems)) return problems;
  return {std::move(pages), std::move(problems)};
}

}  // namespace mognad
