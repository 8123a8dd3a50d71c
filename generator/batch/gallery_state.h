// What a gallery remembers of itself from one time to the next, in gallery/gallery.state: of which content its pictures
// are, so that those of unchanged reports are kept and changed ones are told, and which files are its own, so that
// those of reports that are gone can be removed and nothing else. A value; read once, then threads may share it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace mognad {

inline constexpr std::string_view kGalleryStateName = "gallery/gallery.state";

/// How a page's picture stands to the one of the run before.
enum class PageChange : char { none = '=', changed = 'd', added = 'n', gone = 'g' };

/// A report as the gallery last showed it.
struct ShownReport {
  std::string content;  // hash of what its pictures show; empty: it has none
  std::string run;      // of the reports in the folder then: another hash, another run
  std::string before;   // what `content` was in the run before, where it was another
  int columns = 0, rows = 0;
  std::vector<PageChange> pages;      // of a full gallery, those of all pages; empty: the first page's picture alone
  std::vector<std::string> left_out;  // labels that charts had no room for
};

struct GalleryState {
  std::map<std::string, ShownReport> reports;  // by id
  std::vector<std::string> files;              // that belong to no report, from the output folder

  /// Null: none of that id.
  const ShownReport* find(const std::string& id) const;

  /// A line each, the same for the same state.
  std::string text() const;

  /// What can't be read, or names a file that no gallery has, is passed over: it is made again and never removed.
  static GalleryState read(const std::string& text);
};

/// Paths from the output folder.
std::string gallery_page_name(const std::string& id);
std::string first_picture_name(const std::string& id);
enum class PageShown { now, before, difference };
/// `page` counts from 1.
std::string page_picture_name(const std::string& id, std::size_t page, PageShown shown = PageShown::now);

/// Every file that shows the report.
std::vector<std::string> files_of(const std::string& id, const ShownReport& report);

}  // namespace mognad
