#include "input/read_publication.h"

#include <map>

#include "files/output_names.h"
#include "input/named_choice.h"
#include "input/tile_grid.h"
#include "input/whole_file.h"

namespace mognad {
namespace {

bool needs_group(FigureKind kind) { return kind == FigureKind::groups || kind == FigureKind::tile_map; }

/// Of names that must be different: the second of two alike is told with the line of the first.
class UniqueNames {
 public:
  explicit UniqueNames(std::string_view where) : where_(where) {}

  void add(TableReader& table, std::string_view key, const std::string& name, const Place& place) {
    if (name.empty()) return;
    const auto [first, is_new] = seen_.try_emplace(name, place);
    if (is_new) return;
    table.error_at_place(place, fmt::format("'{}' stands twice {}", excerpt(name), where_),
                         fmt::format("'{}' in line {} has it already", key, first->second.line));
  }

 private:
  std::string_view where_;
  std::map<std::string, Place> seen_;
};

class FigureReader {
 public:
  FigureReader(TableReader& table, const std::vector<LanguageTag>& languages) : table_(table), languages_(languages) {}

  FigureChoice read() {
    choice_.place = table_.place();
    const std::string kind = table_.text("kind");
    choice_.kind = static_cast<FigureKind>(named_choice(table_, "kind", kind, kFigureKindNames, "kind of figure"));
    kind_known_ = !kind.empty() && kind == kFigureKindNames[static_cast<std::size_t>(choice_.kind)];
    read_name();
    const std::string size = table_.text_or("size", std::string(kFigureSizeNames[1]));
    choice_.size = static_cast<FigureSize>(named_choice(table_, "size", size, kFigureSizeNames, "size"));
    read_types();
    read_group();
    choice_.title = table_.local_or("title", languages_);
    read_tiles();
    table_.finish();
    return std::move(choice_);
  }

 private:
  void read_name() {
    choice_.name = table_.text("name");
    if (choice_.name.empty() || slug(choice_.name) == choice_.name) return;
    table_.error("name", fmt::format("'{}' can't name files", excerpt(choice_.name)),
                 fmt::format("lower-case letters, digits and hyphens, such as \"{}\"", slug(choice_.name)));
  }

  void read_types() {
    choice_.type = table_.text_or("type", "");
    choice_.each_type = table_.flag_or("each_type", false);
    if (choice_.each_type && !choice_.type.empty())
      table_.error("type", "'type' stands beside 'each_type'", "choose one type, or a figure for each");
  }

  void read_group() {
    choice_.group = table_.text_or("group", "");
    choice_.called = table_.local_or("called", languages_);
    const std::string_view kind = kFigureKindNames[static_cast<std::size_t>(choice_.kind)];
    if (!kind_known_) return;
    if (needs_group(choice_.kind) && choice_.group.empty())
      table_.error("group", fmt::format("a figure of the kind '{}' needs 'group'", kind),
                   "the id of one of the survey's peer_groups");
    if (needs_group(choice_.kind)) return;
    for (const char* key : {"group", "called"})
      if (table_.has(key))
        table_.error(key, fmt::format("a figure of the kind '{}' has no '{}'", kind, key),
                     "it belongs to 'groups' and 'tile_map'");
  }

  void read_tiles() {
    if (choice_.kind == FigureKind::tile_map) choice_.tiles = read_tile_grid(table_, languages_);
    else if (kind_known_)
      for (const char* key : {"grid", "tiles"})
        if (table_.value(key))
          table_.error(key, fmt::format("'{}' stands in a figure that is no map", key), "it belongs to 'tile_map'");
    if (!kind_known_)  // whatever they were meant for
      for (const char* key : {"grid", "tiles"}) table_.value(key);
  }

  TableReader& table_;
  const std::vector<LanguageTag>& languages_;
  bool kind_known_ = false;
  FigureChoice choice_;
};

/// The sections of the status report, which share what the figures are called.
class StatusReader {
 public:
  StatusReader(const std::vector<LanguageTag>& languages, const FigureTemplate& figures) : languages_(languages) {
    for (const FigureChoice& figure : figures.figures) names_.push_back(figure.name);
  }

