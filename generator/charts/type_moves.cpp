// More than 300 lines, and whole: key, heads, bars, flows and their numbers share the same few lengths.
#include "charts/type_moves.h"

#include <algorithm>

#include "charts/marks.h"
#include "text/line_breaker.h"

namespace mognad {
namespace {

constexpr double kStack = 250;  // the height of all organisations together
constexpr double kHead = 18;
constexpr double kKeyLine = 14;
constexpr double kKeyBox = 8;
constexpr double kSlotGap = 13;
constexpr double kLeading = 11;
constexpr double kBar = 9;
constexpr double kUnknown = 9;  // the height of what a bar has more that is withheld
constexpr double kStub = 14;    // the length of the dotted line that stands for withheld flows
constexpr double kNamesShare = 0.35;
constexpr double kNamesMost = 118;
constexpr double kNumber = 8.6;   // the height of figures on paper
constexpr double kFigures = 6.8;  // and of their ink, on a flow

struct Node {
  double top = 0;
  double height = 0;
  double used = 0;    // by flows that begin or end here
  double known = 0;   // of its height; what is below is withheld
  bool more = false;  // withheld flows begin or end here
};

struct Flow {
  std::size_t from = 0;
  std::size_t to = 0;
  double count = 0;
  double left = 0;  // upper edges
  double right = 0;
  double thickness = 0;
};

class MovesDrawing {
 public:
  MovesDrawing(const TypeMovesData& data, double width, const ChartStyle& style, std::vector<std::string>* dropped)
      : data_(data), style_(style), theme_(style.theme), dropped_(dropped), pen_(picture_), width_(width) {
    names_ = std::min({kNamesMost, width * kNamesShare, widest_name()});
    left_ = names_end() + 10 + widest(data.before_texts, data.from_head) + 5;
    letters_ = widest(data.letters, "") + (data.letters.empty() ? 0 : 6);
    right_ = width - letters_ - widest(data.after_texts, data.to_head) - 5 - kBar;
    head_ = kHead + key_height();
    collect_flows();
    place_nodes();
    picture_.size = {width, bottom_};
  }

  Picture run() {
    draw_key();
    draw_heads();
    std::stable_sort(flows_.begin(), flows_.end(), paints_before);
    for (const Flow& flow : flows_) draw_flow(flow);
    draw_withheld();
    for (std::size_t i = 0; i < types(); ++i) draw_type(i);
    for (const Flow& flow : flows_) draw_number(flow);
    return std::move(picture_);
  }

 private:
  std::size_t types() const { return data_.names.size(); }

  double text_width(const std::string& text, TextRole role) const {
    return style_.shaper.width(text, theme_.style(role));
  }

  double widest(const std::vector<std::string>& texts, const std::string& head) const {
    double most = text_width(head, TextRole::table_head);
    for (const std::string& text : texts) most = std::max(most, text_width(text, TextRole::chart_strong));
    return std::min(most, width_ * 0.15);
  }

  double widest_name() const {
    double most = 0;
    for (const std::string& name : data_.names) most = std::max(most, text_width(name, TextRole::chart_strong) + 1);
    return most;
  }

  /// Names that are broken leave room at their right.
  double names_end() const {
    double end = 0;
    for (std::size_t i = 0; i < types(); ++i)
      for (const Line& text : name_lines(i)) end = std::max(end, text.width);
    return std::min(end, names_);
  }

  std::vector<Line> name_lines(std::size_t i) const {
    return break_lines(style_.shaper, {{data_.names[i], theme_.style(TextRole::chart_strong)}}, names_,
                       {.hyphenate = false, .balance = true});
  }

  /// What stayed is painted first, then moves from the largest.
  static bool paints_before(const Flow& a, const Flow& b) {
    if ((a.from == a.to) != (b.from == b.to)) return a.from == a.to;
    return a.count > b.count;
  }

  void collect_flows() {
    nodes_before_.resize(types()), nodes_after_.resize(types());
    for (std::size_t from = 0; from < std::min(types(), data_.moved.size()); ++from)
      for (std::size_t to = 0; to < std::min(types(), data_.moved[from].size()); ++to) {
        const Measured& moved = data_.moved[from][to];
        if (!moved) nodes_before_[from].more = nodes_after_[to].more = true;
        else if (moved.number() > 0) flows_.push_back({.from = from, .to = to, .count = moved.number()});
      }
  }

  /// Organisations of a type in a year: as told, and never fewer than the flows that touch it.
  double size_of(const Measured& told, std::size_t type, std::size_t Flow::* end) const {
    double size = 0;
    for (const Flow& flow : flows_)
      if (flow.*end == type) size += flow.count;
    return told ? std::max(size, told.number()) : size;
  }

