// Report: a document as content. Headings, paragraphs, tiles, tables and figures in reading order; what is said, not
// where or how it looks. Made by build_board_report, laid out by layout/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/language_tag.h"
#include "charts/chart_data.h"
#include "drawing/raster.h"
#include "report/template.h"

namespace mognad {

/// Where a text leads: to an address, or to a section of the report.
struct LinkTarget {
  std::string uri;
  int section = -1;
};

struct TextSpan {
  std::string text;
  bool strong = false;
  std::optional<LinkTarget> link = std::nullopt;
  LanguageTag language = {};      // of the words; empty: the document's
  std::string organisation = {};  // code of the organisation that the words name; empty: none, or the document's own
};
using RichText = std::vector<TextSpan>;

/// A cross-reference. Sections name the kind; when all sections are known it gets its words, or goes.
struct Reference {
  SectionKind section = SectionKind::summary;
  std::string text;  // "Se avsnitt 12, Tabeller."
  int index = -1;    // of the section in the report
};

/// A heading below the section's title.
struct Heading {
  std::string text;
};

struct Paragraph {
  enum class Kind { body, column, small };  // column: text in narrow columns, a little smaller; small: names in three
  RichText text;
  Kind kind = Kind::body;
  bool with_next = false;  // says what the next block shows, and stands on the same page
};

struct List {
  bool numbered = false;
  Paragraph::Kind kind = Paragraph::Kind::body;
  std::vector<RichText> items;
};

/// A number with its name; index tiles end with a strip of the scale.
struct Tile {
  enum class Kind { first, index, second };
  Kind kind = Kind::index;
  std::string label;
  std::string number;
  std::string unit;
  std::string note;
  std::optional<IndexStripData> strip;
  std::string description;  // of the strip, in words
};

struct Tiles {
  std::vector<Tile> tiles;
};

struct TableColumn {
  enum class Align { left, right };
  std::string head;
  Align align = Align::right;
};

struct TableRow {
  std::vector<std::string> cells;  // as many as columns; the first is the row's head
  bool total = false;
};

struct Table {
  std::string title;  // empty: none
  std::string subtitle;
  std::vector<TableColumn> columns;
  bool head = true;  // false: facts, a name and a value in each row
  std::vector<TableRow> rows;
  std::string caption;
  std::optional<Reference> see = std::nullopt;
};

/// A chart with the sentence that says the same.
struct DescribedChart {
  ChartData chart;
  std::string description;
};

struct Figure {
  std::string title;
  std::string subtitle;
  ChartData chart;
  std::string caption;
  std::string description;
  MarkKeyData key;  // above the charts; without rows: none
  std::string key_description;
  std::optional<DescribedChart> left;  // a smaller chart of the same values, left of the chart
  std::optional<Reference> see;        // behind the caption
  bool with_next = false;              // the next block says more of the same and stands on the same page
};

/// A short text that must not be missed, set apart.
struct Callout {
  RichText text;
};

/// The sections with what each of them found, and the page where it begins.
struct Contents {
  struct Entry {
    std::string number;  // empty: the section has none
    std::string title;
    std::string finding;
    int section = 0;  // in the report
  };
  std::vector<Entry> entries;
};

/// A table to write in by hand: rows that begin with an area, and empty ones as far as the page reaches.
struct Plan {
  std::vector<std::string> heads;
  std::vector<std::string> areas;
};

struct Block;
using Blocks = std::vector<Block>;

/// Blocks side by side: two halves, three thirds, or two thirds and one.
struct Columns {
  enum class Split { halves, thirds, two_to_one };
  Split split = Split::halves;
  bool ruled = false;  // a line above each column
  std::vector<Blocks> columns;
};

using BlockVariant = std::variant<Heading, Paragraph, List, Tiles, Table, Figure, Callout, Contents, Plan, Columns>;
/// Copied, moved and destroyed in one source file, as ChartData is.
struct Block : BlockVariant {
  using BlockVariant::BlockVariant;
  Block(const Block& other);
  Block(Block&& other) noexcept;
  Block& operator=(const Block& other);
  Block& operator=(Block&& other) noexcept;
  ~Block();
};

struct Section {
  SectionKind kind = SectionKind::summary;
  std::string title;
  std::string message;  // the page's finding
  Blocks blocks;
  bool numbered = true;  // false: stands outside the count, as the contents do
  int number = 0;        // set when all sections are known
};

struct CoverFact {
  std::string label;
  std::string first;
  std::string second;
};

struct Cover {
  std::string edition;  // "Digital mognad 2025"
  std::string name;
  LanguageTag name_language;  // empty: the document's
  std::string reader;
  std::shared_ptr<const Raster> logo;  // the sender's; null: none
  std::string logo_description;
  CoverFieldData field;
  std::vector<CoverFact> facts;
};

/// A file that goes into the document as its data.
struct Attachment {
  std::string name;
  std::string mime_type;
  std::string description;
  std::string bytes;
};

/// Whose report this is, and of what: it goes into the file's metadata so that the file can prove it.
struct Identity {
  std::string organisation_code;
  std::string organisation_name;
  std::string survey_id;
  int year = 0;
  int edition = 1;
  int replaces = 0;           // edition; 0: none
  std::string model;          // id and version
  std::string program;        // "mognad 0.1.0"
  std::string inputs_sha256;  // of what the inputs came to here: all that the report says, its data and its look
};

/// What a page on the web says beside the content, where a file on paper has its pages.
struct PageWords {
  std::string skip;      // "Till innehållet"
  std::string contents;  // "Innehåll": the list of sections
  std::string chart;     // "Diagram": a frame around one that can be scrolled
  std::string table;     // "Tabell": a frame around one without a title
};

/// What stands above each part of a figure's words where it goes out on its own.
struct FigureWords {
  std::string title;
  std::string subtitle;
  std::string caption;
  std::string description;
};

struct Report {
  std::string title;
  std::string subject;
  std::string author;
  std::string document_tag;  // "sv-SE"
  std::string date;          // ISO 8601, of the report, not of the run
  std::string example_tag;   // on every page when the survey is simulated; empty otherwise
  std::string foot_strong;
  std::string foot_short;      // instead of it where it has no room
  std::string left_out_label;  // before the labels that a figure had no room for
  std::string foot;
  std::string cover_bookmark;
  PageWords page_words;
  FigureWords figure_words;
  Identity identity;
  std::vector<std::string> may_name;  // codes of other organisations that agreed to be named here
  Cover cover;
  std::vector<Section> sections;
  std::vector<Attachment> attachments;
};

}  // namespace mognad
