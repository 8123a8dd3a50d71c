#include <catch2/catch.hpp>

#include "support/defects.h"
#include "verification/made_document.h"
#include "verification/rules.h"

using namespace mognad::test;
using namespace mognad::verification;

namespace {

TagKid marked_content(int mcid, int page = 0) {
  TagKid kid;
  kid.kind = TagKid::Kind::marked_content;
  kid.page = page;
  kid.mcid = mcid;
  return kid;
}

/// A tree with an element for each of the lists of MCIDs on the first page.
TagTree tree_of(const std::vector<std::vector<int>>& elements) {
  TagTree tree;
  tree.present = true;
  for (const std::vector<int>& mcids : elements) {
    TagElement element;
    element.type = element.role = "P";
    for (const int mcid : mcids) element.kids.push_back(marked_content(mcid));
    tree.roots.push_back(static_cast<int>(tree.elements.size()));
    tree.elements.push_back(std::move(element));
  }
  return tree;
}

std::set<std::string> broken(const Document& document, const TagTree& tree) {
  const std::vector<PageContent> contents = read_contents(document);
  const Fonts fonts;
  Findings findings;
  kContentRules.check({document, contents, fonts, tree}, findings);
  std::set<std::string> ids;
  for (const Finding& finding : findings) ids.emplace(finding.rule->id);
  return ids;
}

using Ids = std::set<std::string>;

struct Defect {
  const char* what;
  const char* content;
  Ids rules;
};

const std::vector<Defect>& defects() {
  static const std::vector<Defect> all{
      {"EMC without BMC", "/P <</MCID 0>> BDC EMC EMC", {"A3-6.2.2-1"}},
      {"BDC without EMC", "/P <</MCID 0>> BDC", {"A3-6.2.2-1"}},
      {"Q without q", "/P <</MCID 0>> BDC EMC Q", {"A3-6.2.2-1"}},
      {"an operator with too few operands", "/P <</MCID 0>> BDC 1 2 re EMC", {"A3-6.2.2-1"}},
      {"a string without end", "/P <</MCID 0>> BDC EMC (abc", {"A3-6.2.2-1"}},
      {"an MCID below 0", "/P <</MCID 0>> BDC EMC /P <</MCID -1>> BDC EMC", {"A3-6.2.2-1"}},
      {"text outside of marks", "/P <</MCID 0>> BDC EMC BT (a) Tj ET", {"UA1-7.1-20", "A3-6.7.3.2-1"}},
      {"text in a mark without MCID", "/P <</MCID 0>> BDC EMC /P BMC BT (a) Tj ET EMC", {"UA1-7.1-20", "A3-6.7.3.2-1"}},
      {"a path outside of marks", "/P <</MCID 0>> BDC EMC 0 0 1 1 re f", {"UA1-7.1-20", "A3-6.7.3.2-1"}},
      {"an inline image outside of marks",
       "/P <</MCID 0>> BDC EMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
       {"UA1-7.1-20", "A3-6.7.3.2-1"}},
      {"an artifact in tagged content", "/P <</MCID 0>> BDC /Artifact BMC EMC EMC", {"UA1-7.1-21"}},
      {"tagged content in an artifact", "/Artifact BMC /P <</MCID 0>> BDC EMC EMC", {"UA1-7.1-22"}},
      {"an artifact with an MCID", "/Artifact <</MCID 0>> BDC EMC", {"UA1-7.1-22"}},
      {"an MCID twice", "/P <</MCID 0>> BDC EMC /P <</MCID 0>> BDC EMC", {"UA1-7.1-23"}},
      {"an MCID that no element has", "/P <</MCID 0>> BDC EMC /P <</MCID 1>> BDC EMC", {"UA1-7.1-24"}},
      {"an MCID that no page has", "/Artifact BMC EMC", {"UA1-7.1-25"}},
      {"an artifact of an unknown type", "/P <</MCID 0>> BDC EMC /Artifact <</Type /Other>> BDC EMC", {"UA1-7.1-27"}},
      {"a subtype of another artifact",
       "/P <</MCID 0>> BDC EMC /Artifact <</Type /Layout /Subtype /Header>> BDC EMC",
       {"UA1-7.1-27"}},
      {"an artifact with a bad box",
       "/P <</MCID 0>> BDC EMC /Artifact <</Type /Page /BBox [1 2]>> BDC EMC",
       {"UA1-7.1-27"}},
      {"an artifact attached to nothing",
       "/P <</MCID 0>> BDC EMC /Artifact <</Attached [/Middle]>> BDC EMC",
       {"UA1-7.1-27"}},
      {"a language that is none",
       "/P <</MCID 0>> BDC /Span <</Lang (svenska spr)>> BDC EMC EMC",
       {"UA1-7.2-20", "A3-6.7.4-20"}},
      {"a language that is no string", "/P <</MCID 0 /Lang /sv>> BDC EMC", {"UA1-7.2-20", "A3-6.7.4-20"}},
      {"an empty language", "/P <</MCID 0 /Lang ()>> BDC EMC", {"UA1-7.2-20", "A3-6.7.4-20"}},
      {"ActualText that is no string", "/P <</MCID 0 /ActualText /a>> BDC EMC", {"UA1-7.2-21"}},
      {"Alt that is no string", "/P <</MCID 0 /Alt 7>> BDC EMC", {"UA1-7.2-21"}},
  };
  return all;
}

}  // namespace

