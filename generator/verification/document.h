// A finished PDF file, read back whole: all its objects as values, its pages in order, and what the reader complained
// of. It is read with libqpdf, which appears in document.cpp alone, without repairing anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verification/pdf_value.h"

namespace mognad::verification {

struct Object {
  Value value;             // null: the file has no object of this number
  bool is_stream = false;  // then value is the stream's dictionary
  std::string data;        // of a stream, with its filters undone
  bool undecodable = false;
};

struct DocumentPage {
  Reference object;
  Dictionary dictionary;  // with what it inherits: Resources, MediaBox, CropBox, Rotate
};

class Document {
 public:
  /// Never fails: of a file that can't be read there are complaints and no objects.
  static Document read(std::string bytes);

  std::string bytes;    // the file
  std::string version;  // of the header, "1.7"
  Dictionary trailer;
  Dictionary catalog;
  std::vector<Object> objects;  // by object number
  std::vector<DocumentPage> pages;
  std::vector<std::string> complaints;  // of the reader: what is damaged or not as the standard demands

  /// Follows a reference; a value that is none is given back. Null for what doesn't exist.
  const Value& resolve(const Value& value) const;
  const Value& object(int number) const;

  /// A dictionary's entry, followed.
  const Value& get(const Dictionary& dictionary, std::string_view key) const { return resolve(dictionary[key]); }
  /// The stream that a value refers to; null when it is none.
  const Object* stream(const Value& value) const;
  /// The page of a reference, from 0; −1: it is none.
  int page_of(const Reference& reference) const;
};

}  // namespace mognad::verification
