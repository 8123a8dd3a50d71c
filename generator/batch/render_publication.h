// The publication of a year: its figures in each language as files, the status report, the workbook and figures.json,
// on all cores. Files are written as they are done; a figure that fails is reported and never stops the others.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "batch/render_batch.h"
#include "batch/render_national_figure.h"

namespace mognad {

/// The content of all figures, by the languages of the inputs.
using Publication = std::vector<std::vector<NationalFigure>>;

/// A choice that the survey can't serve is an error; a figure without anything to show is a note.
Result<Publication> compose_publication(const PublicationInputs& inputs, unsigned jobs);

/// Those of a language's figures that are named, or chosen under that name in figures.toml; without names all. A name
/// that there is not is an error with the nearest one.
std::vector<std::size_t> choose_figures(std::span<const NationalFigure> figures, const std::vector<std::string>& names,
                                        Problems& problems);

struct PublicationOptions {
  std::string output;  // folder
  unsigned jobs = 1;
  std::vector<std::string> only = {};  // names for choose_figures
  FormatSet formats = {};              // empty: all; with `only` those of figures
  std::optional<FigureMeasure> measure = std::nullopt;
  bool twins = false;                                                    // the status report as a page for the web too
  std::function<void(std::size_t done, std::size_t all)> progress = {};  // from any thread, one at a time
  const std::atomic<bool>* stop = nullptr;                               // no new file begins when it becomes true
};

/// Writes the files below the output folder, and a journal of them into its folder of figures. Failed ones are named
/// by their figure or document and language. figures.json tells of what this run has made; after a stop it isn't
/// written.
BatchResult render_publication(const PublicationInputs& inputs, const Publication& publication,
                               const PublicationOptions& options, Files& files);

}  // namespace mognad
