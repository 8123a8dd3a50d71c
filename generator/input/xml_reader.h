// XML read as it arrives, by Expat: elements and texts go to a handler, and the handler may pause the reading between
// two elements, so that a part of any size takes the memory of what the handler keeps. No document type definition is
// let in, and with it no entity, so nothing grows and nothing is fetched; depth and the length of a tag are limited.
// Elements of other vocabularies than that of the root keep their prefix and so match no name. For one thread at a
// time.
#pragma once

#include <expat.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "input/zip_archive.h"

namespace mognad {

/// Attributes of an element, valid for the call.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

  /// The value, or null. A prefix before the name is overlooked: "id" finds "r:id".
  const char* find(std::string_view name) const;
  /// The value, or an empty text.
  std::string_view text(std::string_view name) const;
  /// Of ST_Boolean (xsd:boolean): "1" or "true".
  bool is_true(std::string_view name) const;

  /// Name and value in turn, closed by a null pointer.
  const char* const* pairs() const { return pairs_; }

 private:
  const char* const* pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  /// A text comes in pieces.
  virtual void text(std::string_view piece) = 0;
};

struct XmlParserFree {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

class XmlReader {
 public:
  /// `namespaces`: those of which one must be the root's. References must outlive the reader.
  XmlReader(std::unique_ptr<ZipPart> part, std::span<const std::string_view> namespaces, XmlHandler& handler,
            Problems& problems);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  enum class State { reading, paused, ended, failed };

  /// Reads until the handler pauses or stops, the part ends, or it can't be read and there is a problem.
  State run();
  /// Called by the handler: run() returns after this element and goes on from there when it is called again.
  void pause();
  /// Called by the handler when it has a problem or has seen enough: nothing more is read.
  void stop();

 private:
  static void on_begin(void* self, const char* name, const char** attributes);
  static void on_end(void* self, const char* name);
  static void on_text(void* self, const char* text, int length);
  static void on_doctype(void* self, const char*, const char*, const char*, int);

  std::string_view local(std::string_view name) const;
  void open_root(std::string_view name, const XmlAttributes& attributes);
  bool feed();
  void take(XML_Status status);
  void fail(std::string message, std::string hint);

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, XmlParserFree> parser_;
  std::unique_ptr<ZipPart> part_;
  std::span<const std::string_view> namespaces_;
  XmlHandler& handler_;
  Problems& problems_;
  State state_ = State::reading;
  std::string prefix_;  // of the root, with its colon
  int depth_ = 0;
  std::size_t silent_bytes_ = 0;  // read since the handler last heard anything
  bool all_read_ = false;
};

/// Reads the whole part into the handler; false and a problem when it can't be read.
bool read_xml(std::unique_ptr<ZipPart> part, std::span<const std::string_view> namespaces, XmlHandler& handler,
              Problems& problems);

}  // namespace mognad
