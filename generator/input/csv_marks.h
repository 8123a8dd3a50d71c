// CsvMarks: goes through a text from one separator, quote or line end to the next, eight bytes at a time. The text must
// be followed by eight bytes of kEnd, which are line ends, so that the way always stops.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mognad {

class CsvMarks {
 public:
  static constexpr std::string_view kEnd = "\n\n\n\n\n\n\n\n";

  CsvMarks() = default;
  CsvMarks(const char* text, std::size_t at, char separator)
      : text_(text), word_at_(at), separators_(kEach * static_cast<unsigned char>(separator)) {
    found_ = marks_of_word();
  }

  /// The offset of the next mark; the first call gives that at `at` or behind it.
  std::size_t next() {
    while (found_ == 0) {
      word_at_ += sizeof(std::uint64_t);
      found_ = marks_of_word();
    }
    const std::size_t mark = word_at_ + static_cast<std::size_t>(first_byte(found_));
    found_ &= without_first(found_);
    return mark;
  }

 private:
  static constexpr std::uint64_t kEach = 0x0101010101010101;
  static constexpr std::uint64_t kLow = 0x7F * kEach;

  /// The highest bit of each byte that is zero, and no other bit: without the carries of the well-known shorter form.
  static std::uint64_t zero_bytes(std::uint64_t word) { return ~(((word & kLow) + kLow) | word | kLow); }

  static int first_byte(std::uint64_t found) {
    if constexpr (std::endian::native == std::endian::little) return std::countr_zero(found) / 8;
    else return std::countl_zero(found) / 8;
  }
  static std::uint64_t without_first(std::uint64_t found) {
    if constexpr (std::endian::native == std::endian::little) return found - 1;
    else return ~(std::uint64_t{1} << 63 >> std::countl_zero(found));
  }

  std::uint64_t marks_of_word() const {
    std::uint64_t word = 0;
    std::memcpy(&word, text_ + word_at_, sizeof word);
    return zero_bytes(word ^ separators_) | zero_bytes(word ^ (kEach * '\n')) | zero_bytes(word ^ (kEach * '\r')) |
           zero_bytes(word ^ (kEach * '"'));
  }

  const char* text_ = nullptr;
  std::size_t word_at_ = 0;
  std::uint64_t separators_ = 0;
  std::uint64_t found_ = 0;  // marks of the word that were not given yet
};

}  // namespace mognad