  /// A type stands at the same height in both years, in a slot for the larger of its bars and for its name.
  void place_nodes() {
    std::vector<double> before, after;
    double all_before = 0, all_after = 0;
    for (std::size_t i = 0; i < types(); ++i) {
      before.push_back(size_of(data_.before[i], i, &Flow::from));
      after.push_back(size_of(data_.after[i], i, &Flow::to));
      all_before += before[i], all_after += after[i];
    }
    unit_ = kStack / std::max({1.0, all_before, all_after});
    double y = head_;
    for (std::size_t i = 0; i < types(); ++i) {
      set_height(nodes_before_[i], before[i], data_.before[i]);
      set_height(nodes_after_[i], after[i], data_.after[i]);
      const double left = nodes_before_[i].height, right = nodes_after_[i].height;
      const double slot = std::max({left, right, kLeading * static_cast<double>(name_lines(i).size())});
      nodes_before_[i].top = y + (slot - left) / 2;
      nodes_after_[i].top = y + (slot - right) / 2;
      y += slot + kSlotGap;
    }
    bottom_ = types() == 0 ? 0 : y - kSlotGap + 3;
    set_ends();
  }

  /// Of a type whose number is withheld its known flows, and a little for those that are not.
  void set_height(Node& node, double size, const Measured& told) const {
    node.known = size * unit_;
    node.height = node.known + (told ? 0.0 : kUnknown);
  }

  /// Flows leave and arrive in the order of the types, so that few of them cross; where what is left of a bar goes to,
  /// or comes from, is withheld.
  void set_ends() {
    for (Flow& flow : flows_) {
      Node &from = nodes_before_[flow.from], &to = nodes_after_[flow.to];
      flow.thickness = flow.count * unit_;
      flow.left = from.top + from.used, flow.right = to.top + to.used;
      from.used += flow.thickness, to.used += flow.thickness;
    }
  }

  double key_width(const std::string& text) const { return kKeyBox + 5 + text_width(text, TextRole::chart); }
  bool key_on_a_line() const { return key_width(data_.stayed_label) + 16 + key_width(data_.moved_label) <= width_; }
  double key_height() const {
    if (data_.stayed_label.empty() && data_.moved_label.empty()) return 0;
    return (key_on_a_line() ? 1 : 2) * kKeyLine + 6;
  }

  /// What the two colours mean, with the sums that the figure is about.
  void draw_key() {
    Point at{0, 0};
    for (const bool moved : {false, true}) {
      const std::string& text = moved ? data_.moved_label : data_.stayed_label;
      if (text.empty()) continue;
      pen_.rectangle({at.x, at.y, kKeyBox, kKeyBox});
      pen_.fill(colour_of(!moved));
      draw_text(pen_, style_, text, TextRole::chart, {at.x + kKeyBox + 5, at.y + 7.4});
      if (key_on_a_line()) at.x += key_width(text) + 16;
      else at.y += kKeyLine;
    }
  }

  Colour colour_of(bool stays) const { return stays ? theme_.colours.band : theme_.ramps.heat[3]; }

  void draw_heads() {
    draw_text(pen_, style_, data_.from_head, TextRole::table_head, {left_ + kBar, head_ - 9}, Align::right);
    draw_text(pen_, style_, data_.to_head, TextRole::table_head, {right_, head_ - 9});
  }

  void draw_type(std::size_t i) {
    const Node &before = nodes_before_[i], &after = nodes_after_[i];
    const auto lines = name_lines(i);
    double baseline = before.top + before.height / 2 + 3.2 - kLeading / 2 * (static_cast<double>(lines.size()) - 1);
    for (const Line& text : lines) {
      for (const GlyphRun& run : text.runs) pen_.text(run, {run.origin.x, baseline});
      baseline += kLeading;
    }
    draw_bar(before, left_);
    draw_bar(after, right_);
    draw_text(pen_, style_, data_.before_texts[i], TextRole::chart_strong,
              {left_ - 5, before.top + before.height / 2 + 3.2}, Align::right);
    const double middle = after.top + after.height / 2 + 3.2;
    if (i < data_.letters.size())
      draw_text(pen_, style_, data_.letters[i], TextRole::chart_strong, {right_ + kBar + 5, middle});
    draw_text(pen_, style_, data_.after_texts[i], TextRole::chart_strong, {right_ + kBar + 5 + letters_, middle});
  }

  /// What is withheld is an open frame below what is known.
  void draw_bar(const Node& node, double x) {
    if (node.known > 0) pen_.rectangle({x, node.top, kBar, node.known});
    if (node.known > 0) pen_.fill(theme_.colours.ink_3);
    if (node.height <= node.known) return;
    pen_.rectangle({x + 0.25, node.top + node.known + 0.25, kBar - 0.5, node.height - node.known - 0.5});
    pen_.fill_and_stroke(theme_.colours.paper, line(theme_.colours.mark, 0.5));
  }

