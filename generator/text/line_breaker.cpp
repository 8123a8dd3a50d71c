#include "text/line_breaker.h"

#include <algorithm>
#include <limits>

namespace mognad {
namespace {

/// The smallest part that lines are made of: a word, or a part of one between two places where it may be divided.
struct Part {
  std::string_view text;
  const StyledSpan* span = nullptr;
  const ShapedWord* word = nullptr;  // the whole one
  bool word_begin = true;            // the word's first part
  bool last_part = true;             // the word's last part
  double width = 0;                  // of the part as it stands
  double divided_width = 0;          // with a hyphen behind it, where a line ends here
  double space = 0;                  // the space behind it; 0 inside a word
  bool word_end = true;              // a space (or the end) follows
  bool hyphen = false;               // a line that ends here gets a hyphen
  bool forced = false;               // the line must end here
};

struct Step {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t from = 0;
  bool hyphen = false;
};

std::vector<Line> one(Line line) {
  std::vector<Line> lines;
  lines.push_back(std::move(line));
  return lines;
}

class LineBreaker {
 public:
  LineBreaker(Shaper& shaper, const std::vector<StyledSpan>& spans, double width, LineOptions options)
      : shaper_(shaper), width_(width), options_(options) {
    std::size_t bytes = 0;
    for (const StyledSpan& span : spans) bytes += span.text.size();
    constexpr std::size_t kBytesOfPart = 4;  // a syllable, or a short word and its space
    parts_.reserve(bytes / kBytesOfPart + 1);
    for (const StyledSpan& span : spans) add_span(span);
  }

  std::vector<Line> run() {
    if (parts_.empty()) return {};
    if (fits_one_line()) return one(make_line(0, parts_.size()));
    if (options_.balance) narrow();
    std::vector<Line> lines;
    for (const auto& [from, to] : best_breaks(width_)) lines.push_back(make_line(from, to));
    return lines;
  }

 private:
  void add_span(const StyledSpan& span) {
    std::string_view text = span.text;
    while (!text.empty()) {
      const std::size_t end = text.find_first_of(" \n");
      const std::string_view word = text.substr(0, end);
      if (!word.empty()) add_word(word, span);
      if (end == std::string_view::npos) {
        if (!word.empty()) parts_.back().word_end = false;  // the next span may go on without a space
        break;
      }
      if (!parts_.empty()) {
        parts_.back().word_end = true;
        parts_.back().space = shaper_.width(" ", span.style);
        parts_.back().forced = parts_.back().forced || text[end] == '\n';
      }
      text.remove_prefix(end + 1);
    }
  }

  void add_word(std::string_view word, const StyledSpan& span) {
    const TextStyle& style = span.style;
    const ShapedWord& shaped = shaper_.word(style.font, word);
    const double unit = style.size / shaper_.font(style.font).units_per_em;
    const double tracking =
        style.tracking * static_cast<double>(shaped.glyphs.size()) / static_cast<double>(word.size());
    std::size_t start = 0;
    double before = 0;
    for (const WordBreak& b : shaped.breaks) {
      if ((b.hyphen && !(options_.hyphenate && span.hyphenate)) || b.offset <= start) continue;
      // Widths are differences of the widths of the word's beginnings, so that the parts of a word that stays whole add
      // up to the whole word, kerning included.
      Part& part = parts_.emplace_back(Part{word.substr(start, b.offset - start), &span, &shaped, start == 0, false});
      const double spread = tracking * static_cast<double>(b.offset);
      part.width = b.width * unit + spread - before;
      part.divided_width = b.divided_width * unit + spread + style.tracking - before;
      part.word_end = false;
      part.hyphen = b.hyphen;
      before += part.width;
      start = b.offset;
    }
    Part& part = parts_.emplace_back(Part{word.substr(start), &span, &shaped, start == 0, true});
    part.width = part.divided_width = shaped.width * unit + tracking * static_cast<double>(word.size()) - before;
  }

  /// No two lines cost less than one, whatever the options; most texts are short.
  bool fits_one_line() const {
    for (std::size_t i = 0; i + 1 < parts_.size(); ++i)
      if (parts_[i].forced) return false;
    return natural_width(0, parts_.size()) <= width_;
  }

