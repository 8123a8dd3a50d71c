#include "export/pdf/pdf_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace mognad::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

void append_hex16(std::string& out, unsigned unit) {
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[(unit >> shift) & 15];
}

/// The next code point of valid UTF-8.
unsigned next_code_point(std::string_view utf8, std::size_t& i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(utf8[k]); };
  const unsigned lead = byte(i++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  unsigned code = lead & (0x3Fu >> more);
  for (int k = 0; k < more && i < utf8.size(); ++k) code = code << 6 | (byte(i++) & 0x3Fu);
  return code;
}

/// The byte of PDFDocEncoding (ISO 32000-1, D.2); −1: it has none, or a control character that a reader may change.
int doc_encoded(unsigned code) {
  if (code >= 0x20 && code < 0x7F) return static_cast<int>(code);
  if (code > 0xA0 && code <= 0xFF && code != 0xAD) return static_cast<int>(code);
  switch (code) {
    case 0x2022: return 0x80;
    case 0x2026: return 0x83;
    case 0x2014: return 0x84;
    case 0x2013: return 0x85;
    case 0x2212: return 0x8A;
    case 0x201C: return 0x8D;
    case 0x201D: return 0x8E;
    case 0x2018: return 0x8F;
    case 0x2019: return 0x90;
    default: return -1;
  }
}

std::string literal_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ")";
}

std::string utf16_string(std::string_view utf8) {
  std::string out = "<FEFF";
  for (std::size_t i = 0; i < utf8.size();) {
    const unsigned code = next_code_point(utf8, i);
    if (code < 0x10000) {
      append_hex16(out, code);
    } else {
      append_hex16(out, 0xD800 + ((code - 0x10000) >> 10));
      append_hex16(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return out + ">";
}

int digits_of(unsigned long long number) {
  int digits = 1;
  for (unsigned long long power = 10; number >= power; power *= 10) ++digits;
  return digits;
}

}  // namespace

char* write_units(char* at, long long units, int decimals) {
  auto rest = units < 0 ? 0 - static_cast<unsigned long long>(units) : static_cast<unsigned long long>(units);
  if (units < 0) *at++ = '-';
  for (; decimals > 0 && rest % 10 == 0; --decimals) rest /= 10;  // no zeros at the end
  char* const end = at + std::max(digits_of(rest), decimals + 1) + (decimals > 0 ? 1 : 0);
  char* to = end;
  const auto write_digit = [&] {
    *--to = static_cast<char>('0' + rest % 10);
    rest /= 10;
  };
  if (decimals > 0) {
    for (; decimals > 0; --decimals) write_digit();
    *--to = '.';
  }
  while (to > at) write_digit();
  return end;
}

void append_number(std::string& out, double value, int decimals) {
  char text[kMostOfNumber];
  out.append(text, write_units(text, units_of(value, decimals), decimals));
}

std::string number(double value, int decimals) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}

std::string text_string(std::string_view utf8) {
  std::string bytes;
  for (std::size_t i = 0; i < utf8.size();) {
    const int byte = doc_encoded(next_code_point(utf8, i));
    if (byte < 0) return utf16_string(utf8);
    bytes += static_cast<char>(byte);
  }
  return literal_string(bytes);
}

std::string spoken_string(std::string_view utf8) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string text(utf8);
  for (std::size_t at = text.find(kNoBreakSpace); at != std::string::npos; at = text.find(kNoBreakSpace, at))
    text.replace(at, kNoBreakSpace.size(), " ");
  return text_string(text);
}

std::string hex_string(std::string_view bytes) {
  std::string out = "<";
  for (const char c : bytes) {
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[static_cast<unsigned char>(c) & 15];
  }
  return out + ">";
}

void append_reference(std::string& out, Ref ref) {
  const fmt::format_int number(ref.number);
  out.append(number.data(), number.size());
  out += " 0 R";
}

std::string reference(Ref ref) {
  std::string out;
  append_reference(out, ref);
  return out;
}

std::string date_string(std::string_view iso) {
  return fmt::format("(D:{}{}{}000000Z)", iso.substr(0, 4), iso.substr(5, 2), iso.substr(8, 2));
}

Dict& Dict::raw(std::string_view key, std::string_view value) {
  text_ += '/';
  text_ += key;
  text_ += ' ';
  text_ += value;
  text_ += '\n';
  return *this;
}

Dict& Dict::name(std::string_view key, std::string_view value) {
  text_ += '/';
  text_ += key;
  text_ += " /";
  text_ += value;
  text_ += '\n';
  return *this;
}

Dict& Dict::ref(std::string_view key, Ref value) {
  text_ += '/';
  text_ += key;
  text_ += ' ';
  append_reference(text_, value);
  text_ += '\n';
  return *this;
}

}  // namespace mognad::pdf
