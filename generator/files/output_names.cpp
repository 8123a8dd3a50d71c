#include "files/output_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "files/sha256.h"

namespace mognad {
namespace {

constexpr std::string_view kWorkbook = "tables";

/// ASCII letters for U+00C0 to U+017F, a letter each; '-' has none. æ and œ, ð and þ are known by their first letter.
constexpr std::string_view kPlain =
    "aaaaaaaceeeeiiiidnooooo-ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Microsoft, "Naming files, paths, and namespaces".
bool is_device(std::string_view name) {
  constexpr std::string_view kDevices[] = {"con", "prn", "aux", "nul"};
  if (std::find(std::begin(kDevices), std::end(kDevices), name) != std::end(kDevices)) return true;
  return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '0' && name[3] <= '9';
}

/// `stem`, or its beginning and a hash of what it was made from.
std::string bounded(std::string stem, std::string_view made_from) {
  constexpr std::size_t kHash = 8;
  if (stem.size() <= kLongestStem) return stem;
  stem.resize(kLongestStem - kHash - 1);
  while (stem.back() == '-') stem.pop_back();
  return fmt::format("{}-{}", stem, sha256_hex(made_from).substr(0, kHash));
}

std::string stem_of(std::string_view first, std::string_view second) {
  return bounded(fmt::format("{}-{}", slug(first), slug(second)), fmt::format("{}\n{}", first, second));
}

}  // namespace

std::string slug(std::string_view utf8) {
  std::string text;
  const auto add = [&](char c) {
    if (c != '-' || (!text.empty() && text.back() != '-')) text += c;
  };
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 'A' && byte <= 'Z') add(static_cast<char>(byte + 32));
    else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) add(static_cast<char>(byte));
    else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < utf8.size()) {
      const unsigned code = (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(utf8[++i]) & 0x3Fu);
      add(kPlain[code - 0xC0]);
    } else if (byte < 0x80 || byte >= 0xC0) add('-');
  }
  while (!text.empty() && text.back() == '-') text.pop_back();
  if (text.empty()) return "organisation";
  return bounded(is_device(text) ? "x" + text : text, utf8);
}

std::string report_name(std::string_view code, std::string_view name, std::string_view language) {
  return fmt::format("reports/{}.{}.pdf", stem_of(code, name), language);
}

std::string group_report_name(std::string_view type, std::string_view name, std::string_view language,
                              std::string_view ending) {
  return fmt::format("{}/{}.{}.{}", kGroupsFolder, stem_of(name, type), language, ending);
}

std::string figure_name(std::string_view code, std::string_view name, std::string_view language, int number,
                        std::string_view section, std::string_view ending) {
  return fmt::format("figures/{}.{}/{:02}-{}.{}", stem_of(code, name), language, number, section, ending);
}

std::string report_page_name(std::string_view code, std::string_view name, std::string_view language) {
  return fmt::format("reports/{}.{}.html", stem_of(code, name), language);
}

std::string national_figure_name(std::string_view figure, std::string_view language, std::string_view ending) {
  return fmt::format("{}/{}.{}.{}", kFiguresFolder, figure, language, ending);
}

std::string status_report_name(std::string_view language, std::string_view ending) {
  return fmt::format("status-report.{}.{}", language, ending);
}

std::string workbook_name(std::string_view language, std::string_view first_language) {
  return language == first_language ? fmt::format("{}.xlsx", kWorkbook)
                                    : fmt::format("{}.{}.xlsx", kWorkbook, language);
}

std::string changes_name(std::string_view language) {
  return fmt::format("{}/changes.{}.csv", kFiguresFolder, language);
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/')) return std::string(name);
  return folder.ends_with('/') ? fmt::format("{}{}", folder, name) : fmt::format("{}/{}", folder, name);
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

}  // namespace mognad
