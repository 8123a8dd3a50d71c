#include "export/gallery/gallery_pages.h"

namespace mognad {

std::vector<GalleryFile> gallery_pages(const Gallery&, const GallerySources& sources, const Words&, std::size_t) {
  return {{"gallery/gallery.css", sources.style}, {"gallery/gallery.js", sources.script}};
}

GalleryFile gallery_report_page(const Gallery&, const GalleryReport& report, const Words&) {
  return {"gallery/" + report.card.id + ".html", {}};
}

}  // namespace mognad
