// Text that names organisations: each name is a span that says whose it is, so that a finished document can be checked
// for names that don't belong there.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace mognad {

struct NamedOrganisation {
  std::string name;
  std::string code;
};

/// The sentence with the name in it as a span of its own. A name that the sentence doesn't hold leaves it as it is.
RichText with_name(const std::string& sentence, const std::string& name, const std::string& code,
                   const LanguageTag& language);

/// "Askdala, Borby, Cedersta."
RichText list_of_names(const std::vector<NamedOrganisation>& organisations, const LanguageTag& language);

}  // namespace mognad
