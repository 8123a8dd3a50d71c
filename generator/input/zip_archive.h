// A ZIP archive read part by part: parts are inflated as they are asked for and never whole, nothing is written
// anywhere, so the names in it lead nowhere. A part that grows past its limits, is encrypted or doesn't match its
// checksum is a problem. Names are matched as those of package parts are, without regard to the case of ASCII letters
// (ECMA-376 part 2, 6.2.2.3). Parts borrow the archive. For one thread at a time.
#pragma once

#include <zip.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "dataset/input_limits.h"
#include "files/files.h"

namespace mognad {

/// The hint where a part is not what a program for sheets writes.
inline constexpr const char* kSaveWorkbookAgain = "open the workbook in its program and save it again";

struct ZipArchiveCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ZipPartCloser {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

/// A part on its way: its bytes from the first to the last.
class ZipPart {
 public:
  /// Fills `into` and returns how many bytes there were, 0 at the end; nothing and a problem when the part is damaged
  /// or too large.
  std::optional<std::size_t> read(std::span<char> into);

  /// "answers.xlsx[xl/workbook.xml]".
  const std::string& file() const { return file_; }

 private:
  friend class ZipArchive;
  ZipPart(const InputLimits& limits, Problems& problems) : limits_(limits), problems_(problems) {}
  bool is_within_limits();

  std::unique_ptr<zip_file_t, ZipPartCloser> part_;
  std::string file_;
  std::uint64_t packed_bytes_ = 0;
  std::uint64_t inflated_bytes_ = 0;
  InputLimits limits_;
  Problems& problems_;
};

class ZipArchive {
 public:
  /// Null and a problem when the file is no whole archive or two of its parts have one name. The problems
  /// must outlive it.
  static std::unique_ptr<ZipArchive> open(std::unique_ptr<FileReader> bytes, const std::string& file,
                                          const InputLimits& limits, Problems& problems);

  bool holds(std::string_view name) const;

  /// Null and a problem when there is no such part or it can't be opened.
  std::unique_ptr<ZipPart> part(std::string_view name);

  const std::string& file() const { return file_; }

 private:
  ZipArchive(std::string file, const InputLimits& limits, Problems& problems)
      : file_(std::move(file)), limits_(limits), problems_(problems) {}
  bool index_names();
  void refuse(std::string message, std::string hint);

  bool opened_ = false;
  std::unique_ptr<zip_t, ZipArchiveCloser> archive_;
  std::map<std::string, std::uint64_t, std::less<>> names_;  // in lower case
  std::string file_;
  InputLimits limits_;
  Problems& problems_;
};

}  // namespace mognad
