// Lato and the words of a language, for tests of text.
#pragma once

#include <catch2/catch.hpp>

#include "support/small_survey.h"

namespace mognad::test {

inline Shaper& swedish() { return small_survey().voice("sv").shaper; }

inline TextStyle body_style() { return small_survey().loaded->theme.style(TextRole::body); }

inline const LanguageResources& resources_of(const LanguageTag& tag) {
  for (const LanguageResources& language : small_survey().loaded->languages)
    if (language.language.tag == tag) return language;
  throw std::runtime_error("no such language: " + tag);
}

}  // namespace mognad::test
