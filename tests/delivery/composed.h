// Messages for tests, of values that have passed the gate.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "delivery/message.h"

namespace mognad::test {

inline MailAddress address_of(const std::string& text) {
  auto made = MailAddress::of(text, {});
  REQUIRE(made);
  return *made;
}

inline HeaderText header_of(const std::string& text, HeaderUse use) {
  auto made = HeaderText::of(text, use, {}, "text");
  REQUIRE(made);
  return *made;
}

inline MessageAttachment attachment_of(const std::string& name, std::string bytes) {
  return {header_of(name, HeaderUse::file_name), "application/pdf", std::move(bytes)};
}

inline Message plain_message() {
  return {.from = {header_of("Kansliet för mognad", HeaderUse::name), address_of("mognad@office.example")},
          .to = {header_of("Åsa Öberg", HeaderUse::name), address_of("asa.oberg@kommun.example")},
          .reply_to = address_of("svar@office.example"),
          .subject = header_of("Er rapport för år 2025", HeaderUse::subject),
          .language = "sv",
          .text = "Hej Åsa!\n\nHär är er rapport.\n",
          .html = "<!DOCTYPE html>\n<html lang=\"sv\"><title>Rapport</title><p>Hej Åsa!</p></html>\n",
          .key = "0123456789abcdef0123456789abcdef",
          .unsubscribe = {},
          .attachments = {attachment_of("1490-borås.sv.pdf", "%PDF-1.7\nbytes")}};
}

}  // namespace mognad::test
