#include "layout/table_block.h"

#include <algorithm>

#include "layout/grid.h"

namespace mognad {
namespace {

constexpr double kRow = 16.5;
constexpr double kGap = 10;
constexpr double kWordsGap = 14;  // before a column of words

class TableLayout {
 public:
  TableLayout(LayoutContext& context, const Table& table, double width, int parent)
      : context_(context),
        table_(table),
        width_(width),
        full_width_(width),
        parent_(parent),
        theme_(context.style.theme) {}

  Rows run() {
    add_title();
    element_ = context_.structure.add(parent_, Role::table);
    measure();
    if (table_.head) add_head();
    add_body();
    add_caption();
    return std::move(rows_);
  }

 private:
  bool words(std::size_t column) const { return table_.columns[column].align == TableColumn::Align::left; }

  TextRole role_of(std::size_t row, std::size_t column) const {
    const bool name = !table_.head && column == 0;
    return table_.rows[row].total || name ? TextRole::table_strong : TextRole::table_cell;
  }

  double text_width(const std::string& text, TextRole role) const {
    return context_.style.shaper.width(text, theme_.style(role));
  }

  void add_title() {
    if (table_.title.empty()) return;
    Row row;
    const int element = context_.structure.add(parent_, Role::p);
    double y = put_text(context_, row.picture, table_.title, TextRole::figure_title, {0, 0}, width_, element);
    if (!table_.subtitle.empty())
      y += put_text(context_, row.picture, table_.subtitle, TextRole::figure_subtitle, {0, y}, width_,
                    context_.structure.add(parent_, Role::p));
    row.picture.size = {width_, y + 3};
    row.keep_with_next = true;
    rows_.push_back(std::move(row));
  }

  /// Body cells never break if they can help it; heads break between words where the columns are tight. What is left
  /// over goes between the columns, but never so much that the eye loses its row.
  void measure() {
    const std::size_t count = table_.columns.size();
    std::vector<double> needed(count), wanted(count);
    double total = 0;
    for (std::size_t c = 0; c < count; ++c) {
      if (table_.head) needed[c] = widest_word(table_.columns[c].head);
      for (std::size_t r = 0; r < table_.rows.size(); ++r)
        needed[c] = std::max(needed[c], text_width(table_.rows[r].cells[c], role_of(r, c)));
      wanted[c] =
          table_.head ? std::max(needed[c], text_width(table_.columns[c].head, TextRole::table_head)) : needed[c];
      total += needed[c] + (c == 0 ? 0 : gap(c));
    }
    if (total > width_) shrink(needed, total);
    for (std::size_t c = 0; c < count; ++c) {
      const double more = wanted[c] - needed[c];
      if (total + more > width_) continue;
      needed[c] += more;
      total += more;
    }
    const double most_between = width_ > 300 ? 60 : width_;  // a narrow table fills its column
    const double spare = std::max(0.0, width_ - total);
    const double share = count > 1 && table_.head ? std::min(most_between, spare / static_cast<double>(count - 1)) : 0;
    double x = 0;
    for (std::size_t c = 0; c < count; ++c) {
      if (c > 0) x += gap(c) + share;
      lefts_.push_back(x);
      x += needed[c];
      rights_.push_back(x);
    }
    if (!table_.head) rights_.back() = width_;
    else width_ = std::min(width_, x);
  }

  double widest_word(const std::string& text) const {
    double widest = 0;
    std::size_t start = 0;
    while (start < text.size()) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      widest = std::max(widest, text_width(text.substr(start, end - start), TextRole::table_head));
      start = end + 1;
    }
    return widest;
  }

  double gap(std::size_t column) const { return words(column) ? kWordsGap : kGap; }

  /// The widest column of words gives way and breaks into lines.
  void shrink(std::vector<double>& needed, double& total) const {
    std::size_t widest = 0;
    for (std::size_t c = 0; c < needed.size(); ++c)
      if (words(c) && (!words(widest) || needed[c] > needed[widest])) widest = c;
    const double less = std::min(total - width_, needed[widest] - 60);
    needed[widest] -= less;
    total -= less;
  }

