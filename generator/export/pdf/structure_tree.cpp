#include "export/pdf/structure_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

namespace mognad::pdf {
namespace {

/// A piece of an element's content: on which page, under which id.
struct Piece {
  std::size_t page = 0;
  std::size_t id = 0;
};

/// A child of an element in the tree: content or another element, with the place where its content begins.
struct Kid {
  Piece first;
  int element = -1;  // −1: the content itself
};

bool before(const Piece& a, const Piece& b) { return a.page != b.page ? a.page < b.page : a.id < b.id; }

/// Numbers by their owner, each owner's in ascending order: two arrays, for there are a thousand elements.
class Lists {
 public:
  /// `owners[i]` has i; −1: nobody has.
  Lists(std::size_t count, const std::vector<int>& owners) : begins_(count + 1) {
    for (const int owner : owners)
      if (owner >= 0) ++begins_[static_cast<std::size_t>(owner) + 1];
    for (std::size_t i = 0; i < count; ++i) begins_[i + 1] += begins_[i];
    items_.resize(begins_.back());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (std::size_t i = 0; i < owners.size(); ++i)
      if (owners[i] >= 0) items_[next[static_cast<std::size_t>(owners[i])]++] = i;
  }

  std::span<const std::size_t> of(std::size_t owner) const {
    return std::span(items_).subspan(begins_[owner], begins_[owner + 1] - begins_[owner]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> items_;
};

std::vector<int> parents_of(const std::vector<Element>& elements) {
  std::vector<int> parents;
  parents.reserve(elements.size());
  for (const Element& element : elements) parents.push_back(element.parent);
  return parents;
}

std::vector<int> elements_of(const StructureContent& content) {
  std::vector<int> elements;
  for (const auto& page : content.marked) elements.insert(elements.end(), page.begin(), page.end());
  return elements;
}

std::vector<int> elements_of(const std::vector<AnnotationPlace>& annotations) {
  std::vector<int> elements;
  for (const auto& annotation : annotations) elements.push_back(annotation.element);
  return elements;
}

/// What each element holds: content, annotations, other elements.
class Held {
 public:
  Held(const std::vector<Element>& elements, const StructureContent& content)
      : content_(content),
        pieces_of_(elements.size(), elements_of(content)),
        annotations_of_(elements.size(), elements_of(content.annotations)),
        children_of_(elements.size(), parents_of(elements)),
        first_(elements.size()) {
    for (std::size_t page = 0; page < content.marked.size(); ++page)
      for (std::size_t id = 0; id < content.marked[page].size(); ++id) pieces_.push_back({page, id});
    // Children come after their parents, so the way back meets them first.
    for (std::size_t i = elements.size(); i-- > 0;) {
      if (!pieces_of_.of(i).empty()) begin_at(i, first_piece(i));
      if (elements[i].parent >= 0 && first_[i]) begin_at(static_cast<std::size_t>(elements[i].parent), *first_[i]);
    }
  }

  bool has_content(std::size_t element) const { return !pieces_of_.of(element).empty(); }
  const Piece& first_piece(std::size_t element) const { return pieces_[pieces_of_.of(element).front()]; }

  /// Content and children in the order in which they are read: a link inside a sentence stands where the sentence has
  /// it. Children of elements without content of their own keep the order of the tree.
  void append_kids(std::string& out, std::size_t element, const std::vector<Ref>& refs, const std::vector<Ref>& pages) {
    gather_kids(element);
    const auto annotations = annotations_of_.of(element);
    const bool one = kids_.size() == 1 && annotations.empty();
    const bool one_page = is_on_one_page(element);
    if (!one) out += '[';
    for (const Kid& kid : kids_) {
      if (kid.element >= 0) append_reference(out, refs[static_cast<std::size_t>(kid.element)]);
      else append_piece(out, kid.first, one_page, pages);
      if (!one) out += ' ';
    }
    for (const std::size_t i : annotations)
      out += fmt::format("<</Type /OBJR /Obj {} /Pg {}>> ", reference(content_.annotations[i].annotation),
                         reference(pages[content_.annotations[i].page]));
    if (!one) out += ']';
  }

 private:
  void begin_at(std::size_t element, const Piece& piece) {
    if (!first_[element] || before(piece, *first_[element])) first_[element] = piece;
  }

  void gather_kids(std::size_t element) {
    kids_.clear();
    for (const std::size_t piece : pieces_of_.of(element)) kids_.push_back({pieces_[piece], -1});
    for (const std::size_t child : children_of_.of(element)) {
      const Piece last = kids_.empty() ? Piece{} : kids_.back().first;
      kids_.push_back({first_[child].value_or(last), static_cast<int>(child)});
    }
    if (kids_.size() > 1 && has_content(element))
      std::stable_sort(kids_.begin(), kids_.end(), [](const Kid& a, const Kid& b) { return before(a.first, b.first); });
  }

  bool is_on_one_page(std::size_t element) const {
    const auto pieces = pieces_of_.of(element);
    return std::all_of(pieces.begin(), pieces.end(),
                       [&](std::size_t i) { return pieces_[i].page == pieces_[pieces.front()].page; });
  }

  static void append_piece(std::string& out, const Piece& piece, bool one_page, const std::vector<Ref>& pages) {
    if (one_page) out += fmt::format_int(piece.id).c_str();
    else out += fmt::format("<</Type /MCR /Pg {} /MCID {}>>", reference(pages[piece.page]), piece.id);
  }

  const StructureContent& content_;
  Lists pieces_of_;  // into `pieces_`
  Lists annotations_of_;
  Lists children_of_;
  std::vector<Piece> pieces_;
  std::vector<std::optional<Piece>> first_;  // of all content below
  std::vector<Kid> kids_;                    // of one element at a time
};

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
    for (const int element : content.marked[page]) {
      append_reference(numbers, elements[static_cast<std::size_t>(element)]);
      numbers += ' ';
    }
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
  Held held(elements, content);
  std::string kids;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    Dict dict = element_dict(elements[i], page_height);
    dict.ref("P", elements[i].parent < 0 ? root : refs[static_cast<std::size_t>(elements[i].parent)]);
    if (held.has_content(i)) dict.ref("Pg", pages[held.first_piece(i).page]);
    kids.clear();
    held.append_kids(kids, i, refs, pages);
    dict.raw("K", kids);
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
