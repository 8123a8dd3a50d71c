// Every chart over the same awkward data, in several widths: what may never happen, whatever the data are.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <sstream>

#include "charts/awkward_charts.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr double kWidths[]{148, 188, 228, 268, 468, 595.28};

struct Drawn {
  const AwkwardChart& chart;
  Awkward kind;
  double width;
  Picture picture;
  std::vector<std::string> dropped;
};

Picture draw_small(const AwkwardChart& chart, double width, std::vector<std::string>* dropped = nullptr) {
  return draw(chart.data, width, small_survey().style("sv"), dropped);
}

/// Every chart with all data, in each width that is at least its own.
const std::vector<Drawn>& all_drawn() {
  static const auto all = [] {
    static std::vector<std::vector<AwkwardChart>> charts;  // that the drawn ones refer to
    std::vector<Drawn> drawn;
    for (const Awkward kind : all_awkward()) charts.push_back(all_charts(kind));
    for (const Awkward kind : all_awkward())
      for (const AwkwardChart& chart : charts[static_cast<std::size_t>(kind)])
        for (const double width : kWidths) {
          if (width < chart.least_width) continue;
          std::vector<std::string> dropped;
          Picture picture = draw_small(chart, width, &dropped);
          drawn.push_back({chart, kind, width, std::move(picture), std::move(dropped)});
        }
    return drawn;
  }();
  return all;
}

/// Hands every drawn chart to `faults`, which returns what is wrong; a chart and its data that fail are told once.
void check_all(const std::function<std::vector<std::string>(const Drawn&)>& faults) {
  for (const Drawn& drawn : all_drawn()) {
    const std::vector<std::string> found = faults(drawn);
    if (found.empty()) continue;
    INFO(drawn.chart.name << " with " << name_of(drawn.kind) << " in " << drawn.width << ": " << found.size()
                          << " faults, the first: " << found.front());
    CHECK(found.empty());
  }
}

bool finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// How many points a segment has.
int points_of(const Segment& segment) {
  if (segment.kind == Segment::Kind::close) return 0;
  return segment.kind == Segment::Kind::curve ? 3 : 1;
}

/// The rectangle that a path's points need, its line included.
Rect extent(const Path& path) {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  for (const Segment& segment : path.segments)
    for (int i = 0; i < points_of(segment); ++i) {
      left = std::min(left, segment.points[i].x), right = std::max(right, segment.points[i].x);
      top = std::min(top, segment.points[i].y), bottom = std::max(bottom, segment.points[i].y);
    }
  const double half = path.stroke ? path.stroke->width / 2 : 0;
  return {left - half, top - half, right - left + 2 * half, bottom - top + 2 * half};
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

constexpr const char* kSoftHyphen = "\u00AD";
constexpr const char* kNoBreakSpace = "\u00A0";

/// The words of texts and how often each is there; a word that a line divides leaves its parts.
std::map<std::string, int> words_of(const std::vector<std::string>& texts) {
  std::map<std::string, int> words;
  for (std::string text : texts) {
    for (std::size_t at; (at = text.find(kSoftHyphen)) != std::string::npos;) text.erase(at, 2);
    for (std::size_t at; (at = text.find(kNoBreakSpace)) != std::string::npos;) text.replace(at, 2, " ");
    std::istringstream stream(text);
    for (std::string word; stream >> word;) ++words[word];
  }
  return words;
}

/// Whether a word is made of parts that are there.
bool composed_of(const std::string& word, const std::map<std::string, int>& parts) {
  std::vector<bool> reached(word.size() + 1);
  reached[0] = true;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (!reached[at]) continue;
    for (std::size_t length = 1; at + length <= word.size(); ++length)
      if (!reached[at + length] && parts.count(word.substr(at, length))) reached[at + length] = true;
  }
  return reached[word.size()];
}

}  // namespace

TEST_CASE("With awkward data no coordinate of a chart is infinite or not a number", "[charts]") {
  check_all([](const Drawn& d) {
    std::vector<std::string> faults;
    for (const Item& item : d.picture.items) {
      if (const auto* path = std::get_if<Path>(&item)) {
        for (const Segment& segment : path->segments)
          if (!std::all_of(segment.points, segment.points + points_of(segment), [](Point p) { return finite(p); }))
            faults.push_back("a segment of a path");
        if (path->stroke && !(path->stroke->width > 0)) faults.push_back("a line without width");
      }
      if (const auto* run = std::get_if<GlyphRun>(&item))
        if (!finite(run->origin) || !std::isfinite(run->width) || !(run->size > 0)) faults.push_back(run->text);
    }
    return faults;
  });
}

