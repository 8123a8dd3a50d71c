// What a page's content stream does (ISO 32000-1, 7.8.2 and 14.6), read once for all rules: the marked content, what is
// shown or painted inside which mark, and which operators and resources are used. What a form, a tiling pattern or a
// glyph of a Type 3 font does is part of the page that uses it, once, and says which stream it stands in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/document.h"

namespace mognad::verification {

/// A marked-content sequence (BMC or BDC … EMC), or a point (MP, DP).
struct Mark {
  std::string tag;        // "P", "Artifact", "Span"
  int mcid = -1;          // of its property list; −1: none
  Dictionary properties;  // inline, or from the resources
  int parent = -1;        // the sequence around it, an index into PageContent::marks
  int form = 0;           // object number of the form, pattern or glyph that it stands in; 0: the page itself
  bool point = false;     // MP or DP
};

/// A string that is shown (Tj, ', ", or one string of TJ).
struct ShownText {
  int font = 0;             // object number of the font; 0: no font was set, or it is missing
  std::string codes;        // the bytes as they stand
  int mark = -1;            // the innermost sequence around it
  long long rendering = 0;  // text rendering mode; 3: invisible
  bool continues = false;   // a further string of the same TJ
};

/// A path painted, a shading, an image or a form.
struct PaintedItem {
  std::string what;  // the operator: "f", "S", "Do", "sh", "BI"
  std::string name;  // of the XObject or shading
  int mark = -1;
  int object = 0;  // object number of what Do paints
  int form = 0;    // as in Mark
  Dictionary inline_image;
};

/// A colour operator and, for cs and CS, the colour space that it names.
struct ColourUse {
  std::string operation;
  std::string space;
  int form = 0;  // as in Mark
};

struct PageContent {
  std::vector<Mark> marks;
  std::vector<ShownText> shown;
  std::vector<PaintedItem> painted;
  std::vector<ColourUse> colours;            // each kind once
  std::vector<std::string> graphics_states;  // names given to gs
  std::vector<std::string> intents;          // names given to ri, each once
  std::vector<std::string> faults;           // "EMC without BMC", "q without Q"
  std::vector<std::string> unknown;          // operators of no standard
  std::vector<std::string> missing;          // resources that are used and not there
  int deepest_nesting = 0;                   // of q
};

/// Of every page, in order.
std::vector<PageContent> read_contents(const Document& document);

/// Whether the mark or one around it is an artifact; false for −1.
bool is_artifact(const PageContent& content, int mark);
/// The MCID of the mark or of the nearest around it; −1: none.
int mcid_of(const PageContent& content, int mark);

}  // namespace mognad::verification
