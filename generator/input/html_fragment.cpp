#include "input/html_fragment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "input/xml_reader.h"
#include "report/message_pieces.h"

namespace mognad {
namespace {

constexpr std::size_t kDeepest = 12;
constexpr std::string_view kTop = "body";

enum class FragmentContent { none, blocks, items, words };

/// What may stand where: the content models of HTML, as far as messages need them.
struct Element {
  std::string_view name;
  std::string_view parents;  // with a blank before and behind each
  FragmentContent content;
};
constexpr std::string_view kInWords = " p h1 h2 li strong em a ";
constexpr std::array<Element, 11> kElements{{{kTop, "", FragmentContent::blocks},
                                             {"p", " body ", FragmentContent::words},
                                             {"h1", " body ", FragmentContent::words},
                                             {"h2", " body ", FragmentContent::words},
                                             {"ul", " body li ", FragmentContent::items},
                                             {"ol", " body li ", FragmentContent::items},
                                             {"li", " ul ol ", FragmentContent::words},
                                             {"strong", kInWords, FragmentContent::words},
                                             {"em", kInWords, FragmentContent::words},
                                             {"a", " p li strong em ", FragmentContent::words},
                                             {"br", " p li strong em a ", FragmentContent::none}}};

const Element* element_named(std::string_view name) {
  const auto found = std::find_if(kElements.begin(), kElements.end(), [&](const Element& e) { return e.name == name; });
  return found == kElements.end() ? nullptr : found;
}

bool has_letters(std::string_view text) { return text.find_first_not_of(" \t\r\n") != std::string_view::npos; }

/// An address without placeholders: a value could lead anywhere.
bool is_safe_link(std::string_view href) {
  const bool known = href.starts_with("https://") || href.starts_with("mailto:");
  return known && href.find_first_of(" \t\r\n{}[]\"'<>\\") == std::string_view::npos;
}

class HtmlFragmentReader {
 public:
  HtmlFragmentReader(const Place& place, std::string_view called)
      : parser_(XML_ParserCreate("UTF-8")), place_(place), called_(called) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
  }

  Result<std::string> run(std::string_view text) {
    // The root stands on the first line of the text, so that Expat's lines are the text's.
    for (const std::string_view part : {std::string_view("<body>"), text, std::string_view("</body>")})
      if (going_) feed(part);
    if (going_) finish();
    if (!problems_.empty()) return problems_;
    return std::move(out_);
  }

