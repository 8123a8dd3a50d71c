// Other programs that check what ours writes, and a folder to write to.
#pragma once

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace mognad::test {

/// What a command writes to its output and errors; its status is put behind.
inline std::string said_by(const std::string& command) {
  std::string all;
  FILE* pipe = popen((command + " 2>&1; echo \"status $?\"").c_str(), "r");
  if (!pipe) return {};
  std::array<char, 4096> part;
  for (std::size_t n = 0; (n = std::fread(part.data(), 1, part.size(), pipe)) > 0;) all.append(part.data(), n);
  pclose(pipe);
  return all;
}

inline bool is_installed(const std::string& program) {
  return said_by("command -v " + program).find("status 0") != std::string::npos;
}

/// A folder that goes away with it.
class ScratchFolder {
 public:
  explicit ScratchFolder(const std::string& name)
      : folder_(std::filesystem::temp_directory_path() /
                ("mognad-" + name + "-" + std::to_string(::getpid()) + "-" + std::to_string(made_++))) {
    std::filesystem::create_directories(folder_);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  inline static int made_ = 0;  // several of a name may stand at once
  std::filesystem::path folder_;
};

}  // namespace mognad::test
