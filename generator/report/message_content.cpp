#include "report/message_content.h"

namespace mognad {

MessageContent build_message(const MessageTemplate& message, const MessageFacts& facts, const ProofMark&,
                             const Words&) {
  return {message.subject.in(facts.recipient.language), message.text.in(facts.recipient.language), {}};
}

}  // namespace mognad
