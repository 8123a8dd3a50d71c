#include "input/zip_archive.h"

#include <fmt/format.h>

#include "input/limit_problem.h"
#include "input/zip_source.h"

namespace mognad {
namespace {

constexpr std::uint64_t kFreeBytes = 1'000'000;  // small parts of one repeated byte are no bombs
constexpr const char* kCopyAgain = "the file may be cut off: copy or save it again";

std::string in_lower_case(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

}  // namespace

std::optional<std::size_t> ZipPart::read(std::span<char> into) {
  const zip_int64_t got = zip_fread(part_.get(), into.data(), into.size());
  if (got < 0) {
    problems_.push_back(error_at(
        {file_}, fmt::format("the packed data is damaged: {}", zip_error_strerror(zip_file_get_error(part_.get()))),
        kCopyAgain));
    return std::nullopt;
  }
  inflated_bytes_ += static_cast<std::uint64_t>(got);
  if (!is_within_limits()) return std::nullopt;
  return static_cast<std::size_t>(got);
}

bool ZipPart::is_within_limits() {
  if (inflated_bytes_ > static_cast<std::uint64_t>(limits_.inflated_bytes)) {
    problems_.push_back(
        limit_problem({file_}, "the packed data inflates to", limits_.inflated_bytes, "inflated_bytes"));
    return false;
  }
  if (inflated_bytes_ > kFreeBytes &&
      inflated_bytes_ / static_cast<std::uint64_t>(limits_.inflated_ratio) > packed_bytes_) {
    problems_.push_back(limit_problem({file_}, fmt::format("{} packed bytes inflate to", packed_bytes_),
                                      limits_.inflated_ratio, "inflated_ratio"));
    return false;
  }
  return true;
}

std::unique_ptr<ZipArchive> ZipArchive::open(std::unique_ptr<FileReader> bytes, const std::string& file,
                                             const InputLimits& limits, Problems& problems) {
  std::unique_ptr<ZipArchive> made(new ZipArchive(file, limits, problems));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_of(std::move(bytes), made->opened_, error);
  if (source) made->archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!made->archive_) {
    made->refuse(fmt::format("the ZIP archive can't be read: {}", zip_error_strerror(&error)), kCopyAgain);
    if (source) zip_source_free(source);
    made = nullptr;
  }
  zip_error_fini(&error);
  if (!made || !made->index_names()) return nullptr;
  made->opened_ = true;
  return made;
}

bool ZipArchive::index_names() {
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
    if (!name) continue;
    if (!names_.emplace(in_lower_case(name), i).second) {
      refuse(fmt::format("the ZIP archive holds '{}' twice", excerpt(name)), kSaveWorkbookAgain);
      return false;
    }
  }
  return true;
}

bool ZipArchive::holds(std::string_view name) const { return names_.contains(in_lower_case(name)); }

std::unique_ptr<ZipPart> ZipArchive::part(std::string_view name) {
  const auto found = names_.find(in_lower_case(name));
  if (found == names_.end()) {
    refuse(fmt::format("the workbook has no part '{}'", excerpt(name)), kCopyAgain);
    return nullptr;
  }
  zip_stat_t stat;
  zip_stat_init(&stat);
  std::unique_ptr<ZipPart> part(new ZipPart(limits_, problems_));
  part->file_ = fmt::format("{}[{}]", file_, excerpt(name));
  if (zip_stat_index(archive_.get(), found->second, 0, &stat) == 0) {
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
      refuse("the ZIP archive is protected with a password", "save it without a password");
      return nullptr;
    }
    part->packed_bytes_ = stat.comp_size;
    part->part_.reset(zip_fopen_index(archive_.get(), found->second, 0));
  }
  if (part->part_) return part;
  refuse(fmt::format("the part '{}' can't be read: {}", excerpt(name), zip_strerror(archive_.get())), kCopyAgain);
  return nullptr;
}

void ZipArchive::refuse(std::string message, std::string hint) {
  problems_.push_back(error_at({file_}, std::move(message), std::move(hint)));
}

}  // namespace mognad
