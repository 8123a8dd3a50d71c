// The pictures of one report in a gallery: its first page among the others', and with all pages those too, beside the
// ones of the run before and what is other between them. Pictures of the same content are kept. Called on the threads
// of a gallery, each with a painter of its own.
#pragma once

#include "batch/gallery_state.h"
#include "drawing/theme.h"
#include "export/cairo/page_picture.h"
#include "files/files.h"
#include "layout/pages.h"

namespace mognad {

enum class PagesShown { first, all };

/// What the pictures are of.
struct PictureOccasion {
  std::string output;   // folder
  std::string id;       // of the report
  std::string content;  // hash of what the report's file says
  std::string run;      // of the reports in the folder
  PagesShown pages = PagesShown::first;
};

/// What is shown of the same content already, with every picture that is asked for; nothing where pictures have to be
/// painted. `old` may be null.
std::optional<ShownReport> kept_pictures(const PictureOccasion& occasion, const ShownReport* old, const Files& files);

/// Paints and writes. The earlier run's pictures, which `old` tells of, stay beside those that are other.
Result<ShownReport> paint_pictures(const PictureOccasion& occasion, const Pages& pages, const ShownReport* old,
                                   const Colours& colours, PagePainter& painter, Files& files);

}  // namespace mognad
