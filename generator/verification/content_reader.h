// Goes through a content stream operator by operator and notes what it does in a page's content: the machine behind
// read_contents. It is given up on what is nested too deep; everything else damaged is a fault, and reading goes on.
#pragma once

#include <algorithm>
#include <set>
#include <tuple>

#include "verification/content_lexer.h"
#include "verification/content_operators.h"
#include "verification/page_content.h"

namespace mognad::verification {

/// What q saves and Q brings back, as far as rules ask for it.
struct TextState {
  int font = 0;
  long long rendering = 0;
};

/// What belongs to one stream: the page's, a form's, a pattern's or a glyph's.
struct Place {
  const Dictionary* resources = nullptr;
  int form = 0;
  int depth = 0;
  bool in_text = false;
  enum class Path { none, open, clipping } path = Path::none;
  std::vector<TextState> saved;
  std::vector<bool> opened_in_text;  // of each open sequence
};

class ContentReader {
 public:
  ContentReader(const Document& document, PageContent& content) : document_(document), content_(content) {}

  void read(std::string_view data, const Dictionary* resources, int form, int depth);

 private:
  void fault(std::string text);
  void take(const Token& token, ContentLexer& lexer, Place& place);
  /// The operands, an array or dictionary counted as one.
  int count_operands() const;
  /// Notes an operator that may not stand where it does, and goes on as if it might.
  void check_place(std::string_view name, OperatorPlace of_operator, Place& place);
  void continue_path(std::string_view name, OperatorPlace of_operator, Place& place);
  void perform(std::string_view name, ContentLexer& lexer, Place& place);
  bool perform_state(std::uint32_t code, Place& place);
  bool perform_text(std::uint32_t code, Place& place);
  bool perform_colour(std::string_view name, std::uint32_t code, Place& place);
  void add_colour(std::string_view name, std::string space, const Place& place);
  bool perform_mark(std::uint32_t code, Place& place);
  Mark read_mark(const Place& place, bool point);
  void perform_painting(std::string_view name, std::uint32_t code, ContentLexer& lexer, Place& place);
  void paint_object(Place& place);
  void paint_inline_image(ContentLexer& lexer, const Place& place);
  void set_font(Place& place);
  void show();
  /// Reads the stream of a form, pattern or glyph as part of this page, the first time that the page uses it.
  void descend(const Value& value, const Place& from, const Dictionary* otherwise = nullptr);
  /// The entry of a resource, not followed; a missing one is noted.
  const Value& resource(const Place& place, std::string_view kind, const std::string& name);

  const Document& document_;
  PageContent& content_;
  std::vector<Token> operands_;
  TextState state_;
  int mark_ = -1;
  int nesting_ = 0;
  bool given_up_ = false;
  std::set<int> descended_;
  std::set<std::tuple<int, std::string, std::string>> colours_;  // form, operator, space
  std::set<std::string> states_;
};

/// Adds an item that isn't there yet, to a list that stays short.
template <class Item>
void add_once(std::vector<Item>& items, Item item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

}  // namespace mognad::verification
