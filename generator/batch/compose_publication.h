// What the publication of a year shows, before a file of it is written: the content of its figures in each language,
// and which of them a user has asked for.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "batch/render_national_figure.h"

namespace mognad {

/// The content of all figures, by the languages of the inputs.
using Publication = std::vector<std::vector<NationalFigure>>;

/// On up to `jobs` threads, one for a language. A choice that the survey can't serve is an error; a figure without
/// anything to show is a note.
Result<Publication> compose_publication(const PublicationInputs& inputs, unsigned jobs);

/// Those of a language's figures that are named, or chosen under that name in figures.toml, which is `layout`; without
/// names all. A name that has nothing to show for the survey is an error, and so is one that there is not, with the
/// nearest one.
std::vector<std::size_t> choose_figures(std::span<const NationalFigure> figures, const FigureTemplate& layout,
                                        const std::vector<std::string>& names, Problems& problems);

}  // namespace mognad
