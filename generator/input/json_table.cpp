#include "input/json_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "input/json_row.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr const char* kShapes = "expected a list of objects, a list of lists, or an object with 'columns' and 'values'";

struct Member {
  std::string name;
  JsonSpot value;
  int first = 0;  // byte of the value: '[' of a list
};

/// Takes the byte, or says that it was expected.
bool take_mark(JsonScanner& scanner, char mark, const char* expected) {
  if (scanner.bytes.skip_space() != mark) return scanner.unexpected(expected);
  scanner.bytes.advance();
  return true;
}

class Members {
 public:
  Members(JsonScanner& scanner, Problems& problems) : scanner_(scanner), problems_(scanner.file(), problems) {}

  /// Reads the object at the next byte to its end, and that of the file; false with a problem.
  bool read() {
    scanner_.bytes.advance();
    if (scanner_.bytes.skip_space() != '}') {
      do {
        if (!read_member()) return false;
      } while (next_follows());
    }
    return take_mark(scanner_, '}', "',' or '}'") && ends_file();
  }

  const std::vector<Member>& all() const { return all_; }

  const Member* find(const std::string& name) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [&](const Member& m) { return m.name == name; });
    return found == all_.end() ? nullptr : &*found;
  }

  std::vector<std::string> lists() const {
    std::vector<std::string> names;
    for (const Member& member : all_)
      if (member.first == '[') names.push_back(member.name);
    return names;
  }

 private:
  bool next_follows() {
    if (scanner_.bytes.skip_space() != ',') return false;
    scanner_.bytes.advance();
    return true;
  }

  bool ends_file() {
    return scanner_.bytes.skip_space() == JsonBytes::kEnd ? !scanner_.bytes.failed()
                                                          : scanner_.unexpected("the end of the file");
  }

  bool read_member() {
    if (scanner_.bytes.skip_space() != '"') return scanner_.unexpected("the name of a member in quotes");
    JsonElement name;
    std::vector<JsonCell> cells;
    if (!scanner_.take(name) || !read_json_row(name, problems_, cells)) return false;
    if (find(cells[0].text))
      return scanner_.error(name.start,
                            fmt::format("the member '{}' stands twice in the object", excerpt(cells[0].text)));
    if (!take_mark(scanner_, ':', "':'")) return false;
    const int first = scanner_.bytes.skip_space();
    all_.push_back({std::move(cells[0].text), scanner_.bytes.spot(), first});
    return scanner_.skip();
  }

  JsonScanner& scanner_;
  ProblemGroups problems_;
  std::vector<Member> all_;
};

/// The shape of the rows behind a bracket; an empty list is one of objects.
std::optional<JsonShape> shape_at(JsonScanner& scanner, const JsonSpot& rows) {
  scanner.bytes.go_to(rows);
  scanner.bytes.advance();
  const int first = scanner.bytes.skip_space();
  if (first == '[') return JsonShape::lists;
  if (first == '{' || first == ']') return JsonShape::objects;
  scanner.unexpected("an object or a list");
  return std::nullopt;
}

std::optional<JsonTable> list_at(JsonScanner& scanner, std::optional<std::string> member, const JsonSpot& rows) {
  const auto shape = shape_at(scanner, rows);
  if (!shape) return std::nullopt;
  return JsonTable{*shape, std::move(member), std::nullopt, rows};
}

std::optional<JsonTable> columns_and_values(JsonScanner& scanner, const Member& columns, const Member& values) {
  const auto shape = shape_at(scanner, values.value);
  if (!shape) return std::nullopt;
  if (scanner.bytes.peek() == '{') {
    scanner.unexpected("a list");
    return std::nullopt;
  }
  return JsonTable{JsonShape::columns_and_values, std::nullopt, columns.value, values.value};
}

void refuse_several(JsonScanner& scanner, const TableFile& table, const std::vector<std::string>& lists) {
  std::vector<std::string> quoted;
  for (const std::string& list : lists) quoted.push_back(excerpt(list));
  scanner.error({}, fmt::format("the file holds several lists: '{}'", fmt::join(quoted, "', '")),
                fmt::format("name one in survey.toml: \"{}#{}\"", table.path, quoted[0]));
}

std::optional<JsonTable> choose(JsonScanner& scanner, const Members& members, const TableFile& table) {
  const Member* columns = members.find("columns");
  const Member* values = members.find("values");
  if (table.part.empty() && columns && values && columns->first == '[' && values->first == '[')
    return columns_and_values(scanner, *columns, *values);
  const std::vector<std::string> lists = members.lists();
  const auto among = [&](const std::string& name) {
    return std::find(lists.begin(), lists.end(), name) != lists.end();
  };
  std::string name = !table.part.empty() ? table.part : among(table.role) ? table.role : "";
  if (name.empty() && lists.size() == 1) name = lists[0];
  if (among(name)) return list_at(scanner, name, members.find(name)->value);
  const JsonSpot begin;
  if (!table.part.empty())
    scanner.error(begin, fmt::format("there is no list '{}' in the file", excerpt(table.part)),
                  hint_for(table.part, lists));
  else if (lists.empty()) scanner.error(begin, "the object holds no list of rows", kShapes);
  else refuse_several(scanner, table, lists);
  return std::nullopt;
}

}  // namespace

std::optional<JsonTable> find_json_table(JsonScanner& scanner, const TableFile& table, Problems& problems) {
  const int first = scanner.bytes.skip_space();
  const JsonSpot begin = scanner.bytes.spot();
  if (first == '[' && table.part.empty()) return list_at(scanner, {}, begin);
  if (first == '[') {
    scanner.error(begin, fmt::format("there is no list '{}' in the file", excerpt(table.part)),
                  "the file is one list and has no parts");
    return std::nullopt;
  }
  if (first != '{') {
    scanner.unexpected("'[' or '{'");
    return std::nullopt;
  }
  Members members(scanner, problems);
  if (!members.read()) return std::nullopt;
  return choose(scanner, members, table);
}

}  // namespace mognad