  bool may_end(std::size_t i) const {
    const Part& part = parts_[i];
    return i + 1 == parts_.size() || part.word_end || part.hyphen || ends_with_break(part);
  }
  static bool ends_with_break(const Part& part) { return part.text.ends_with('-') || part.text.ends_with('/'); }

  std::vector<std::pair<std::size_t, std::size_t>> best_breaks(double width) const {
    std::vector<Step> best(parts_.size() + 1);
    best[0].cost = 0;
    for (std::size_t to = 1; to <= parts_.size(); ++to) {
      if (!may_end(to - 1)) continue;
      double natural = parts_[to - 1].hyphen ? parts_[to - 1].divided_width : parts_[to - 1].width;
      for (std::size_t from = to - 1;; --from) {
        if (from < to - 1) natural += parts_[from].width + parts_[from].space;
        const bool only = from == to - 1 || !can_begin_between(from, to);
        if (natural > width && !only) break;
        if (can_begin(from)) relax(best, from, to, natural, width);
        if (from == 0 || parts_[from - 1].forced) break;
      }
    }
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    for (std::size_t to = parts_.size(); to > 0; to = best[to].from) lines.emplace_back(best[to].from, to);
    std::reverse(lines.begin(), lines.end());
    return lines;
  }

  bool can_begin(std::size_t from) const { return from == 0 || may_end(from - 1); }
  bool can_begin_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from + 1; i < to; ++i)
      if (can_begin(i)) return true;
    return false;
  }

  void relax(std::vector<Step>& best, std::size_t from, std::size_t to, double natural, double width) const {
    const Step& before = best[from];
    if (before.cost == std::numeric_limits<double>::infinity()) return;
    const bool last = to == parts_.size() || parts_[to - 1].forced;
    const bool hyphen = !last && parts_[to - 1].hyphen;
    double cost = before.cost + line_cost(from, to, natural, width, last);
    if (hyphen) cost += before.hyphen ? 4.0 : 0.5;
    if (cost < best[to].cost) best[to] = {cost, from, hyphen};
  }

  /// 0 for a full line, 1 for an empty one; the last line may be short, but not a lonely word.
  double line_cost(std::size_t from, std::size_t to, double natural, double width, bool last) const {
    constexpr double kLine = 0.02;  // so that no line more is made than is needed
    if (natural > width) return 100 + natural - width;
    const double shortfall = (width - natural) / width;
    if (!last) return kLine + shortfall * shortfall * 4;
    const bool lonely = from > 0 && !contains_space(from, to) && shortfall > 0.5;
    const double even = options_.balance ? shortfall * shortfall * 4 : 0;
    return kLine + even + (lonely ? 1.5 : 0) + (from > 0 ? std::max(0.0, shortfall - 0.67) * 2 : 0);
  }

