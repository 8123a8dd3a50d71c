#include "input/xml_reader.h"

#include <fmt/format.h>

namespace mognad {
namespace {

constexpr int kBufferBytes = 65'536;
constexpr int kDepth = 64;
/// Expat holds a tag until it ends, so this bounds its memory.
constexpr std::size_t kTagBytes = 4'000'000;

}  // namespace

const char* XmlAttributes::find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair; pair += 2) {
    std::string_view found = *pair;
    if (const std::size_t colon = found.find(':'); colon != std::string_view::npos) found.remove_prefix(colon + 1);
    if (found == name) return pair[1];
  }
  return nullptr;
}

std::string_view XmlAttributes::text(std::string_view name) const {
  const char* found = find(name);
  return found ? found : "";
}

bool XmlAttributes::is_true(std::string_view name) const {
  const std::string_view found = text(name);
  return found == "1" || found == "true";
}

XmlReader::XmlReader(std::unique_ptr<ZipPart> part, std::span<const std::string_view> namespaces, XmlHandler& handler,
                     Problems& problems)
    : parser_(XML_ParserCreate(nullptr)),
      part_(std::move(part)),
      namespaces_(namespaces),
      handler_(handler),
      problems_(problems) {
  XML_SetUserData(parser_.get(), this);
  XML_SetElementHandler(parser_.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser_.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
}

XmlReader::State XmlReader::run() {
  if (state_ == State::paused) {
    state_ = State::reading;
    take(XML_ResumeParser(parser_.get()));
  }
  while (state_ == State::reading && feed()) continue;
  return state_;
}

bool XmlReader::feed() {
  void* buffer = XML_GetBuffer(parser_.get(), kBufferBytes);
  if (!buffer) {
    fail("there is not enough memory for the XML", {});
    return false;
  }
  const auto got = part_->read({static_cast<char*>(buffer), kBufferBytes});
  if (!got) {
    state_ = State::failed;
    return false;
  }
  all_read_ = *got == 0;
  silent_bytes_ += *got;
  take(XML_ParseBuffer(parser_.get(), static_cast<int>(*got), all_read_));
  if (silent_bytes_ > kTagBytes && state_ == State::reading)
    fail(fmt::format("the XML has a tag or a comment of more than {} bytes", kTagBytes), kSaveWorkbookAgain);
  return state_ == State::reading;
}

void XmlReader::take(XML_Status status) {
  if (status == XML_STATUS_ERROR && state_ == State::reading)
    fail(fmt::format("the XML is damaged: {}", XML_ErrorString(XML_GetErrorCode(parser_.get()))), kSaveWorkbookAgain);
  if (status == XML_STATUS_OK && all_read_ && state_ == State::reading) state_ = State::ended;
}

void XmlReader::pause() {
  if (state_ != State::reading) return;
  state_ = State::paused;
  XML_StopParser(parser_.get(), XML_TRUE);
}

void XmlReader::stop() {
  state_ = State::failed;
  XML_StopParser(parser_.get(), XML_FALSE);
}

void XmlReader::fail(std::string message, std::string hint) {
  const Place place{part_->file(), static_cast<int>(XML_GetCurrentLineNumber(parser_.get())),
                    static_cast<int>(XML_GetCurrentColumnNumber(parser_.get())) + 1};
  problems_.push_back(error_at(place, std::move(message), std::move(hint)));
  stop();
}

std::string_view XmlReader::local(std::string_view name) const {
  if (!prefix_.empty() && name.starts_with(prefix_)) return name.substr(prefix_.size());
  // Without the root's prefix an element is of another vocabulary: a name that no handler knows.
  return prefix_.empty() ? name : std::string_view(":");
}

void XmlReader::open_root(std::string_view name, const XmlAttributes& attributes) {
  prefix_ = name.substr(0, name.find(':') + 1);
  const std::string declared = prefix_.empty() ? "xmlns" : "xmlns:" + prefix_.substr(0, prefix_.size() - 1);
  std::string_view found;
  for (const char* const* pair = attributes.pairs(); *pair; pair += 2)
    if (declared == *pair) found = pair[1];
  for (const std::string_view expected : namespaces_)
    if (found == expected) return;
  fail(fmt::format("the XML is of the kind '{}', expected '{}'", excerpt(found), namespaces_.front()),
       kSaveWorkbookAgain);
}

void XmlReader::on_begin(void* self, const char* name, const char** attributes) {
  XmlReader& reader = *static_cast<XmlReader*>(self);
  reader.silent_bytes_ = 0;
  const XmlAttributes all(attributes);
  if (reader.depth_ == 0) reader.open_root(name, all);
  if (++reader.depth_ > kDepth)
    reader.fail(fmt::format("the XML is nested deeper than {} levels", kDepth), kSaveWorkbookAgain);
  if (reader.state_ == State::reading) reader.handler_.begin(reader.local(name), all);
}

void XmlReader::on_end(void* self, const char* name) {
  XmlReader& reader = *static_cast<XmlReader*>(self);
  reader.silent_bytes_ = 0;
  --reader.depth_;
  // An empty element that paused at its begin still ends.
  if (reader.state_ != State::failed) reader.handler_.end(reader.local(name));
}

void XmlReader::on_text(void* self, const char* text, int length) {
  XmlReader& reader = *static_cast<XmlReader*>(self);
  reader.silent_bytes_ = 0;
  if (reader.state_ == State::reading) reader.handler_.text({text, static_cast<std::size_t>(length)});
}

void XmlReader::on_doctype(void* self, const char*, const char*, const char*, int) {
  static_cast<XmlReader*>(self)->fail("the XML has a document type definition, which could hold or fetch anything",
                                      kSaveWorkbookAgain);
}

bool read_xml(std::unique_ptr<ZipPart> part, std::span<const std::string_view> namespaces, XmlHandler& handler,
              Problems& problems) {
  XmlReader reader(std::move(part), namespaces, handler, problems);
  return reader.run() == XmlReader::State::ended;
}

}  // namespace mognad
