// MessageTemplates: what messages and letters say, with places for names. Read from messages.toml; format in
// docs/guide.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/language_tag.h"

namespace mognad {

/// Names that may stand in braces in a template; message_values knows what each is.
inline constexpr std::array<std::string_view, 15> kMessagePlaceholders{
    "organisation", "organisation_genitive", "survey", "year",   "edition",          "sender",      "recipient",
    "role",         "report_date",           "period", "change", "replaced_edition", "attachments", "contact",
    "protection"};

struct MessageTemplate {
  LocalText subject;
  LocalText text;          // paragraphs with empty lines between; a line that begins with "- " is an item of a list
  LocalText html;          // the body of the HTML part; empty: made of the text
  std::string style = {};  // rules of CSS for the HTML part, without anything from elsewhere; empty: the reader's own
};

struct MessageTemplates {
  MessageTemplate report;
  MessageTemplate erratum;  // a corrected report
  MessageTemplate letter;   // its subject is the heading; no html
};

}  // namespace mognad
