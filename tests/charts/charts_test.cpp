#include "charts/charts.h"

#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <csignal>

#include "charts/awkward_data.h"
#include "report/small_survey.h"
#include "support/dump.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Whether it returns, tried in a process of its own: a chart that crashes fails its test and no other.
template <class Action>
bool returns(Action action) {
  const pid_t child = fork();
  if (child == 0) {
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS}) std::signal(signal, SIG_DFL);
    action();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool draws(const NamedChart& chart) {
  return returns([&] { draw(chart.data, chart.width, small_survey().style("sv")); });
}

bool describes(const NamedChart& chart) {
  return returns([&] { describe(chart.data, small_survey().voice("sv").words); });
}

Picture drawn(const NamedChart& chart, std::vector<std::string>* dropped = nullptr) {
  return draw(chart.data, chart.width, small_survey().style("sv"), dropped);
}

bool finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

bool finite(const Path& path) {
  for (const Segment& segment : path.segments)
    for (const Point& p : segment.points)
      if (!finite(p)) return false;
  return !path.stroke || std::isfinite(path.stroke->width);
}

bool finite(const Item& item) {
  if (const auto* path = std::get_if<Path>(&item)) return finite(*path);
  if (const auto* run = std::get_if<GlyphRun>(&item))
    return finite(run->origin) && std::isfinite(run->width) && std::isfinite(run->size);
  return true;
}

std::size_t letters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

void check_inside(const NamedChart& chart, Awkward kind) {
  std::vector<std::string> dropped;
  const Picture picture = drawn(chart, &dropped);
  for (const PlacedText& text : placed_texts(picture)) {
    INFO(chart.name << " with " << name_of(kind) << ": \"" << text.run.text << "\" from " << text.box.x << " to "
                    << text.box.right() << " in " << picture.size.width);
    CHECK(text.box.x >= -1);
    CHECK(text.box.right() <= picture.size.width + 1);
  }
}

void check_height(const NamedChart& chart, Awkward kind) {
  const Picture picture = drawn(chart);
  for (const PlacedText& text : placed_texts(picture)) {
    INFO(chart.name << " with " << name_of(kind) << ": \"" << text.run.text << "\" at " << text.run.origin.y << " of "
                    << picture.size.height);
    CHECK(text.box.y >= -1);
    CHECK(text.run.origin.y <= picture.size.height + 1);
  }
}

void check_no_collision(const NamedChart& chart, Awkward kind) {
  const std::vector<PlacedText> texts = placed_texts(drawn(chart));
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      INFO(chart.name << " with " << name_of(kind) << ": \"" << texts[i].run.text << "\" stands on \""
                      << texts[k].run.text << "\"");
      CHECK_FALSE(collide(texts[i], texts[k]));
    }
}

}  // namespace

TEST_CASE("Every chart draws itself and speaks whatever its data are", "[charts]") {
  for (const Awkward kind : kAwkward)
    for (const NamedChart& chart : all_charts(kind)) {
      INFO(chart.name << " with " << name_of(kind));
      CHECK(draws(chart));
      CHECK(describes(chart));
    }
}

TEST_CASE("No coordinate of a chart is infinite or not a number", "[charts]") {
  for (const Awkward kind : kAwkward)
    for (const NamedChart& chart : all_charts(kind)) {
      INFO(chart.name << " with " << name_of(kind));
      if (!draws(chart)) continue;
      const Picture picture = drawn(chart);
      CHECK(std::isfinite(picture.size.height));
      CHECK(picture.size.width == Approx(chart.width));
      for (const Item& item : picture.items) CHECK(finite(item));
    }
}

TEST_CASE("No text of a chart reaches outside its frame with data of any value", "[charts]") {
  for (const Awkward kind : kAwkward)
    for (const NamedChart& chart : all_charts(kind))
      if (kind != Awkward::long_labels && draws(chart)) check_inside(chart, kind);
}

