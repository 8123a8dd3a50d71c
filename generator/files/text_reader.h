// Bytes at hand, read as a file is.
#pragma once

#include <algorithm>
#include <utility>

#include "files/files.h"

namespace mognad {

class TextReader final : public FileReader {
 public:
  explicit TextReader(std::string bytes) : bytes_(std::move(bytes)) {}

  std::uint64_t size() const override { return bytes_.size(); }
  Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const override {
    if (offset >= bytes_.size()) return std::size_t{0};
    return bytes_.copy(into.data(), into.size(), static_cast<std::size_t>(offset));
  }

 private:
  std::string bytes_;
};

}  // namespace mognad