  bool contains_space(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i + 1 < to; ++i)
      if (parts_[i].word_end) return true;
    return false;
  }

  /// Makes the measure as narrow as the number of lines allows.
  void narrow() {
    const std::size_t lines = best_breaks(width_).size();
    double low = width_ / 3;
    double high = width_;
    for (int i = 0; i < 12; ++i) {
      const double middle = (low + high) / 2;
      const auto breaks = best_breaks(middle);
      bool fits = breaks.size() <= lines;
      for (const auto& [from, to] : breaks) fits = fits && natural_width(from, to) <= middle;
      (fits ? high : low) = middle;
    }
    width_ = high;
  }

  double natural_width(std::size_t from, std::size_t to) const {
    double width = 0;
    for (std::size_t i = from; i < to; ++i)
      width += i + 1 < to ? parts_[i].width + parts_[i].space
                          : (parts_[i].hyphen ? parts_[i].divided_width : parts_[i].width);
    return width;
  }

  /// Joins the parts of a line to runs, a run for each stretch of one style; words are shaped whole again where they
  /// stand whole, so that kerning reaches over places where they might have been divided.
  Line make_line(std::size_t from, std::size_t to) {
    Line line;
    room_ = 2;  // for a hyphen or the unseen space
    for (std::size_t i = from; i < to; ++i) room_ += parts_[i].text.size() + (parts_[i].word_end ? 1 : 0);
    std::size_t i = from;
    while (i < to) {
      std::size_t end = i + 1;
      while (end < to && !parts_[end - 1].word_end && parts_[end].span == parts_[i].span) ++end;
      const bool at_line_end = end == to;
      const std::string_view text(
          parts_[i].text.data(),
          static_cast<std::size_t>(parts_[end - 1].text.data() + parts_[end - 1].text.size() - parts_[i].text.data()));
      const StyledSpan& span = *parts_[i].span;
      const bool divided = at_line_end && to < parts_.size() && parts_[end - 1].hyphen;
      if (divided) add_to_line(line, std::string(text) + "\u00AD", span);
      else if (is_whole_word(i, end)) add_to_line(line, text, span, *parts_[i].word);
      else add_to_line(line, text, span);
      if (!at_line_end && parts_[end - 1].word_end) add_to_line(line, " ", span);
      i = end;
    }
    for (const GlyphRun& run : line.runs) line.width += run.width;
    if (to < parts_.size() && parts_[to - 1].word_end) add_unseen_space(line, parts_[to - 1].span->style);
    return line;
  }

  /// Who reads the document aloud joins the lines of a paragraph: the space between two words must be there although it
  /// is not seen, and takes no width.
  void add_unseen_space(Line& line, const TextStyle& style) {
    const double width = line.runs.back().width;
    append_word(line.runs.back(), shaper_.word(style.font, " "), " ", shaper_.font(style.font));
    line.runs.back().width = width;
  }

  bool is_whole_word(std::size_t from, std::size_t to) const {
    return parts_[from].word_begin && parts_[to - 1].last_part && parts_[from].word == parts_[to - 1].word;
  }

  void add_to_line(Line& line, std::string_view text, const StyledSpan& span) {
    add_to_line(line, text, span, shaper_.word(span.style.font, text));
  }

  void add_to_line(Line& line, std::string_view text, const StyledSpan& span, const ShapedWord& word) {
    const TextStyle& style = span.style;
    const bool same = !line.runs.empty() && line.runs.back().font == style.font &&
                      line.runs.back().size == style.size && line.runs.back().colour == style.colour &&
                      line.marks.back() == span.mark;
    if (!same) {
      GlyphRun run{style.font, style.size, style.tracking, style.colour, {}, 0, {}, {}};
      run.text.reserve(room_);
      run.glyphs.reserve(room_);
      if (!line.runs.empty()) run.origin.x = line.runs.back().origin.x + line.runs.back().width;
      line.runs.push_back(std::move(run));
      line.marks.push_back(span.mark);
    }
    append_word(line.runs.back(), word, text, shaper_.font(style.font));
  }

  Shaper& shaper_;
  double width_;
  LineOptions options_;
  std::vector<Part> parts_;
  std::size_t room_ = 0;  // bytes of the line that is made: no run has more glyphs
};

/// A text of one line that needn't be taken apart, as most cells and labels are: words with a space between them, and
/// so few letters that they may well fit.
bool may_be_short(const StyledSpan& span, double width) {
  const std::string& text = span.text;
  constexpr double kNarrow = 0.3;  // em, of a letter
  return !text.empty() && static_cast<double>(text.size()) * span.style.size * kNarrow <= width &&
         text.front() != ' ' && text.back() != ' ' && text.find('\n') == std::string::npos &&
         text.find("  ") == std::string::npos;
}

}  // namespace

std::vector<Line> break_lines(Shaper& shaper, const std::vector<StyledSpan>& spans, double width, LineOptions options) {
  if (spans.size() == 1 && may_be_short(spans.front(), width)) {
    Line line;
    line.runs.push_back(shaper.run(spans.front().text, spans.front().style));
    line.marks.push_back(spans.front().mark);
    line.width = line.runs.front().width;
    if (line.width <= width) return one(std::move(line));
  }
  return LineBreaker(shaper, spans, width, options).run();
}

}  // namespace mognad
