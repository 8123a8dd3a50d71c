#include "input/theme_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/colour_vision.h"

namespace mognad {
namespace {

/// WCAG 2.1, 1.4.3 and 1.4.11.
constexpr double kText = 4.5;
constexpr double kMark = 3;

struct Ground {
  std::string_view front;
  std::string_view back;
  double least;  // contrast ratio
};

/// Wherever the pages put one on the other.
constexpr Ground kGrounds[] = {
    {"ink", "paper", kText},      {"ink_2", "paper", kText},        {"ink_3", "paper", kText},
    {"accent", "paper", kText},   {"accent", "tint", kText},        {"ink_2", "tint", kText},
    {"copper", "paper", kText},   {"copper", "copper_tint", kText}, {"paper", "deep", kText},
    {"deep_text", "deep", kText}, {"dot", "paper", kMark},          {"dot", "tint", kMark},
    {"mark", "paper", kMark},     {"deep_dot", "deep", kMark},      {"deep_line", "deep", kMark},
};

/// Neighbours in a ramp, and all marks in a grey print, must differ by so much lightness.
constexpr double kStep = 5;
constexpr double kGreyStep = 10;

/// Marks of different meaning that stand side by side.
struct Pair {
  std::string_view one;
  std::string_view other;
  double least;          // ΔE*ab
  double least_in_grey;  // of lightness; 0 where sign, side and number say the same
};

constexpr Pair kPairs[] = {
    {"accent", "dot", 20, kGreyStep},      // the own organisation among its peers
    {"accent", "ink", 12, kGreyStep},      // own line and median, which differ in width and have labels
    {"accent", "copper", 20, 0},           // above and below the median
    {"copper", "ink", 20, kGreyStep},      // below the median, and the median
    {"dot", "ink", 20, kGreyStep},         // peers and their median
    {"paper", "deep_dot", 20, kGreyStep},  // the same on the cover
};

class ThemeChecks {
 public:
  ThemeChecks(const Theme& theme, const TomlValue& file) : theme_(theme), file_(file) {}

  Problems run() {
    check_grounds();
    check_styles();
    check_pairs();
    check_ramp("heat", theme_.ramps.heat);
    check_ramp("answers", theme_.ramps.answers);
    check_middle();
    return std::move(problems_);
  }

 private:
  Colour colour(std::string_view name) const {
    for (const ColourName& entry : kColourNames)
      if (entry.name == name) return theme_.colours.*entry.member;
    return {};
  }

  Place place(std::string_view table, std::string_view key) const {
    const TomlValue* found = file_.find(table);
    const TomlValue* value = found ? found->find(key) : nullptr;
    return value ? value->place : found ? found->place : file_.place;
  }

  Place place_of_step(std::string_view ramp, std::size_t index) const {
    const TomlValue* ramps = file_.find("ramps");
    const TomlValue* value = ramps ? ramps->find(ramp) : nullptr;
    return value && index < value->items.size() ? value->items[index].place : place("ramps", ramp);
  }

  void problem(Place at, std::string message, std::string hint) {
    problems_.push_back(error_at(std::move(at), std::move(message), std::move(hint)));
  }

  void check_grounds() {
    for (const auto& [front, back, least] : kGrounds)
      if (const double ratio = contrast(colour(front), colour(back)); ratio < least)
        problem(
            place("colours", front),
            fmt::format("'{}' on '{}' has a contrast of {:.2f}:1, expected at least {}:1", front, back, ratio, least),
            "WCAG 2.1 asks 4.5:1 of text and 3:1 of marks");
  }

  /// What text of a role stands on.
  static std::string_view ground_of(TextRole role) {
    switch (role) {
      case TextRole::cover_edition:
      case TextRole::cover_name:
      case TextRole::cover_name_2:
      case TextRole::cover_name_3:
      case TextRole::cover_reader: return "accent";
      case TextRole::cover_own:
      case TextRole::cover_axis: return "deep";
      case TextRole::example: return "copper_tint";
      default: return "paper";
    }
  }

  void check_styles() {
    for (std::size_t i = 0; i < theme_.styles.size(); ++i) {
      const std::string_view ground = ground_of(static_cast<TextRole>(i));
      const double ratio = contrast(theme_.styles[i].colour, colour(ground));
      if (ratio < kText)
        problem(place("text", kTextRoleNames[i]),
                fmt::format("the text style '{}' on '{}' has a contrast of {:.2f}:1, expected at least 4.5:1",
                            kTextRoleNames[i], ground, ratio),
                "choose a darker colour on paper, a lighter one on the cover");
    }
  }

  void check_pairs() {
    for (const Pair& pair : kPairs)
      for (const Sight sight : kSights) {
        const Colour one = as_seen(colour(pair.one), sight), other = as_seen(colour(pair.other), sight);
        const double least = sight == Sight::grey ? pair.least_in_grey : pair.least;
        if (const double found = difference(one, other); found < least)
          problem(place("colours", pair.one),
                  fmt::format("'{}' and '{}' differ by {:.1f} {}, expected at least {}", pair.one, pair.other, found,
                              name_of(sight), least),
                  "they mean different things side by side: choose colours whose lightness differs more");
      }
  }

  /// A number stands on every colour, and lightness keeps the order for everyone.
  void check_ramp(std::string_view key, const Ramp& ramp) {
    for (std::size_t i = 0; i < ramp.size(); ++i) {
      const double ratio = std::max(contrast(ramp[i], theme_.colours.ink), contrast(ramp[i], theme_.colours.paper));
      if (ratio < kText)
        problem(place_of_step(key, i),
                fmt::format("on colour {} of the ramp '{}' neither 'ink' nor 'paper' has more contrast than {:.2f}:1, "
                            "expected 4.5:1",
                            i + 1, key, ratio),
                "a number stands on every colour");
      for (const Sight sight : kSights)
        if (i > 0) check_step(key, ramp, i, sight);
    }
  }

  void check_step(std::string_view key, const Ramp& ramp, std::size_t i, Sight sight) {
    const double fall = lab(as_seen(ramp[i - 1], sight)).lightness - lab(as_seen(ramp[i], sight)).lightness;
    if (fall < kStep)
      problem(place_of_step(key, i),
              fmt::format("colour {} of the ramp '{}' is darker than the one before by {:.1f} {}, expected at least {}",
                          i + 1, key, fall, name_of(sight), kStep),
              "from light to dark: where colour can't be seen only lightness keeps the order");
  }

  /// Disagreement and agreement differ in hue too, whatever the sight.
  void check_middle() {
    const Ramp& ramp = theme_.ramps.answers;
    const std::size_t middle = ramp.size() / 2;
    constexpr double kLeast = 20;
    for (const Sight sight : kSights) {
      const double found = difference(as_seen(ramp[middle - 1], sight), as_seen(ramp[middle], sight));
      if (sight != Sight::grey && found < kLeast)
        problem(place_of_step("answers", middle),
                fmt::format("colours {} and {} of the ramp 'answers' differ by {:.1f} {}, expected at least {}", middle,
                            middle + 1, found, name_of(sight), kLeast),
                "disagreement ends and agreement begins between them");
    }
  }

  const Theme& theme_;
  const TomlValue& file_;
  Problems problems_;
};

}  // namespace

Problems check_theme(const Theme& theme, const TomlValue& file) { return ThemeChecks(theme, file).run(); }

}  // namespace mognad
