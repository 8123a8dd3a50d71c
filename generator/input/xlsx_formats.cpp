#include "input/xlsx_formats.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "input/xlsx_names.h"
#include "input/xml_path.h"

namespace mognad {
namespace {

/// What stands in a code for itself alone is left out; what is in brackets only counts when it is a length of time.
struct Letters {
  bool date = false;
  bool time = false;
  bool minute_or_month = false;
  bool elapsed = false;
  bool percent = false;

  void take(char c) {
    switch (c) {
      case 'y':
      case 'Y':
      case 'd':
      case 'D': date = true; break;
      case 'h':
      case 'H':
      case 's':
      case 'S': time = true; break;
      case 'm':
      case 'M': minute_or_month = true; break;
      case '%': percent = true; break;
      default: break;
    }
  }
  void take_brackets(std::string_view inside) {
    elapsed |= !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
  }
};

Letters letters_of(std::string_view code) {
  Letters found;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const std::size_t end = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
      if (c == '[') found.take_brackets(code.substr(i + 1, end - i - 1));
      i = end;
    } else {
      found.take(c);
    }
  }
  return found;
}

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class Styles final : public XmlPathHandler {
 public:
  std::vector<CellFormat> formats;

 private:
  void opened(std::string_view path, const XmlAttributes& attributes) override {
    const bool code = path == "/styleSheet/numFmts/numFmt";
    if (!code && path != "/styleSheet/cellXfs/xf") return;
    const int id = number(attributes.text("numFmtId"));
    if (code) {
      codes_[id] = format_of_code(attributes.text("formatCode"));
    } else {
      const auto own = codes_.find(id);
      formats.push_back(own != codes_.end() ? own->second : built_in_format(id));
    }
  }

  std::map<int, CellFormat> codes_;
};

}  // namespace

CellFormat built_in_format(int id) {
  if (id == 9 || id == 10) return CellFormat::percentage;
  if (id >= 18 && id <= 21) return CellFormat::time;
  if (id == 45 || id == 47) return CellFormat::time;
  if (id == 46) return CellFormat::elapsed;
  const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return date ? CellFormat::date : CellFormat::number;
}

CellFormat format_of_code(std::string_view code) {
  if (code.substr(0, 7) == "General") return CellFormat::number;
  const Letters letters = letters_of(code);
  if (letters.elapsed) return CellFormat::elapsed;
  if (letters.date) return CellFormat::date;
  if (letters.time) return CellFormat::time;
  // An "m" alone is a month; beside hours or seconds it is minutes.
  if (letters.minute_or_month) return CellFormat::date;
  return letters.percent ? CellFormat::percentage : CellFormat::number;
}

std::optional<std::vector<CellFormat>> read_formats(std::unique_ptr<ZipPart> styles, Problems& problems) {
  Styles found;
  if (!read_xml(std::move(styles), kSpreadsheetNamespaces, found, problems)) return std::nullopt;
  return std::move(found.formats);
}

}  // namespace mognad
