#include "verification/content_reader.h"

namespace mognad::verification {
namespace {

using Kind = Token::Kind;

// Every question about a mark walks up to the outermost one.
constexpr std::size_t kDeepestMarks = 100;

}  // namespace

void ContentReader::check_place(std::string_view name, OperatorPlace of_operator, Place& place) {
  if (place.path != Place::Path::none) return continue_path(name, of_operator, place);
  switch (of_operator) {
    case OperatorPlace::page_or_text: return;
    case OperatorPlace::page:
      if (place.in_text && name != "BT") fault(std::string(name) + " between BT and ET");
      return;
    case OperatorPlace::text:
      if (!place.in_text && name != "ET") fault(std::string(name) + " outside of BT and ET");
      return;
    case OperatorPlace::path_begin:
      if (place.in_text) fault(std::string(name) + " between BT and ET");
      place.path = Place::Path::open;
      return;
    case OperatorPlace::path:
    case OperatorPlace::clip:
    case OperatorPlace::path_end: return fault(std::string(name) + " without a path");
  }
}

void ContentReader::continue_path(std::string_view name, OperatorPlace of_operator, Place& place) {
  switch (of_operator) {
    case OperatorPlace::path_begin:
    case OperatorPlace::path:
      if (place.path == Place::Path::clipping) fault(std::string(name) + " between W and the end of the path");
      return;
    case OperatorPlace::clip:
      if (place.path == Place::Path::clipping) fault("W twice for one path");
      place.path = Place::Path::clipping;
      return;
    case OperatorPlace::path_end: place.path = Place::Path::none; return;
    default: return fault(std::string(name) + " inside a path");
  }
}

bool ContentReader::perform_text(std::uint32_t code, Place& place) {
  switch (code) {
    case operator_code("BT"):
      if (place.in_text) fault("BT inside BT");
      place.in_text = true;
      return true;
    case operator_code("ET"):
      if (!place.in_text) fault("ET without BT");
      place.in_text = false;
      return true;
    case operator_code("Tf"): set_font(place); return true;
    case operator_code("Tr"): state_.rendering = static_cast<long long>(number_of(operands_[0])); return true;
    case operator_code("Tj"):
    case operator_code("'"):
    case operator_code("\""):
    case operator_code("TJ"): show(); return true;
    default: return false;
  }
}

bool ContentReader::perform_mark(std::uint32_t code, Place& place) {
  switch (code) {
    case operator_code("MP"):
    case operator_code("DP"): content_.marks.push_back(read_mark(place, true)); return true;
    case operator_code("BMC"):
    case operator_code("BDC"):
      if (place.opened_in_text.size() >= kDeepestMarks) {
        fault("marked content is nested too deep");
        given_up_ = true;
        return true;
      }
      content_.marks.push_back(read_mark(place, false));
      mark_ = static_cast<int>(content_.marks.size()) - 1;
      place.opened_in_text.push_back(place.in_text);
      return true;
    case operator_code("EMC"):
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

Mark ContentReader::read_mark(const Place& place, bool point) {
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

void ContentReader::perform_painting(std::string_view name, std::uint32_t code, ContentLexer& lexer, Place& place) {
  switch (code) {
    case operator_code("f"):
    case operator_code("F"):
    case operator_code("f*"):
    case operator_code("B"):
    case operator_code("B*"):
    case operator_code("b"):
    case operator_code("b*"):
    case operator_code("S"):
    case operator_code("s"): content_.painted.push_back({std::string(name), {}, mark_, 0, place.form, {}}); break;
    case operator_code("sh"): {
      std::string shading = name_text(operands_[0]);
      resource(place, "Shading", shading);
      content_.painted.push_back({"sh", std::move(shading), mark_, 0, place.form, {}});
      break;
    }
    case operator_code("Do"): paint_object(place); break;
    case operator_code("ID"): paint_inline_image(lexer, place); break;
    case operator_code("EI"): fault("EI without ID"); break;
    default: break;
  }
}

void ContentReader::paint_object(Place& place) {
  std::string name = name_text(operands_[0]);
  const Value& object = resource(place, "XObject", name);
  const auto* reference = std::get_if<Reference>(&object);
  content_.painted.push_back({"Do", std::move(name), mark_, reference ? reference->number : 0, place.form, {}});
  const Object* stream = document_.stream(object);
  if (!stream || !stream->value.dictionary()) return fault("Do of what is no stream");
  if (document_.get(*stream->value.dictionary(), "Subtype").name() == "Form") descend(object, place);
}

void ContentReader::paint_inline_image(ContentLexer& lexer, const Place& place) {
  PaintedItem item{"BI", {}, mark_, 0, place.form, {}};
  for (std::size_t at = 0; at + 1 < operands_.size();) {
    const Token& key = operands_[at++];
    if (key.kind == Kind::name) item.inline_image.set(name_text(key), value_at(operands_, at));
    else fault("an inline image with a key that is no name");
  }
  content_.painted.push_back(std::move(item));
  if (!lexer.skip_image()) fault("an inline image without EI");
}

void ContentReader::set_font(Place& place) {
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

void ContentReader::show() {
  bool continues = false;
  for (const Token& token : operands_) {
    if (token.kind != Kind::string && token.kind != Kind::hex_string) continue;
    content_.shown.push_back({state_.font, string_bytes(token), mark_, state_.rendering, continues});
    continues = true;
  }
}

}  // namespace mognad::verification
