#include "input/read_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/named_choice.h"
#include "input/table_reader.h"
#include "input/theme_checks.h"
#include "input/whole_file.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

template <class Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

class ThemeReader {
 public:
  ThemeReader(const TomlValue& root, Problems& problems) : root_(root, "", problems) {}

  Theme read() {
    theme_.name = root_.text("name");
    theme_.font_folders = root_.texts("font_folders");
    TableReader fonts = root_.table("fonts");
    for (const std::string& name : fonts.keys()) theme_.fonts.push_back({name, fonts.text(name)});
    read_colours();
    TableReader ramps = root_.table("ramps");
    theme_.ramps = {read_ramp(ramps, "heat"), read_ramp(ramps, "answers")};
    ramps.finish();
    TableReader text = root_.table("text");
    for (std::size_t i = 0; i < kTextRoleNames.size(); ++i) theme_.styles[i] = read_style(text, kTextRoleNames[i]);
    text.finish();
    root_.finish();
    return std::move(theme_);
  }

 private:
  void read_colours() {
    TableReader colours = root_.table("colours");
    for (const ColourName& entry : kColourNames) {
      const std::string text = colours.text(entry.name);
      const auto colour = parse_colour(text);
      if (!colour && !text.empty())
        colours.error(entry.name, fmt::format("'{}' is not a colour", text), "write it as \"#RRGGBB\"");
      theme_.colours.*entry.member = colour.value_or(Colour{});
    }
    colours.finish();
  }

  static Ramp read_ramp(TableReader& table, const char* key) {
    Ramp ramp{};
    const std::vector<std::string> texts = table.texts(key);
    if (texts.size() != ramp.size())
      table.error(key, fmt::format("the ramp '{}' has {} colours, expected {}", key, texts.size(), ramp.size()),
                  "from the lightest to the darkest");
    for (std::size_t i = 0; i < std::min(texts.size(), ramp.size()); ++i) {
      const auto colour = parse_colour(texts[i]);
      if (!colour) table.error(key, fmt::format("'{}' is not a colour", texts[i]), "write it as \"#RRGGBB\"");
      ramp[i] = colour.value_or(Colour{});
    }
    return ramp;
  }

  TextStyle read_style(TableReader& text, std::string_view role) {
    TableReader table = text.table(role);
    TextStyle style;
    const std::string font = table.text("font");
    std::vector<std::string> fonts;
    for (const FontChoice& choice : theme_.fonts) fonts.push_back(choice.name);
    if (const auto index = index_of(fonts, font)) style.font = static_cast<int>(*index);
    else if (!font.empty()) table.error("font", fmt::format("no font has the name '{}'", font), hint_for(font, fonts));
    style.size = table.number_or("size", 11, 4, 200);
    style.leading = table.number_or("leading", style.size * 1.5, 4, 300);
    style.tracking = table.number_or("tracking", 0, -10, 10);
    style.colour = read_colour_name(table);
    table.finish();
    return style;
  }

  Colour read_colour_name(TableReader& table) {
    const std::string name = table.text_or("colour", "ink");
    std::vector<std::string> names;
    for (const ColourName& entry : kColourNames) {
      if (entry.name == name) return theme_.colours.*entry.member;
      names.emplace_back(entry.name);
    }
    table.error("colour", fmt::format("no colour has the name '{}'", name), hint_for(name, names));
    return {};
  }

  TableReader root_;
  Theme theme_;
};

Language read_language_table(const TomlValue& value, Problems& problems) {
  TableReader root(value, "", problems);
  Language language;
  language.tag = root.text("tag");
  language.locale = root.text("locale");
  language.document_tag = root.text("document_tag");
  language.hyphenation = root.text_or("hyphenation", "");
  language.hyphenation_folders = root.texts("hyphenation_folders");
  language.hyphenate_left = static_cast<int>(root.integer_or("hyphenate_left", 2, 1, 9));
  language.hyphenate_right = static_cast<int>(root.integer_or("hyphenate_right", 3, 1, 9));
  language.date_pattern = root.text("date_pattern");
  language.counts = root.texts("counts");
  TableReader genitive = root.table("genitive");
  language.genitive.suffix = genitive.text("suffix");
  language.genitive.unchanged_after = genitive.texts("unchanged_after");
  genitive.finish();
  for (TableReader& share : root.tables("shares")) {
    language.shares.push_back({share.number_or("share", 0, 0, 1), share.text("words")});
    share.finish();
  }
  TableReader patterns = root.table("patterns");
  for (const std::string& section : patterns.keys()) {
    TableReader table = patterns.table(section);
    for (const std::string& key : table.keys()) {
      const std::string pattern = table.text(key);
      if (const auto wrong = pattern_error(pattern, language.locale))
        table.error(key, fmt::format("'{}.{}' is not an ICU message: {}", section, key, *wrong),
                    "check the braces; a plural needs a form called 'other'");
      language.patterns[fmt::format("{}.{}", section, key)] = pattern;
    }
  }
  root.finish();
  return language;
}

}  // namespace

Result<Template> read_template(const std::string& path, const std::vector<LanguageTag>& languages, const Files& files,
                               const InputLimits& limits) {
  Problems problems;
  const auto value =
      read_toml_file(path, files, limits, "survey.toml names the template under 'files.template'").take(problems);
  if (!value) return problems;
  TableReader root(*value, "", problems);
  Template result;
  for (TableReader& section : root.tables("section")) {
    const std::size_t kind = named_choice(section, "kind", section.text("kind"), kSectionKindNames, "section");
    SectionChoice choice{static_cast<SectionKind>(kind), section.local("title", languages), {}, {}};
    choice.message =
        choice.kind == SectionKind::text ? section.local("message", languages) : section.local_or("message", languages);
    choice.paragraphs = section.locals("paragraphs", languages);
    if (choice.kind == SectionKind::text && choice.paragraphs.empty())
      section.error("paragraphs", "a section of text needs paragraphs", "[[section.paragraphs]] with a text each");
    result.sections.push_back(std::move(choice));
    section.finish();
  }
  if (result.sections.empty()) root.error("section", "the template has no [[section]]");
  root.finish();
  if (has_errors(problems)) return problems;
  return {std::move(result), std::move(problems)};
}

Result<Theme> read_theme(const std::string& path, const Files& files, const InputLimits& limits) {
  Problems problems;
  const auto value =
      read_toml_file(path, files, limits, "survey.toml names the theme under 'files.theme'").take(problems);
  if (!value) return problems;
  Theme theme = ThemeReader(*value, problems).read();
  if (has_errors(problems)) return problems;
  if (Problems failures = check_theme(theme, *value); has_errors(failures)) return failures;
  return {std::move(theme), std::move(problems)};
}

Result<Language> read_language(const std::string& path, const Files& files) {
  Problems problems;
  const auto value =
      read_toml_file(path, files, {},
                     "survey.toml names the languages under 'languages'; each has a file in templates/languages")
          .take(problems);
  if (!value) return problems;
  Language language = read_language_table(*value, problems);
  if (has_errors(problems)) return problems;
  return {std::move(language), std::move(problems)};
}

}  // namespace mognad
