// Operators of a content stream as text (ISO 32000-1, 7.8.2), appended without a call for each letter: a report has a
// million of them. Operands end with a space, operators with a line. Belongs to one thread.
#pragma once

#include <cstring>
#include <string>
#include <string_view>

#include "export/pdf/pdf_values.h"

namespace mognad::pdf {

class OperatorText {
 public:
  OperatorText() : text_(kFirst, '\0') {}

  void put(char c) {
    need(1);
    text_[size_++] = c;
  }

  void put(std::string_view part) {
    need(part.size());
    std::memcpy(text_.data() + size_, part.data(), part.size());
    size_ += part.size();
  }

  /// A number in units of its last decimal, without the space.
  void put_units(long long units, int decimals) {
    need(kMostOfNumber);
    size_ = static_cast<std::size_t>(write_units(text_.data() + size_, units, decimals) - text_.data());
  }

  void operand(long long units, int decimals) {
    put_units(units, decimals);
    put(' ');
  }

  std::size_t size() const { return size_; }
  void drop_last() { --size_; }

  std::string take() {
    text_.resize(size_);
    return std::move(text_);
  }

 private:
  static constexpr std::size_t kFirst = 32 * 1024;  // more than most pages have

  void need(std::size_t bytes) {
    if (text_.size() - size_ < bytes) text_.resize(2 * text_.size() + bytes);
  }

  std::string text_;  // `size_` of it are written
  std::size_t size_ = 0;
};

}  // namespace mognad::pdf
