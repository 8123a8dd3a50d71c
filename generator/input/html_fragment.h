// A piece of HTML that a user has written, read as XML by Expat and written anew with what is known to be harmless:
// headings, paragraphs, lists, emphasis, line breaks and links. Nothing of the text itself goes through, so that no
// comment, character data section or quirk of a mail program hides anything. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace mognad {

/// The same elements and texts, in HTML's own syntax. Errors: what is not well-formed (named entities of HTML such as
/// &nbsp; among it), elements and attributes that aren't in the list, elements where HTML has no place for them, text
/// outside paragraphs, links that aren't https: or mailto:, not exactly one h1 before all h2. `called` is what the text
/// is in messages: "report.html"; each tells the line in it, because a TOML text has one place.
Result<std::string> read_html_fragment(std::string_view text, const Place& place, std::string_view called);

}  // namespace mognad
