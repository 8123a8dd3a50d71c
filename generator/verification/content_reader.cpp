#include "verification/content_reader.h"

namespace mognad::verification {
namespace {

using Kind = Token::Kind;

// A form in a form in a form: a good file has none of it.
constexpr int kDeepestForms = 12;
// Streams that a page may use before it counts as made to exhaust the reader.
constexpr std::size_t kMostForms = 2000;
// More operands than any operator takes, an array counted by its items.
constexpr std::size_t kMostOperands = 20000;
constexpr std::size_t kMostContentFaults = 100;

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

}  // namespace

void ContentReader::read(std::string_view data, const Dictionary* resources, int form, int depth) {
  Place place{.resources = resources, .form = form, .depth = depth};
  const int mark_around = mark_;
  ContentLexer lexer(data);
  operands_.clear();
  for (Token token = lexer.next(); token.kind != Kind::end && !given_up_; token = lexer.next())
    take(token, lexer, place);
  if (!operands_.empty()) fault("operands without an operator at the end");
  if (!place.saved.empty()) fault("q without Q");
  if (!place.opened_in_text.empty()) fault("BMC or BDC without EMC");
  if (place.in_text) fault("BT without ET");
  if (place.path != Place::Path::none) fault("a path that is not painted");
  nesting_ -= static_cast<int>(place.saved.size());
  mark_ = mark_around;
}

void ContentReader::fault(std::string text) {
  if (content_.faults.size() < kMostContentFaults) add_once(content_.faults, std::move(text));
}

void ContentReader::take(const Token& token, ContentLexer& lexer, Place& place) {
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

int ContentReader::count_operands() const {
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

void ContentReader::perform(std::string_view name, ContentLexer& lexer, Place& place) {
  const std::uint32_t code = operator_code(name);
  const ContentOperator* known = operator_of(code);
  if (!known) {
    if (content_.unknown.size() < kMostContentFaults) add_once(content_.unknown, std::string(name.substr(0, 60)));
    return;
  }
  if (known->operands >= 0 && count_operands() != known->operands)
    return fault(std::string(name) + " with another number of operands than " + std::to_string(known->operands));
  check_place(name, known->place, place);
  if (!perform_state(code, place) && !perform_text(code, place) && !perform_colour(name, code, place) &&
      !perform_mark(code, place))
    perform_painting(name, code, lexer, place);
}

bool ContentReader::perform_state(std::uint32_t code, Place& place) {
  switch (code) {
    case operator_code("q"):
      place.saved.push_back(state_);
      ++nesting_;
      content_.deepest_nesting = std::max(content_.deepest_nesting, nesting_);
      return true;
    case operator_code("Q"):
      if (place.saved.empty()) {
        fault("Q without q");
        return true;
      }
      state_ = place.saved.back();
      place.saved.pop_back();
      --nesting_;
      return true;
    case operator_code("gs"): {
      const std::string name = name_text(operands_[0]);
      resource(place, "ExtGState", name);
      if (states_.insert(name).second) content_.graphics_states.push_back(name);
      return true;
    }
    case operator_code("ri"):
      if (content_.intents.size() < kMostContentFaults) add_once(content_.intents, name_text(operands_[0]));
      return true;
    default: return false;
  }
}

bool ContentReader::perform_colour(std::string_view name, std::uint32_t code, Place& place) {
  switch (code) {
    case operator_code("g"):
    case operator_code("G"):
    case operator_code("rg"):
    case operator_code("RG"):
    case operator_code("k"):
    case operator_code("K"): add_colour(name, {}, place); return true;
    case operator_code("cs"):
    case operator_code("CS"): {
      std::string space = name_text(operands_[0]);
      static constexpr std::string_view kOwn[] = {"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"};
      if (std::find(std::begin(kOwn), std::end(kOwn), space) == std::end(kOwn)) resource(place, "ColorSpace", space);
      add_colour(name, std::move(space), place);
      return true;
    }
    case operator_code("scn"):
    case operator_code("SCN"):
      if (!operands_.empty() && operands_.back().kind == Kind::name)
        descend(resource(place, "Pattern", name_text(operands_.back())), place);
      return true;
    default: return false;
  }
}

void ContentReader::add_colour(std::string_view name, std::string space, const Place& place) {
  if (!colours_.emplace(place.form, name, space).second) return;
  content_.colours.push_back({std::string(name), std::move(space), place.form});
}

void ContentReader::descend(const Value& value, const Place& from, const Dictionary* otherwise) {
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

const Value& ContentReader::resource(const Place& place, std::string_view kind, const std::string& name) {
  static const Value kNothing;
  const Dictionary* list = place.resources ? document_.get(*place.resources, kind).dictionary() : nullptr;
  const Value& found = list ? (*list)[name] : kNothing;
  if (document_.resolve(found).is_null() && content_.missing.size() < kMostContentFaults)
    add_once(content_.missing, std::string(kind) + " " + name);
  return found;
}

}  // namespace mognad::verification
