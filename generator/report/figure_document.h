// A figure of the publication away from its report: as it stands alone, as a document of one page, and in words.
#pragma once

#include <string>

#include "report/national_figure.h"

namespace mognad {

/// What the publication is called, as its status report is: that one's title and the year, or the survey's name.
std::string publication_title(const NationInputs& inputs, const Words& words);

/// That the data are an example; empty when they aren't.
std::string example_notice(const Survey& survey, const Words& words);

/// The figure with a caption that says itself that the data are an example, and what they come from.
Figure standing_alone(const NationalFigure& figure, const Survey& survey, const Words& words);

/// Title, language, date and identity of the page; attachments and the hash of inputs are added by the caller.
Report figure_document(const NationInputs& inputs, const NationalFigure& figure, const Words& words);

/// Title, subtitle, caption, alternative text, source, n and the sentences, each under its name, to be copied from.
std::string text_of_figure(const NationalFigure& figure, const Survey& survey, const Words& words);

}  // namespace mognad
