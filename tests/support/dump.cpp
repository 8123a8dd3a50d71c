#include "support/dump.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

namespace mognad::test {
namespace {

/// Hands every text of a report to `line`, with the depth at which it stands and what it is.
class Walk {
 public:
  using Line = std::function<void(int depth, const std::string& kind, const std::string& text)>;
  explicit Walk(Line line) : line_(std::move(line)) {}

  void run(const Report& report) {
    put(0, "title", report.title);
    put(0, "subject", report.subject);
    put(0, "author", report.author);
    put(0, "language", report.document_tag);
    put(0, "date", report.date);
    put(0, "example", report.example_tag);
    put(0, "foot", report.foot_strong + " | " + report.foot);
    cover(report.cover);
    for (const Section& section : report.sections) {
      put(0, "section", section.title);
      put(1, "message", section.message);
      blocks(1, section.blocks);
    }
  }

 private:
  void put(int depth, const std::string& kind, const std::string& text) {
    if (!text.empty()) line_(depth, kind, text);
  }

  static std::string whole(const RichText& text) {
    std::string all;
    for (const TextSpan& span : text) all += span.text;
    return all;
  }

  void cover(const Cover& cover) {
    put(0, "cover", cover.edition);
    put(1, "name", cover.name);
    put(1, "reader", cover.reader);
    for (const MatrixAxisWords* axis : {&cover.field.x_axis, &cover.field.y_axis}) {
      put(1, "axis", axis->low);
      put(1, "axis", axis->high);
    }
    for (const CoverFact& fact : cover.facts) put(1, "fact", joined({fact.label, fact.first, fact.second}));
  }

  void blocks(int depth, const Blocks& all) {
    for (const Block& block : all)
      std::visit([&](const auto& b) { write(depth, b); }, static_cast<const BlockVariant&>(block));
  }

  void write(int depth, const Heading& heading) { put(depth, "heading", heading.text); }
  void write(int depth, const Paragraph& paragraph) { put(depth, "paragraph", whole(paragraph.text)); }
  void write(int depth, const Callout& callout) { put(depth, "callout", whole(callout.text)); }
  void write(int depth, const Contents& contents) {
    for (const Contents::Entry& entry : contents.entries)
      put(depth, "contents", joined({entry.number, entry.title, entry.finding}));
  }

  void write(int depth, const Plan& plan) {
    put(depth, "plan", joined(plan.heads));
    for (const std::string& area : plan.areas) put(depth + 1, "area", area);
  }

  void write(int depth, const List& list) {
    for (const RichText& item : list.items) put(depth, list.numbered ? "numbered item" : "item", whole(item));
  }

  static std::string joined(const std::vector<std::string>& cells) {
    std::string all;
    for (const std::string& cell : cells)
      if (!cell.empty()) all += (all.empty() ? "" : " | ") + cell;
    return all;
  }

  void write(int depth, const Tiles& tiles) {
    for (const Tile& tile : tiles.tiles) {
      put(depth, "tile", joined({tile.label, tile.number, tile.unit, tile.note}));
      put(depth + 1, "description", tile.description);
    }
  }

  void write(int depth, const Table& table) {
    put(depth, "table", table.title.empty() ? "(no title)" : table.title);
    put(depth + 1, "subtitle", table.subtitle);
    std::vector<std::string> heads;
    for (const TableColumn& column : table.columns) heads.push_back(column.head);
    if (table.head) put(depth + 1, "head", joined(heads));
    for (const TableRow& row : table.rows) put(depth + 1, row.total ? "total" : "row", joined(row.cells));
    put(depth + 1, "caption", table.caption);
    if (table.see) put(depth + 1, "see", table.see->text);
  }

  void write(int depth, const Figure& figure) {
    put(depth, "figure", figure.title.empty() ? "(no title)" : figure.title);
    put(depth + 1, "subtitle", figure.subtitle);
    put(depth + 1, "caption", figure.caption);
    if (figure.see) put(depth + 1, "see", figure.see->text);
    put(depth + 1, "key", figure.key_description);
    if (figure.left) put(depth + 1, "description", figure.left->description);
    put(depth + 1, "description", figure.description);
  }

  void write(int depth, const Columns& columns) {
    for (const Blocks& column : columns.columns) {
      put(depth, "column", "-");
      blocks(depth + 1, column);
    }
  }

  Line line_;
};

std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::string dump(const Report& report) {
  std::string all;
  Walk([&](int depth, const std::string& kind, const std::string& text) {
    all += fmt::format("{:{}}{}: {}\n", "", depth * 2, kind, text);
  }).run(report);
  return all;
}

std::vector<std::string> texts_of(const Report& report) {
  std::vector<std::string> all;
  Walk([&](int, const std::string&, const std::string& text) { all.push_back(text); }).run(report);
  return all;
}

std::vector<PlacedText> placed_texts(const Picture& picture) {
  std::vector<PlacedText> texts;
  int element = TagBegin::kArtifact;
  for (const Item& item : picture.items) {
    if (const auto* tag = std::get_if<TagBegin>(&item)) element = tag->element;
    if (const auto* run = std::get_if<GlyphRun>(&item))
      texts.push_back({element, *run, {run->origin.x, run->origin.y - 0.7 * run->size, run->width, 0.75 * run->size}});
  }
  return texts;
}

std::string text_of(const Picture& picture) {
  std::string all;
  for (const PlacedText& text : placed_texts(picture)) all += text.run.text + "\n";
  return all;
}

bool collide(const PlacedText& a, const PlacedText& b) {
  constexpr double kTouch = 0.6;  // neighbours on one line may touch
  const double wide = std::min(a.box.right(), b.box.right()) - std::max(a.box.x, b.box.x);
  const double high = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.y, b.box.y);
  return wide > kTouch && high > kTouch;
}

void check_reference(const std::string& name, const std::string& text) {
  const std::string path = std::string(MOGNAD_ROOT) + "/tests/references/" + name;
  const char* accept = std::getenv("MOGNAD_ACCEPT");
  if (accept && std::string(accept) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  const std::vector<std::string> expected = lines_of(read_text(path));
  const std::vector<std::string> found = lines_of(text);
  INFO("MOGNAD_ACCEPT=1 makes what was found the reference " << path);
  for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
    INFO("line " << i + 1);
    REQUIRE(found[i] == expected[i]);
  }
  CHECK(found.size() == expected.size());
}

}  // namespace mognad::test
