// TextDecoder: the bytes of a file as blocks of valid UTF-8, whatever their encoding: UTF-8 with or without a byte
// order mark, UTF-16 of either byte order with a mark or found by its zero bytes, Windows-1252. The encoding is the one
// given; else that of the mark; else UTF-8 until the first byte that isn't. If only ASCII came before that byte, the
// rest is Windows-1252 and a note says so; if letters in UTF-8 came before, the file mixes encodings and is refused, as
// it is when letters in UTF-8 come later. A NUL byte ends the file too. Control characters are errors; characters that
// can't be seen but change what is seen, and letters that were encoded twice, are warnings. Characters are checked as
// they are read, in the order of the file. For one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "files/files.h"
#include "input/problem_groups.h"

namespace mognad {

class TextDecoder {
 public:
  static constexpr std::size_t kBlockBytes = 256 * 1024;
  static constexpr std::size_t kLeastBlockBytes = 8;  // two characters of any kind

  /// `encoding` is that of TableFile. Problems go to `groups`, which must outlive this.
  TextDecoder(std::unique_ptr<FileReader> file, const std::string& encoding, ProblemGroups& groups,
              std::size_t block_bytes = kBlockBytes);

  /// Adds the next block to `text`, whose first character must be the first of `line`; false at the end. A block never
  /// ends between CR and LF.
  bool append_to(std::string& text, int line);

  /// Whether the text ended before the file did, with an error.
  bool failed() const { return failed_; }

  /// As far as is known by now: "UTF-8", "UTF-16", "Windows-1252".
  const char* encoding_name() const;

 private:
  enum class Encoding { utf8, utf16le, utf16be, windows1252 };

  void choose_encoding(const std::string& given);
  bool set_given(const std::string& given);
  void append_block(std::string& text);
  std::size_t next_bytes() const;
  std::size_t read_into(std::string& bytes, std::size_t from);
  void append_utf8(std::string& text);
  void append_windows_1252(std::string& text);
  void append_utf16(std::string& text);
  void hold_back_cr(std::string& text, std::size_t from, std::size_t bytes);
  void refuse_utf8(std::string& text, std::size_t from, std::size_t at, bool cut);
  void turn_to_windows_1252(std::string& text, std::size_t at, std::uint64_t offset);
  bool admit(std::string& text, std::size_t at, char32_t character);
  bool admit_twice_encoded(std::string& text, std::size_t at);
  void admit_unseen(const std::string& text, std::size_t at, char32_t character);
  Place place_of(std::string_view text, std::size_t at) const;
  void fail(std::string& text, std::size_t at, std::string message, std::string hint);

  std::unique_ptr<FileReader> file_;
  ProblemGroups& groups_;
  std::size_t block_bytes_;
  std::uint64_t offset_ = 0;  // of what is read next
  Encoding encoding_ = Encoding::utf8;
  bool guessed_ = false;               // neither given nor marked
  std::optional<Place> first_letter_;  // the first that is not ASCII, in a text whose encoding is guessed
  std::string first_bytes_;            // that letter in UTF-8, or the byte that was not
  std::string block_;                  // of an encoding other than UTF-8
  int line_ = 1;                       // where the text to add to begins
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace mognad