  double start() const { return left_ + kBar; }

  void draw_flow(const Flow& flow) {
    const double middle = (start() + right_) / 2;
    const double from = start(), to = right_;
    pen_.move_to({from, flow.left}).curve_to({middle, flow.left}, {middle, flow.right}, {to, flow.right});
    pen_.line_to({to, flow.right + flow.thickness});
    pen_.curve_to({middle, flow.right + flow.thickness}, {middle, flow.left + flow.thickness},
                  {from, flow.left + flow.thickness});
    pen_.close();
    pen_.fill_and_stroke(colour_of(flow.from == flow.to), line(theme_.colours.paper, 0.5));
  }

  /// A short dotted line out of each bar that withheld flows leave, with their symbol, and into each where they arrive:
  /// lines from bar to bar would be as many as what is shown, and cross it.
  void draw_withheld() {
    const auto rest = [](const Node& node) { return node.top + (node.used + node.height) / 2; };
    const std::string& symbol = withheld_text();
    for (const Node& node : nodes_before_) {
      if (!node.more) continue;
      pen_.move_to({start() + 2, rest(node)}).line_to({start() + 2 + kStub, rest(node)});
      draw_text(pen_, style_, symbol, TextRole::chart, {start() + kStub + 4, rest(node) + 2});
      numbers_taken_.push_back({start(), rest(node) - 3, kStub + 5 + text_width(symbol, TextRole::chart), 6});
    }
    for (const Node& node : nodes_after_)
      if (node.more) pen_.move_to({right_ - 2 - kStub, rest(node)}).line_to({right_ - 2, rest(node)});
    pen_.stroke({.colour = theme_.colours.ink_3, .width = 1, .cap = Cap::butt, .dash = {1.5, 1.5}});
  }

  const std::string& withheld_text() const {
    static const std::string kNone;
    for (std::size_t from = 0; from < data_.moved.size(); ++from)
      for (std::size_t to = 0; to < data_.moved[from].size(); ++to)
        if (!data_.moved[from][to]) return data_.texts[from][to];
    return kNone;
  }

  /// The middle of a flow at `t` of its way: the curve's own formula with its two middle points halfway.
  Point point_of(const Flow& flow, double t) const {
    const double u = 1 - t;
    const double x = u * u * u * start() + 3 * u * t * (start() + right_) / 2 + t * t * t * right_;
    const double y = flow.left + (flow.right - flow.left) * t * t * (3 - 2 * t);
    return {x, y + flow.thickness / 2};
  }

  /// The number stands in its flow where that is as thick as its ink, else on paper over it, at the first place that no
  /// other number has. Near the bars flows have not crossed yet.
  void draw_number(const Flow& flow) {
    const std::string& text = data_.texts[flow.from][flow.to];
    const double width = text_width(text, TextRole::chart_strong);
    const bool inside = flow.thickness >= kFigures;
    const double height = inside ? kFigures : kNumber;
    const double first = (width / 2 + 4) / (right_ - start());
    for (const double t :
         {first, 0.16, 0.2, 0.24, 0.28, 0.88, 0.84, 0.8, 0.76, 0.5, 0.35, 0.65, 0.42, 0.58, 0.08, 0.92}) {
      const Point centre = point_of(flow, t);
      const Rect box{centre.x - width / 2 - 2, centre.y - height / 2, width + 4, height};
      if (box.x < start() + 1 || box.right() > right_ - 1) continue;
      if (std::any_of(numbers_taken_.begin(), numbers_taken_.end(), [&](const Rect& o) { return o.overlaps(box); }))
        continue;
      numbers_taken_.push_back(box);
      const Point at{centre.x, centre.y + 3};
      if (inside) draw_text(pen_, style_, text, TextRole::chart_strong, at, Align::centre);
      else draw_text_on_paper(pen_, style_, text, TextRole::chart_strong, at, Align::centre);
      return;
    }
    if (dropped_) dropped_->push_back(text);
  }

  const TypeMovesData& data_;
  const ChartStyle& style_;
  const Theme& theme_;
  std::vector<std::string>* dropped_;
  Picture picture_;
  Pen pen_;
  double width_;
  double names_ = 0;
  double letters_ = 0;
  double head_ = 0;
  double left_ = 0;   // of the bars of the first year
  double right_ = 0;  // of those of the second
  double unit_ = 1;   // points of an organisation
  double bottom_ = 0;
  std::vector<Flow> flows_;
  std::vector<Node> nodes_before_, nodes_after_;
  std::vector<Rect> numbers_taken_;
};

}  // namespace

Picture draw_type_moves(const TypeMovesData& data, double width, const ChartStyle& style,
                        std::vector<std::string>* dropped) {
  return MovesDrawing(data, width, style, dropped).run();
}

}  // namespace mognad
