#include "language/mail_address.h"

#include <fmt/format.h>
#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <vector>

#include "base/code_point.h"
#include "language/header_character.h"

namespace mognad {
namespace {

// RFC 5321, 4.5.3.1: of a local part, and of a path without its brackets (256 with them).
constexpr std::size_t kLongestLocal = 64;
constexpr std::size_t kLongestAddress = 254;

std::string_view letter_in_front(std::string_view utf8) {
  return utf8.empty() ? utf8 : utf8.substr(0, first_code_point(utf8).bytes);
}

/// Of a text that may be no address: its first letter, and that behind the sign.
std::string masked_text(std::string_view text) {
  const std::size_t sign = text.find('@');
  if (sign == std::string_view::npos) return fmt::format("{}…", letter_in_front(text));
  return fmt::format("{}…@{}…", letter_in_front(text.substr(0, sign)), letter_in_front(text.substr(sign + 1)));
}

/// atext of RFC 5322, 3.2.3.
bool is_of_atom(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

struct Fault {
  std::string found;  // behind "the address a…@m…"
  std::string expected;
};

constexpr const char* kExample = "expected one address such as kansli@kommun.example";

/// What is written around or between addresses, and what else RFC 5321 lets stand there that servers don't agree on.
std::optional<Fault> fault_of_form(std::string_view text) {
  const auto holds = [&](const char* signs) { return text.find_first_of(signs) != std::string_view::npos; };
  if (holds(",;")) return Fault{"holds a comma or a semicolon", "expected one address: each recipient has a row"};
  if (holds("<>")) return Fault{"stands in angle brackets", "expected the address alone, without a name"};
  if (holds("\"\\")) return Fault{"has a part in quotes", "mail servers don't agree on them; ask for another address"};
  if (holds("()")) return Fault{"holds a comment in brackets", kExample};
  if (holds("[]")) return Fault{"names a machine by its number", "expected a domain name behind the @"};
  if (holds(" ") || text.find("\u00A0") != std::string_view::npos) return Fault{"holds a blank", kExample};
  const auto signs = std::count(text.begin(), text.end(), '@');
  if (signs == 0) return Fault{"has no @", kExample};
  if (signs > 1) return Fault{"has more than one @", kExample};
  return std::nullopt;
}

std::optional<Fault> fault_of_dots(std::string_view part, const char* which) {
  if (part.empty()) return Fault{fmt::format("has nothing {} the @", which), kExample};
  if (part.front() == '.' || part.back() == '.' || part.find("..") != std::string_view::npos)
    return Fault{fmt::format("has a dot too many {} the @", which), "a dot stands between two letters or digits"};
  return std::nullopt;
}

std::optional<Fault> fault_of_local(std::string_view local) {
  if (auto fault = fault_of_dots(local, "before")) return fault;
  for (const char c : local)
    if (c != '.' && !is_of_atom(c))
      return Fault{"has a letter before the @ that is not of a to z",
                   "few mail servers take such letters there; ask for another address"};
  if (local.size() > kLongestLocal)
    return Fault{fmt::format("has {} characters before the @, expected at most {}", local.size(), kLongestLocal),
                 "correct it"};
  return std::nullopt;
}

/// IDNA 2008 by UTS 46 as browsers and mail servers use it, with every check that it has. Never freed: threads may
/// still use it when the program ends.
const icu::IDNA* idna() {
  static const icu::IDNA* const made = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::IDNA* instance = icu::IDNA::createUTS46Instance(
        UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI |
            UIDNA_CHECK_CONTEXTJ | UIDNA_CHECK_CONTEXTO,
        status);
    return U_SUCCESS(status) ? instance : nullptr;
  }();
  return made;
}

std::vector<std::string> labels_of(std::string_view domain) {
  std::vector<std::string> labels{""};
  for (const char c : domain)
    if (c == '.') labels.emplace_back();
    else labels.back() += c;
  return labels;
}

/// In small letters, whatever the machine's language.
std::string in_small_letters(std::string_view utf8) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  std::string out;
  text.toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

/// A domain in both its spellings; `ascii` is empty where it is none.
struct Domain {
  std::string ascii;
  std::string unicode;
};

Domain domain_of(std::string_view text) {
  Domain domain;
  if (!idna()) return domain;
  std::string ascii;
  icu::StringByteSink<std::string> ascii_sink(&ascii), unicode_sink(&domain.unicode);
  icu::IDNAInfo to_ascii, to_unicode;
  UErrorCode status = U_ZERO_ERROR;
  idna()->nameToASCII_UTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())), ascii_sink, to_ascii, status);
  idna()->nameToUnicodeUTF8(ascii, unicode_sink, to_unicode, status);
  if (U_SUCCESS(status) && !to_ascii.hasErrors() && !to_unicode.hasErrors()) domain.ascii = std::move(ascii);
  return domain;
}