  void add_head() {
    const int thead = context_.structure.add(element_, Role::thead);
    const int tr = context_.structure.add(thead, Role::tr);
    auto picture = std::make_shared<Picture>();
    Row row;
    const double leading = theme_.style(TextRole::table_head).leading;
    std::size_t most = 1;
    for (std::size_t c = 0; c < table_.columns.size(); ++c)
      most = std::max(most, cell_lines(table_.columns[c].head, TextRole::table_head, c).size());
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const int th = context_.structure.add(tr, Role::th);
      context_.structure.at(th).scope = Element::Scope::column;
      // Heads of fewer lines stand on the rule.
      const auto missing = static_cast<double>(
          most - std::max<std::size_t>(1, cell_lines(table_.columns[c].head, TextRole::table_head, c).size()));
      put_cell(row.picture, table_.columns[c].head, TextRole::table_head, c, th, 3 + missing * leading);
    }
    const double height = std::max(kRow, static_cast<double>(most) * leading + 6);
    rule(row.picture, height, theme_.colours.ink, 1);
    row.picture.size = {width_, height};
    row.keep_with_next = true;
    // On a following page the head is seen again, but read only once: there it is an artifact.
    *picture = row.picture;
    std::erase_if(picture->items, [](const Item& item) {
      return std::holds_alternative<TagBegin>(item) || std::holds_alternative<TagEnd>(item);
    });
    picture->items.insert(picture->items.begin(), TagBegin{});
    picture->items.emplace_back(TagEnd{});
    repeated_head_ = std::move(picture);
    rows_.push_back(std::move(row));
  }

  void add_body() {
    const int tbody = context_.structure.add(element_, Role::tbody);
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
      const int tr = context_.structure.add(tbody, Role::tr);
      Row row;
      double height = 0;
      for (std::size_t c = 0; c < table_.columns.size(); ++c) {
        const int cell = context_.structure.add(tr, c == 0 ? Role::th : Role::td);
        if (c == 0) context_.structure.at(cell).scope = Element::Scope::row;
        height = std::max(height, put_cell(row.picture, table_.rows[r].cells[c], role_of(r, c), c, cell, 2.5));
      }
      height = std::max(kRow, height + 5);
      rule(row.picture, height, table_.rows[r].total ? theme_.colours.mark : theme_.colours.hair,
           table_.rows[r].total ? 0.75 : 0.5);
      row.picture.size = {width_, height};
      row.repeated_head = repeated_head_;
      // A table of few rows stays whole; a longer one never leaves one row alone.
      row.keep_with_next = table_.rows.size() <= 12 ? r + 1 < table_.rows.size() : r < 2 || r + 2 == table_.rows.size();
      rows_.push_back(std::move(row));
    }
  }

  std::vector<Line> cell_lines(const std::string& text, TextRole role, std::size_t c) const {
    return break_lines(context_.style.shaper, {{text, theme_.style(role)}}, rights_[c] - lefts_[c] + 0.01,
                       {.hyphenate = role != TextRole::table_head, .balance = false});
  }

  double put_cell(Picture& picture, const std::string& text, TextRole role, std::size_t c, int element, double top) {
    const TextStyle& style = theme_.style(role);
    const double width = rights_[c] - lefts_[c];
    const double leading = role == TextRole::table_head ? style.leading : 11.5;
    auto lines = cell_lines(text, role, c);
    double y = top;
    tagged(picture, element, [&] {
      for (Line& line : lines) {
        const double x = words(c) ? lefts_[c] : rights_[c] - line.width;
        put_lines(context_, picture, {&line, 1}, {x, y}, leading, width + 0.02);
        y += leading;
      }
    });
    return y - top;
  }

  void rule(Picture& picture, double y, Colour colour, double width) const {
    tagged(picture, TagBegin::kArtifact, [&] {
      picture.items.emplace_back(
          straight_line({0, y}, {width_, y}, {.colour = colour, .width = width, .cap = Cap::butt, .dash = {}}));
    });
  }

  void add_caption() {
    const RichText caption = caption_of(table_.caption, table_.see);
    if (caption.empty()) return;
    Row row;
    row.space_before = 8;
    const double height =
        put_text(context_, row.picture, caption, TextRole::caption, TextRole::caption, {0, 0},
                 std::min(full_width_, grid::kCaptionWidth), context_.structure.add(element_, Role::caption));
    row.picture.size = {width_, height};
    if (!rows_.empty()) rows_.back().keep_with_next = true;
    rows_.push_back(std::move(row));
  }

  LayoutContext& context_;
  const Table& table_;
  double width_;       // of the columns
  double full_width_;  // that was given
  int parent_;
  const Theme& theme_;
  int element_ = 0;
  std::vector<double> lefts_;
  std::vector<double> rights_;
  std::shared_ptr<const Picture> repeated_head_;
  Rows rows_;
};

}  // namespace

Rows table_rows(LayoutContext& context, const Table& table, double width, int parent) {
  return TableLayout(context, table, width, parent).run();
}

}  // namespace mognad
