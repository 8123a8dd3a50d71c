// Whose is a finished report? What the file tells of itself in its metadata, in its titles and in its text must be the
// same organisation everywhere, that of the manifest and of the file's name, and no other organisation may be named
// without its consent.
//
//   const SurveyNames names(manifest);                       // once
//   check_identity(file, path, {&names, entry}, findings);   // of each file, on any thread
#pragma once

#include <string_view>

#include "verification/survey_names.h"

namespace mognad::verification {

extern const RuleGroup kIdentityRules;

/// What the manifest says; both null when there is none.
struct Expected {
  const SurveyNames* names = nullptr;
  const KnownFile* file = nullptr;
};

/// `path` is the file's, in whatever folder. Without a manifest the file is compared with itself and with its name.
void check_identity(const ReadFile& file, std::string_view path, const Expected& expected, Findings& findings);

}  // namespace mognad::verification
