#include "report/board_report.h"

#include <catch2/catch.hpp>

#include <regex>

#include "export/csv/report_data.h"
#include "support/dump.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// Calls `check` with every report of the small survey in every language.
template <class Check>
void each_report(Check check) {
  for (const LanguageTag tag : kLanguages)
    for (int i = 0; i < small_survey().organisations(); ++i) {
      INFO(small_survey().organisation(i).formal_name << " in " << tag);
      check(small_survey().report(i, tag), i, tag);
    }
}

int index_of(const std::string& code) { return small_survey().loaded->dataset.find_organisation(code); }

std::size_t letters(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

template <class Kind>
int count_of(const Report& report) {
  int count = 0;
  for (const Section& section : report.sections)
    each_block(section.blocks, [&](const Block& block) { count += std::holds_alternative<Kind>(block); });
  return count;
}

template <class Kind, class Visit>
void each(const Report& report, Visit visit) {
  for (const Section& section : report.sections)
    each_block(section.blocks, [&](const Block& block) {
      if (const auto* found = std::get_if<Kind>(&block)) visit(*found);
    });
}

const Section& section_of(const Report& report, SectionKind kind) {
  for (const Section& section : report.sections)
    if (section.kind == kind) return section;
  throw std::runtime_error("the report has no such section");
}

/// A number with a decimal in either language.
const std::regex kDecimal("[0-9][.,][0-9]");

}  // namespace

TEST_CASE("Every sentence has its words and every place in it is filled", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) {
    for (const std::string& text : texts_of(report)) {
      INFO(text);
      CHECK_FALSE(has(text, "⟨"));
      CHECK_FALSE(has(text, "{"));
      CHECK_FALSE(has(text, "}"));
    }
  });
}

TEST_CASE("No text has two spaces together, or a space before a full stop or a comma", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) {
    for (const std::string& text : texts_of(report)) {
      INFO(text);
      for (const char* wrong : {"  ", " ,", "..."}) CHECK_FALSE(has(text, wrong));
      CHECK_FALSE(std::regex_search(text, std::regex("[a-z] \\.")));
      CHECK_FALSE(text.ends_with(' '));
    }
  });
}

TEST_CASE("Messages, headings, captions and descriptions begin with a capital, a figure or a symbol", "[report]") {
  const std::regex small_letter("^([a-z]|å|ä|ö)");
  const auto begins_well = [&](const std::string& text) {
    INFO(text);
    CHECK_FALSE(std::regex_search(text, small_letter));
  };
  each_report([&](const Report& report, int, const LanguageTag&) {
    for (const Section& section : report.sections) begins_well(section.message);
    each<Heading>(report, [&](const Heading& heading) { begins_well(heading.text); });
    each<Table>(report, [&](const Table& table) {
      begins_well(table.title), begins_well(table.subtitle), begins_well(table.caption);
    });
    each<Figure>(report, [&](const Figure& figure) {
      for (const std::string* text : {&figure.title, &figure.subtitle, &figure.caption, &figure.description})
        begins_well(*text);
    });
    each<Paragraph>(report, [&](const Paragraph& paragraph) { begins_well(paragraph.text.front().text); });
  });
}

TEST_CASE("Sentences of a description begin with a capital", "[report]") {
  const std::regex small_after_stop("[a-z0-9]\\. ([a-z]|å|ä|ö)");
  each_report([&](const Report& report, int, const LanguageTag&) {
    each<Figure>(report, [&](const Figure& figure) {
      INFO(figure.description);
      CHECK_FALSE(std::regex_search(figure.description, small_after_stop));
    });
  });
}

TEST_CASE("No section is empty", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) {
    REQUIRE_FALSE(report.sections.empty());
    for (const Section& section : report.sections) {
      CHECK_FALSE(section.title.empty());
      CHECK_FALSE(section.message.empty());
      CHECK_FALSE(section.blocks.empty());
    }
    each<Columns>(report, [](const Columns& columns) {
      for (const Blocks& column : columns.columns) CHECK_FALSE(column.empty());
    });
    each<List>(report, [](const List& list) { CHECK_FALSE(list.items.empty()); });
  });
}