TEST_CASE("With awkward data a chart has the width asked for and a height", "[charts]") {
  check_all([](const Drawn& d) {
    std::vector<std::string> faults;
    if (std::fabs(d.picture.size.width - d.width) > 1e-9) faults.push_back("width");
    const bool high = d.kind == Awkward::nothing ? d.picture.size.height >= 0 : d.picture.size.height > 0;
    if (!std::isfinite(d.picture.size.height) || !high) faults.push_back("height");
    return faults;
  });
}

TEST_CASE("With awkward data no letter of a chart stands outside its frame", "[charts]") {
  constexpr double kTolerance = 1;
  check_all([](const Drawn& d) {
    std::vector<std::string> faults;
    for (const PlacedText& text : placed_texts(d.picture))
      if (text.box.x < -kTolerance || text.box.right() > d.picture.size.width + kTolerance ||
          text.box.y < -kTolerance || text.run.origin.y > d.picture.size.height + kTolerance)
        faults.push_back(text.run.text);
    return faults;
  });
}

TEST_CASE("With awkward data no two texts of a chart stand on each other", "[charts]") {
  check_all([](const Drawn& d) {
    std::vector<std::string> faults;
    std::vector<PlacedText> texts = placed_texts(d.picture);
    std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.box.y < b.box.y; });
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (std::size_t k = i + 1; k < texts.size() && texts[k].box.y < texts[i].box.bottom(); ++k)
        if (collide(texts[i], texts[k])) faults.push_back(texts[i].run.text + " on " + texts[k].run.text);
    return faults;
  });
}

TEST_CASE("With awkward data no mark or line of a chart reaches far outside its frame", "[charts]") {
  constexpr double kMark = 7.5;  // the largest mark at the end of a scale, half of it
  check_all([](const Drawn& d) {
    std::vector<std::string> faults;
    if (d.kind == Awkward::beyond) return faults;  // no statistic lies there
    for (const Item& item : d.picture.items) {
      const auto* path = std::get_if<Path>(&item);
      if (!path || path->segments.empty()) continue;
      const Rect box = extent(*path);
      if (box.x < -kMark || box.y < -kMark || box.right() > d.picture.size.width + kMark ||
          box.bottom() > d.picture.size.height + kMark)
        faults.push_back(std::to_string(box.x) + " " + std::to_string(box.y) + " to " + std::to_string(box.right()) +
                         " " + std::to_string(box.bottom()));
    }
    return faults;
  });
}

TEST_CASE("With awkward data every label of a chart is drawn or recorded as dropped", "[charts]") {
  check_all([](const Drawn& d) {
    std::vector<std::string> told = d.dropped;
    for (const PlacedText& text : placed_texts(d.picture)) told.push_back(text.run.text);
    const std::map<std::string, int> there = words_of(told);
    std::vector<std::string> faults;
    for (const auto& [word, count] : words_of(d.chart.labels)) {
      const auto found = there.find(word);
      // Long labels are divided in one line and whole in another.
      const bool divided = found == there.end() || d.kind >= Awkward::long_word;
      if (divided ? !composed_of(word, there) : found->second < count) faults.push_back(word);
    }
    return faults;
  });
}

TEST_CASE("With awkward data a chart is drawn the same way twice", "[charts]") {
  for (const Drawn& d : all_drawn()) {
    if (d.width != d.chart.least_width) continue;
    INFO(d.chart.name << " with " << name_of(d.kind));
    CHECK(draw_small(d.chart, d.width) == d.picture);
  }
}

TEST_CASE("With awkward data a chart says at most 250 characters, in whole words", "[charts]") {
  for (const LanguageTag tag : kLanguages)
    for (const Awkward kind : all_awkward())
      for (const AwkwardChart& chart : all_charts(kind)) {
        const std::string said = describe(chart.data, small_survey().voice(tag).words);
        INFO(tag << ", " << chart.name << " with " << name_of(kind) << ": " << said);
        CHECK_FALSE(said.empty());
        CHECK(characters(said) <= 250);
        CHECK((said.ends_with(".") || said.ends_with("…")));
        if (kind == Awkward::nothing) continue;  // a list of nothing, which no report makes
        for (const char* wrong : {"{", "}", "⟨", " nan", " inf", "  ", " .", " ,", ".."})
          CHECK(said.find(wrong) == std::string::npos);
      }
}
