// Recipient: who gets an organisation's report. Several may get the same one. Read from the file of recipients; format
// in docs/guide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language_tag.h"
#include "base/problem.h"
#include "language/header_text.h"
#include "language/mail_address.h"

namespace mognad {

struct Recipient {
  std::string organisation;            // code
  HeaderText name;                     // may be empty
  std::optional<MailAddress> address;  // nothing: gets a letter
  LanguageTag language;                // of the message and of the report
  std::string role;                    // "kommundirektör"; may be empty
  std::vector<std::string> postal;     // lines below the name: street, postcode and town; empty: not given
  Place place;                         // of its row
};

using Recipients = std::vector<Recipient>;  // in the order of the file

}  // namespace mognad
