// The gallery: every report of a batch as a card, so that a person may look at all before any is sent. Content only;
// the pages and their script are made of it in export/gallery/, pictures in batch/. Paths are relative to the folder of
// the gallery's first page, percent-encoding is export's work. Texts are in the gallery's language, names in their own.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mognad {

/// What a filter or a sort goes by, and what it is called.
struct GalleryChoice {
  std::string key;   // stable: type's name, county's code, quadrant's name, kind of warning
  std::string name;  // as a reader sees it
};

struct GalleryWarning {
  GalleryChoice kind;  // dropped label, few respondents, withheld group, missing data, a problem of the render
  std::string text;    // a sentence
};

/// Pictures of one page, now and in the run before.
struct GalleryPage {
  std::string picture;     // path of a PNG; empty: the page has gone
  std::string before;      // empty: there was none, or the same
  std::string difference;  // where both are: what is other is marked; empty: nothing
};

struct GalleryCard {
  std::string id;            // stable and unique: the report's file name without its ending
  std::string organisation;  // code
  std::string name;
  std::string language;  // BCP 47, of the report
  GalleryChoice type;
  GalleryChoice county;          // empty key: none is known
  GalleryChoice quadrant;        // empty key: no position
  std::optional<double> result;  // 0–100, as it is published; nothing: withheld or missing
  std::optional<double> change;  // points since the year before
  std::vector<double> position;  // in the matrix, 0–100: across, up; empty: none
  int pages = 0;
  std::string pdf;                            // path
  std::string twin;                           // path of the page for the web; empty: none
  std::string picture;                        // path of the first page's picture
  int picture_width = 0, picture_height = 0;  // pixels
  std::string mark;                           // what "looked at" holds of: another content, another mark
  bool changed = false;                       // since the run before
  std::vector<GalleryWarning> warnings;
};

/// A line of what a report was made from: "Answers", "34 respondents"; "Model", its version; hashes.
struct GalleryFact {
  std::string name;
  std::string value;
};

struct GalleryReport {
  GalleryCard card;
  std::vector<GalleryFact> made_from;
  std::vector<GalleryPage> pages;  // the first alone, or all
};

struct Gallery {
  std::string title;               // of the survey and its year
  std::string language;            // BCP 47, of the gallery itself
  std::string survey;              // its id: marks are kept apart by it
  bool example = false;            // a simulated survey
  std::vector<double> cuts;        // of the matrix: across, up; empty: it is shown without
  std::vector<GalleryCard> cards;  // in the order of names
};

}  // namespace mognad
