#include "verification/page_content.h"

#include <algorithm>
#include <set>

#include "verification/content_lexer.h"
#include "verification/content_operators.h"

namespace mognad::verification {
namespace {

using Kind = Token::Kind;

// A form in a form in a form: a good file has none of it.
constexpr int kDeepestForms = 12;
// Streams that a page may use before it counts as made to exhaust the reader.
constexpr std::size_t kMostForms = 2000;
// Every question about a mark walks up to the outermost one.
constexpr std::size_t kDeepestMarks = 100;
// More operands than any operator takes, an array counted by its items.
constexpr std::size_t kMostOperands = 20000;
constexpr std::size_t kMostFaults = 100;

constexpr std::uint32_t op(std::string_view name) { return operator_code(name); }

/// By code, for a binary search.
constexpr auto kSortedOperators = [] {
  auto sorted = kContentOperators;
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return sorted;
}();

const ContentOperator* operator_of(std::uint32_t code) {
  const auto& all = kSortedOperators;
  const auto found = std::lower_bound(all.begin(), all.end(), code,
                                      [](const ContentOperator& o, std::uint32_t c) { return o.code < c; });
  return found != all.end() && found->code == code ? &*found : nullptr;
}

template <class Item>
void add_once(std::vector<Item>& items, Item item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
}

/// What q saves and Q brings back, as far as rules ask for it.
struct TextState {
  int font = 0;
  long long rendering = 0;
};

/// What belongs to one stream: the page's, a form's, a pattern's or a glyph's.
struct Place {
  const Dictionary* resources = nullptr;
  int form = 0;
  int depth = 0;
  bool in_text = false;
  std::vector<TextState> saved;
  std::vector<bool> opened_in_text;  // of each open sequence
};

class ContentReader {
 public:
  ContentReader(const Document& document, PageContent& content) : document_(document), content_(content) {}

  void read(std::string_view data, const Dictionary* resources, int form, int depth) {
    Place place{resources, form, depth, false, {}, {}};
    const int mark_around = mark_;
    ContentLexer lexer(data);
    operands_.clear();
    for (Token token = lexer.next(); token.kind != Kind::end && !given_up_; token = lexer.next())
      take(token, lexer, place);
    if (!operands_.empty()) fault("operands without an operator at the end");
    if (!place.saved.empty()) fault("q without Q");
    if (!place.opened_in_text.empty()) fault("BMC or BDC without EMC");
    if (place.in_text) fault("BT without ET");
    nesting_ -= static_cast<int>(place.saved.size());
    mark_ = mark_around;
  }

 private:
  void fault(std::string text) {
    if (content_.faults.size() < kMostFaults) add_once(content_.faults, std::move(text));
  }

  void take(const Token& token, ContentLexer& lexer, Place& place) {
    if (token.kind == Kind::fault) return fault("can't be read: " + std::string(token.text.substr(0, 60)));
    const bool is_value =
        token.kind != Kind::keyword || token.text == "true" || token.text == "false" || token.text == "null";
    if (is_value) {
      if (operands_.size() < kMostOperands) operands_.push_back(token);
      else fault("too many operands");
      return;
    }
    perform(token.text, lexer, place);
    operands_.clear();
  }

  /// The operands, an array or dictionary counted as one.
  int count_operands() const {
    int count = 0;
    int open = 0;
    for (const Token& token : operands_) {
      const bool closes = token.kind == Kind::array_close || token.kind == Kind::dictionary_close;
      if (closes) --open;
      else if (open == 0) ++count;
      if (token.kind == Kind::array_open || token.kind == Kind::dictionary_open) ++open;
    }
    return open == 0 ? count : -2;
  }

  void perform(std::string_view name, ContentLexer& lexer, Place& place) {
    const std::uint32_t code = op(name);
    const ContentOperator* known = operator_of(code);
    if (!known) {
      if (content_.unknown.size() < kMostFaults) add_once(content_.unknown, std::string(name.substr(0, 60)));
      return;
    }
    if (known->operands >= 0 && count_operands() != known->operands)
      return fault(std::string(name) + " with another number of operands than " + std::to_string(known->operands));
    if (!perform_state(code, place) && !perform_text(code, place) && !perform_colour(name, code, place) &&
        !perform_mark(code, place))
      perform_painting(name, code, lexer, place);
  }

  bool perform_state(std::uint32_t code, Place& place) {
    switch (code) {
      case op("q"):
        place.saved.push_back(state_);
        ++nesting_;
        content_.deepest_nesting = std::max(content_.deepest_nesting, nesting_);
        return true;
      case op("Q"):
        if (place.saved.empty()) {
          fault("Q without q");
          return true;
        }
        state_ = place.saved.back();
        place.saved.pop_back();
        --nesting_;
        return true;
      case op("gs"): {
        const std::string name = name_text(operands_[0]);
        resource(place, "ExtGState", name);
        add_once(content_.graphics_states, name);
        return true;
      }
      case op("ri"): add_once(content_.intents, name_text(operands_[0])); return true;
      default: return false;
    }
  }

