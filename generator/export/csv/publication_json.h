// figures.json: the whole publication of a year for who puts it on the web: each figure with its words, its numbers and
// its files, in every language. Keys and the names of figures, rows and columns stay the same from year to year.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/national_figure.h"

namespace mognad {

/// A finished file of the publication.
struct PublishedFile {
  std::string file;    // relative to the output folder
  std::string format;  // "svg", "png", "screen.png"; how its name ends
  std::string figure;  // empty: a document of all figures
  std::size_t bytes = 0;
  std::string sha256;
};

struct PublishedLanguage {
  std::string tag;           // "sv"
  std::string document_tag;  // "sv-SE"
  std::string title;         // of the publication
  std::string notice;        // that the data are an example; empty otherwise
  std::span<const NationalFigure> figures;
  std::vector<PublishedFile> files;
};

/// The file's bytes: JSON, UTF-8. Numbers are rounded as the figures print them; one that is missing is an object that
/// says why: {"missing": "withheld"}.
std::string publication_json(const Survey& survey, const Model& model, std::span<const PublishedLanguage> languages);

}  // namespace mognad