TEST_CASE("Sections come in the template's order", "[report]") {
  each_report([](const Report& report, int, const LanguageTag& tag) {
    std::size_t at = 0;
    for (const SectionChoice& choice : small_survey().loaded->layout.sections)
      if (at < report.sections.size() && report.sections[at].kind == choice.kind)
        CHECK(report.sections[at++].title == choice.title.in(tag));
    CHECK(at == report.sections.size());
  });
}

TEST_CASE("Every table is regular and no cell is empty", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) {
    each<Table>(report, [](const Table& table) {
      INFO(table.title);
      CHECK(table.columns.size() >= 2);
      CHECK_FALSE(table.rows.empty());
      for (const TableColumn& column : table.columns) CHECK(column.head.empty() != table.head);
      for (const TableRow& row : table.rows) {
        REQUIRE(row.cells.size() == table.columns.size());
        for (const std::string& cell : row.cells) CHECK_FALSE(cell.empty());
      }
    });
  });
}

TEST_CASE("Every figure has a description of at most 250 characters", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) {
    const auto check = [](const std::string& description) {
      INFO(description);
      CHECK_FALSE(description.empty());
      CHECK(letters(description) <= 250);
    };
    each<Figure>(report, [&](const Figure& figure) { check(figure.description); });
    each<Tiles>(report, [&](const Tiles& tiles) {
      for (const Tile& tile : tiles.tiles)
        if (tile.strip) check(tile.description);
    });
  });
}

TEST_CASE("Tiles have a label and a number", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) {
    each<Tiles>(report, [](const Tiles& tiles) {
      CHECK(tiles.tiles.size() >= 4);
      for (const Tile& tile : tiles.tiles) {
        CHECK_FALSE(tile.label.empty());
        CHECK_FALSE(tile.number.empty());
      }
      CHECK(tiles.tiles.front().kind == Tile::Kind::first);
    });
  });
}

TEST_CASE("Every page of a simulated survey says so", "[report]") {
  each_report([](const Report& report, int, const LanguageTag&) { CHECK_FALSE(report.example_tag.empty()); });
}

TEST_CASE("A report says whose it is", "[report]") {
  each_report([](const Report& report, int index, const LanguageTag& tag) {
    const Organisation& o = small_survey().organisation(index);
    CHECK(report.identity.organisation_code == o.code);
    CHECK(report.identity.year == 2025);
    CHECK(has(report.title, o.formal_name));
    CHECK(report.cover.name == o.formal_name);
    CHECK(report.document_tag == (tag == "sv" ? "sv-SE" : "en-GB"));
    CHECK(report.date == "2026-02-12");
  });
}

TEST_CASE("No report names another organisation", "[report]") {
  each_report([](const Report& report, int index, const LanguageTag&) {
    const std::string all = dump(report);
    for (int other = 0; other < small_survey().organisations(); ++other)
      if (other != index) {
        INFO(small_survey().organisation(other).name);
        CHECK_FALSE(has(all, small_survey().organisation(other).name));
      }
  });
}

TEST_CASE("Swedish numbers have a decimal comma and English ones a point", "[report]") {
  const int askdala = index_of("9001");
  for (const std::string& text : texts_of(small_survey().report(askdala, "sv"))) {
    INFO(text);
    // Versions are no numbers.
    if (!has(text, "mognad 0.")) CHECK_FALSE(std::regex_search(text, std::regex("[0-9]\\.[0-9]")));
  }
  for (const std::string& text : texts_of(small_survey().report(askdala, "en"))) {
    INFO(text);
    CHECK_FALSE(std::regex_search(text, std::regex("[0-9],[0-9](?![0-9][0-9])")));
  }
}

TEST_CASE("A report in English has no Swedish words and the other way round", "[report]") {
  const std::string english = dump(small_survey().report(index_of("9001"), "en"));
  for (const char* word : {" och ", " kommunen", "median för", "Förändring", " är "}) CHECK_FALSE(has(english, word));
  const std::string swedish = dump(small_survey().report(index_of("9001"), "sv"));
  for (const char* word : {" and ", " the ", "Change", " per cent"}) CHECK_FALSE(has(swedish, word));
}

TEST_CASE("The first measurement has no change page and says that it is the first", "[report]") {
  bool found = false;
  for (int i = 0; i < small_survey().organisations(); ++i) {
    if (small_survey().statistics.years_of(i) != std::vector<int>{2025}) continue;
    found = true;
    const Report report = small_survey().report(i, "sv");
    for (const Section& section : report.sections) CHECK(section.kind != SectionKind::change);
    CHECK(has(dump(report), "första mätning"));
  }
  CHECK(found);
}

