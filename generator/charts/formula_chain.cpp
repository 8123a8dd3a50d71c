#include "charts/formula_chain.h"

#include "charts/marks.h"

namespace mognad {

Picture draw_formula_chain(const FormulaChainData& data, double width, const ChartStyle& style) {
  constexpr double kBox = 84;
  constexpr double kBoxHeight = 38;
  const Colours& colours = style.theme.colours;
  Picture picture;
  picture.size = {width, kBoxHeight + 16};
  Pen pen(picture);
  const auto count = static_cast<double>(data.boxes.size());
  const double gap = data.boxes.size() > 1 ? (width - count * kBox) / (count - 1) : 0;
  for (std::size_t i = 0; i < data.boxes.size(); ++i) {
    const FormulaChainData::Box& box = data.boxes[i];
    const bool last = i + 1 == data.boxes.size();
    const double left = static_cast<double>(i) * (kBox + gap);
    pen.rectangle({left + 0.375, 0.375, kBox - 0.75, kBoxHeight - 0.75});
    pen.fill_and_stroke(last ? colours.tint : colours.paper, line(last ? colours.accent : colours.mark, 0.75));
    draw_text(pen, style, box.title, last ? TextRole::chart_own : TextRole::chart_strong, {left + kBox / 2, 16},
              Align::centre);
    draw_text(pen, style, box.note, TextRole::chart, {left + kBox / 2, 28.5}, Align::centre);
    if (last) break;
    const double from = left + kBox + 1;
    const double to = left + kBox + gap - 1;
    pen.move_to({from, kBoxHeight / 2}).line_to({to - 4, kBoxHeight / 2});
    pen.stroke(line(colours.ink_2, 0.75));
    pen.move_to({to - 5, kBoxHeight / 2 - 2.6})
        .line_to({to, kBoxHeight / 2})
        .line_to({to - 5, kBoxHeight / 2 + 2.6})
        .close();
    pen.fill(colours.ink_2);
    draw_text(pen, style, box.step, TextRole::chart, {(from + to) / 2, kBoxHeight + 13}, Align::centre);
  }
  return picture;
}

std::string describe_formula_chain(const FormulaChainData& data, const Words& words) {
  std::string chain;
  for (const FormulaChainData::Box& box : data.boxes)
    chain += (chain.empty() ? "" : ", ") + box.title + " (" + box.note + ")";
  return words.say("describe.formula", {{"chain", chain}});
}

}  // namespace mognad
