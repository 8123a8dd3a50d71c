// Reports of many composed surveys, with the extremes that a real one seldom has: what every report must be, and
// whether every number that it says is one of the statistics'.
#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <cctype>
#include <regex>
#include <set>

#include "report/composed_reports.h"
#include "support/dump.h"
#include "support/said_numbers.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr int kSurveys = 300;
constexpr int kManySurveys = 3000;

std::string whole(const RichText& text) {
  std::string all;
  for (const TextSpan& span : text) all += span.text;
  return all;
}

/// The texts of one section.
std::vector<std::string> texts_of(const Section& section) {
  Report report;
  report.sections.push_back(section);
  std::vector<std::string> texts = test::texts_of(report);
  // The foot of a report without one.
  std::erase_if(texts, [](const std::string& text) { return text == " | "; });
  return texts;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

/// "nan" that is no part of a word.
bool has_nan(const std::string& text) {
  for (std::size_t at = text.find("nan"); at != std::string::npos; at = text.find("nan", at + 1)) {
    const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
    const bool ends = at + 3 == text.size() || !is_letter_or_digit(text[at + 3]);
    if (begins && ends) return true;
  }
  return false;
}

/// Two full stops but the symbol for what is withheld, which stands alone: ".. = visas inte".
bool has_two_stops(const std::string& text) {
  for (std::size_t at = text.find(".."); at != std::string::npos; at = text.find("..", at + 2)) {
    const bool begins = at == 0 || text[at - 1] == ' ';
    const bool ends = at + 2 == text.size() || text[at + 2] == ' ';
    if (!begins || !ends) return true;
  }
  return false;
}

/// One of what is many, or the other way round.
constexpr const char* kDisagreeing[]{"En saker",
                                     "En frågor",
                                     "En starkaste kategorier",
                                     "En svagaste kategorier",
                                     "En kategorier",
                                     "En förmågor",
                                     "lla en ",
                                     "de en ",
                                     "av en kategorier",
                                     " 1 rader",
                                     " 1 enheter",
                                     " 1 kommuner",
                                     " 1 regioner",
                                     " 1 personer",
                                     " 1 stycken",
                                     "One things",
                                     "One questions",
                                     "One strongest categor",
                                     "One weakest categor",
                                     "One categories",
                                     "One capabilities",
                                     "ll one ",
                                     " the one ",
                                     " 1 rows",
                                     " 1 units",
                                     " 1 municipalities",
                                     " 1 regions",
                                     " 1 people"};

/// What is wrong with a text whatever it says; empty: nothing.
std::string fault_of(const std::string& text) {
  for (const char* wrong : {"{", "}", "⟨", "  ", " ,", "−0,0", "−0.0", "-0,0", "-0.0", "+0,0", "+0.0"})
    if (has(text, wrong)) return fmt::format("has \"{}\"", wrong);
  for (const char* wrong : kDisagreeing)
    if (has(text, wrong)) return fmt::format("says \"{}\"", wrong);
  if (has_nan(text)) return "has no number";
  if (has_two_stops(text)) return "has two full stops";
  if (text.ends_with(' ') || text.starts_with(' ')) return "begins or ends with a space";
  return {};
}

/// Whether a block has content.
struct HasContent {
  bool operator()(const Heading& heading) const { return !heading.text.empty(); }
  bool operator()(const Paragraph& paragraph) const { return !whole(paragraph.text).empty(); }
  bool operator()(const Callout& callout) const { return !whole(callout.text).empty(); }
  bool operator()(const Contents& contents) const { return !contents.entries.empty(); }
  bool operator()(const Plan& plan) const { return !plan.heads.empty() && !plan.areas.empty(); }
  bool operator()(const List& list) const {
    for (const RichText& item : list.items)
      if (whole(item).empty()) return false;
    return !list.items.empty();
  }
  bool operator()(const Tiles& tiles) const {
    for (const Tile& tile : tiles.tiles)
      if (tile.label.empty() || tile.number.empty() || (tile.strip && tile.description.empty())) return false;
    return !tiles.tiles.empty();
  }
  bool operator()(const Table& table) const {
    for (const TableRow& row : table.rows) {
      if (row.cells.size() != table.columns.size()) return false;
      for (const std::string& cell : row.cells)
        if (cell.empty()) return false;
    }
    return !table.rows.empty();
  }
  bool operator()(const Figure& figure) const { return !figure.description.empty(); }
  bool operator()(const Columns& columns) const {
    for (const Blocks& column : columns.columns)
      if (column.empty()) return false;
    return !columns.columns.empty();
  }
};

/// A heading that nothing follows, in these blocks or in columns below them.
bool has_lone_heading(const Blocks& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool heading = std::holds_alternative<Heading>(blocks[i]);
    const bool last = i + 1 == blocks.size();
    if (heading && (last || std::holds_alternative<Heading>(blocks[i + 1]))) return true;
    if (const auto* columns = std::get_if<Columns>(&blocks[i]))
      for (const Blocks& column : columns->columns)
        if (has_lone_heading(column)) return true;
  }
  return false;
}