  bool perform_text(std::uint32_t code, Place& place) {
    switch (code) {
      case op("BT"):
        if (place.in_text) fault("BT inside BT");
        place.in_text = true;
        return true;
      case op("ET"):
        if (!place.in_text) fault("ET without BT");
        place.in_text = false;
        return true;
      case op("Tf"): set_font(place); return true;
      case op("Tr"): state_.rendering = static_cast<long long>(number_of(operands_[0])); return true;
      case op("Tj"):
      case op("'"):
      case op("\""):
      case op("TJ"): show(place); return true;
      default: return false;
    }
  }

  bool perform_colour(std::string_view name, std::uint32_t code, Place& place) {
    switch (code) {
      case op("g"):
      case op("G"):
      case op("rg"):
      case op("RG"):
      case op("k"):
      case op("K"): add_colour(name, {}, place); return true;
      case op("cs"):
      case op("CS"): {
        std::string space = name_text(operands_[0]);
        static constexpr std::string_view kOwn[] = {"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"};
        if (std::find(std::begin(kOwn), std::end(kOwn), space) == std::end(kOwn)) resource(place, "ColorSpace", space);
        add_colour(name, std::move(space), place);
        return true;
      }
      case op("scn"):
      case op("SCN"):
        if (!operands_.empty() && operands_.back().kind == Kind::name)
          descend(resource(place, "Pattern", name_text(operands_.back())), place);
        return true;
      default: return false;
    }
  }

  void add_colour(std::string_view name, std::string space, const Place& place) {
    for (const ColourUse& use : content_.colours)
      if (use.operation == name && use.space == space && use.form == place.form) return;
    content_.colours.push_back({std::string(name), std::move(space), place.form});
  }

  bool perform_mark(std::uint32_t code, Place& place) {
    switch (code) {
      case op("MP"):
      case op("DP"): content_.marks.push_back(read_mark(place, true)); return true;
      case op("BMC"):
      case op("BDC"):
        if (place.opened_in_text.size() >= kDeepestMarks) {
          fault("marked content is nested too deep");
          given_up_ = true;
          return true;
        }
        content_.marks.push_back(read_mark(place, false));
        mark_ = static_cast<int>(content_.marks.size()) - 1;
        place.opened_in_text.push_back(place.in_text);
        return true;
      case op("EMC"):
        if (place.opened_in_text.empty()) {
          fault("EMC without BMC or BDC");
          return true;
        }
        // ISO 32000-1, 14.6.1: both ends stand in one text object, or both outside of any.
        if (place.opened_in_text.back() != place.in_text) fault("EMC on the other side of BT or ET");
        place.opened_in_text.pop_back();
        mark_ = content_.marks[static_cast<std::size_t>(mark_)].parent;
        return true;
      default: return false;
    }
  }

