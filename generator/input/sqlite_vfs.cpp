#include "input/sqlite_vfs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace mognad {
namespace {

struct OpenFile {
  sqlite3_file base;  // first, as SQLite has it
  SqliteVfs* vfs;
};

SqliteVfs& vfs_of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->vfs; }

int close_file(sqlite3_file*) { return SQLITE_OK; }
int read_file(sqlite3_file* file, void* into, int bytes, sqlite3_int64 offset) {
  return vfs_of(file).read(into, bytes, offset);
}
int write_file(sqlite3_file*, const void*, int, sqlite3_int64) { return SQLITE_READONLY; }
int truncate_file(sqlite3_file*, sqlite3_int64) { return SQLITE_READONLY; }
int sync_file(sqlite3_file*, int) { return SQLITE_OK; }
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(vfs_of(file).size());
  return SQLITE_OK;
}
int lock_file(sqlite3_file*, int) { return SQLITE_OK; }
int is_reserved(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}
int control_file(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int characteristics(sqlite3_file*) { return SQLITE_IOCAP_IMMUTABLE; }

constexpr sqlite3_io_methods kMethods{
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = lock_file,
    .xCheckReservedLock = is_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs* vfs, const char*, sqlite3_file* file, int flags, int* opened_as) {
  file->pMethods = nullptr;
  if (!(flags & SQLITE_OPEN_MAIN_DB)) return SQLITE_CANTOPEN;
  reinterpret_cast<OpenFile*>(file)->vfs = static_cast<SqliteVfs*>(vfs->pAppData);
  file->pMethods = &kMethods;
  if (opened_as) *opened_as = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char*, int) { return SQLITE_READONLY; }

int is_accessible(sqlite3_vfs*, const char*, int, int* accessible) {
  *accessible = 0;
  return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* full) {
  sqlite3_snprintf(size, full, "%s", name);
  return SQLITE_OK;
}

// Nothing that is read depends on chance or on the clock.
int randomness(sqlite3_vfs*, int size, char* bytes) {
  std::memset(bytes, 0, static_cast<std::size_t>(size));
  return size;
}
int sleep_no_time(sqlite3_vfs*, int) { return 0; }
int no_time(sqlite3_vfs*, double* day) {
  *day = 0;
  return SQLITE_OK;
}
int no_error(sqlite3_vfs*, int, char*) { return 0; }

/// Bytes 18 and 19 of the header are 2 in WAL mode (sqlite.org/fileformat.html, 1.3.3).
void hide_wal_mode(char* bytes, std::size_t size, std::uint64_t offset) {
  for (const std::uint64_t version : {std::uint64_t{18}, std::uint64_t{19}})
    if (version >= offset && version - offset < size && bytes[version - offset] == 2) bytes[version - offset] = 1;
}

}  // namespace

SqliteVfs::SqliteVfs(const FileReader& file)
    : file_(file), name_(fmt::format("mognad-{}", fmt::ptr(static_cast<const void*>(this)))) {
  vfs_.iVersion = 1;
  vfs_.szOsFile = sizeof(OpenFile);
  vfs_.mxPathname = 512;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  vfs_.xAccess = is_accessible;
  vfs_.xFullPathname = full_path;
  vfs_.xRandomness = randomness;
  vfs_.xSleep = sleep_no_time;
  vfs_.xCurrentTime = no_time;
  vfs_.xGetLastError = no_error;
  sqlite3_vfs_register(&vfs_, 0);
}

SqliteVfs::~SqliteVfs() { sqlite3_vfs_unregister(&vfs_); }

int SqliteVfs::read(void* into, int bytes, sqlite3_int64 offset) {
  const std::span<char> wanted(static_cast<char*>(into), static_cast<std::size_t>(bytes));
  const auto from = static_cast<std::uint64_t>(offset);
  auto got = file_.read_at(from, wanted);
  if (!got) {
    problem_ = got.problems.at(0);
    return SQLITE_IOERR_READ;
  }
  hide_wal_mode(wanted.data(), *got, from);
  if (*got == wanted.size()) return SQLITE_OK;
  std::fill(wanted.begin() + static_cast<std::ptrdiff_t>(*got), wanted.end(), '\0');
  return SQLITE_IOERR_SHORT_READ;
}

}  // namespace mognad
