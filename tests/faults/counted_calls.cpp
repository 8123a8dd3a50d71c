#include "faults/counted_calls.h"

#define FIU_ENABLE
#include <dlfcn.h>
#include <fcntl.h>
#include <fiu-control.h>
#include <fiu.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdarg>
#include <mutex>

namespace mognad::test {
namespace {

struct Arming {
  std::mutex mutex;
  Calls calls;
  int remaining = 0;  // 0: no call is to fail any more
  std::string failed;
};

Arming& arming() {
  static Arming one;
  return one;
}

std::string point(const std::string& call) { return "posix/io/" + call; }

int decide(const char* name, int*, void** info, unsigned*) {
  Arming& a = arming();
  const std::lock_guard lock(a.mutex);
  if (a.remaining == 0) return 0;
  *info = reinterpret_cast<void*>(EIO);
  if (--a.remaining > 0) return 0;
  a.failed = name;
  return 1;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Whether the call is to fail; errno is set then.
bool fails(const char* name) {
  if (!fiu_fail(name)) return false;
  errno = EIO;
  return true;
}

}  // namespace

void fail_call(int number, const Calls& calls) {
  Arming& a = arming();
  {
    const std::lock_guard lock(a.mutex);
    a.calls = calls;
    a.remaining = number;
    a.failed.clear();
  }
  for (const std::string& call : calls) fiu_enable_external(point(call).c_str(), 1, nullptr, 0, decide);
}

std::string failed_call() {
  Arming& a = arming();
  for (const std::string& call : a.calls) fiu_disable(point(call).c_str());
  const std::lock_guard lock(a.mutex);
  a.remaining = 0;
  return a.failed;
}

}  // namespace mognad::test

// What the program calls and libfiu's library doesn't have.
extern "C" {

int openat(int folder, const char* path, int flags, ...) {
  if (mognad::test::fails("posix/io/oc/openat")) return -1;
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  static auto* const real = mognad::test::next<int(int, const char*, int, ...)>("openat");
  return real(folder, path, flags, mode);
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (mognad::test::fails("posix/io/dir/mkdir")) return -1;
  static auto* const real = mognad::test::next<int(const char*, mode_t)>("mkdir");
  return real(path, mode);
}

int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  if (mognad::test::fails("posix/io/dir/mkdirat")) return -1;
  static auto* const real = mognad::test::next<int(int, const char*, mode_t)>("mkdirat");
  return real(folder, path, mode);
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  if (mognad::test::fails("posix/io/dir/renameat")) return -1;
  static auto* const real = mognad::test::next<int(int, const char*, int, const char*)>("renameat");
  return real(from_folder, from, to_folder, to);
}

int fstatat(int folder, const char* path, struct stat* status, int flags) noexcept {
  if (mognad::test::fails("posix/io/stat/fstatat")) return -1;
  static auto* const real = mognad::test::next<int(int, const char*, struct stat*, int)>("fstatat");
  return real(folder, path, status, flags);
}

int fstat(int descriptor, struct stat* status) noexcept {
  if (mognad::test::fails("posix/io/stat/fstat")) return -1;
  static auto* const real = mognad::test::next<int(int, struct stat*)>("fstat");
  return real(descriptor, status);
}
}
