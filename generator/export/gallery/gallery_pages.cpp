#include "export/gallery/gallery_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "export/gallery/first_page.h"
#include "export/gallery/gallery_data.h"
#include "export/gallery/report_page.h"

namespace mognad {
namespace {

/// gallery/data/0000.js with the settings, then the cards from 0001.js on.
std::vector<GalleryFile> data_files(const Gallery& gallery, const Words& words, std::size_t piece) {
  const std::span<const GalleryCard> cards = gallery.cards;
  std::vector<GalleryFile> files{{"gallery/data/0000.js", settings_script(gallery, words)}};
  for (std::size_t first = 0; first < cards.size(); first += piece) {
    const auto part = cards.subspan(first, std::min(piece, cards.size() - first));
    files.push_back({fmt::format("gallery/data/{:04}.js", files.size()), cards_script(part, words)});
  }
  return files;
}

}  // namespace

std::vector<GalleryFile> gallery_pages(const Gallery& gallery, const GallerySources& sources, const Words& words,
                                       std::size_t piece) {
  std::vector<GalleryFile> files = data_files(gallery, words, std::max<std::size_t>(piece, 1));
  std::vector<std::string> scripts{"gallery/marks.js", "gallery/card.js", "gallery/list.js"};
  for (const GalleryFile& file : files) scripts.push_back(file.path);
  for (const auto& [name, text] : kGallerySources) files.push_back({std::string("gallery/") + name, sources.*text});
  files.push_back({"index.html", first_page(gallery, scripts, words)});
  return files;
}

GalleryFile gallery_report_page(const Gallery& gallery, const GalleryReport& report, const Words& words) {
  return {"gallery/" + report.card.id + ".html", report_page(gallery, report, words)};
}

}  // namespace mognad
