// The documents of the publication that are made of all figures: the status report as PDF and as a page for the web,
// and the workbook.
#pragma once

#include <span>

#include "batch/render_national_figure.h"

namespace mognad {

enum class TwinChoice { none, html };

/// The PDF file, and its twin when it is wanted. A twin that fails is an error, and the PDF is there without it.
Result<std::vector<RenderedFile>> render_status_report(const PublicationInputs& inputs,
                                                       const std::vector<NationalFigure>& figures, TwinChoice twin,
                                                       const FigureTools& tools);

Result<std::vector<RenderedFile>> render_workbook(const PublicationInputs& inputs,
                                                  const std::vector<NationalFigure>& figures, const FigureTools& tools);

}  // namespace mognad
