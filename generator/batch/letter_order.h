// Who gets a letter on paper, and in which order the letters lie.
#pragma once

#include <vector>

#include "batch/plan_mail.h"

namespace mognad {

/// A letter and the report that goes with it.
struct PlannedLetter {
  const Organisation* organisation = nullptr;
  Recipient recipient;
  const verification::KnownFile* report = nullptr;  // of the manifest; never null
};

/// Recipients without an address, and organisations that have a report and no recipient at all, for which a warning
/// says so; further warnings tell who gets no letter since there is no report, and whose postal address is not known.
/// Sorted by the property that the settings name, those without a value last, then by the organisation's name, then as
/// in the file of recipients. A property that organisations don't have is an error.
std::vector<PlannedLetter> planned_letters(const MailInputs& inputs, Problems& problems);

}  // namespace mognad