 private:
  void feed(std::string_view part) {
    if (XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), 0) == XML_STATUS_OK || !going_) return;
    fault(fmt::format("is not well-formed: {}", XML_ErrorString(XML_GetErrorCode(parser_.get()))),
          "close every element, write '&amp;' for & and '&lt;' for <, and letters themselves instead of entities");
    going_ = false;
  }

  void finish() {
    if (XML_Parse(parser_.get(), "", 0, 1) != XML_STATUS_OK)
      fault("is not well-formed", "write <p>…</p> and close what you open");
    if (headings_ != 1) fault(fmt::format("has {} headings <h1>, expected one", headings_), "begin with <h1>…</h1>");
  }

  void fault(const std::string& what, std::string hint) {
    const auto line = XML_GetCurrentLineNumber(parser_.get());
    problems_.push_back(
        error_at(place_, fmt::format("'{}' {}, on line {} of it", called_, what, line), std::move(hint)));
  }

  void stop() {
    going_ = false;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void begin(std::string_view name, const XmlAttributes& attributes) {
    const Element* element = open_.empty() && name == kTop ? &kElements.front() : element_named(name);
    if (!element || (!open_.empty() && name == kTop)) return unknown(name);
    if (open_.size() >= kDeepest) {
      fault(fmt::format("is nested deeper than {} elements", kDeepest), "write it flatter");
      return stop();
    }
    if (!open_.empty()) place_in_parent(*element);
    open_.push_back(element);
    if (open_.size() > 1) out_ += fmt::format("<{}{}>", name, checked_attributes(name, attributes));
  }

  void unknown(std::string_view name) {
    std::vector<std::string> names;
    for (const Element& element : kElements)
      if (element.name != kTop) names.emplace_back(element.name);
    fault(fmt::format("holds the element '{}'", excerpt(name)),
          fmt::format("a message may hold {} and nothing else", fmt::join(names, ", ")));
    stop();
  }

  void place_in_parent(const Element& element) {
    const std::string_view parent = open_.back()->name;
    if (element.parents.find(fmt::format(" {} ", parent)) == std::string_view::npos)
      fault(fmt::format("has <{}> in <{}>", element.name, parent),
            fmt::format("it may stand in: {}", fmt::join(names_in(element.parents), ", ")));
    if (element.name == "a" && std::any_of(open_.begin(), open_.end(), [](const Element* e) { return e->name == "a"; }))
      fault("has a link in a link", "close the first before the next");
    if (element.name == "h1") ++headings_;
    if (element.name == "h2" && headings_ == 0) fault("has <h2> before <h1>", "the first heading is <h1>");
  }

  static std::vector<std::string> names_in(std::string_view list) {
    std::vector<std::string> names;
    for (const Element& element : kElements)
      if (list.find(fmt::format(" {} ", element.name)) != std::string_view::npos)
        names.push_back(element.name == kTop ? "the text itself" : std::string(element.name));
    return names;
  }

  std::string checked_attributes(std::string_view element, const XmlAttributes& attributes) {
    std::string kept;
    for (const char* const* pair = attributes.pairs(); *pair; pair += 2) {
      if (element != "a" || std::string_view(pair[0]) != "href")
        fault(fmt::format("has the attribute '{}' in <{}>", excerpt(pair[0]), element), "only <a href=\"…\"> has one");
      else if (!is_safe_link(pair[1]))
        fault(fmt::format("has a link to '{}'", excerpt(pair[1])),
              "a link begins with https:// or mailto: and holds no placeholder");
      else kept = fmt::format(" href=\"{}\"", escaped_for_html(pair[1]));
    }
    if (element == "a" && !*attributes.pairs()) fault("has <a> without an address", "write <a href=\"https://…\">");
    return kept;
  }

  void end() {
    const Element& element = *open_.back();
    open_.pop_back();
    if (open_.empty() || element.content == FragmentContent::none) return;
    out_ += fmt::format("</{}>", element.name);
  }

  void take_text(std::string_view piece) {
    if (open_.back()->content != FragmentContent::words && has_letters(piece))
      fault(fmt::format("has text in <{}> itself", open_.back()->name), open_.back()->content == FragmentContent::blocks
                                                                            ? "put it into <p>…</p>"
                                                                            : "put it into the elements around it");
    out_ += escaped_for_html(piece);
  }

  static void on_begin(void* self, const char* name, const char** attributes) {
    HtmlFragmentReader& reader = *static_cast<HtmlFragmentReader*>(self);
    if (reader.going_) reader.begin(name, XmlAttributes(attributes));
  }
  static void on_end(void* self, const char*) {
    HtmlFragmentReader& reader = *static_cast<HtmlFragmentReader*>(self);
    if (reader.going_) reader.end();
  }
  static void on_text(void* self, const char* text, int length) {
    HtmlFragmentReader& reader = *static_cast<HtmlFragmentReader*>(self);
    if (reader.going_) reader.take_text({text, static_cast<std::size_t>(length)});
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, XmlParserFree> parser_;
  Place place_;
  std::string called_;
  Problems problems_;
  std::string out_;
  std::vector<const Element*> open_;
  int headings_ = 0;
  bool going_ = true;
};

}  // namespace

Result<std::string> read_html_fragment(std::string_view text, const Place& place, std::string_view called) {
  return HtmlFragmentReader(place, called).run(text);
}

}  // namespace mognad
