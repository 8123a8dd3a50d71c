#include "export/pdf/structure_tree.h"

#include <catch2/catch.hpp>

using namespace mognad;
using mognad::pdf::check_structure;

namespace {

/// A tree that grows by elements; each is added to a parent and gives its index.
class Tree {
 public:
  Tree() { elements.push_back({.role = Role::document}); }
  int add(int parent, Role role, Element::Scope scope = Element::Scope::none) {
    elements.push_back({.role = role, .parent = parent, .scope = scope});
    return static_cast<int>(elements.size()) - 1;
  }
  int add_row(int group, int cells) {
    const int row = add(group, Role::tr);
    for (int i = 0; i < cells; ++i) add(row, Role::td);
    return row;
  }
  std::vector<Element> elements;
};

void check_fault(const Tree& tree, const std::string& words) {
  const Problems problems = check_structure(tree.elements);
  REQUIRE_FALSE(problems.empty());
  INFO(problems.front().message);
  CHECK(problems.front().severity == Severity::error);
  CHECK(problems.front().message.find(words) != std::string::npos);
}

Tree whole_document() {
  Tree tree;
  const int sect = tree.add(0, Role::sect);
  tree.add(sect, Role::h1);
  tree.add(sect, Role::h2);
  tree.add(sect, Role::p);
  const int list = tree.add(sect, Role::l);
  const int item = tree.add(list, Role::li);
  tree.add(item, Role::lbl);
  tree.add(item, Role::lbody);
  const int table = tree.add(sect, Role::table);
  const int head = tree.add(tree.add(table, Role::thead), Role::tr);
  for (int i = 0; i < 2; ++i) tree.add(head, Role::th, Element::Scope::column);
  const int body = tree.add(table, Role::tbody);
  tree.add_row(body, 2);
  tree.elements[static_cast<std::size_t>(tree.add(sect, Role::figure))].alternative = "Punktdiagram.";
  return tree;
}

}  // namespace

TEST_CASE("A whole document has no fault", "[pdf]") { CHECK(check_structure(whole_document().elements).empty()); }

TEST_CASE("A figure without a description is a fault", "[pdf]") {
  Tree tree;
  tree.add(0, Role::figure);
  check_fault(tree, "description");
}

TEST_CASE("A heading that skips a level is a fault", "[pdf]") {
  Tree tree;
  tree.add(0, Role::h2);
  check_fault(tree, "skips a level");
}

TEST_CASE("A heading may go back any number of levels", "[pdf]") {
  Tree tree;
  for (const Role role : {Role::h1, Role::h2, Role::h1, Role::h2}) tree.add(0, role);
  CHECK(check_structure(tree.elements).empty());
}

TEST_CASE("A table's head without a scope is a fault", "[pdf]") {
  Tree tree;
  tree.add(tree.add(tree.add(tree.add(0, Role::table), Role::tbody), Role::tr), Role::th);
  check_fault(tree, "scope");
}

TEST_CASE("Rows of unequal length are a fault, in the head as well", "[pdf]") {
  Tree tree;
  const int table = tree.add(0, Role::table);
  const int body = tree.add(table, Role::tbody);
  tree.add_row(body, 3);
  tree.add_row(body, 2);
  check_fault(tree, "rows of 3 and of 2");
  Tree other;
  const int second = other.add(0, Role::table);
  other.add_row(other.add(second, Role::thead), 4);
  other.add_row(other.add(second, Role::tbody), 3);
  check_fault(other, "rows of 4 and of 3");
}

TEST_CASE("Two tables of different widths are no fault", "[pdf]") {
  Tree tree;
  for (const int width : {2, 5}) tree.add_row(tree.add(tree.add(0, Role::table), Role::tbody), width);
  CHECK(check_structure(tree.elements).empty());
}

TEST_CASE("Parts of lists and tables stand only where they belong", "[pdf]") {
  const std::pair<Role, Role> wrong[]{{Role::p, Role::li},    {Role::l, Role::lbody},    {Role::sect, Role::lbl},
                                      {Role::sect, Role::tr}, {Role::table, Role::tr},   {Role::tbody, Role::td},
                                      {Role::l, Role::p},     {Role::sect, Role::thead}, {Role::table, Role::p},
                                      {Role::p, Role::figure}};
  for (const auto& [parent, child] : wrong) {
    Tree tree;
    const int above = tree.add(0, parent);
    tree.elements[static_cast<std::size_t>(tree.add(above, child))].alternative = "x";
    INFO(pdf::role_name(child) << " in " << pdf::role_name(parent));
    CHECK_FALSE(check_structure(tree.elements).empty());
  }
}

TEST_CASE("All faults are found, not the first alone", "[pdf]") {
  Tree tree;
  tree.add(0, Role::figure);
  tree.add(0, Role::h2);
  tree.add(0, Role::li);
  CHECK(check_structure(tree.elements).size() == 3);
}