  StatusSectionChoice read(TableReader& table) {
    StatusSectionChoice choice;
    choice.place = table.place();
    const std::string kind = table.text("kind");
    choice.kind = static_cast<StatusSectionKind>(named_choice(table, "kind", kind, kStatusSectionKindNames, "section"));
    const bool text = choice.kind == StatusSectionKind::text;
    choice.title = table.local("title", languages_);
    choice.message = text ? table.local("message", languages_) : table.local_or("message", languages_);
    choice.paragraphs = table.locals("paragraphs", languages_);
    if (text && choice.paragraphs.empty())
      table.error("paragraphs", "a section of text needs paragraphs", "[[section.paragraphs]] with a text each");
    choice.figures = figures(table, choice.kind);
    table.finish();
    return choice;
  }

 private:
  std::vector<std::string> figures(TableReader& table, StatusSectionKind kind) {
    const TomlValue* list = table.value("figures");
    std::vector<std::string> chosen = table.texts("figures");
    const bool shows = kind == StatusSectionKind::figures || kind == StatusSectionKind::editions;
    if (kind != StatusSectionKind::figures) {
      // A summary says the findings of the figures that it names, and tables hold their numbers; they are shown
      // elsewhere.
      if (list && !shows && kind != StatusSectionKind::summary && kind != StatusSectionKind::tables)
        table.error("figures", "'figures' stands in a section that shows none",
                    "it belongs to 'figures', 'editions', to 'summary' for whose findings it says, and to 'tables'");
    } else if (chosen.empty() && !(list && list->kind != TomlValue::Kind::array)) {
      table.error("figures", "a section of figures names none", "figures = [\"result\", \"matrix\"]");
    }
    for (std::size_t i = 0; list && i < chosen.size() && i < list->items.size(); ++i) {
      check(table, chosen[i], list->items[i].place);
      if (shows) shown_.add(table, "figures", chosen[i], list->items[i].place);
    }
    return chosen;
  }

  void check(TableReader& table, const std::string& name, const Place& place) {
    if (std::find(names_.begin(), names_.end(), name) == names_.end())
      table.error_at_place(place, fmt::format("figures.toml has no figure '{}'", excerpt(name)),
                           hint_for(name, names_));
  }

  const std::vector<LanguageTag>& languages_;
  std::vector<std::string> names_;
  UniqueNames shown_{"among the figures of sections"};
};

}  // namespace

Result<FigureTemplate> read_figure_template(const std::string& path, const std::vector<LanguageTag>& languages,
                                            const Files& files, const InputLimits& limits) {
  Problems problems;
  const auto value =
      read_toml_file(path, files, limits, "survey.toml names the figures under 'files.figures'").take(problems);
  if (!value) return problems;
  TableReader root(*value, "", problems);
  FigureTemplate result;
  UniqueNames names("among the names of figures");
  for (TableReader& table : root.tables("figure")) {
    result.figures.push_back(FigureReader(table, languages).read());
    names.add(table, "name", result.figures.back().name, table.place_of("name"));
  }
  if (result.figures.empty())
    root.error("figure", "the template has no [[figure]]", "one for each figure, with 'kind' and 'name'");
  root.finish();
  if (has_errors(problems)) return problems;
  return {std::move(result), std::move(problems)};
}

Result<StatusTemplate> read_status_template(const std::string& path, const std::vector<LanguageTag>& languages,
                                            const FigureTemplate& figures, const Files& files,
                                            const InputLimits& limits) {
  Problems problems;
  const auto value =
      read_toml_file(path, files, limits, "survey.toml names the status report under 'files.status_report'")
          .take(problems);
  if (!value) return problems;
  TableReader root(*value, "", problems);
  StatusTemplate result;
  result.title = root.local("title", languages);
  result.subtitle = root.local_or("subtitle", languages);
  StatusReader reader(languages, figures);
  for (TableReader& table : root.tables("section")) result.sections.push_back(reader.read(table));
  if (result.sections.empty())
    root.error("section", "the template has no [[section]]", "one for each section, with 'kind' and 'title'");
  root.finish();
  if (has_errors(problems)) return problems;
  return {std::move(result), std::move(problems)};
}

}  // namespace mognad
