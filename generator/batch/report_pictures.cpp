#include "batch/report_pictures.h"

#include <algorithm>

#include "drawing/raster_difference.h"
#include "export/cairo/raster_png.h"
#include "files/output_names.h"
#include "input/png_picture.h"

namespace mognad {
namespace {

/// What the content was in the run before, where it was another.
std::string content_before(const PictureOccasion& occasion, const ShownReport* old) {
  if (!old) return {};
  if (old->content != occasion.content) return old->content;
  return old->run == occasion.run ? old->before : std::string();
}

class PagePictures {
 public:
  PagePictures(const PictureOccasion& occasion, const ShownReport* old, const Colours& colours, PagePainter& painter,
               Files& files)
      : occasion_(occasion), old_(old), colours_(colours), painter_(painter), files_(files) {}

  /// Page by page: a report has many, and each picture is large.
  std::vector<PageChange> paint(const Pages& pages, Problems& problems) {
    std::vector<PageChange> changes;
    for (std::size_t i = 0; i < pages.pages.size() && !has_errors(problems); ++i) {
      const auto picture = painter_.paint(pages.pages[i].picture, kReadPageColumns).take(problems);
      if (picture) changes.push_back(put(i + 1, picture->png, problems));
    }
    for (std::size_t i = pages.pages.size(); i < pages_before(); ++i) {
      const std::string before = earlier(i + 1);
      if (before.empty()) break;
      write(i + 1, PageShown::before, before, problems);
      changes.push_back(PageChange::gone);
    }
    return changes;
  }

 private:
  std::size_t pages_before() const {
    if (!old_) return 0;
    return static_cast<std::size_t>(
        std::count_if(old_->pages.begin(), old_->pages.end(), [](PageChange c) { return c != PageChange::gone; }));
  }

  PageChange put(std::size_t page, const std::string& png, Problems& problems) {
    const std::string before = earlier(page);
    if (before == png) return PageChange::none;
    write(page, PageShown::now, png, problems);
    if (before.empty()) return pages_before() > 0 ? PageChange::added : PageChange::none;
    const auto difference = difference_of(before, png);
    if (!difference) return PageChange::none;
    write(page, PageShown::before, before, problems);
    write(page, PageShown::difference, *difference, problems);
    return PageChange::changed;
  }

  /// The picture of that page from the run before; empty: there is none.
  std::string earlier(std::size_t page) const {
    if (page > pages_before()) return {};
    const auto bytes = files_.read(join_path(occasion_.output, page_picture_name(occasion_.id, page)));
    return bytes ? *bytes : std::string();
  }

  /// Nothing where both show the same, or where the earlier one can't be read.
  std::optional<std::string> difference_of(const std::string& before, const std::string& now) const {
    const auto earlier = read_png(before, occasion_.id, kA4, colours_.paper);
    const auto later = read_png(now, occasion_.id, kA4, colours_.paper);
    if (!earlier || !later) return std::nullopt;
    const auto raster = raster_difference(*earlier, *later, colours_.copper, colours_.copper_tint);
    if (!raster) return std::nullopt;
    return png_of(*raster).value;
  }

  void write(std::size_t page, PageShown shown, const std::string& bytes, Problems& problems) {
    if (auto problem = files_.write_below(occasion_.output, page_picture_name(occasion_.id, page, shown), bytes))
      problems.push_back(std::move(*problem));
  }

  const PictureOccasion& occasion_;
  const ShownReport* old_;
  const Colours& colours_;
  PagePainter& painter_;
  Files& files_;
};

}  // namespace

std::optional<ShownReport> kept_pictures(const PictureOccasion& occasion, const ShownReport* old, const Files& files) {
  if (!old || old->content.empty() || old->content != occasion.content) return std::nullopt;
  if (occasion.pages == PagesShown::all && old->pages.empty()) return std::nullopt;
  ShownReport kept = *old;
  kept.run = occasion.run;
  kept.before = content_before(occasion, old);
  if (occasion.pages == PagesShown::first) kept.pages.clear();
  if (old->run != occasion.run) {
    std::erase(kept.pages, PageChange::gone);
    std::fill(kept.pages.begin(), kept.pages.end(), PageChange::none);
  }
  std::vector<std::string> pictures = files_of(occasion.id, kept);
  std::erase(pictures, gallery_page_name(occasion.id));
  const bool whole = std::all_of(pictures.begin(), pictures.end(), [&](const std::string& name) {
    return files.exists(join_path(occasion.output, name));
  });
  return whole ? std::optional(std::move(kept)) : std::nullopt;
}

Result<ShownReport> paint_pictures(const PictureOccasion& occasion, const Pages& pages, const ShownReport* old,
                                   const Colours& colours, PagePainter& painter, Files& files) {
  Problems problems;
  const auto first = painter.paint(pages.pages.front().picture, kFirstPageColumns).take(problems);
  if (!first) return problems;
  ShownReport shown{occasion.content, occasion.run, content_before(occasion, old), first->columns, first->rows, {}, {}};
  shown.left_out = pages.left_out;
  if (auto problem = files.write_below(occasion.output, first_picture_name(occasion.id), first->png)) return *problem;
  if (occasion.pages == PagesShown::all)
    shown.pages = PagePictures(occasion, old, colours, painter, files).paint(pages, problems);
  if (has_errors(problems)) return problems;
  return {std::move(shown), std::move(problems)};
}

}  // namespace mognad
