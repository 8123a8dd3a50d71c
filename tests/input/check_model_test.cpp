// A model that can't work is refused with the reason, and one that asks for more than it seems is warned of.
#include "input/check_model.h"

#include <catch2/catch.hpp>

#include "input/read_model.h"
#include "input/reading.h"
#include "support/small_files.h"

using namespace mognad;
using namespace mognad::test;

namespace {

Result<Model> read(const std::string& text, const std::vector<LanguageTag>& languages = {"en"}) {
  return read_model("m.toml", languages, MemoryFiles({{"m.toml", text}}));
}

std::string changed(const std::string& from, const std::string& to) { return replaced(small_model_toml(), from, to); }

/// The only problem of a model that is refused.
Problem refused(const std::string& text) {
  const auto model = read(text);
  INFO(all_text(model.problems));
  CHECK_FALSE(model);
  REQUIRE(model.problems.size() == 1);
  CHECK(model.problems[0].severity == Severity::error);
  CHECK(model.problems[0].place.file == "m.toml");
  CHECK(model.problems[0].place.line > 0);
  CHECK(model.problems[0].place.column > 0);
  return model.problems[0];
}

Problem refused(const std::string& from, const std::string& to) {
  const std::string text = changed(from, to);
  const Problem problem = refused(text);
  CHECK(problem.place.line >= line_of(text, to));
  return problem;
}

/// The only warning of a model that is read.
Problem warned(const std::string& from, const std::string& to) {
  const auto model = read(changed(from, to));
  INFO(all_text(model.problems));
  CHECK(model);
  REQUIRE(model.problems.size() == 1);
  CHECK(model.problems[0].severity == Severity::warning);
  CHECK(model.problems[0].place.line == line_of(small_model_toml(), "[minimum_shares]"));
  CHECK(actionable(model.problems[0]));
  return model.problems[0];
}

bool without_problems(const std::string& text) {
  const auto model = read(text);
  UNSCOPED_INFO(all_text(model.problems));
  return model && model.problems.empty();
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("The small model of the tests is read without a word", "[input]") {
  CHECK(without_problems(small_model_toml()));
}

TEST_CASE("A weight that is no positive number is refused", "[input]") {
  for (const char* weight : {"0", "-0.0", "-1", "nan", "-nan", "inf", "-inf", "1e7", "\"2\""}) {
    INFO(weight);
    CHECK(holds(refused("id = \"K1\"", std::string("id = \"K1\"\nweight = ") + weight).message, "weight"));
  }
}

TEST_CASE("A weight that is no positive number is told with what was expected", "[input]") {
  for (const char* weight : {"0", "-1", "nan", "inf"})
    CHECK(actionable(refused("id = \"K1\"", std::string("id = \"K1\"\nweight = ") + weight)));
}

TEST_CASE("A cut that puts everyone on one side is refused", "[input]") {
  for (const char* cut : {"0", "100", "-5", "150", "nan", "inf", "\"50\""}) {
    INFO(cut);
    CHECK(holds(refused("cut = 50", std::string("cut = ") + cut).message, "'matrix.x.cut' is"));
  }
  CHECK(without_problems(changed("cut = 50", "cut = 99")));
  CHECK(without_problems(changed("cut = 50", "cut = 1")));
}

TEST_CASE("Axes at the same node are refused", "[input]") {
  const Problem problem = refused(changed("node = \"D2\"", "node = \"D1\""));
  CHECK(problem.message == "both axes of the matrix are 'D1'");
  CHECK(actionable(problem));
}

TEST_CASE("Axes of which one is a part of the other are refused, whichever it is", "[input]") {
  for (const char* below : {"C1", "K1", "K2"}) {
    const Problem down = refused(changed("node = \"D2\"", std::string("node = \"") + below + "\""));
    CHECK(holds(down.message, "'D1' and '" + std::string(below) + "', lie within each other"));
    const std::string turned =
        replaced(changed("node = \"D1\"", std::string("node = \"") + below + "\""), "node = \"D2\"", "node = \"D1\"");
    CHECK(holds(refused(turned).message, "lie within each other"));
  }
  CHECK(holds(refused(changed("node = \"D2\"", "node = \"T\"")).message, "lie within each other"));
}

TEST_CASE("Axes that stand beside each other are good at every level", "[input]") {
  CHECK(without_problems(changed("node = \"D2\"", "node = \"K3\"")));
  CHECK(without_problems(replaced(changed("node = \"D1\"", "node = \"K1\""), "node = \"D2\"", "node = \"K2\"")));
}

TEST_CASE("Axes that lie within each other are told where they stand", "[input]") {
  const std::string text = changed("node = \"D2\"", "node = \"C1\"");
  const int line = refused(text).place.line;
  CHECK((line == line_of(text, "[matrix.x]") || line == line_of(text, "[matrix.y]") ||
         line == line_of(text, "node = \"C1\"")));
}

TEST_CASE("Two types of the matrix of the same letter are refused", "[input]") {
  const Problem problem = refused(changed("id = \"C\"\nname = \"n\"", "id = \"A\"\nname = \"n\""));
  CHECK(problem.message == "two types of the matrix are called 'A'");
  CHECK(actionable(problem));
}

TEST_CASE("Types of the matrix without a letter are not called equal", "[input]") {
  std::string text = changed("id = \"C\"\nname = \"n\"", "name = \"n\"");
  text = replaced(text, "id = \"D\"\nname = \"n\"", "name = \"n\"");
  const auto model = read(text);
  CHECK(model.problems.size() == 2);
  CHECK(count_problems(model.problems, "is missing") == 2);
}

TEST_CASE("A share of a dimension that needs more categories than it seems is warned of", "[input]") {
  const std::string more =
      "id = \"C1b\"\nname = \"x\"\n[[dimension.category.capability]]\nid = \"K1b\"\nname = \"x\"\n"
      "[[dimension.category.capability.statement]]\nid = \"c1\"\ntext = \"x\"\n";
  const std::string text =
      changed("[[dimension.category]]\nid = \"C2\"",
              "[[dimension.category]]\n" + more + "[[dimension.category]]\n" +
                  replaced(replaced(replaced(more, "C1b", "C1c"), "K1b", "K1c"), "\"c1\"", "\"c2\"") +
                  "[[dimension.category]]\nid = \"C2\"");
  CHECK(without_problems(text));
  const auto model = read(replaced(text, "dimension = 0.666", "dimension = 0.67"));
  CHECK(model);
  REQUIRE(model.problems.size() == 1);
  CHECK(holds(model.problems[0].message, "'minimum_shares.dimension' is 0.67: of the 3 parts of 'D2'"));
  CHECK(holds(model.problems[0].message, "needs 3, not 2"));
  CHECK(holds(model.problems[0].hint, "for 2 of 3 write 0.666 or less"));
}

TEST_CASE("A share of the total that needs both dimensions where it says half is warned of", "[input]") {
  CHECK(holds(warned("total = 1.0", "total = 0.51").message, "needs 2, not 1"));
}

TEST_CASE("A share of statements that needs more than it seems is warned of", "[input]") {
  CHECK(holds(warned("capability = 0.5", "capability = 0.51").message, "'minimum_shares.capability'"));
  CHECK(holds(warned("category = 0.5", "category = 0.51").message, "'minimum_shares.category'"));
}

TEST_CASE("A share out of range is refused", "[input]") {
  for (const char* share : {"-0.1", "1.1", "50", "nan", "inf"}) {
    INFO(share);
    CHECK(holds(refused("total = 1.0", std::string("total = ") + share).message, "expected 0 to 1"));
  }
}

TEST_CASE("A text that lacks a language of the survey is refused with that language", "[input]") {
  const auto model = read(changed("name = \"Capability one\"", "name.en = \"Capability one\""), {"en", "sv"});
  REQUIRE(model.problems.size() == 1);
  CHECK(holds(model.problems[0].message, "has no text in language 'sv'"));
  CHECK(holds(model.problems[0].hint, "name.sv"));
  const auto label = read(changed("label = \"l3\"", "label.sv = \"l3\""));
  CHECK(count_problems(label.problems, "has no text in language 'en'") == 1);
}

TEST_CASE("An empty name is refused", "[input]") {
  CHECK_FALSE(read(changed("name = \"Capability one\"", "name = \"\"")));
  CHECK_FALSE(read(changed("text = \"A one.\"", "text.en = \"\"")));
}

TEST_CASE("An id that is taken is refused at every level with the line of the first", "[input]") {
  for (const char* id : {"T", "C2", "K2", "b2"}) {
    const Problem problem = refused("id = \"" + std::string(id) + "\"", "id = \"K1\"");
    CHECK(holds(problem.message, "the id 'K1' is taken already, in line"));
    CHECK(actionable(problem));
  }
}

TEST_CASE("Nodes without an id are told as that and not as equal", "[input]") {
  std::string text = changed("id = \"a1\"\n", "");
  text = replaced(text, "id = \"a2\"\n", "");
  const auto model = read(text);
  INFO(all_text(model.problems));
  CHECK(model.problems.size() == 2);
  CHECK(count_problems(model.problems, "is taken already") == 0);
}

TEST_CASE("A scale with a gap, backwards or of one step is refused", "[input]") {
  CHECK(count_problems(read(changed("value = 3", "value = 2")).problems, "the step 2 follows 2, expected 3") == 1);
  CHECK(count_problems(read(changed("value = 5", "value = 6")).problems, "the step 6 follows 4, expected 5") == 1);
  std::string one = small_model_toml();
  for (int step = 2; step <= 5; ++step) {
    const std::string s = std::to_string(step);
    one = replaced(one, "[[scale]]\nvalue = " + s + "\nlabel = \"l" + s + "\"\n", "");
  }
  CHECK(refused(one).message == "the scale has fewer than two steps");
  CHECK(refused(replaced(one, "[[scale]]\nvalue = 1\nlabel = \"l1\"\n", "")).message ==
        "the scale has fewer than two steps");
}

TEST_CASE("A node without children is refused at every level", "[input]") {
  for (const auto& [key, id] : {std::pair{"capability", "K9"}, {"category", "C9"}}) {
    const std::string head =
        std::string(key) == "category" ? "[[dimension.category]]" : "[[dimension.category.capability]]";
    const auto model = read(changed("[[dimension]]\nid = \"D2\"",
                                    head + "\nid = \"" + id + "\"\nname = \"x\"\n[[dimension]]\nid = \"D2\""));
    REQUIRE(model.problems.size() == 1);
    CHECK(holds(model.problems[0].message, "'" + std::string(id) + "' has no [["));
    CHECK(actionable(model.problems[0]));
  }
}

TEST_CASE("All problems of a model are told together", "[input]") {
  std::string text = changed("node = \"D2\"", "node = \"D1\"");
  text = replaced(text, "id = \"D\"\nname = \"n\"", "id = \"A\"\nname = \"n\"");
  text = replaced(text, "id = \"K1\"", "id = \"K1\"\nweight = nan");
  text = replaced(text, "cut = 50", "cut = 0");
  text = replaced(text, "value = 4", "value = 7");
  text = replaced(text, "total = 1.0", "total = 0.51");
  const auto model = read(text);
  for (const char* part :
       {"both axes", "are called 'A'", "weight", "matrix.x.cut", "the step 7 follows 3", "minimum_shares.total"}) {
    INFO(part);
    CHECK(count_problems(model.problems, part) == 1);
  }
}
