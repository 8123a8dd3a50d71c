#include <array>
#include <string_view>

#include "input/open_rows.h"

namespace mognad {
namespace {

using namespace std::string_view_literals;

// MS-CFB 2.6.1: entries of the directory have 128 bytes each, at a multiple of that, and begin with a name in UTF-16.
constexpr std::size_t kEntryBytes = 128;

struct Content {
  std::u16string_view entry;
  const char* what;
  const char* hint;
};

constexpr std::array kContents{
    Content{u"EncryptedPackage"sv, "the workbook is protected with a password", "save it without a password"},
    Content{u"Workbook"sv, "the file is a workbook of Excel 97–2003, expected XLSX", "save it as XLSX"},
    Content{u"Book"sv, "the file is a workbook of Excel 5–95, expected XLSX", "save it as XLSX"}};
constexpr Content kOther{u""sv, "the file is an OLE2 file without a workbook, expected XLSX",
                         "name the workbook itself"};

bool is_entry(const char* bytes, std::u16string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i)
    if (bytes[2 * i] != static_cast<char>(name[i]) || bytes[2 * i + 1] != 0) return false;
  return bytes[2 * name.size()] == 0 && bytes[2 * name.size() + 1] == 0;
}

/// The first of the contents that any entry names.
Content content_of(const FileReader& file, Problems& problems) {
  std::size_t best = kContents.size();
  std::array<char, 512 * kEntryBytes> block{};
  for (std::uint64_t at = 0; at < file.size(); at += block.size()) {
    const auto got = file.read_at(at, block).take(problems);
    if (!got) break;
    for (std::size_t entry = 0; entry + kEntryBytes <= *got; entry += kEntryBytes)
      for (std::size_t i = 0; i < best; ++i)
        if (is_entry(block.data() + entry, kContents[i].entry)) best = i;
  }
  return best < kContents.size() ? kContents[best] : kOther;
}

}  // namespace

std::unique_ptr<RowSource> refuse_compound_file(TableInput input) {
  const Content content = content_of(*input.file, input.problems);
  input.problems.push_back(error_at({input.table.path}, content.what, content.hint));
  return nullptr;
}

}  // namespace mognad
