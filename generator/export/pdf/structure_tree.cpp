#include "export/pdf/structure_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad::pdf {
namespace {

/// A piece of an element's content: on which page, under which id.
struct Piece {
  std::size_t page = 0;
  std::size_t id = 0;
};

std::string kids_of(const std::vector<Ref>& children, const std::vector<Piece>& pieces, const std::vector<Ref>& pages) {
  std::string kids = "[";
  const bool one_page =
      std::all_of(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.page == pieces.front().page; });
  for (const Piece& piece : pieces) {
    if (one_page) kids += fmt::format("{} ", piece.id);
    else kids += fmt::format("<</Type /MCR /Pg {} /MCID {}>> ", reference(pages[piece.page]), piece.id);
  }
  for (const Ref& child : children) kids += reference(child) + " ";
  return kids + "]";
}

std::string attributes_of(const Element& element, double page_height) {
  if (element.scope == Element::Scope::column) return "<</O /Table /Scope /Column>>";
  if (element.scope == Element::Scope::row) return "<</O /Table /Scope /Row>>";
  if (element.role == Role::l)
    return element.numbered ? "<</O /List /ListNumbering /Decimal>>" : "<</O /List /ListNumbering /Disc>>";
  if (element.role != Role::figure) return {};
  const Rect& box = element.box;
  return fmt::format("<</O /Layout /Placement /Block /BBox [{} {} {} {}]>>", number(box.x),
                     number(page_height - box.bottom()), number(box.right()), number(page_height - box.y));
}

Dict element_dict(const Element& element, double page_height) {
  Dict dict;
  dict.name("S", role_name(element.role));
  if (!element.title.empty()) dict.text("T", element.title);
  if (!element.alternative.empty()) dict.text("Alt", element.alternative);
  if (const std::string attributes = attributes_of(element, page_height); !attributes.empty())
    dict.raw("A", attributes);
  return dict;
}

Ref write_parent_tree(PdfFile& file, const std::vector<std::vector<int>>& marked, const std::vector<Ref>& elements) {
  std::string numbers = "[";
  for (std::size_t page = 0; page < marked.size(); ++page) {
    numbers += fmt::format("{} [", page);
    for (const int element : marked[page]) numbers += reference(elements[static_cast<std::size_t>(element)]) + " ";
    numbers += "]\n";
  }
  return file.add(Dict().raw("Nums", numbers + "]"));
}

bool belongs(Role child, Role parent) {
  switch (child) {
    case Role::li: return parent == Role::l;
    case Role::lbl:
    case Role::lbody: return parent == Role::li;
    case Role::thead:
    case Role::tbody: return parent == Role::table;
    case Role::tr: return parent == Role::thead || parent == Role::tbody;
    case Role::th:
    case Role::td: return parent == Role::tr;
    default: return parent == Role::document || parent == Role::sect;
  }
}

}  // namespace

Ref write_structure(PdfFile& file, const std::vector<Element>& elements, const std::vector<Ref>& pages,
                    double page_height, const std::vector<std::vector<int>>& marked) {
  const Ref root = file.reserve();
  std::vector<Ref> refs;
  std::vector<std::vector<Ref>> children(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    refs.push_back(file.reserve());
    if (elements[i].parent >= 0) children[static_cast<std::size_t>(elements[i].parent)].push_back(refs.back());
  }
  std::vector<std::vector<Piece>> pieces(elements.size());
  for (std::size_t page = 0; page < marked.size(); ++page)
    for (std::size_t id = 0; id < marked[page].size(); ++id)
      pieces[static_cast<std::size_t>(marked[page][id])].push_back({page, id});
  for (std::size_t i = 0; i < elements.size(); ++i) {
    Dict dict = element_dict(elements[i], page_height);
    dict.ref("P", elements[i].parent < 0 ? root : refs[static_cast<std::size_t>(elements[i].parent)]);
    if (!pieces[i].empty()) dict.ref("Pg", pages[pieces[i].front().page]);
    dict.raw("K", kids_of(children[i], pieces[i], pages));
    file.define(refs[i], std::move(dict));
  }
  const Ref parents = write_parent_tree(file, marked, refs);
  file.define(root, Dict()
                        .name("Type", "StructTreeRoot")
                        .ref("K", refs.front())
                        .ref("ParentTree", parents)
                        .raw("ParentTreeNextKey", std::to_string(marked.size())));
  return root;
}

Problems check_structure(const std::vector<Element>& elements) {
  Problems problems;
  const auto fault = [&](std::string text) {
    problems.push_back(error_at({}, std::move(text), "a conforming document needs it; see PDF_UA1.md"));
  };
  int level = 0;
  std::vector<int> cells(elements.size());
  for (const Element& element : elements) {
    if (element.parent >= 0 && !belongs(element.role, elements[static_cast<std::size_t>(element.parent)].role))
      fault(fmt::format("{} stands in {}", role_name(element.role),
                        role_name(elements[static_cast<std::size_t>(element.parent)].role)));
    if (element.role == Role::figure && element.alternative.empty()) fault("a figure has no description");
    const int heading = element.role == Role::h1 ? 1 : element.role == Role::h2 ? 2 : 0;
    if (heading > level + 1) fault("a heading skips a level");
    if (heading > 0) level = heading;
    if (element.role == Role::th || element.role == Role::td) ++cells[static_cast<std::size_t>(element.parent)];
    if (element.role == Role::th && element.scope == Element::Scope::none) fault("a table head has no scope");
  }
  std::vector<int> width(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].role != Role::tr) continue;
    const auto group = static_cast<std::size_t>(elements[i].parent);
    int& expected = width[static_cast<std::size_t>(elements[group].parent)];
    if (expected == 0) expected = cells[i];
    if (expected != cells[i]) fault(fmt::format("a table has rows of {} and of {} cells", expected, cells[i]));
  }
  return problems;
}

}  // namespace mognad::pdf
