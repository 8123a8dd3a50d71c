// Pages to a PDF file that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once, with the report's data
// attached. What conforms by construction and what is checked stands in PDF_UA1.md and PDF_A3.md.
#pragma once

#include <string>
#include <vector>

#include "export/pdf/pdf_font.h"
#include "export/pdf/pdf_image.h"
#include "layout/pages.h"
#include "report/report.h"

namespace mognad {

/// What is the same in every document: fonts, colour profile and logo, subset and compressed once. Const; threads share
/// it.
struct PdfResources {
  std::vector<pdf::PdfFont> fonts;  // by FontIndex
  pdf::Deflated colour_profile;     // sRGB
  std::vector<pdf::PdfImage> images;
};

/// `logo` may be null.
Result<PdfResources> make_pdf_resources(const FontSet& fonts, const Raster* logo = nullptr);

/// The file's bytes, the same for the same input. No title, no language, a figure without a description, a skipped
/// heading, a ragged table or a missing glyph: problems and no file. `effort` is for pages and data.
Result<std::string> write_pdf(const Report& report, const Pages& pages, const PdfResources& resources,
                              pdf::Effort effort = pdf::Effort::quick);

}  // namespace mognad