void check_shape(const Composed& c, Faults& faults) {
  if (c.report.sections.empty()) faults.add("a report without sections", c.place());
  for (const Section& section : c.report.sections) {
    const std::string where = c.place() + ", section " + section.title;
    if (section.title.empty() || section.message.empty()) faults.add("a section without title or message", where);
    if (section.blocks.empty()) faults.add("an empty section", where);
    if (has_lone_heading(section.blocks)) faults.add("a heading without anything after it", where);
    each_block(section.blocks, [&](const Block& block) {
      if (!std::visit(HasContent{}, static_cast<const BlockVariant&>(block)))
        faults.add("a block without content", where);
    });
    for (const std::string& text : texts_of(section))
      if (const std::string fault = fault_of(text); !fault.empty()) faults.add(fault, where + ": " + text);
    each_block(section.blocks, [&](const Block& block) {
      const auto* figure = std::get_if<Figure>(&block);
      if (figure && has(figure->description, ".."))
        faults.add("a description with a symbol", where + ": " + figure->description);
    });
  }
}

/// Texts with numbers that are none of the statistics'.
void check_numbers(const Composed& c, Faults& faults) {
  for (const Section& section : c.report.sections) {
    const AllowedNumbers allowed(c.inputs, c.organisation, section.kind);
    for (const std::string& text : texts_of(section))
      for (const SaidNumber& number : numbers_in(text, c.tag))
        if (!allowed.has(number))
          faults.add("a number that is no statistic", fmt::format("{}, section {}, {}: {}", c.place(), section.title,
                                                                  text.substr(number.at, number.length), text));
  }
}

}  // namespace

TEST_CASE("Composed reports have no gap, nothing empty and no broken sentence", "[report]") {
  Faults faults;
  const int reports = each_composed(kSurveys, [&](const Composed& c) { check_shape(c, faults); });
  CHECK(reports >= 4000);
  faults.check();
}

TEST_CASE("Every decimal number of composed reports is one of the statistics, rounded", "[report]") {
  Faults faults;
  each_composed(kSurveys, [&](const Composed& c) { check_numbers(c, faults); });
  faults.check();
}

TEST_CASE("Many more composed reports are whole and say only statistics", "[report][.long]") {
  Faults faults;
  each_composed(kManySurveys, [&](const Composed& c) { check_shape(c, faults), check_numbers(c, faults); });
  faults.check();
}

TEST_CASE("A digit that is changed in a report is noticed", "[report]") {
  int changed = 0, noticed = 0;
  Random random(2025, "changed digits");
  each_composed(20, [&](const Composed& c) {
    for (const Section& section : c.report.sections) {
      const AllowedNumbers allowed(c.inputs, c.organisation, section.kind);
      for (std::string text : texts_of(section))
        for (const SaidNumber& number : numbers_in(text, c.tag)) {
          const std::size_t at = number.at + static_cast<std::size_t>(random.between(0, 1)) * (number.length - 1);
          std::string other = text;
          other[at] = static_cast<char>('0' + (other[at] - '0' + random.between(1, 9)) % 10);
          ++changed;
          bool every = true;
          for (const SaidNumber& found : numbers_in(other, c.tag)) every = every && allowed.has(found);
          if (!every) ++noticed;
        }
    }
  });
  INFO(noticed << " of " << changed);
  CHECK(changed > 5000);
  CHECK(noticed > changed * 8 / 10);
}

TEST_CASE("Tiles say the respondents, the invited and their shares", "[report]") {
  each_composed(100, [](const Composed& c) {
    const Measurement* now = c.inputs.dataset.find(c.organisation, c.inputs.survey.year);
    const std::vector<int> years = c.inputs.statistics.years_of(c.organisation);
    if (!now || years.empty() || years.back() != c.inputs.survey.year) return;
    const Measurement* before =
        years.size() > 1 ? c.inputs.dataset.find(c.organisation, years[years.size() - 2]) : nullptr;
    std::set<int> allowed{now->respondents};
    for (const Measurement* m : {now, before})
      if (m) {
        allowed.insert(m->year);
        if (m->invited) allowed.insert({*m->invited, static_cast<int>(100.0 * m->respondents / *m->invited + 0.5)});
      }
    for (const Section& section : c.report.sections)
      each_block(section.blocks, [&](const Block& block) {
        const auto* tiles = std::get_if<Tiles>(&block);
        if (!tiles) return;
        for (const Tile& tile : tiles->tiles) {
          if (tile.kind != Tile::Kind::second || !numbers_in(tile.number, c.tag).empty()) continue;
          const std::string said = tile.number + " " + tile.note;
          INFO(c.place() << ": " << tile.label << " " << said);
          const std::regex digits("[0-9]+");
          for (std::sregex_iterator i(said.begin(), said.end(), digits), end; i != end; ++i)
            CHECK(allowed.count(std::stoi(i->str())) == 1);
        }
      });
  });
}
