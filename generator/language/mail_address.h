// MailAddress: an address that a message may be sent to (RFC 5321, 4.1.2: Mailbox, with a dot-string before the sign),
// whose domain may be written with any letters and goes to the server as IDNA 2008 (RFC 5891, UTS 46 without
// transitional processing). It can be made in one way, so that every address has been checked. Values; any thread may
// use them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace mognad {

class MailAddress {
 public:
  /// A local part of ASCII (mail servers that take others are rare, RFC 6531), 64 characters at most, a domain of two
  /// labels at least, 254 in all. No quoted parts, no comments, no routes, no address literals. The message masks the
  /// address, as all messages do with personal data.
  static Result<MailAddress> of(std::string_view text, const Place& place);

  /// As the server takes it: "anna@xn--malm-8qa.example"; the domain in small letters.
  const std::string& wire() const { return wire_; }
  /// The part behind the sign, of wire().
  std::string_view domain() const { return std::string_view(wire_).substr(wire_.find('@') + 1); }
  /// Two addresses with the same key reach the same person, as far as one can tell: wire() in small letters.
  std::string key() const;
  /// As messages and lists of the program show it: "a…@m…". Never the address itself.
  std::string masked() const;
  /// Under .test, .example or .invalid (RFC 2606, 2; RFC 6761), where nobody lives.
  bool is_reserved() const;

  friend bool operator==(const MailAddress&, const MailAddress&) = default;

 private:
  explicit MailAddress(std::string wire) : wire_(std::move(wire)) {}

  std::string wire_;
};

}  // namespace mognad
