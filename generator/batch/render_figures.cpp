#include "batch/render_figures.h"

#include "export/cairo/png_writer.h"
#include "export/svg/svg_writer.h"
#include "files/output_names.h"
#include "layout/lay_out_figure.h"
#include "report/single_figures.h"

namespace mognad {

Result<std::vector<FigureFile>> render_figures(const BatchInputs& inputs, OrganisationIndex organisation,
                                               const Words& words, Shaper& shaper, GlyphOutlines& outlines) {
  const Organisation& o = inputs.report.dataset.organisations[static_cast<std::size_t>(organisation)];
  const ChartStyle style{inputs.theme, shaper};
  const Colour paper = inputs.theme.colours.paper;
  const Report report = build_board_report(inputs.report, organisation, words);
  std::vector<FigureFile> files;
  Problems problems;
  for (const SingleFigure& single : single_figures(report)) {
    const std::string_view section = kSectionKindNames[static_cast<std::size_t>(single.section)];
    const auto name = [&](std::string_view ending) {
      return figure_name(o.code, o.formal_name, words.tag(), single.number, section, ending);
    };
    const auto picture = lay_out_figure(single.figure, style, name("svg")).take(problems);
    if (!picture) continue;
    const SvgOptions svg{single.figure.title, single.figure.description, report.document_tag, single.notice, paper};
    files.push_back({name("svg"), write_svg(*picture, svg, inputs.fonts)});
    auto png = write_png(*picture, {.dpi = 300, .paper = paper}, outlines);
    for (Problem& problem : png.problems) problem.place.file = name("png");
    if (auto bytes = png.take(problems)) files.push_back({name("png"), std::move(*bytes)});
    files.push_back({name("txt"), text_of_figure(single)});
  }
  return {std::move(files), std::move(problems)};
}

}  // namespace mognad
