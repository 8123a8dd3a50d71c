// Template: which sections a report has, in which order and under which titles. Read from board-report.toml.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/language_tag.h"

namespace mognad {

enum class SectionKind {
  summary,
  contents,
  measurement,
  matrix,
  categories,
  strengths,
  change,
  comparison,
  inside,
  answers,
  actions,
  method,
  tables,
  text,
  count
};

inline constexpr int kSectionKinds = static_cast<int>(SectionKind::count);

/// Names in the template, in the order of SectionKind.
inline constexpr std::array<std::string_view, kSectionKinds> kSectionKindNames{
    "summary",    "contents", "measurement", "matrix",  "categories", "strengths", "change",
    "comparison", "inside",   "answers",     "actions", "method",     "tables",    "text"};

struct SectionChoice {
  SectionKind kind = SectionKind::summary;
  LocalText title;
  LocalText message;                  // of a text section: its finding; may be empty elsewhere
  std::vector<LocalText> paragraphs;  // put before what the section says itself; of a text section all that it says
};

struct Template {
  std::vector<SectionChoice> sections;
};

}  // namespace mognad
