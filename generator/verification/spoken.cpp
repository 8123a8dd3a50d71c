#include "verification/spoken.h"

#include <memory>
#include <optional>
#include <unordered_map>

#include "verification/destinations.h"
#include "verification/page_text.h"
#include "verification/table_grid.h"

namespace mognad::verification {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Adds a piece of text, with a space between that and what was there.
void append(std::string& text, std::string_view piece) {
  if (piece.empty()) return;
  if (!text.empty() && !is_space(text.back()) && !is_space(piece.front())) text += ' ';
  text += piece;
}

/// White space as single spaces, none at the ends.
std::string tidy(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (!is_space(c)) made += c;
    else if (!made.empty() && made.back() != ' ') made += ' ';
  }
  if (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

/// Standard types whose elements stand in a line of text (ISO 32000-1, 14.8.4.4).
bool is_inline(std::string_view role) {
  for (const char* known : {"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP",
                            "Warichu", "WT", "WP", "Lbl", "Form"})
    if (role == known) return true;
  return false;
}

std::string counted(std::size_t count, std::string_view one, std::string_view several) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

class Speaker {
 public:
  Speaker(const ReadFile& file, const MarkedText& text) : file_(file), text_(text), destinations_(file.document) {
    const String* language = file.document.get(file.document.catalog, "Lang").string();
    document_language_ = language ? text_of(*language) : std::string();
  }

  std::vector<std::string> run() {
    if (!document_language_.empty()) lines_.push_back("language " + document_language_);
    said_language_ = document_language_;
    for (const int root : file_.tree.roots) block(root, document_language_);
    return std::move(lines_);
  }

 private:
  const TagElement& element(int index) const { return file_.tree.elements[static_cast<std::size_t>(index)]; }

  static const std::string& language_of(const TagElement& element, const std::string& around) {
    return element.language.empty() ? around : element.language;
  }

  void say(const std::string& language, std::string_view kind, std::string_view text) {
    if (language != said_language_) lines_.push_back("language " + language);
    said_language_ = language;
    const std::string said = tidy(text);
    lines_.push_back(said.empty() ? std::string(kind) : std::string(kind) + ": " + said);
  }

  // The tree is at most 200 elements deep, so that these functions may call each other.

  /// What is said of an element in a line: its replacement, its description, or its content and inline kids.
  std::string line(const TagElement& element, const std::string& around) const {
    const std::string& language = language_of(element, around);
    std::string text;
    if (element.has_actual) text = element.actual;
    else if (element.has_alternative) text = element.alternative;
    else
      for (const TagKid& kid : element.kids) append(text, piece(kid, language));
    if (element.role == "Link") text = "[link " + tidy(text) + target(element) + "]";
    if (language != around) text = "[" + language + ": " + tidy(text) + "]";
    return text;
  }

  std::string piece(const TagKid& kid, const std::string& language) const {
    if (kid.kind == TagKid::Kind::marked_content) return kid.page < 0 ? std::string() : text_(kid.page, kid.mcid);
    return kid.kind == TagKid::Kind::element ? line(element(kid.element), language) : std::string();
  }

  /// " to page 4", of the annotation that a Link element holds.
  std::string target(const TagElement& link) const {
    for (const TagKid& kid : link.kids) {
      if (kid.kind != TagKid::Kind::object) continue;
      const Dictionary* annotation = file_.document.object(kid.reference.number).dictionary();
      if (!annotation) continue;
      const Target found = destinations_.target_of(*annotation);
      if (found.page >= 0) return " to " + on_page(static_cast<std::size_t>(found.page));
      if (!found.address.empty()) return " to " + found.address;
    }
    return " to nowhere";
  }

  void block(int index, const std::string& around) {
    const TagElement& told = element(index);
    const std::string& language = language_of(told, around);
    const std::string& role = told.role;
    if (role == "L") list(told, language);
    else if (role == "LI") item(told, language);
    else if (role == "Table") table(index, language);
    else if (role == "TOC") contents(told, language);
    else if (role == "Figure" || role == "Formula")
      say(language, role == "Figure" ? "figure" : "formula", described(told, language));
    else if (role.size() <= 2 && role.starts_with('H'))
      say(language, "heading " + role.substr(1), words(told, language));
    else if (is_inline(role)) say(language, "text", line(told, around));
    else mixed(told, language, kind_of(role));
  }

  static std::string_view kind_of(std::string_view role) {
    if (role == "P") return "paragraph";
    if (role == "Caption") return "caption";
    if (role == "BlockQuote") return "quotation";
    if (role == "Note") return "note";
    if (role == "TOCI") return "entry";
    return "text";
  }

  /// The text of an element whose language has been said.
  std::string words(const TagElement& told, const std::string& language) const {
    std::string text;
    if (told.has_actual || told.has_alternative) return told.has_actual ? told.actual : told.alternative;
    for (const TagKid& kid : told.kids) append(text, piece(kid, language));
    return text;
  }

  std::string described(const TagElement& told, const std::string& language) const {
    return told.has_alternative ? told.alternative : words(told, language);
  }

  /// Text and inline elements in a line, blocks among them in their place.
  void mixed(const TagElement& told, const std::string& language, std::string_view kind) {
    if (told.has_actual || told.has_alternative) {
      say(language, kind, words(told, language));
      return;
    }
    std::string text;
    const auto flush = [&] {
      if (!tidy(text).empty()) say(language, kind, text);
      text.clear();
    };
    for (const TagKid& kid : told.kids) {
      if (kid.kind == TagKid::Kind::element && !is_inline(element(kid.element).role)) {
        flush();
        block(kid.element, language);
      } else {
        append(text, piece(kid, language));
      }
    }
    flush();
  }

  std::size_t count(const TagElement& told, std::string_view role) const {
    std::size_t found = 0;
    for (const TagKid& kid : told.kids)
      if (kid.kind == TagKid::Kind::element && element(kid.element).role == role) ++found;
    return found;
  }

  void list(const TagElement& told, const std::string& language) {
    say(language, "list of " + counted(count(told, "LI"), "item", "items"), {});
    mixed(told, language, "text");
  }

  void item(const TagElement& told, const std::string& language) {
    std::string label;
    for (const TagKid& kid : told.kids) {
      if (kid.kind != TagKid::Kind::element) continue;
      const TagElement& part = element(kid.element);
      if (part.role == "Lbl") label += " " + tidy(words(part, language));
      else mixed(part, language_of(part, language), "item" + label);
    }
  }

  void contents(const TagElement& told, const std::string& language) {
    say(language, "contents of " + counted(count(told, "TOCI"), "entry", "entries"), {});
    mixed(told, language, "text");
  }

  /// Each row with its cells, a cell with the heads above it; the heads of columns are not said twice.
  void table(int index, const std::string& language) {
    const TableGrid grid = read_table_grid(file_.document, file_.tree, index);
    for (const TagKid& kid : element(index).kids)
      if (kid.kind == TagKid::Kind::element && element(kid.element).role == "Caption") block(kid.element, language);
    const std::size_t columns = grid.places.empty() ? 0 : grid.places.front().size();
    say(language,
        "table of " + counted(grid.rows.size(), "row", "rows") + " and " + counted(columns, "column", "columns"), {});
    std::vector<std::string> heads;  // by column
    std::size_t at = 0;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
      std::string said;
      bool only_heads = true;
      for (; at < grid.cells.size() && grid.cells[at].row == row; ++at) {
        const TableCell& cell = grid.cells[at];
        const std::string text = tidy(cell_text(cell.element, language));
        const auto column = static_cast<std::size_t>(cell.column);
        const std::string_view scope = cell.head ? scope_of(file_.document, file_.tree, cell) : std::string_view();
        if (!said.empty()) said += "; ";
        if (scope != "Column" && column < heads.size() && !heads[column].empty()) said += heads[column] + " ";
        said += text;
        if (scope != "Column") only_heads = only_heads && text.empty();
        else set_heads(heads, cell, text);
      }
      say(language, only_heads ? "heads" : "row", said);
    }
  }

  static void set_heads(std::vector<std::string>& heads, const TableCell& cell, const std::string& text) {
    const auto end = static_cast<std::size_t>(cell.column + cell.width);
    if (heads.size() < end) heads.resize(end);
    for (auto column = static_cast<std::size_t>(cell.column); column < end; ++column) heads[column] = text;
  }

  std::string cell_text(int index, const std::string& language) const {
    const TagElement& cell = element(index);
    const std::string& own = language_of(cell, language);
    const std::string text = words(cell, own);
    return own == language ? text : "[" + own + ": " + tidy(text) + "]";
  }

  const ReadFile& file_;
  const MarkedText& text_;
  Destinations destinations_;
  std::string document_language_;
  std::string said_language_;
  std::vector<std::string> lines_;
};

using PageTexts = std::unordered_map<int, std::string>;

/// The text of each MCID of a page.
PageTexts texts_of(const Fonts& fonts, const PageContent& content) {
  PageTexts texts;
  int last_replaced = -1;
  for (const ShownText& shown : content.shown) {
    const int mcid = mcid_of(content, shown.mark);
    if (mcid < 0) continue;
    const int replaced = actual_text_mark(content, shown.mark);
    std::string& text = texts[mcid];
    // A mark's ActualText stands once for all that is shown in it.
    if (replaced >= 0 && replaced != last_replaced)
      text += text_of(*content.marks[static_cast<std::size_t>(replaced)].properties["ActualText"].string());
    else if (replaced < 0) text += fonts.text(shown.font, shown.codes);
    last_replaced = replaced;
  }
  return texts;
}

}  // namespace

MarkedText marked_text(const ReadFile& file) {
  const auto pages = std::make_shared<std::vector<std::optional<PageTexts>>>(file.contents.size());
  return [pages, &fonts = file.fonts, &contents = file.contents](int page, int mcid) {
    if (static_cast<std::size_t>(page) >= pages->size()) return std::string();
    std::optional<PageTexts>& known = (*pages)[static_cast<std::size_t>(page)];
    if (!known) known = texts_of(fonts, contents[static_cast<std::size_t>(page)]);
    const PageTexts& texts = *known;
    const auto place = texts.find(mcid);
    return place == texts.end() ? std::string() : place->second;
  };
}

std::vector<std::string> spoken(const ReadFile& file, const MarkedText& text) { return Speaker(file, text).run(); }

}  // namespace mognad::verification
