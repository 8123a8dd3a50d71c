#include "verification/pdf_value.h"

#include <algorithm>
#include <cstdint>

namespace mognad::verification {
namespace {

const Value kNull;

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string from_utf16_big_endian(std::string_view bytes) {
  std::string out;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>((static_cast<std::uint8_t>(bytes[i]) << 8) | static_cast<std::uint8_t>(bytes[i + 1]));
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    append_utf8(out, c);
  }
  return out;
}

/// PDFDocEncoding where it differs from Latin-1 (ISO 32000-1, D.2): 0x18 to 0x1F and 0x80 to 0xA0.
char32_t from_pdf_doc_encoding(std::uint8_t byte) {
  static constexpr char16_t kAccents[8] = {0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC};
  static constexpr char16_t kHigh[33] = {0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039,
                                         0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A,
                                         0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017D, 0x0131,
                                         0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD, 0x20AC};
  if (byte >= 0x18 && byte <= 0x1F) return kAccents[byte - 0x18];
  if (byte >= 0x80 && byte <= 0xA0) return kHigh[byte - 0x80];
  return byte;
}

}  // namespace

const Value& Dictionary::operator[](std::string_view key) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), key,
                                      [](const Entry& entry, std::string_view k) { return entry.key < k; });
  return found != entries_.end() && found->key == key ? found->value : kNull;
}

bool Dictionary::has(std::string_view key) const { return !(*this)[key].is_null(); }

void Dictionary::set(std::string key, Value value) {
  const auto place = std::lower_bound(entries_.begin(), entries_.end(), key,
                                      [](const Entry& entry, const std::string& k) { return entry.key < k; });
  if (place != entries_.end() && place->key == key) place->value = std::move(value);
  else entries_.insert(place, Entry{std::move(key), std::move(value)});
}

std::string_view Value::name() const {
  const auto* name = std::get_if<Name>(this);
  return name ? std::string_view(name->text) : std::string_view();
}

double Value::number_or(double otherwise) const {
  if (const auto* whole = std::get_if<long long>(this)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(this)) return *real;
  return otherwise;
}

long long Value::integer_or(long long otherwise) const {
  const auto* whole = std::get_if<long long>(this);
  return whole ? *whole : otherwise;
}

bool Value::boolean_or(bool otherwise) const {
  const auto* truth = std::get_if<bool>(this);
  return truth ? *truth : otherwise;
}

std::string text_of(const String& string) {
  const std::string_view bytes = string.bytes;
  if (bytes.size() >= 2 && bytes[0] == '\xFE' && bytes[1] == '\xFF') return from_utf16_big_endian(bytes.substr(2));
  std::string out;
  for (const char c : bytes) append_utf8(out, from_pdf_doc_encoding(static_cast<std::uint8_t>(c)));
  return out;
}

}  // namespace mognad::verification