TEST_CASE("Sound content breaks no rule", "[verification][content_rules]") {
  const char* const sound =
      "/P <</MCID 0 /Lang (sv-SE)>> BDC BT /Span <</ActualText (b)>> BDC (a) Tj EMC ET EMC "
      "/Artifact <</Type /Pagination /Subtype /Footer /BBox [0 0 1 1] /Attached [/Bottom]>> BDC 0 0 1 1 re f EMC 0 0 1 "
      "1 re W n";
  CHECK(broken(made_document(sound), tree_of({{0}})) == Ids{});
}

TEST_CASE("Every defect of content is found", "[verification][content_rules]") {
  for (const Defect& defect : defects()) {
    INFO(defect.what);
    CHECK(broken(made_document(defect.content), tree_of({{0}})) == defect.rules);
  }
}

TEST_CASE("Content in two elements is found", "[verification][content_rules]") {
  CHECK(broken(made_document("/P <</MCID 0>> BDC EMC"), tree_of({{0}, {0}})) == Ids{"UA1-7.1-26"});
  CHECK(broken(made_document("/P <</MCID 0>> BDC EMC"), tree_of({{0, 0}})) == Ids{"UA1-7.1-26"});
}

TEST_CASE("Content of a page that doesn't exist is found", "[verification][content_rules]") {
  TagTree tree = tree_of({{0}});
  tree.elements[0].kids.push_back(marked_content(0, -1));
  CHECK(broken(made_document("/P <</MCID 0>> BDC EMC"), tree) == Ids{"UA1-7.1-25"});
}

TEST_CASE("Forms with MCIDs are judged", "[verification][content_rules]") {
  const std::vector<std::string> form{"/P <</MCID 0>> BDC EMC"};
  CHECK(broken(made_document("/X3 Do", form), tree_of({})) == Ids{"UA1-7.1-24"});
  CHECK(broken(made_document("/X3 Do /X3 Do", form), tree_of({})) == Ids{"UA1-7.1-24", "UA1-7.20-1"});
}

TEST_CASE("What a form paints must be marked inside or around", "[verification][content_rules]") {
  const std::vector<std::string> form{"0 0 1 1 re f"};
  CHECK(broken(made_document("/X3 Do", form), tree_of({})) == Ids{"UA1-7.1-20", "A3-6.7.3.2-1"});
  CHECK(broken(made_document("/Artifact BMC /X3 Do EMC", form), tree_of({})) == Ids{});
}

TEST_CASE("A form that refers to another file is found", "[verification][content_rules]") {
  Document document = made_document("/X3 Do", {""});
  Dictionary form = *document.objects[3].value.dictionary();
  form.set("Ref", Dictionary());
  document.objects[3].value = form;
  CHECK(broken(document, tree_of({})) == Ids{"UA1-7.20-2"});
}

TEST_CASE("Every rule of content has a defect", "[verification][content_rules]") {
  // Those that need another tree or a form have tests of their own above.
  const Ids others{"UA1-7.1-26", "UA1-7.20-1", "UA1-7.20-2"};
  for (const Rule& rule : kContentRules.rules) {
    INFO(rule.id);
    const std::string id(rule.id);
    CHECK((others.count(id) == 1 || std::any_of(defects().begin(), defects().end(),
                                                [&](const Defect& defect) { return defect.rules.count(id) == 1; })));
  }
}

TEST_CASE("The content of a good file breaks no rule", "[verification][content_rules]") {
  const Ids found = broken_rules(good_file());
  for (const Rule& rule : kContentRules.rules) CHECK(found.count(std::string(rule.id)) == 0);
}

TEST_CASE("Defects of content are found in a whole file", "[verification][content_rules]") {
  const std::vector<std::pair<std::pair<const char*, const char*>, const char*>> edits{
      {{"/Artifact BMC", "/Arteface BMC"}, "UA1-7.1-20"},
      {{"EMC\n", "   \n"}, "A3-6.2.2-1"},
      {{"/Artifact BMC", "/Artifact <</MCID 900>> BDC"}, "UA1-7.1-22"},
      {{"/Artifact BMC", "/Artifact <</Type /None>> BDC"}, "UA1-7.1-27"}};
  for (const auto& [change, rule] : edits) {
    INFO(rule);
    const std::string file = edited(
        good_file(), [&](QPDF& f) { replace_in_stream(mognad::test::content_of(f, 0), change.first, change.second); });
    CHECK(broken_rules(file).count(rule) == 1);
  }
}
