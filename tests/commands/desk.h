// The program as a user runs it: in a folder of its own, with what it prints and how it ends.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "input/reading.h"

namespace mognad::test {

inline std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

inline bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

struct Run {
  int status = -1;
  std::string out;
  std::string err;
};

/// A folder of its own with a new survey in "s"; the program runs in the source tree, where it finds its templates
/// whatever folder it was built in.
struct Desk {
  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("mognad-desk-" + std::to_string(::getpid()));
  Desk() {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    REQUIRE(run("new " + path("s")).status == 0);
  }
  ~Desk() { std::filesystem::remove_all(folder); }

  std::string path(const std::string& name) const { return (folder / name).string(); }

  Run run(const std::string& arguments) const {
    const std::string command = "cd '" MOGNAD_ROOT "' && '" MOGNAD_PROGRAM "' " + arguments + " > '" + path("out.txt") +
                                "' 2> '" + path("err.txt") + "' < /dev/null";
    const int code = std::system(command.c_str());
    return {WIFEXITED(code) ? WEXITSTATUS(code) : -1, content(folder / "out.txt"), content(folder / "err.txt")};
  }

  /// Writes into the folder "o".
  Run statistics(const std::string& options = "") const {
    return run("statistics " + options + " --output " + path("o") + " " + path("s"));
  }

  void change(const std::string& name, const std::string& from, const std::string& to) const {
    write(folder / name, replaced(content(folder / name), from, to));
  }

  std::vector<std::string> files(const std::string& below) const {
    std::vector<std::string> names;
    if (!std::filesystem::exists(folder / below)) return names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / below))
      if (entry.is_regular_file())
        names.push_back(std::filesystem::relative(entry.path(), folder / below).generic_string());
    std::sort(names.begin(), names.end());
    return names;
  }
};

}  // namespace mognad::test