TEST_CASE("Too few respondents give a report that says that there is nothing to show", "[report]") {
  for (const LanguageTag tag : kLanguages) {
    const Words& words = small_survey().voice(tag).words;
    const Report report = small_survey().report(index_of("9030"), tag);
    CHECK(section_of(report, SectionKind::summary).message == words.say("summary.nothing"));
    for (const Section& section : report.sections)
      for (const SectionKind kind :
           {SectionKind::matrix, SectionKind::categories, SectionKind::change, SectionKind::comparison})
        CHECK(section.kind != kind);
  }
}

TEST_CASE("Too few respondents give a report without a number of results", "[report]") {
  for (const LanguageTag tag : kLanguages) {
    const Report report = small_survey().report(index_of("9030"), tag);
    CHECK(count_of<Tiles>(report) == 0);
    for (const std::string& text : texts_of(report)) {
      INFO(text);
      CHECK_FALSE(std::regex_search(text, kDecimal));
      CHECK_FALSE(has(text, "%"));
    }
    each<Figure>(report, [](const Figure& figure) {
      CHECK((std::holds_alternative<FormulaChainData>(figure.chart) ||
             std::holds_alternative<MarkKeyData>(figure.chart)));
    });
    CHECK_FALSE(report.cover.field.has_own);
  }
}

TEST_CASE("Too few respondents are never told by their number", "[report]") {
  const int index = index_of("9030");
  const Measurement& m = *small_survey().loaded->dataset.find(index, 2025);
  REQUIRE(m.respondents < 5);
  const std::regex number("(^|[^0-9])" + std::to_string(m.respondents) + "([^0-9]|$)");
  for (const LanguageTag tag : kLanguages)
    for (const Section& section : small_survey().report(index, tag).sections) {
      if (section.kind == SectionKind::method) continue;
      each_block(section.blocks, [&](const Block& block) {
        if (const auto* table = std::get_if<Table>(&block))
          for (const TableRow& row : table->rows)
            for (const std::string& cell : row.cells) {
              INFO(cell);
              CHECK_FALSE(std::regex_search(cell, number));
            }
      });
      CHECK_FALSE(std::regex_search(section.message, number));
    }
}

TEST_CASE("The data of a report with too few respondents holds no own value", "[report]") {
  const std::string csv =
      report_data(ReportFacts(small_survey().inputs(), index_of("9030"), small_survey().voice("sv").words)).csv;
  for (const std::string line : {"\nown,", "\nchange,"}) {
    INFO(csv);
    CHECK_FALSE(has(csv, line));
  }
}

TEST_CASE("Units with too few respondents are not told by their number", "[report]") {
  each_report([](const Report& report, int, const LanguageTag& tag) {
    const std::string head = small_survey().voice(tag).words.say("measurement.units");
    each<Table>(report, [&](const Table& table) {
      if (table.title != head) return;
      for (const TableRow& row : table.rows) {
        INFO(row.cells[0] << ": " << row.cells[1]);
        CHECK_FALSE((row.cells[1].size() == 1 && row.cells[1] < "5"));
      }
    });
  });
}

TEST_CASE("A unit's withheld number can't be computed from the others and the whole", "[report]") {
  each_report([](const Report& report, int index, const LanguageTag& tag) {
    const std::string head = small_survey().voice(tag).words.say("measurement.units");
    each<Table>(report, [&](const Table& table) {
      if (table.title != head) return;
      int withheld = 0, shown = 0;
      for (const TableRow& row : table.rows) {
        const bool number = row.cells[1].find_first_not_of("0123456789") == std::string::npos;
        if (number) shown += std::stoi(row.cells[1]);
        else ++withheld;
      }
      INFO(shown << " in units that are shown of " << small_survey().loaded->dataset.find(index, 2025)->respondents);
      CHECK(withheld != 1);
    });
  });
}

TEST_CASE("A report's content is that of its reference", "[report]") {
  for (const LanguageTag tag : kLanguages) {
    check_reference("documents/askdala-" + std::string(tag) + ".txt",
                    dump(small_survey().report(index_of("9001"), tag)));
    check_reference("documents/oringe-too-few-" + std::string(tag) + ".txt",
                    dump(small_survey().report(index_of("9030"), tag)));
  }
}
