// Characters that must not stand in the head of a message, whatever they are in: a name, a subject, an address. Part of
// the gate; what passes it is a HeaderText or a MailAddress. Pure functions; any thread may call them.
#pragma once

#include <optional>
#include <string_view>

#include "base/problem.h"

namespace mognad {

/// The first byte that is no UTF-8, control character, line break, change of direction or character that can't be seen;
/// nothing: there is none. The message doesn't quote the text. `called` is what it is: "name".
std::optional<Problem> unfit_for_header(std::string_view utf8, const Place& place, std::string_view called);

}  // namespace mognad
