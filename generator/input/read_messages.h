// messages.toml: what messages and letters say; format in docs/guide.
#pragma once

#include "base/result.h"
#include "dataset/input_limits.h"
#include "files/files.h"
#include "report/message_template.h"

namespace mognad {

/// Placeholders that nobody knows, braces that don't close, line breaks in a subject, and HTML that is not well-formed
/// or has more than text in it (scripts, pictures, styles from elsewhere) are errors with their places.
Result<MessageTemplates> read_messages(const std::string& path, const std::vector<LanguageTag>& languages,
                                       const Files& files, const InputLimits& limits = {});

}  // namespace mognad
