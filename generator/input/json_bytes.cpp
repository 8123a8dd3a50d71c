#include "input/json_bytes.h"

namespace mognad {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

bool is_space(int byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

}  // namespace

void JsonSpot::pass(char byte) {
  ++offset;
  if (byte == '\r' || (byte == '\n' && !after_return)) {
    ++line;
    column = 1;
  } else if (byte != '\n') {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
    column += continues ? 0 : 1;
  }
  after_return = byte == '\r';
}

JsonBytes::JsonBytes(const FileReader& file, Problems& problems) : file_(file), problems_(problems) {}

int JsonBytes::skip_space() {
  int byte = peek();
  while (is_space(byte)) {
    advance();
    byte = peek();
  }
  return byte;
}

void JsonBytes::go_to(const JsonSpot& spot) {
  spot_ = spot;
  block_.clear();
  at_ = 0;
}

bool JsonBytes::fill() {
  if (failed_) return false;
  block_.resize(kBlock);
  at_ = 0;
  const auto got = file_.read_at(spot_.offset, block_).take(problems_);
  failed_ = !got;
  block_.resize(got.value_or(0));
  return !block_.empty();
}

}  // namespace mognad
