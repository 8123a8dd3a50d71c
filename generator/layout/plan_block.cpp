#include "layout/plan_block.h"

#include "layout/grid.h"

namespace mognad {
namespace {

constexpr double kRow = 49.5;
constexpr double kHead = 16.5;
constexpr std::size_t kMostRows = 6;

class PlanLayout {
 public:
  PlanLayout(LayoutContext& context, const Plan& plan, double width, int parent)
      : context_(context), plan_(plan), theme_(context.style.theme), width_(width) {
    element_ = context.structure.add(parent, Role::table);
  }

  Rows run() {
    add_head();
    const int body = plan_.areas.empty() ? -1 : context_.structure.add(element_, Role::tbody);
    for (const std::string& area : plan_.areas) add_area(area, body);
    while (rows_.size() < kMostRows + 1) add_empty();
    return std::move(rows_);
  }

 private:
  /// The first column is for the area, the second, where most is written, twice as wide as the others.
  double left(std::size_t column) const {
    const double unit = width_ / (static_cast<double>(plan_.heads.size()) + 1);
    return unit * static_cast<double>(column + (column > 1 ? 1 : 0));
  }

  void put(Row& row, const std::string& text, TextRole role, std::size_t column, int element) {
    put_text(context_, row.picture, text, role, {left(column), 3}, left(column + 1) - left(column) - 8, element,
             {.hyphenate = true, .balance = false});
  }

  void rule(Row& row, double y, Colour colour, double width) const {
    tagged(row.picture, TagBegin::kArtifact, [&] {
      row.picture.items.emplace_back(
          straight_line({0, y}, {width_, y}, {.colour = colour, .width = width, .cap = Cap::butt, .dash = {}}));
    });
    row.picture.size = {width_, y};
  }

  void add_head() {
    Row row;
    const int tr = context_.structure.add(context_.structure.add(element_, Role::thead), Role::tr);
    for (std::size_t c = 0; c < plan_.heads.size(); ++c) {
      const int th = context_.structure.add(tr, Role::th);
      context_.structure.at(th).scope = Element::Scope::column;
      put(row, plan_.heads[c], TextRole::table_head, c, th);
    }
    rule(row, kHead, theme_.colours.ink, 1);
    row.keep_with_next = true;
    rows_.push_back(std::move(row));
  }

  void add_area(const std::string& area, int body) {
    Row row;
    const int tr = context_.structure.add(body, Role::tr);
    for (std::size_t c = 0; c < plan_.heads.size(); ++c) {
      const int cell = context_.structure.add(tr, c == 0 ? Role::th : Role::td);
      if (c > 0) continue;
      context_.structure.at(cell).scope = Element::Scope::row;
      put(row, area, TextRole::table_strong, c, cell);
    }
    rule(row, kRow, theme_.colours.mark, 0.75);
    row.keep_with_next = rows_.size() < plan_.areas.size();
    rows_.push_back(std::move(row));
  }

  /// Nothing to read: its line alone, an artifact.
  void add_empty() {
    Row row;
    rule(row, kRow, theme_.colours.mark, 0.75);
    row.filler = true;
    rows_.push_back(std::move(row));
  }

  LayoutContext& context_;
  const Plan& plan_;
  const Theme& theme_;
  double width_;
  int element_ = 0;
  Rows rows_;
};

}  // namespace

Rows plan_rows(LayoutContext& context, const Plan& plan, double width, int parent) {
  return PlanLayout(context, plan, width, parent).run();
}

}  // namespace mognad
