#include "input/xlsx_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "input/limit_problem.h"
#include "input/xlsx_names.h"
#include "input/xml_path.h"

namespace mognad {
namespace {

constexpr std::size_t kEscapeBytes = 7;  // _xHHHH_

std::optional<unsigned> escape_at(std::string_view text, std::size_t at) {
  if (text.size() - at < kEscapeBytes || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
    return std::nullopt;
  unsigned value = 0;
  const char* end = text.data() + at + 6;
  if (std::from_chars(text.data() + at + 2, end, value, 16).ptr != end) return std::nullopt;
  return value;
}

bool is_high_half(unsigned c) { return c >= 0xD800 && c < 0xDC00; }
bool is_low_half(unsigned c) { return c >= 0xDC00 && c < 0xE000; }

bool may_stand(unsigned c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return !is_high_half(c) && !is_low_half(c) && c != 0xFFFE && c != 0xFFFF;
}

void append_utf8(std::string& to, unsigned c) {
  const auto add = [&](unsigned byte) { to += static_cast<char>(byte); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
  } else {
    add(0xF0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

}  // namespace

bool append_unescaped(std::string& to, std::string_view text) {
  bool sound = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t underscore = std::min(text.find("_x", at), text.size());
    to.append(text, at, underscore - at);
    at = underscore;
    if (at == text.size()) break;
    auto c = escape_at(text, at);
    if (!c) {
      to += text[at++];
      continue;
    }
    at += kEscapeBytes;
    if (const auto low = is_high_half(*c) ? escape_at(text, at) : std::nullopt; low && is_low_half(*low)) {
      c = 0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00);
      at += kEscapeBytes;
    }
    if (may_stand(*c)) append_utf8(to, *c);
    else sound = false;
  }
  return sound;
}

class SharedTextHandler final : public XmlPathHandler {
 public:
  SharedTextHandler(const InputLimits& limits, Problems& problems, std::string file)
      : limits_(limits), problems_(problems), file_(std::move(file)) {}

  XlsxTexts texts;
  XmlReader* reader = nullptr;

 private:
  void opened(std::string_view, const XmlAttributes&) override {}
  void heard(std::string_view path, std::string_view piece) override {
    if (path == "/sst/si/t" || path == "/sst/si/r/t") text_ += piece;
    if (texts.bytes_.size() + text_.size() > static_cast<std::size_t>(limits_.texts_bytes)) refuse();
  }
  void closed(std::string_view path) override {
    if (path != "/sst/si") return;
    if (!append_unescaped(texts.bytes_, text_)) texts.unsound_.insert(texts.ends_.size());
    texts.ends_.push_back(texts.bytes_.size());
    text_.clear();
    if (texts.bytes_.size() + texts.ends_.size() * sizeof(std::size_t) > static_cast<std::size_t>(limits_.texts_bytes))
      refuse();
  }
  void refuse() {
    problems_.push_back(limit_problem({file_}, "the shared texts have", limits_.texts_bytes, "texts_bytes"));
    reader->stop();
  }

  InputLimits limits_;
  Problems& problems_;
  std::string file_;
  std::string text_;
};

std::string_view XlsxTexts::operator[](std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

std::optional<XlsxTexts> XlsxTexts::read(std::unique_ptr<ZipPart> part, const InputLimits& limits, Problems& problems) {
  SharedTextHandler handler(limits, problems, part->file());
  XmlReader reader(std::move(part), kSpreadsheetNamespaces, handler, problems);
  handler.reader = &reader;
  if (reader.run() != XmlReader::State::ended) return std::nullopt;
  return std::move(handler.texts);
}

}  // namespace mognad
