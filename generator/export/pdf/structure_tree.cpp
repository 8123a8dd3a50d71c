#include "export/pdf/structure_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace mognad::pdf {
namespace {

/// A piece of an element's content: on which page, under which id.
struct Piece {
  std::size_t page = 0;
  std::size_t id = 0;
};

/// A child of an element in the tree, with the place where its content begins.
struct Kid {
  std::string text;
  Piece first;
};

bool before(const Piece& a, const Piece& b) { return a.page != b.page ? a.page < b.page : a.id < b.id; }

/// What each element holds: content, annotations, other elements.
struct Held {
  std::vector<Piece> pieces;
  std::vector<std::size_t> annotations;  // index into StructureContent::annotations
  std::vector<std::size_t> children;
  std::optional<Piece> first;  // of all content below
};

std::vector<Held> gather(const std::vector<Element>& elements, const StructureContent& content) {
  std::vector<Held> held(elements.size());
  for (std::size_t page = 0; page < content.marked.size(); ++page)
    for (std::size_t id = 0; id < content.marked[page].size(); ++id)
      held[static_cast<std::size_t>(content.marked[page][id])].pieces.push_back({page, id});
  for (std::size_t i = 0; i < content.annotations.size(); ++i)
    held[static_cast<std::size_t>(content.annotations[i].element)].annotations.push_back(i);
  for (std::size_t i = 0; i < elements.size(); ++i)
    if (elements[i].parent >= 0) held[static_cast<std::size_t>(elements[i].parent)].children.push_back(i);
  // Children come after their parents, so the way back meets them first.
  for (std::size_t i = elements.size(); i-- > 0;) {
    if (!held[i].pieces.empty() && (!held[i].first || before(held[i].pieces.front(), *held[i].first)))
      held[i].first = held[i].pieces.front();
    if (elements[i].parent < 0) continue;
    Held& parent = held[static_cast<std::size_t>(elements[i].parent)];
    if (held[i].first && (!parent.first || before(*held[i].first, *parent.first))) parent.first = held[i].first;
  }
  return held;
}

/// Content and children in the order in which they are read: a link inside a sentence stands where the sentence has it.
/// Children of elements without content of their own keep the order of the tree.
std::string kids_of(const Held& own, const std::vector<Held>& held, const std::vector<Ref>& refs,
                    const std::vector<Ref>& pages, const StructureContent& content) {
  const bool one_page = std::all_of(own.pieces.begin(), own.pieces.end(),
                                    [&](const Piece& p) { return p.page == own.pieces.front().page; });
  std::vector<Kid> kids;
  for (const Piece& piece : own.pieces)
    kids.push_back({one_page ? std::to_string(piece.id)
                             : fmt::format("<</Type /MCR /Pg {} /MCID {}>>", reference(pages[piece.page]), piece.id),
                    piece});
  for (const std::size_t child : own.children) {
    const Piece last = kids.empty() ? Piece{} : kids.back().first;
    kids.push_back({reference(refs[child]), held[child].first.value_or(last)});
  }
  if (!own.pieces.empty())
    std::stable_sort(kids.begin(), kids.end(), [](const Kid& a, const Kid& b) { return before(a.first, b.first); });
  if (kids.size() == 1 && own.annotations.empty()) return std::move(kids.front().text);
  std::string text = "[";
  for (const Kid& kid : kids) text += kid.text + " ";
  for (const std::size_t i : own.annotations)
    text += fmt::format("<</Type /OBJR /Obj {} /Pg {}>> ", reference(content.annotations[i].annotation),
                        reference(pages[content.annotations[i].page]));
  return text + "]";
}

std::string attributes_of(const Element& element, double page_height) {
  if (element.scope == Element::Scope::column) return "<</O /Table /Scope /Column>>";
  if (element.scope == Element::Scope::row) return "<</O /Table /Scope /Row>>";
  if (element.role == Role::l)
    return element.numbered ? "<</O /List /ListNumbering /Decimal>>" : "<</O /List /ListNumbering /Disc>>";
  // Whom the words name, for programs that read the file (ISO 32000-1, 14.7.5.4).
  if (!element.organisation.empty())
    return fmt::format("<</O /UserProperties /P [<</N (organisation) /V {}>>]>>", text_string(element.organisation));
  if (element.role != Role::figure && !(element.role == Role::table && element.page >= 0)) return {};
  const Rect& box = element.box;
  return fmt::format("<</O /Layout /Placement /Block /BBox [{} {} {} {}]>>", number(box.x),
                     number(page_height - box.bottom()), number(box.right()), number(page_height - box.y));
}

Dict element_dict(const Element& element, double page_height) {
  Dict dict;
  dict.name("S", role_name(element.role));
  if (!element.language.empty()) dict.text("Lang", element.language);
  if (!element.title.empty()) dict.spoken("T", element.title);
  if (!element.alternative.empty()) dict.spoken("Alt", element.alternative);
  if (const std::string attributes = attributes_of(element, page_height); !attributes.empty())
    dict.raw("A", attributes);
  return dict;
}

Ref write_parent_tree(PdfFile& file, const StructureContent& content, const std::vector<Ref>& elements) {
  std::string numbers = "[";
  for (std::size_t page = 0; page < content.marked.size(); ++page) {
    numbers += fmt::format("{} [", page);
    for (const int element : content.marked[page])
      numbers += reference(elements[static_cast<std::size_t>(element)]) + " ";
    numbers += "]\n";
  }
  for (std::size_t i = 0; i < content.annotations.size(); ++i)
    numbers += fmt::format("{} {}\n", content.marked.size() + i,
                           reference(elements[static_cast<std::size_t>(content.annotations[i].element)]));
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
    case Role::toci: return parent == Role::toc;
    case Role::reference: return parent == Role::toci;
    case Role::link:
      return parent == Role::reference || parent == Role::p || parent == Role::caption || parent == Role::lbody ||
             parent == Role::td || parent == Role::th;
    case Role::span:
      return parent == Role::p || parent == Role::caption || parent == Role::lbody || parent == Role::td ||
             parent == Role::th || parent == Role::h1 || parent == Role::h2;
    case Role::caption: return parent == Role::sect || parent == Role::table;
    default: return parent == Role::document || parent == Role::sect;
  }
}

