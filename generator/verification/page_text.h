// The text of a page as its content gives it: the characters of the codes that are shown, in their order, with the
// ActualText of a mark in place of what stands inside it, and a line for every marked content of an element and every
// artifact.
#pragma once

#include <cstddef>
#include <string>

#include "verification/conformance.h"
#include "verification/hidden_marks.h"

namespace mognad::verification {

enum class Artifacts { left_out, included };

/// The page's text as UTF-8, lines ended with "\n"; empty for a page that doesn't exist. In place of
/// what is hidden stands "|", in a line of its own.
std::string page_text(const ReadFile& file, std::size_t page, Artifacts artifacts, const HiddenMarks& hidden = {});

/// The innermost mark around this one, or itself, that has an ActualText; −1: none.
int actual_text_mark(const PageContent& content, int mark);

}  // namespace mognad::verification
