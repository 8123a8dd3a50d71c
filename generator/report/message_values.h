// What stands in the places of a message's placeholders for one recipient. Pure; threads may call it at the same time,
// each with its own Words.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/recipient.h"
#include "dataset/survey.h"
#include "language/words.h"
#include "report/message_pieces.h"

namespace mognad {

/// A value for each of kMessagePlaceholders, in the language of `words`. Empty where nothing is known: the recipient's
/// name and role, the period; where nothing is attached, corrected, or protected by a password. `attachments` are names
/// of files.
MessageValues message_values(const Survey& survey, const Organisation& organisation, const Recipient& recipient,
                             const std::vector<std::string>& attachments, const Words& words);

/// A date or a period whose numbers no line leaves alone: blanks beside a digit become no-break ones.
std::string unbroken_date(std::string_view date);

/// Placeholders that may be empty in every message, so that a template has them in brackets.
inline constexpr std::array<std::string_view, 5> kOftenEmpty{"recipient", "role", "period", "contact", "protection"};
/// Those that only a message about a correction fills.
inline constexpr std::array<std::string_view, 2> kOfCorrections{"change", "replaced_edition"};

/// For each placeholder what it may say, to check a template with and to explain it: the longest that are usual.
MessageValues example_message_values();

}  // namespace mognad