/// Where a reader finds the element: the section, and of what has a box the page. ", in \"Metod\" on page 3".
std::string place_of(const std::vector<Element>& elements, std::size_t element) {
  std::string place;
  for (int at = static_cast<int>(element); at >= 0; at = elements[static_cast<std::size_t>(at)].parent)
    if (const std::string& title = elements[static_cast<std::size_t>(at)].title; !title.empty()) {
      place = fmt::format(", in \"{}\"", title);
      break;
    }
  if (elements[element].page >= 0) place += fmt::format(" on page {}", elements[element].page + 1);
  return place;
}

}  // namespace

Ref write_structure(PdfFile& file, const std::vector<Element>& elements, const std::vector<Ref>& pages,
                    double page_height, const StructureContent& content) {
  const Ref root = file.reserve();
  std::vector<Ref> refs;
  for (std::size_t i = 0; i < elements.size(); ++i) refs.push_back(file.reserve());
  const std::vector<Held> held = gather(elements, content);
  for (std::size_t i = 0; i < elements.size(); ++i) {
    Dict dict = element_dict(elements[i], page_height);
    dict.ref("P", elements[i].parent < 0 ? root : refs[static_cast<std::size_t>(elements[i].parent)]);
    if (!held[i].pieces.empty()) dict.ref("Pg", pages[held[i].pieces.front().page]);
    dict.raw("K", kids_of(held[i], held, refs, pages, content));
    file.define(refs[i], std::move(dict));
  }
  const Ref parents = write_parent_tree(file, content, refs);
  file.define(root, Dict()
                        .name("Type", "StructTreeRoot")
                        .ref("K", refs.front())
                        .ref("ParentTree", parents)
                        .raw("ParentTreeNextKey", std::to_string(content.marked.size() + content.annotations.size())));
  return root;
}

Problems check_structure(const std::vector<Element>& elements) {
  Problems problems;
  const auto fault = [&](std::size_t element, const std::string& text) {
    problems.push_back(
        error_at({}, text + place_of(elements, element), "a conforming document needs it; see PDF_UA1.md"));
  };
  int level = 0;
  std::vector<int> cells(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const Element& element = elements[i];
    if (element.parent >= 0 && !belongs(element.role, elements[static_cast<std::size_t>(element.parent)].role))
      fault(i, fmt::format("{} stands in {}", role_name(element.role),
                           role_name(elements[static_cast<std::size_t>(element.parent)].role)));
    if (element.role == Role::figure && element.alternative.empty()) fault(i, "a figure has no description");
    const int heading = element.role == Role::h1 ? 1 : element.role == Role::h2 ? 2 : 0;
    if (heading > level + 1) fault(i, "a heading skips a level");
    if (heading > 0) level = heading;
    if (element.role == Role::th || element.role == Role::td) ++cells[static_cast<std::size_t>(element.parent)];
    if (element.role == Role::th && element.scope == Element::Scope::none) fault(i, "a table head has no scope");
  }
  std::vector<int> width(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].role != Role::tr) continue;
    const auto group = static_cast<std::size_t>(elements[i].parent);
    int& expected = width[static_cast<std::size_t>(elements[group].parent)];
    if (expected == 0) expected = cells[i];
    if (expected != cells[i]) fault(i, fmt::format("a table has rows of {} and of {} cells", expected, cells[i]));
  }
  return problems;
}

}  // namespace mognad::pdf
