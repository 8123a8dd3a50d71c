#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;  // from generator/
  int line = 0;
  std::string header;
  bool library = false;

  std::string place() const { return file + ":" + std::to_string(line) + " includes " + header; }
};

struct Source {
  std::string file;
  std::vector<std::string> lines;
};

std::vector<Source> read_sources() {
  std::vector<Source> sources;
  const fs::path root = fs::path(MOGNAD_ROOT) / "generator";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".h" && ending != ".cpp") continue;
    Source source{fs::relative(entry.path(), root).generic_string(), {}};
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) source.lines.push_back(line);
    sources.push_back(std::move(source));
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.file < b.file; });
  return sources;
}

const std::vector<Source>& sources() {
  static const std::vector<Source> all = read_sources();
  return all;
}

std::vector<Include> includes() {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> found;
  for (const Source& source : sources())
    for (std::size_t i = 0; i < source.lines.size(); ++i)
      if (std::smatch match; std::regex_search(source.lines[i], match, pattern))
        found.push_back({source.file, static_cast<int>(i) + 1, match[2], match[1] == "<"});
  return found;
}

/// The first folder of a path; main.cpp is a folder of its own.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find('/');
  if (slash != std::string::npos) return path.substr(0, slash);
  return path == "main.cpp" ? "main" : path;
}

/// Lines of the drawing in ARCHITECTURE.md: a folder uses only folders on lines above its own.
int line_of(const std::string& folder) {
  static const std::vector<std::set<std::string>> kLines{{"base"},
                                                         {"files", "model", "language", "drawing"},
                                                         {"dataset", "text"},
                                                         {"statistics", "charts"},
                                                         {"report"},
                                                         {"layout", "input"},
                                                         {"export", "verification"},
                                                         {"delivery"},
                                                         {"batch"},
                                                         {"commands"},
                                                         {"main"}};
  for (std::size_t i = 0; i < kLines.size(); ++i)
    if (kLines[i].count(folder)) return static_cast<int>(i);
  return -1;
}

struct LibraryRule {
  const char* header;  // how it begins
  std::vector<std::string> places;
};

const std::vector<LibraryRule>& library_rules() {
  static const std::vector<LibraryRule> rules{
      {"fmt/", {""}},
      {"cairo", {"drawing/", "text/", "export/cairo/"}},
      {"pango/", {"text/"}},
      {"glib", {"text/"}},
      {"fontconfig/", {"text/"}},
      {"hyphen.h", {"text/"}},
      {"hb", {"text/", "export/pdf/"}},
      {"hpdf", {"export/pdf/"}},
      {"libdeflate", {"export/pdf/", "export/cairo/png_file", "verification/document"}},
      {"lcms2", {"export/pdf/"}},
      {"ft2build.h", {"verification/font_program"}},
      {"toml++/", {"input/"}},
      {"nlohmann/", {"verification/", "input/", "delivery/mail_plan"}},
      {"librsvg/", {"input/"}},
      {"png.h", {"input/"}},
      {"zip.h", {"input/"}},
      {"expat.h", {"input/"}},
      {"sqlite3.h", {"input/", "delivery/"}},
      {"xlsxwriter", {"export/xlsx/"}},
      {"unicode/", {"language/"}},
      {"boost/", {"statistics/"}},
      {"qpdf/", {"verification/", "delivery/", "export/pdf/"}},
      {"libxml/", {"verification/"}},
      {"sodium", {"files/"}},
      {"openssl/", {"files/"}},
      {"curl/", {"delivery/"}},
      {"gmime/", {"delivery/"}},
      {"CLI/", {"commands/"}},
      {"spdlog/", {"commands/"}},
      {"thread", {"batch/", "commands/"}},
      {"mutex", {"batch/", "files/memory_files", "commands/", "verification/fonts"}},
      {"shared_mutex", {"batch/"}},
      {"condition_variable", {"batch/"}},
      {"future", {"batch/"}},
      {"iostream", {"commands/"}},
      {"fstream", {"files/"}},
      {"filesystem", {"files/", "commands/"}},
      {"chrono", {"batch/", "commands/", "delivery/"}},
      {"ctime", {"batch/", "commands/", "delivery/"}},
      {"unistd.h", {"files/", "commands/"}},
      {"fcntl.h", {"files/"}},
      {"elf.h", {"commands/loaded_libraries"}},
      {"link.h", {"commands/loaded_libraries"}},
      {"dirent.h", {"files/"}},
      {"signal.h", {"files/"}},
      {"sys/resource.h", {"batch/"}},
      {"sys/", {"files/"}},
  };
  return rules;
}

