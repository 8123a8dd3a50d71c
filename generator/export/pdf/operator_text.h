// Operators of a content stream as text (ISO 32000-1, 7.8.2), appended without a call for each letter: a report has a
// million of them. Operands end with a space, operators with a line. Belongs to one thread.
#pragma once

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "export/pdf/pdf_values.h"

namespace mognad::pdf {

class OperatorText {
 public:
  OperatorText() : room_(kFirst), text_(std::make_unique_for_overwrite<char[]>(kFirst)) {}

  void put(char c) {
    need(1);
    text_[size_++] = c;
  }

  /// An operator: its length is known to the compiler.
  template <std::size_t Size>
  void put(const char (&literal)[Size]) {
    need(Size - 1);
    std::memcpy(text_.get() + size_, literal, Size - 1);
    size_ += Size - 1;
  }

  void put(std::string_view part) {
    need(part.size());
    std::memcpy(text_.get() + size_, part.data(), part.size());
    size_ += part.size();
  }

  /// A number in units of its last decimal, without the space.
  void put_units(long long units, int decimals) {
    need(kMostOfNumber);
    size_ = static_cast<std::size_t>(write_units(text_.get() + size_, units, decimals) - text_.get());
  }

  void operand(long long units, int decimals) {
    put_units(units, decimals);
    put(' ');
  }

  std::size_t size() const { return size_; }
  void drop_last() { --size_; }

  std::string_view text() const { return {text_.get(), size_}; }

 private:
  static constexpr std::size_t kFirst = 32 * 1024;  // more than most pages have

  /// The rare case stands apart, so that the frequent one is short enough to be inlined.
  void need(std::size_t bytes) {
    if (room_ - size_ < bytes) [[unlikely]]
      grow(bytes);
  }
  void grow(std::size_t bytes);

  std::size_t room_;
  std::size_t size_ = 0;  // bytes of `text_` that are written
  std::unique_ptr<char[]> text_;
};

}  // namespace mognad::pdf
