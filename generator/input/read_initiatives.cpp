#include "input/read_initiatives.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/code_point.h"
#include "input/data_table.h"
#include "input/named_file.h"
#include "input/row_names.h"
#include "input/writable_text.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// An https address of plain ASCII with a host and nobody's name before it.
bool is_link(std::string_view link) {
  constexpr std::string_view kScheme = "https://";
  if (!link.starts_with(kScheme)) return false;
  const std::string_view host = link.substr(kScheme.size(), link.find_first_of("/?#", kScheme.size()) - kScheme.size());
  const auto of_host = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':';
  };
  const auto of_address = [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
  };
  return !host.empty() && host.front() != '.' && host.front() != ':' &&
         std::all_of(host.begin(), host.end(), of_host) && std::all_of(link.begin(), link.end(), of_address);
}

/// A text that stands once, in the column `name`, or in `name.sv`, `name.en` … for each language.
class LocalColumns {
 public:
  LocalColumns(DataTable& table, const std::string& name, const std::vector<LanguageTag>& languages)
      : name_(name), every_(table.find(name)) {
    const std::vector<std::string> head = table.head();
    for (const std::string& column : head)
      if (column.starts_with(name + "."))
        if (const auto found = table.find(column)) columns_[column.substr(name.size() + 1)] = *found;
    if (every_ && columns_.empty()) return;
    // Which of the two is meant can't be known.
    if (every_)
      table.error("both", *every_, fmt::format("there are columns '{0}' and '{0}.{1}'", name, columns_.begin()->first),
                  "one text for every language, or one for each");
    if (columns_.empty()) readable_ = table.require(name).has_value();
    else
      for (const LanguageTag& language : languages)
        readable_ = table.require(name + "." + language).has_value() && readable_;
    languages_ = languages;
  }

  bool readable() const { return readable_; }

  LocalText text(DataTable& table, std::size_t longest) const {
    std::map<LanguageTag, std::string> texts;
    if (every_) texts[LocalText::kEvery] = checked(table, *every_, longest);
    else
      for (const LanguageTag& language : languages_) texts[language] = checked(table, columns_.at(language), longest);
    return texts;
  }

 private:
  std::string checked(DataTable& table, std::size_t column, std::size_t longest) const {
    std::string text = normalised(table.field(column));
    const std::size_t length = count_characters(text);
    if (text.find_first_not_of(' ') == std::string::npos)
      table.error("no " + name_, column, fmt::format("the initiative has no {}", excerpt(table.head()[column])),
                  "expected a text of one line");
    else if (text.find_first_of("\r\n\t") != std::string::npos)
      table.error("lines of " + name_, column, fmt::format("'{}' holds a line break or a tab", excerpt(text)),
                  "expected a text of one line");
    else if (length > longest)
      table.error("long " + name_, column, fmt::format("'{}' has {} characters", excerpt(text), length),
                  fmt::format("a page has room for {}", longest));
    else if (const auto fault = fault_of(text, name_, longest))
      table.error(fault->kind, column, fault->message, fault->hint);
    return text;
  }

  std::string name_;
  std::optional<std::size_t> every_;
  std::map<LanguageTag, std::size_t> columns_;
  std::vector<LanguageTag> languages_;
  bool readable_ = true;
};

std::string link_of(DataTable& table, std::optional<std::size_t> column) {
  if (!column || table.field(*column).empty()) return {};
  std::string link = normalised(table.field(*column));
  if (link.size() > kLongestLink || !is_link(link))
    table.error("link", *column, fmt::format("'{}' is not a link to a page", excerpt(link)),
                fmt::format("expected an address of at most {} characters that begins with 'https://', letters of "
                            "other than a to z encoded, or nothing",
                            kLongestLink));
  return link;
}

void read_rows(const Survey& survey, const Model& model, DataTable table, Dataset& dataset) {
  const auto organisation = table.require("organisation");
  const auto node = table.require("node");
  const LocalColumns title(table, "title", survey.languages);
  const LocalColumns text(table, "text", survey.languages);
  const auto link = table.find("link");
  if (!organisation || !node || !title.readable() || !text.readable()) return;
  table.refuse_other_columns();
  std::map<std::tuple<OrganisationIndex, NodeIndex, std::string>, int> lines;
  while (table.next()) {
    const std::string code = normalised(table.field(*organisation));
    const OrganisationIndex who = known_organisation(table, *organisation, code, dataset);
    const NodeIndex strengthened = known_node(table, *node, model, Level::category);
    Initiative initiative{
        who,           {}, title.text(table, kLongestTitle), text.text(table, kLongestInitiative), link_of(table, link),
        table.place(0)};
    if (who < 0 || strengthened == kNoNode) continue;
    initiative.node = model.node(strengthened).id;
    const auto [first, added] =
        lines.emplace(std::tuple(who, strengthened, initiative.title.in(survey.languages.front())), table.line());
    if (!added)
      table.error("twice", *organisation,
                  fmt::format("this initiative stands in the file already, in line {}", first->second),
                  "remove one of the rows or give it another title");
    dataset.initiatives.push_back(std::move(initiative));
  }
  table.done();
}

}  // namespace

void read_initiatives(const Survey& survey, const Model& model, const Files& files, Dataset& dataset,
                      Problems& problems) {
  if (survey.initiatives_path.empty()) return;
  auto table = open_table(survey.initiatives_path, "files.initiatives", survey, files, dataset, problems);
  if (!table) return;
  read_rows(survey, model, std::move(*table), dataset);
  const auto key = [&](const Initiative& i) {
    return std::tuple(model.find(i.node), i.organisation, i.title.in(survey.languages.front()));
  };
  std::sort(dataset.initiatives.begin(), dataset.initiatives.end(),
            [&](const Initiative& a, const Initiative& b) { return key(a) < key(b); });
}

}  // namespace mognad
