#include "input/read_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/edit_distance.h"
#include "input/table_reader.h"

namespace mognad {
namespace {

std::optional<TomlValue> read_toml(const std::string& path, const char* where, const Files& files, Problems& problems) {
  const auto text = files.read(path).take(problems);
  if (!text) problems.back().hint = where;
  return text ? parse_toml(*text, path).take(problems) : std::nullopt;
}

template <class Names>
std::vector<std::string> as_strings(const Names& names) {
  return {names.begin(), names.end()};
}

template <class Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

class ThemeReader {
 public:
  ThemeReader(const TomlValue& root, Problems& problems) : root_(root, "", problems), problems_(problems) {}

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
    if (!has_errors(problems_)) check_contrasts();
    if (!has_errors(problems_)) check_styles();
    if (!has_errors(problems_)) {
      check_ramp("heat", theme_.ramps.heat);
      check_ramp("answers", theme_.ramps.answers);
    }
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

  void check_contrasts() {
    const Colours& c = theme_.colours;
    struct Pair {
      const char* front;
      Colour a;
      const char* back;
      Colour b;
      double least;
    };
    const Pair pairs[] = {
        {"ink", c.ink, "paper", c.paper, 4.5},
        {"ink_2", c.ink_2, "paper", c.paper, 4.5},
        {"ink_3", c.ink_3, "paper", c.paper, 4.5},
        {"accent", c.accent, "paper", c.paper, 4.5},
        {"accent", c.accent, "tint", c.tint, 4.5},
        {"ink_2", c.ink_2, "tint", c.tint, 4.5},
        {"copper", c.copper, "paper", c.paper, 4.5},
        {"copper", c.copper, "copper_tint", c.copper_tint, 4.5},
        {"paper", c.paper, "accent", c.accent, 4.5},
        {"paper", c.paper, "deep", c.deep, 4.5},
        {"deep_text", c.deep_text, "deep", c.deep, 4.5},
        {"dot", c.dot, "paper", c.paper, 3},
        {"dot", c.dot, "tint", c.tint, 3},
        {"mark", c.mark, "paper", c.paper, 3},
        {"deep_dot", c.deep_dot, "deep", c.deep, 3},
        {"deep_line", c.deep_line, "deep", c.deep, 3},
    };
    for (const Pair& pair : pairs)
      if (const double ratio = contrast(pair.a, pair.b); ratio < pair.least)
        problems_.push_back(error_at(root_.place_of("colours"),
                                     fmt::format("'{}' on '{}' has a contrast of {:.2f}:1, expected at least {}:1",
                                                 pair.front, pair.back, ratio, pair.least),
                                     "WCAG 2.1 asks 4.5:1 of text and 3:1 of marks"));
  }

  /// What text of a role stands on.
  std::pair<const char*, Colour> ground_of(TextRole role) const {
    const Colours& c = theme_.colours;
    switch (role) {
      case TextRole::cover_edition:
      case TextRole::cover_name:
      case TextRole::cover_name_2:
      case TextRole::cover_name_3:
      case TextRole::cover_reader: return {"accent", c.accent};
      case TextRole::cover_own:
      case TextRole::cover_axis: return {"deep", c.deep};
      case TextRole::example: return {"copper_tint", c.copper_tint};
      default: return {"paper", c.paper};
    }
  }

  void check_styles() {
    for (int i = 0; i < kTextRoles; ++i) {
      const auto [ground, colour] = ground_of(static_cast<TextRole>(i));
      const double ratio = contrast(theme_.styles[static_cast<std::size_t>(i)].colour, colour);
      if (ratio >= 4.5) continue;
      const std::string_view role = kTextRoleNames[static_cast<std::size_t>(i)];
      problems_.push_back(
          error_at(root_.place_of("text"),
                   fmt::format("the text style '{}' on '{}' has a contrast of {:.2f}:1, expected at least 4.5:1", role,
                               ground, ratio),
                   "choose a darker colour on paper, a lighter one on the cover"));
    }
  }

  /// Numbers must be read on every colour, and the order of the colours in a grey print.
  void check_ramp(const char* key, const Ramp& ramp) {
    const Colour paper = theme_.colours.paper;
    for (std::size_t i = 0; i < ramp.size(); ++i) {
      const double ratio = std::max(contrast(ramp[i], theme_.colours.ink), contrast(ramp[i], paper));
      if (ratio < 4.5)
        problems_.push_back(error_at(
            root_.place_of("ramps"),
            fmt::format(
                "on colour {} of the ramp '{}' neither 'ink' nor 'paper' has more contrast than {:.2f}:1, expected "
                "4.5:1",
                i + 1, key, ratio),
            "a number stands on every colour"));
      if (i > 0 && contrast(ramp[i], paper) <= contrast(ramp[i - 1], paper))
        problems_.push_back(
            error_at(root_.place_of("ramps"),
                     fmt::format("colour {} of the ramp '{}' is not darker than the one before", i + 1, key),
                     "in a grey print only lightness keeps the order"));
    }
  }

  TableReader root_;
  Problems& problems_;
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

Result<Template> read_template(const std::string& path, const std::vector<LanguageTag>& languages, const Files& files) {
  Problems problems;
  const auto value = read_toml(path, "survey.toml names the template under 'files.template'", files, problems);
  if (!value) return problems;
  TableReader root(*value, "", problems);
  Template result;
  const std::vector<std::string> kinds = as_strings(kSectionKindNames);
  for (TableReader& section : root.tables("section")) {
    const std::string name = section.text("kind");
    const auto index = index_of(kinds, name);
    if (!index && !name.empty())
      section.error("kind", fmt::format("unknown section '{}'", name), hint_for(name, kinds));
    result.sections.push_back({static_cast<SectionKind>(index.value_or(0)), section.local("title", languages)});
    section.finish();
  }
  if (result.sections.empty()) root.error("section", "the template has no [[section]]");
  root.finish();
  if (has_errors(problems)) return problems;
  return {std::move(result), std::move(problems)};
}

Result<Theme> read_theme(const std::string& path, const Files& files) {
  Problems problems;
  const auto value = read_toml(path, "survey.toml names the theme under 'files.theme'", files, problems);
  if (!value) return problems;
  Theme theme = ThemeReader(*value, problems).read();
  if (has_errors(problems)) return problems;
  return {std::move(theme), std::move(problems)};
}

Result<Language> read_language(const std::string& path, const Files& files) {
  Problems problems;
  const auto value =
      read_toml(path, "survey.toml names the languages under 'languages'; each has a file in templates/languages",
                files, problems);
  if (!value) return problems;
  Language language = read_language_table(*value, problems);
  if (has_errors(problems)) return problems;
  return {std::move(language), std::move(problems)};
}

}  // namespace mognad
