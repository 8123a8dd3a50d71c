#include "export/pdf/pdf_values.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace mognad::pdf {
namespace {

constexpr long long kPowers[] = {1, 10, 100, 1000, 10000};
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

}  // namespace

void append_number(std::string& out, double value, int decimals) {
  const long long power = kPowers[decimals];
  long long units = std::llround(value * static_cast<double>(power));
  if (units < 0) out += '-', units = -units;
  fmt::format_to(std::back_inserter(out), FMT_STRING("{}"), units / power);
  long long rest = units % power;
  if (rest == 0) return;
  out += '.';
  for (long long p = power / 10; p > 0 && rest > 0; p /= 10) {
    out += static_cast<char>('0' + rest / p);
    rest %= p;
  }
}

std::string number(double value, int decimals) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}

std::string text_string(std::string_view utf8) {
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

std::string hex_string(std::string_view bytes) {
  std::string out = "<";
  for (const char c : bytes) {
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[static_cast<unsigned char>(c) & 15];
  }
  return out + ">";
}

std::string reference(Ref ref) { return fmt::format("{} 0 R", ref.number); }

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

}  // namespace mognad::pdf
