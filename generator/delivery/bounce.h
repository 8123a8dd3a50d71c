// Delivery reports (RFC 3464) in messages that came back, read with GMime. What a message says is never trusted: it can
// be anyone's.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mognad {

struct DeliveryReport {
  std::string key;          // of the message that it is about, from the Message-ID of what was returned; empty: none
  std::string recipient;    // Original-Recipient, which we wrote to, else Final-Recipient; may be empty
  std::string action;       // "failed", "delayed", "delivered", "relayed", "expanded"
  std::string status;       // "5.1.1"
  std::string explanation;  // Diagnostic-Code, without control characters, cut
};

/// One for each recipient that the message reports on; of a message that is no delivery report none.
std::vector<DeliveryReport> read_delivery_reports(const std::string& message);

}  // namespace mognad
