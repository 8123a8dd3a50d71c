// The texts that the cells of a workbook share, in one block of memory. For one thread at a time while it is read;
// constant after.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/input_limits.h"
#include "input/zip_archive.h"

namespace mognad {

/// Adds a text of a cell with its escapes undone: "_x000D_" is U+000D, "_x005F_" the underscore (ECMA-376 part 1,
/// 22.9.2.19). False when an escape names a character that no text may hold: a control character or half a pair.
bool append_unescaped(std::string& to, std::string_view text);

class XlsxTexts {
 public:
  /// Of the shared texts (18.4.9): runs are joined, readings for East Asian writing left out. Nothing and a problem
  /// when the part is damaged or larger than 'texts_bytes'.
  static std::optional<XlsxTexts> read(std::unique_ptr<ZipPart> part, const InputLimits& limits, Problems& problems);

  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t index) const;
  /// False when the text holds a character that no text may hold.
  bool is_sound(std::size_t index) const { return !unsound_.contains(index); }

 private:
  friend class SharedTextHandler;
  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::set<std::size_t> unsound_;
};

}  // namespace mognad