  Mark read_mark(const Place& place, bool point) {
    Mark mark;
    mark.tag = name_text(operands_[0]);
    if (operands_[0].kind != Kind::name) fault("marked content without a tag");
    mark.parent = mark_;
    mark.form = place.form;
    mark.point = point;
    if (operands_.size() < 2) return mark;
    if (operands_[1].kind == Kind::name) {
      const Value& list = document_.resolve(resource(place, "Properties", name_text(operands_[1])));
      if (const Dictionary* properties = list.dictionary()) mark.properties = *properties;
    } else {
      std::size_t at = 1;
      const Value list = value_at(operands_, at);
      if (const Dictionary* properties = list.dictionary()) mark.properties = *properties;
      else fault("marked content with a property list that is no dictionary");
    }
    const long long mcid = document_.get(mark.properties, "MCID").integer_or(-1);
    if (mcid >= 0 && mcid <= 1'000'000'000) mark.mcid = static_cast<int>(mcid);
    else if (mark.properties.has("MCID")) fault("an MCID that is no number from 0");
    return mark;
  }

  void perform_painting(std::string_view name, std::uint32_t code, ContentLexer& lexer, Place& place) {
    switch (code) {
      case op("f"):
      case op("F"):
      case op("f*"):
      case op("B"):
      case op("B*"):
      case op("b"):
      case op("b*"):
      case op("S"):
      case op("s"): content_.painted.push_back({std::string(name), {}, mark_, 0, place.form, {}}); break;
      case op("sh"): {
        std::string shading = name_text(operands_[0]);
        resource(place, "Shading", shading);
        content_.painted.push_back({"sh", std::move(shading), mark_, 0, place.form, {}});
        break;
      }
      case op("Do"): paint_object(place); break;
      case op("ID"): paint_inline_image(lexer, place); break;
      case op("EI"): fault("EI without ID"); break;
      default: break;
    }
  }

  void paint_object(Place& place) {
    std::string name = name_text(operands_[0]);
    const Value& object = resource(place, "XObject", name);
    const auto* reference = std::get_if<Reference>(&object);
    content_.painted.push_back({"Do", std::move(name), mark_, reference ? reference->number : 0, place.form, {}});
    const Object* stream = document_.stream(object);
    if (!stream || !stream->value.dictionary()) return fault("Do of what is no stream");
    if (document_.get(*stream->value.dictionary(), "Subtype").name() == "Form") descend(object, place);
  }

  void paint_inline_image(ContentLexer& lexer, const Place& place) {
    PaintedItem item{"BI", {}, mark_, 0, place.form, {}};
    for (std::size_t at = 0; at + 1 < operands_.size();) {
      const Token& key = operands_[at++];
      if (key.kind == Kind::name) item.inline_image.set(name_text(key), value_at(operands_, at));
      else fault("an inline image with a key that is no name");
    }
    content_.painted.push_back(std::move(item));
    if (!lexer.skip_image()) fault("an inline image without EI");
  }

  void set_font(Place& place) {
    const std::string name = name_text(operands_[0]);
    const Value& font = resource(place, "Font", name);
    const auto* reference = std::get_if<Reference>(&font);
    state_.font = reference ? reference->number : 0;
    const Dictionary* dictionary = document_.resolve(font).dictionary();
    if (dictionary && !reference) fault("font " + name + " is not an object of its own, which can't be checked");
    if (!dictionary || document_.get(*dictionary, "Subtype").name() != "Type3") return;
    // The glyphs of a Type 3 font are content streams; every one of them counts, shown or not.
    const Dictionary* glyphs = document_.get(*dictionary, "CharProcs").dictionary();
    if (!glyphs) return;
    for (const Dictionary::Entry& glyph : glyphs->entries())
      descend(glyph.value, place, document_.get(*dictionary, "Resources").dictionary());
  }

  void show(const Place& place) {
    if (!place.in_text) fault("text shown outside of BT and ET");
    bool continues = false;
    for (const Token& token : operands_) {
      if (token.kind != Kind::string && token.kind != Kind::hex_string) continue;
      content_.shown.push_back({state_.font, string_bytes(token), mark_, state_.rendering, continues});
      continues = true;
    }
  }

  /// Reads the stream of a form, pattern or glyph as part of this page, the first time that the page uses it.
  void descend(const Value& value, const Place& from, const Dictionary* otherwise = nullptr) {
    const Object* stream = document_.stream(value);
    const auto* reference = std::get_if<Reference>(&value);
    if (!stream || !reference) return;  // a shading pattern has no content
    const bool first = descended_.insert(reference->number).second;
    if (!first) return;
    if (from.depth >= kDeepestForms || descended_.size() > kMostForms) return fault("forms are nested too deep");
    const Dictionary* own = stream->value.dictionary();
    const Dictionary* resources = own ? document_.get(*own, "Resources").dictionary() : nullptr;
    std::vector<Token> operands;
    operands.swap(operands_);
    const TextState state = state_;
    read(stream->data, resources ? resources : otherwise, reference->number, from.depth + 1);
    state_ = state;
    operands.swap(operands_);
  }

  /// The entry of a resource, not followed; a missing one is noted.
  const Value& resource(const Place& place, std::string_view kind, const std::string& name) {
    static const Value kNothing;
    const Dictionary* list = place.resources ? document_.get(*place.resources, kind).dictionary() : nullptr;
    const Value& found = list ? (*list)[name] : kNothing;
    if (document_.resolve(found).is_null() && content_.missing.size() < kMostFaults)
      add_once(content_.missing, std::string(kind) + " " + name);
    return found;
  }

  const Document& document_;
  PageContent& content_;
  std::vector<Token> operands_;
  TextState state_;
  int mark_ = -1;
  int nesting_ = 0;
  bool given_up_ = false;
  std::set<int> descended_;
};

/// A page's content, in one piece (7.8.2: its parts are divided between tokens).
std::string joined(const Document& document, const Array& parts, PageContent& content) {
  std::string data;
  for (const Value& part : parts) {
    const Object* stream = document.stream(part);
    if (!stream || stream->undecodable) content.faults.push_back("a part of the content is no readable stream");
    else data.append(stream->data).append("\n");
  }
  return data;
}

PageContent read_content(const Document& document, const DocumentPage& page) {
  PageContent content;
  const Dictionary* resources = document.get(page.dictionary, "Resources").dictionary();
  const Value& contents = page.dictionary["Contents"];
  ContentReader reader(document, content);
  if (const Object* stream = document.stream(contents); stream && !stream->undecodable)
    reader.read(stream->data, resources, 0, 0);
  else if (const Array* parts = document.resolve(contents).array())
    reader.read(joined(document, *parts, content), resources, 0, 0);
  else if (page.dictionary.has("Contents")) content.faults.push_back("the content is no readable stream");
  return content;
}

}  // namespace

std::vector<PageContent> read_contents(const Document& document) {
  std::vector<PageContent> contents;
  contents.reserve(document.pages.size());
  for (const DocumentPage& page : document.pages) contents.push_back(read_content(document, page));
  return contents;
}

bool is_artifact(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].tag == "Artifact") return true;
  return false;
}

int mcid_of(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].mcid >= 0)
      return content.marks[static_cast<std::size_t>(mark)].mcid;
  return -1;
}

}  // namespace mognad::verification
