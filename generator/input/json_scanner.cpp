#include "input/json_scanner.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "input/limit_problem.h"

namespace mognad {
namespace {

constexpr const char* kMayBeCut = "the file may have been cut: export it again";

bool ends_word(int byte) {
  return byte == JsonBytes::kEnd ||
         std::string_view(" \t\r\n,:[]{}\"").find(static_cast<char>(byte)) != std::string::npos;
}

const char* name_of_bracket(char bracket) { return bracket == '{' ? "an object" : "a list"; }

}  // namespace

Place JsonElement::place(const std::string& file, std::size_t offset) const {
  JsonSpot spot = start;
  spot.pass(std::string_view(bytes).substr(0, offset));
  return spot.in(file);
}

JsonScanner::JsonScanner(const FileReader& reader, std::string file, const InputLimits& limits, Problems& problems)
    : bytes(reader, problems), file_(std::move(file)), limits_(limits), problems_(problems) {}

bool JsonScanner::error(const JsonSpot& spot, std::string message, std::string hint) {
  // A file that can't be read has its problem already.
  if (!bytes.failed()) problems_.push_back(error_at(spot.in(file_), std::move(message), std::move(hint)));
  return false;
}

bool JsonScanner::too_much(const JsonSpot& spot, const char* found, std::int64_t limit, const char* key) {
  if (!bytes.failed()) problems_.push_back(limit_problem(spot.in(file_), found, limit, key));
  return false;
}

bool JsonScanner::unexpected(const char* expected) {
  const int byte = bytes.peek();
  const JsonSpot spot = bytes.spot();
  if (byte == JsonBytes::kEnd)
    return error(spot, fmt::format("the file ends where {} was expected", expected), kMayBeCut);
  if (byte > 0x20 && byte < 0x7F)
    return error(spot, fmt::format("'{}' stands where {} was expected", static_cast<char>(byte), expected));
  return error(spot, fmt::format("byte 0x{:02X} stands where {} was expected", byte, expected));
}

bool JsonScanner::take(JsonElement& element) {
  element.start = bytes.spot();
  element.bytes.clear();
  return pass(&element.bytes);
}

bool JsonScanner::pass(std::string* kept) {
  open_.clear();
  do {
    const int byte = bytes.peek();
    if (byte == JsonBytes::kEnd) {
      if (open_.empty()) return unexpected("a value");
      return ends_inside(name_of_bracket(open_.back().bracket), open_.back().spot);
    }
    if (!pass_token(byte, kept)) return false;
  } while (!open_.empty());
  return true;
}

bool JsonScanner::pass_token(int byte, std::string* kept) {
  switch (byte) {
    case '{':
    case '[': return open_bracket(byte, kept);
    case '}':
    case ']': return close_bracket(byte, kept);
    case '"': return pass_text(kept);
    default: break;
  }
  if (!open_.empty()) return keep(byte, kept);
  return ends_word(byte) ? unexpected("a value") : pass_word(kept);
}

bool JsonScanner::open_bracket(int byte, std::string* kept) {
  // The outermost list or object of the file is one level more.
  if (static_cast<std::int64_t>(open_.size()) + 2 > limits_.json_depth)
    return too_much(bytes.spot(), "lists and objects have", limits_.json_depth, "json_depth");
  open_.push_back({static_cast<char>(byte), bytes.spot()});
  return keep(byte, kept);
}

bool JsonScanner::close_bracket(int byte, std::string* kept) {
  if (open_.empty()) return unexpected("a value");
  if ((open_.back().bracket == '{') != (byte == '}')) return unexpected(byte == ']' ? "'}'" : "']'");
  open_.pop_back();
  return keep(byte, kept);
}

bool JsonScanner::pass_text(std::string* kept) {
  const JsonSpot begun = bytes.spot();
  if (!keep('"', kept)) return false;
  bool escaped = false;
  while (true) {
    const int byte = bytes.peek();
    if (byte == JsonBytes::kEnd) return ends_inside("a text", begun);
    if (byte < 0x20)
      return error(bytes.spot(), fmt::format("the character U+{:04X} stands in a text", byte),
                   byte == '\n' || byte == '\r' ? "a quote may be missing; a line break in a text is written \\n"
                                                : "JSON writes such a character as \\u and four digits");
    if (!keep(byte, kept)) return false;
    if (byte == '"' && !escaped) return true;
    escaped = byte == '\\' && !escaped;
  }
}

bool JsonScanner::pass_word(std::string* kept) {
  for (int byte = bytes.peek(); !ends_word(byte); byte = bytes.peek())
    if (!keep(byte, kept)) return false;
  return true;
}

bool JsonScanner::keep(int byte, std::string* kept) {
  if (kept && static_cast<std::int64_t>(kept->size()) >= limits_.row_bytes)
    return too_much(bytes.spot(), "the row has", limits_.row_bytes, "row_bytes");
  if (kept) kept->push_back(static_cast<char>(byte));
  bytes.advance();
  return true;
}

bool JsonScanner::ends_inside(const char* what, const JsonSpot& begun) {
  return error(begun, fmt::format("the file ends inside {} that begins here", what), kMayBeCut);
}

}  // namespace mognad