/// UTS 46 maps characters to others: "ｅ" to "e", "℀" to "a/c". Whoever reads the list must see what is meant.
bool stands_for_itself(std::string_view text, const Domain& domain) {
  const auto written = labels_of(in_small_letters(text)), ascii = labels_of(domain.ascii),
             unicode = labels_of(domain.unicode);
  if (written.size() != ascii.size() || written.size() != unicode.size()) return false;
  for (std::size_t i = 0; i < written.size(); ++i)
    if (written[i] != ascii[i] && written[i] != unicode[i]) return false;
  return true;
}

std::optional<Fault> fault_of_domain(std::string_view text, const Domain& domain) {
  if (auto fault = fault_of_dots(text, "behind")) return fault;
  if (text.find('.') == std::string_view::npos)
    return Fault{"has a domain of one part", "expected a whole domain such as kommun.example"};
  if (domain.ascii.empty())
    return Fault{"has a domain that can't be one",
                 "expected parts of letters, digits and hyphens inside, of at most 63 characters (RFC 5891)"};
  if (!stands_for_itself(text, domain))
    return Fault{"has a domain with letters that stand for others", "write the domain as it is registered"};
  const std::string last = domain.ascii.substr(domain.ascii.rfind('.') + 1);
  if (last.find_first_not_of("0123456789") == std::string::npos)
    return Fault{"has a domain that ends with a number", "expected a domain name behind the @"};
  return std::nullopt;
}

Problem refusal(std::string_view text, const Fault& fault, const Place& place) {
  return error_at(place, fmt::format("the address {} {}", masked_text(text), fault.found), fault.expected);
}

std::string in_small_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return text;
}

}  // namespace

Result<MailAddress> MailAddress::of(std::string_view text, const Place& place) {
  if (text.empty()) return error_at(place, "the address is empty", kExample);
  if (auto unfit = unfit_for_header(text, place, "address")) return std::move(*unfit);
  if (const std::size_t characters = count_characters(text); characters > kLongestAddress)
    return error_at(place,
                    fmt::format("the address has {} characters, expected at most {}", characters, kLongestAddress),
                    "correct it, or look for a quote that is never closed");
  if (const auto fault = fault_of_form(text)) return refusal(text, *fault, place);
  const std::size_t sign = text.find('@');
  const std::string_view local = text.substr(0, sign), written = text.substr(sign + 1);
  if (const auto fault = fault_of_local(local)) return refusal(text, *fault, place);
  const Domain domain = domain_of(written);
  if (const auto fault = fault_of_domain(written, domain)) return refusal(text, *fault, place);
  std::string wire = fmt::format("{}@{}", local, domain.ascii);
  if (wire.size() > kLongestAddress)
    return refusal(text,
                   {fmt::format("has {} characters for a server, expected at most {}", wire.size(), kLongestAddress),
                    "correct it"},
                   place);
  return MailAddress(std::move(wire));
}

std::string MailAddress::key() const { return in_small_ascii(wire_); }

std::string MailAddress::masked() const { return masked_text(wire_); }

bool MailAddress::is_reserved() const {
  // Old servers send a%b@c and b!a@c on to another place.
  if (wire_.find_first_of("%!") != std::string::npos) return false;
  const std::string_view last = domain().substr(domain().rfind('.') + 1);
  return last == "test" || last == "example" || last == "invalid";
}

}  // namespace mognad