bool begins_in(const std::string& file, const std::vector<std::string>& places) {
  return std::any_of(places.begin(), places.end(), [&](const std::string& place) { return file.rfind(place, 0) == 0; });
}

/// A header of the standard library has neither ending nor folder.
bool is_standard(const std::string& header) { return header.find_first_of("./") == std::string::npos; }

bool is_restricted_standard(const LibraryRule& rule, const std::string& header) {
  return is_standard(header) ? header == rule.header : true;
}

const LibraryRule* rule_for(const std::string& header) {
  for (const LibraryRule& rule : library_rules())
    if (header.rfind(rule.header, 0) == 0 && is_restricted_standard(rule, header)) return &rule;
  return nullptr;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool gives_a_reason(const Source& source) {
  return std::any_of(source.lines.begin(), source.lines.end(), [](const std::string& line) {
    const std::size_t comment = line.find("//");
    return comment != std::string::npos && lower(line.substr(comment)).find("lines") != std::string::npos;
  });
}

}  // namespace

TEST_CASE("Every folder of the program has a place in the order of includes", "[house]") {
  REQUIRE(sources().size() > 50);
  for (const Source& source : sources()) {
    INFO(source.file);
    CHECK(line_of(folder_of(source.file)) >= 0);
  }
}

TEST_CASE("A folder uses only folders above its own", "[house]") {
  for (const Include& include : includes()) {
    if (include.library) continue;
    const std::string from = folder_of(include.file);
    const std::string to = folder_of(include.header);
    INFO(include.place());
    if (from != to) CHECK(line_of(to) < line_of(from));
    CHECK(line_of(to) >= 0);
  }
}

TEST_CASE("Every header that is included stands where it is said to stand", "[house]") {
  for (const Include& include : includes()) {
    if (include.library) continue;
    INFO(include.place());
    CHECK(fs::exists(fs::path(MOGNAD_ROOT) / "generator" / include.header));
  }
}

TEST_CASE("A library appears only in its own folders", "[house]") {
  for (const Include& include : includes()) {
    if (!include.library) continue;
    INFO(include.place());
    const LibraryRule* rule = rule_for(include.header);
    if (rule) CHECK(begins_in(include.file, rule->places));
    else CHECK(is_standard(include.header));
  }
}

TEST_CASE("No source knows the name of a maturity model", "[house]") {
  for (const Source& source : sources())
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      INFO(source.file << ":" << i + 1 << ": " << source.lines[i]);
      CHECK(lower(source.lines[i]).find("dimios") == std::string::npos);
    }
}

TEST_CASE("A header opens with what it is", "[house]") {
  for (const Source& source : sources()) {
    if (source.file.size() < 2 || source.file.substr(source.file.size() - 2) != ".h") continue;
    INFO(source.file);
    REQUIRE_FALSE(source.lines.empty());
    CHECK(source.lines.front().rfind("// ", 0) == 0);
  }
}

TEST_CASE("A file of more than 300 lines says why it stays whole", "[house]") {
  for (const Source& source : sources())
    if (source.lines.size() > 300 && !gives_a_reason(source))
      WARN(source.file << " has " << source.lines.size() << " lines and no comment says why");
  SUCCEED("a warning is enough");
}
