#include "input/zip_source.h"

#include <algorithm>
#include <cerrno>

namespace mognad {
namespace {

constexpr std::uint64_t kDirectoryBytes = 32'000'000;

struct Source {
  std::unique_ptr<FileReader> file;
  const bool& opened;
  std::uint64_t offset = 0;
  std::uint64_t given = 0;
  zip_error_t error{};
};

zip_int64_t fail(Source& source, int code, int system_code) {
  zip_error_set(&source.error, code, system_code);
  return -1;
}

zip_int64_t read(Source& source, void* data, zip_uint64_t length) {
  source.given += length;
  if (!source.opened && source.given > kDirectoryBytes) return fail(source, ZIP_ER_MEMORY, 0);
  const auto got = source.file->read_at(source.offset, {static_cast<char*>(data), length});
  if (!got) return fail(source, ZIP_ER_READ, EIO);
  source.offset += *got;
  return static_cast<zip_int64_t>(*got);
}

zip_int64_t seek(Source& source, void* data, zip_uint64_t length) {
  const zip_int64_t to =
      zip_source_seek_compute_offset(source.offset, source.file->size(), data, length, &source.error);
  if (to < 0) return -1;
  source.offset = static_cast<std::uint64_t>(to);
  return 0;
}

zip_int64_t tell_size(const Source& source, void* data) {
  auto* stat = static_cast<zip_stat_t*>(data);
  zip_stat_init(stat);
  stat->size = source.file->size();
  stat->valid |= ZIP_STAT_SIZE;
  return sizeof(zip_stat_t);
}

zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  Source& source = *static_cast<Source*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN: source.offset = 0; return 0;
    case ZIP_SOURCE_READ: return read(source, data, length);
    case ZIP_SOURCE_CLOSE: return 0;
    case ZIP_SOURCE_STAT: return tell_size(source, data);
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&source.error, data, length);
    case ZIP_SOURCE_SEEK: return seek(source, data, length);
    case ZIP_SOURCE_TELL: return static_cast<zip_int64_t>(source.offset);
    case ZIP_SOURCE_SUPPORTS: return ZIP_SOURCE_SUPPORTS_SEEKABLE;
    case ZIP_SOURCE_FREE: std::unique_ptr<Source>{&source}.reset(); return 0;
    default: return fail(source, ZIP_ER_OPNOTSUPP, 0);
  }
}

}  // namespace

zip_source_t* zip_source_of(std::unique_ptr<FileReader> file, const bool& opened, zip_error_t& error) {
  auto source = std::make_unique<Source>(Source{std::move(file), opened});
  zip_source_t* made = zip_source_function_create(answer, source.get(), &error);
  if (made) source.release();
  return made;
}

}  // namespace mognad
