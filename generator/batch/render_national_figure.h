// One figure of the publication as files: SVG, PNG in two sizes, EPS, PDF, its numbers as CSV and its words as text.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <vector>

#include "batch/render_report.h"
#include "layout/lay_out_figure.h"
#include "report/national_figure.h"
#include "text/glyph_outlines.h"

namespace mognad {

struct PublicationInputs {
  NationInputs nation;
  const Theme& theme;
  const FontSet& fonts;
  const PdfResources& pdf;
  const std::vector<LanguageResources>& languages;
  std::string settings_sha256;  // of model, templates, theme, logo and languages
};

enum class PublicationFormat { svg, png, eps, pdf, csv, txt, xlsx, report, count };

inline constexpr std::size_t kPublicationFormats = static_cast<std::size_t>(PublicationFormat::count);

/// As they are typed, in the order of PublicationFormat. The first six are of each figure.
inline constexpr std::array<std::string_view, kPublicationFormats> kPublicationFormatNames{
    "svg", "png", "eps", "pdf", "csv", "txt", "xlsx", "report"};

class FormatSet {
 public:
  bool has(PublicationFormat format) const { return formats_[static_cast<std::size_t>(format)]; }
  void add(PublicationFormat format) { formats_.set(static_cast<std::size_t>(format)); }
  bool empty() const { return formats_.none(); }

 private:
  std::bitset<kPublicationFormats> formats_;
};

struct RenderedFile {
  std::string file;    // relative to the output folder
  std::string format;  // how its name ends: "svg", "screen.png"
  std::string bytes;
  std::string inputs_sha256;
  int pages = 0;  // of a PDF file
};

/// What a thread draws and writes one language with.
struct FigureTools {
  const Words& words;
  Shaper& shaper;
  GlyphOutlines& outlines;
};

/// A size that a user asks for.
struct AskedMeasure {
  FigureMeasure measure;
  bool exact = false;  // false: it has a name, and a figure that can't be read in it becomes as wide as it needs
};

/// Dots an inch of PNG files: for print, and for screens; a slide is as large as a screen.
inline constexpr double kPrintDpi = 300, kScreenDpi = 192, kSlideScreenDpi = 144;

/// Those of its files that are wanted and could be made. `asked` comes before the size that the template gives. Where
/// the figure can't be read in it, an exact measure is an error, and another is widened with a note; a size of the
/// template is widened too.
Result<std::vector<RenderedFile>> render_national_figure(const PublicationInputs& inputs, const NationalFigure& figure,
                                                         const FormatSet& formats,
                                                         const std::optional<AskedMeasure>& asked,
                                                         const FigureTools& tools);

/// SHA-256 of what a document of the publication is made of.
std::string hash_of_inputs(const PublicationInputs& inputs, const Report& report, const Words& words,
                           const std::string& csv);

}  // namespace mognad
