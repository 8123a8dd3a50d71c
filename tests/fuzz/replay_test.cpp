// Every text that fuzzing has left is read again: what once crashed never does again.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/targets.h"

using namespace mognad;

namespace {

std::vector<std::filesystem::path> corpus(const std::string& name) {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder = std::filesystem::path(MOGNAD_ROOT) / "tests/fuzz/corpus" / name;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("Whatever fuzzing found is read to its end", "[fuzz]") {
  for (const fuzz::Target& target : fuzz::targets()) {
    INFO(target.name);
    const auto files = corpus(target.name);
    CHECK(files.size() >= 3);
    for (const auto& path : files) {
      INFO(path.string());
      std::ifstream file(path, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      REQUIRE(file);
      CHECK_NOTHROW(target.read(bytes));
    }
  }
}

TEST_CASE("Every corpus has its target", "[fuzz]") {
  for (const auto& entry : std::filesystem::directory_iterator(MOGNAD_ROOT "/tests/fuzz/corpus")) {
    INFO(entry.path().string());
    const std::string name = entry.path().filename().string();
    CHECK(std::count_if(fuzz::targets().begin(), fuzz::targets().end(),
                        [&](const fuzz::Target& target) { return target.name == name; }) == 1);
  }
}
