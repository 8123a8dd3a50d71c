#include "files/file_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "files/owner_only.h"
#include "support/programs.h"

using namespace mognad;
using mognad::test::ScratchFolder;

namespace {

bool is_free(const std::string& path) {
  const auto lock = FileLock::take(path);
  REQUIRE(lock);
  return lock->has_value();
}

std::filesystem::perms permissions(const std::string& path) { return std::filesystem::status(path).permissions(); }

}  // namespace

TEST_CASE("A lock is held by one at a time and free when it goes away", "[files]") {
  const ScratchFolder folder("lock");
  const std::string path = folder.path("sending.lock");
  {
    const auto held = FileLock::take(path);
    REQUIRE(held);
    REQUIRE(held->has_value());
    CHECK_FALSE(is_free(path));
  }
  CHECK(is_free(path));
}

TEST_CASE("A process that is killed leaves nothing locked", "[files]") {
  const ScratchFolder folder("lock-killed");
  const std::string path = folder.path("sending.lock");
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto held = FileLock::take(path);
    const char said = held && held->has_value() ? 'y' : 'n';
    if (::write(ready[1], &said, 1) == 1) ::pause();
    ::_exit(1);
  }
  char said = 0;
  REQUIRE(::read(ready[0], &said, 1) == 1);
  REQUIRE(said == 'y');
  CHECK_FALSE(is_free(path));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(is_free(path));
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("A lock that can't be made is a problem and not a free one", "[files]") {
  CHECK_FALSE(FileLock::take("/nowhere/at/all/sending.lock"));
}

TEST_CASE("What only the owner may read is so whatever it was before, and stays whole", "[files]") {
  namespace fs = std::filesystem;
  const ScratchFolder folder("owner");
  const std::string file = folder.write("ledger", "content");
  fs::permissions(file, fs::perms::all);
  CHECK_FALSE(make_private_file(file));
  CHECK(permissions(file) == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(fs::file_size(file) == 7);
  CHECK_FALSE(make_private_folder(folder.path("a/mail")));
  CHECK(permissions(folder.path("a/mail")) == fs::perms::owner_all);
}

TEST_CASE("No file is made private through a link", "[files]") {
  const ScratchFolder folder("owner-link");
  const std::string file = folder.write("elsewhere", "content");
  std::filesystem::permissions(file, std::filesystem::perms::all);
  std::filesystem::create_symlink(file, folder.path("ledger"));
  CHECK(make_private_file(folder.path("ledger")));
  CHECK(permissions(file) == std::filesystem::perms::all);
}
