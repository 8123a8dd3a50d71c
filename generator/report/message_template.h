// MessageTemplates: what messages and letters say, with places for names. Read from messages.toml; format in
// templates/README.md.
#pragma once

#include <array>
#include <string_view>

#include "base/language_tag.h"

namespace mognad {

/// Names that may stand in braces in a template; build_message knows what each is.
inline constexpr std::array<std::string_view, 13> kMessagePlaceholders{
    "organisation", "organisation_genitive", "survey", "year",   "edition",          "sender",     "recipient",
    "role",         "report_date",           "period", "change", "replaced_edition", "attachments"};

struct MessageTemplate {
  LocalText subject;
  LocalText text;  // paragraphs with empty lines between; a line that begins with "- " is an item of a list
  LocalText html;  // the body of the HTML part; empty: made of the text
};

struct MessageTemplates {
  MessageTemplate report;
  MessageTemplate erratum;  // a corrected report
  MessageTemplate letter;   // its subject is the heading; no html
};

}  // namespace mognad