TEST_CASE("No text of a chart reaches outside its frame when labels are very long", "[charts]") {
  for (const NamedChart& chart : all_charts(Awkward::long_labels)) DYNAMIC_SECTION(chart.name) {
      check_inside(chart, Awkward::long_labels);
    }
}

TEST_CASE("No text of a chart stands above or below its picture", "[charts]") {
  for (const Awkward kind : kAwkward)
    for (const NamedChart& chart : all_charts(kind))
      if (draws(chart)) check_height(chart, kind);
}

TEST_CASE("No two texts of a chart stand on each other with data of any value", "[charts]") {
  for (const Awkward kind : kAwkward)
    for (const NamedChart& chart : all_charts(kind))
      if (kind != Awkward::long_labels && draws(chart)) check_no_collision(chart, kind);
}

TEST_CASE("No two texts of a chart stand on each other when labels are very long", "[charts]") {
  for (const NamedChart& chart : all_charts(Awkward::long_labels)) DYNAMIC_SECTION(chart.name) {
      check_no_collision(chart, Awkward::long_labels);
    }
}

TEST_CASE("A chart is drawn the same way twice", "[charts]") {
  for (const Awkward kind : {Awkward::normal, Awkward::thousand, Awkward::missing})
    for (const NamedChart& chart : all_charts(kind)) CHECK(drawn(chart) == drawn(chart));
}

TEST_CASE("Every chart says something, whatever its data are", "[charts]") {
  for (const LanguageTag tag : kLanguages)
    for (const Awkward kind : kAwkward)
      for (const NamedChart& chart : all_charts(kind)) {
        if (!describes(chart)) continue;
        const std::string words = describe(chart.data, small_survey().voice(tag).words);
        INFO(tag << ", " << chart.name << " with " << name_of(kind) << ": " << words);
        CHECK_FALSE(words.empty());
        CHECK(words.find("⟨") == std::string::npos);
        if (kind == Awkward::normal) CHECK(letters(words) <= 250);
      }
}

TEST_CASE("A label without room is dropped and recorded", "[charts]") {
  MatrixData data = matrix_data(AwkwardData(Awkward::normal));
  data.own_name = std::string(200, 'm');
  std::vector<std::string> dropped;
  const Picture picture = draw(data, 468, small_survey().style("sv"), &dropped);
  CHECK(dropped == std::vector<std::string>{data.own_name});
  for (const PlacedText& text : placed_texts(picture)) CHECK(text.run.text != data.own_name);
}

TEST_CASE("Every label of the matrix is drawn or recorded as dropped", "[charts]") {
  for (const Awkward kind : kAwkward) {
    const MatrixData data = matrix_data(AwkwardData(kind));
    std::vector<std::string> dropped;
    const std::string drawn_texts = text_of(draw(data, 468, small_survey().style("sv"), &dropped));
    const auto told = [&](const std::string& label) {
      return drawn_texts.find(label) != std::string::npos || std::count(dropped.begin(), dropped.end(), label) > 0;
    };
    INFO("matrix with " << name_of(kind));
    if (data.trail.empty()) continue;
    CHECK(told(data.own_name));
    for (const MatrixPlace& place : data.trail) CHECK(told(place.label));
    if (data.median_x && data.median_y) CHECK(told(data.median_label));
  }
}

TEST_CASE("The own diamond is the last mark that charts of places draw", "[charts]") {
  const Colour accent = small_survey().loaded->theme.colours.accent;
  for (const NamedChart& chart : all_charts(Awkward::normal)) {
    if (std::string(chart.name) != "matrix thumbnail" && std::string(chart.name) != "index strip") continue;
    const Path* last = nullptr;
    const Picture picture = drawn(chart);
    for (const Item& item : picture.items)
      if (const auto* path = std::get_if<Path>(&item)) last = path;
    REQUIRE(last);
    INFO(chart.name);
    CHECK(last->fill == accent);
  }
}

TEST_CASE("The smallest text of a chart is eight points", "[charts]") {
  for (const NamedChart& chart : all_charts(Awkward::normal))
    for (const PlacedText& text : placed_texts(drawn(chart))) CHECK(text.run.size >= 8);
}
