// What a message says to one recipient: the subject, a text that stands alone, and the same as HTML. Pure; threads may
// call it at the same time, each with its own Words.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/recipient.h"
#include "dataset/survey.h"
#include "language/words.h"
#include "report/message_template.h"

namespace mognad {

/// A mark on a message that is no real one: its subject and its first line say so.
struct ProofMark {
  std::string of;  // who would get it, in words; empty: it is the real message
};

struct MessageFacts {
  const Survey& survey;
  const Organisation& organisation;
  const Recipient& recipient;
  std::vector<std::string> attachments;  // names of the files that go with it
};

struct MessageContent {
  std::string subject;  // not longer than the gate lets in
  std::string text;     // UTF-8, lines end with \n
  std::string html;  // a whole page of HTML5: language, title, headings in order, no pictures, nothing from elsewhere
};

/// The subject and the first line say it where the survey is simulated, and where the message is a proof. Values of
/// placeholders are escaped in the HTML.
MessageContent build_message(const MessageTemplate& message, const MessageFacts& facts, const ProofMark& proof,
                             const Words& words);

}  // namespace mognad
