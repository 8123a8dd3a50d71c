// How the HTML part of messages looks: `[style]` of messages.toml, declarations of CSS for each element.
#pragma once

#include <string>

#include "input/table_reader.h"

namespace mognad {

/// Rules of CSS, a line each; empty when the table is. Errors: elements that messages don't have, properties that
/// aren't in the list (colours among them: they are the reader's, whose ground may be dark) and values with anything
/// but letters, digits and the signs . , % and -, so that nothing is fetched from elsewhere.
std::string read_message_style(TableReader table);

}  // namespace mognad
