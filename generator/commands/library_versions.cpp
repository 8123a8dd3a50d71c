#include "commands/library_versions.h"

#include <fmt/format.h>

#include <CLI/Version.hpp>
#include <algorithm>
#include <array>
#include <cctype>

#include "delivery/library_versions.h"
#include "drawing/library_versions.h"
#include "export/pdf/library_versions.h"
#include "export/xlsx/library_versions.h"
#include "files/library_versions.h"
#include "input/library_versions.h"
#include "language/library_versions.h"
#include "statistics/library_versions.h"
#include "text/library_versions.h"
#include "verification/library_versions.h"

/// The allocator is linked to the program alone, and to no test: there this is null.
extern "C" [[gnu::weak]] int mi_version();

namespace mognad {
namespace {

constexpr std::array kFolders{
    versions_of_hashing, versions_of_languages, versions_of_drawing,   versions_of_setting,      versions_of_statistics,
    versions_of_reading, versions_of_pdf,       versions_of_workbooks, versions_of_verification, versions_of_delivery};

/// 80100 is 8.1.0, of {fmt}; `step` is 100 there, and 10 for the allocator's 209.
std::string of_number(int version, int step) {
  return fmt::format("{}.{}.{}", version / (step * step), version / step % step, version % step);
}

LibraryVersions versions_of_program() {
  LibraryVersions all{{"CLI11", CLI11_VERSION}, {"fmt", of_number(FMT_VERSION, 100)}};
  if (mi_version) all.push_back({"mimalloc", of_number(mi_version(), 10)});
  return all;
}

/// Letters alike, large or small: "fmt" stands before "FreeType".
bool is_before(const LibraryVersion& a, const LibraryVersion& b) {
  const auto less = [](unsigned char x, unsigned char y) { return std::tolower(x) < std::tolower(y); };
  return std::lexicographical_compare(a.name.begin(), a.name.end(), b.name.begin(), b.name.end(), less);
}

}  // namespace

LibraryVersions library_versions() {
  LibraryVersions all = versions_of_program();
  for (const auto versions : kFolders)
    for (LibraryVersion& library : versions()) all.push_back(std::move(library));
  std::sort(all.begin(), all.end(), is_before);
  return all;
}

std::string version_text() {
  std::string text = "mognad " MOGNAD_VERSION;
  for (const LibraryVersion& library : library_versions())
    text += fmt::format("\n  {} {}", library.name, library.version);
  return text;
}

}  // namespace mognad
