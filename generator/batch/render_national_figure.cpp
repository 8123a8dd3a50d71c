#include "batch/render_national_figure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "export/cairo/png_writer.h"
#include "export/csv/figure_table.h"
#include "export/eps/eps_writer.h"
#include "export/svg/svg_writer.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "report/figure_document.h"

namespace mognad {
namespace {

/// Of a figure with text in that width, in points.
double whole_millimetres(double width) { return (width + 2 * kFigureRoom) * 25.4 / 72; }

double width_of(FigureSize size) { return size == FigureSize::one_column ? kOneColumn : kTwoColumns; }

/// What a figure is made of, and the files that it has become.
class FigureFiles {
 public:
  FigureFiles(const PublicationInputs& inputs, const NationalFigure& figure, const FigureTools& tools)
      : inputs_(inputs),
        figure_(figure),
        tools_(tools),
        survey_(inputs.nation.survey),
        notice_(example_notice(survey_, tools.words)),
        alone_(standing_alone(figure, survey_, tools.words)),
        table_(figure_table(figure.data, notice_)),
        document_(figure_document(inputs.nation, figure, tools.words)) {
    document_.identity.inputs_sha256 = hash_of_inputs(inputs, document_, tools.words, figure.name + "\n" + table_.csv);
  }

  Result<std::vector<RenderedFile>> run(const FormatSet& formats, const std::optional<AskedMeasure>& asked) {
    using enum PublicationFormat;
    if (formats.has(svg) || formats.has(png) || formats.has(eps) || formats.has(pdf)) draw(formats, asked);
    if (formats.has(csv)) put("csv", table_.csv);
    if (formats.has(txt)) put("txt", text_of_figure(figure_, survey_, tools_.words));
    return {std::move(files_), std::move(problems_)};
  }

 private:
  std::string name(std::string_view ending) const {
    return national_figure_name(figure_.name, tools_.words.tag(), ending);
  }

  /// Where problems of all its files are told to be: "result.sv"
  std::string place() const { return fmt::format("{}.{}", figure_.name, tools_.words.tag()); }

  void put(std::string ending, std::string bytes, int pages = 0) {
    std::string file = name(ending);
    files_.push_back({std::move(file), std::move(ending), std::move(bytes), document_.identity.inputs_sha256, pages});
  }

  void put(std::string ending, Result<std::string> made, int pages = 0) {
    for (Problem& problem : made.problems)
      if (problem.place.file.empty()) problem.place.file = name(ending);
    if (auto bytes = made.take(problems_)) put(std::move(ending), std::move(*bytes), pages);
  }

  /// What is asked for, else the template's size.
  std::optional<FigureMeasure> measure_of(const std::optional<AskedMeasure>& asked) {
    const double least = least_width(alone_);
    if (asked && (asked->measure.slide || asked->measure.width >= least)) return asked->measure;
    if (asked && asked->exact) return too_narrow(asked->measure.width, least);
    if (asked) {
      problems_.push_back(
          note_at({place()}, fmt::format("the figure is {:.1f} mm wide, because it can't be read in {:.1f}",
                                         whole_millimetres(least), whole_millimetres(asked->measure.width))));
      return FigureMeasure{.width = least};
    }
    if (figure_.size == FigureSize::slide) return FigureMeasure{.slide = true};
    return FigureMeasure{.width = std::max(width_of(figure_.size), least)};
  }

  std::nullopt_t too_narrow(double width, double least) {
    problems_.push_back(
        error_at({place()}, fmt::format("the figure can't be {:.1f} mm wide", whole_millimetres(width)),
                 fmt::format("it needs at least {:.1f} mm", std::ceil(whole_millimetres(least) * 10) / 10)));
    return std::nullopt;
  }

  void draw(const FormatSet& formats, const std::optional<AskedMeasure>& asked) {
    using enum PublicationFormat;
    const auto measure = measure_of(asked);
    if (!measure) return;
    const auto pages = lay_out_figure_page(alone_, {inputs_.theme, tools_.shaper}, place(), *measure).take(problems_);
    if (!pages) return;
    const Picture& picture = pages->pages.front().picture;
    const Colour paper = inputs_.theme.colours.paper;
    const Figure& figure = figure_.figure;
    if (formats.has(svg))
      put("svg", write_svg(picture, {figure.title, figure.description, document_.document_tag, notice_, paper},
                           inputs_.fonts));
    if (formats.has(png)) {
      const double screen = measure->slide ? kSlideScreenDpi : kScreenDpi;
      put("png", write_png(picture, {.dpi = kPrintDpi, .paper = paper}, tools_.outlines));
      put("screen.png", write_png(picture, {.dpi = screen, .paper = paper}, tools_.outlines));
    }
    if (formats.has(eps))
      put("eps", write_eps(picture, {document_.title, notice_, document_.date, paper}, tools_.outlines));
    if (formats.has(pdf)) write_page(*pages);
  }

  void write_page(const Pages& pages) {
    const Words& words = tools_.words;
    document_.attachments = {{"data.csv", "text/csv", words.say("figure_file.attachment"), table_.csv},
                             {"data.json", "application/json", words.say("figure_file.attachment_json"),
                              document_data_json(table_, "figure", figure_.name, document_, survey_)}};
    put("pdf", write_pdf(document_, pages, inputs_.pdf), 1);
  }

  const PublicationInputs& inputs_;
  const NationalFigure& figure_;
  const FigureTools& tools_;
  const Survey& survey_;
  std::string notice_;
  Figure alone_;
  FigureTable table_;
  Report document_;
  std::vector<RenderedFile> files_;
  Problems problems_;
};

}  // namespace

std::string hash_of_inputs(const PublicationInputs& inputs, const Report& report, const Words& words,
                           const std::string& csv) {
  return sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}", report.identity.program, inputs.settings_sha256, words.tag(),
                                report.title, csv));
}

Result<std::vector<RenderedFile>> render_national_figure(const PublicationInputs& inputs, const NationalFigure& figure,
                                                         const FormatSet& formats,
                                                         const std::optional<AskedMeasure>& asked,
                                                         const FigureTools& tools) {
  return FigureFiles(inputs, figure, tools).run(formats, asked);
}

}  // namespace mognad
