#include "delivery/bounce.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "delivery/delivery_fields.h"
#include "delivery/mime_object.h"
#include "delivery/server_words.h"

namespace mognad {
namespace {

constexpr std::size_t kLargestMessage = 64 << 20;  // with what was returned, larger than any report
constexpr std::size_t kLargestPart = 4 << 20;
constexpr std::size_t kMostRecipients = 1'000;
constexpr int kMostParts = 16;  // RFC 6522, 3 has three
constexpr std::size_t kLongestAddress = 254;
constexpr std::size_t kKeyDigits = 32;

bool is_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

/// The key in the first "<key@domain>" of a field, of the form that message_id makes; empty: none.
std::string key_in(std::string_view ids) {
  for (std::size_t at = ids.find('<'); at != std::string_view::npos; at = ids.find('<', at + 1)) {
    const std::string_view id = ids.substr(at + 1);
    if (id.size() <= kKeyDigits || id[kKeyDigits] != '@') continue;
    if (std::all_of(id.begin(), id.begin() + kKeyDigits, is_hexadecimal)) return std::string(id.substr(0, kKeyDigits));
  }
  return {};
}

/// What stands behind the kind of a typed field (RFC 3464, 2.1.2): "rfc822; a@b", "smtp; 550 …".
std::string_view behind_type(std::string_view value) {
  return without_blanks(value.substr(std::min(value.find(';') + 1, value.size())));
}

/// Nothing unless it looks like an address: what it is good for is to be shown and compared.
std::string address_in(std::string_view value) {
  std::string_view address = behind_type(value);
  if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
  const bool plain = std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c < '\x7f'; });
  return plain && address.size() <= kLongestAddress && address.find('@') != std::string_view::npos
             ? std::string(address)
             : std::string();
}

/// "5.1.1" of "5.1.1 (bad destination)"; empty when it is no status (RFC 3463, 2).
std::string status_in(std::string_view value) {
  const std::string_view status = value.substr(0, std::min(value.find_first_of(" \t("), value.size()));
  const bool digits =
      std::all_of(status.begin(), status.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
  const bool classed = status.starts_with("2.") || status.starts_with("4.") || status.starts_with("5.");
  const bool whole = digits && classed && status.size() >= 5 && status.size() <= 9 && status.back() != '.' &&
                     std::count(status.begin(), status.end(), '.') == 2;
  return whole ? std::string(status) : std::string();
}

/// As it says, else as its status implies; empty: it says nothing.
std::string action_in(const DeliveryFields& fields, std::string_view status) {
  static constexpr std::array<std::string_view, 5> kActions{"failed", "delayed", "delivered", "relayed", "expanded"};
  const std::string said = small_ascii(value_of(fields, "action"));
  if (std::find(kActions.begin(), kActions.end(), said) != kActions.end()) return said;
  if (status.empty()) return {};
  return status.front() == '5' ? "failed" : status.front() == '4' ? "delayed" : "delivered";
}

std::string content_of(GMimeObject* object) {
  if (!GMIME_IS_PART(object)) return {};
  GMimeDataWrapper* const content = g_mime_part_get_content(GMIME_PART(object));
  if (!content) return {};
  const MimeOwned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return std::string(reinterpret_cast<const char*>(bytes->data), std::min<std::size_t>(bytes->len, kLargestPart));
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype);
}

/// RFC 3464, 2 and, with addresses in any letters, RFC 6533.
bool is_status(GMimeObject* object) {
  return is_type(object, "message", "delivery-status") || is_type(object, "message", "global-delivery-status");
}

std::string header_of(GMimeObject* object, const char* name) {
  const char* const value = g_mime_object_get_header(object, name);
  return value ? value : "";
}

/// The key of a message that was returned whole, or of whose headers were; empty: this part is neither.
std::string returned_key(GMimeObject* part) {
  if (GMIME_IS_MESSAGE_PART(part)) {
    GMimeMessage* const message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    return message ? key_in(header_of(GMIME_OBJECT(message), "Message-ID")) : std::string();
  }
  if (!is_type(part, "text", "rfc822-headers") && !is_type(part, "message", "*")) return {};
  if (is_status(part)) return {};
  const std::vector<DeliveryFields> blocks = delivery_blocks(content_of(part));
  return blocks.empty() ? std::string() : key_in(value_of(blocks.front(), "message-id"));
}

/// Some servers return nothing, but answer to the message.
std::string answered_key(GMimeObject* mail) {
  for (const char* name : {"X-Original-Message-ID", "In-Reply-To", "References"})
    if (std::string key = key_in(header_of(mail, name)); !key.empty()) return key;
  return {};
}

void read_status(std::string_view text, std::vector<DeliveryReport>& found) {
  for (const DeliveryFields& fields : delivery_blocks(text)) {
    if (found.size() >= kMostRecipients) return;
    const std::string_view original = value_of(fields, "original-recipient");
    const std::string_view last = value_of(fields, "final-recipient");
    if (original.empty() && last.empty()) continue;  // what it says about the whole message
    DeliveryReport report;
    report.recipient = address_in(original);
    if (report.recipient.empty()) report.recipient = address_in(last);
    report.status = status_in(value_of(fields, "status"));
    report.action = action_in(fields, report.status);
    report.explanation = server_words(behind_type(value_of(fields, "diagnostic-code")));
    if (!report.action.empty()) found.push_back(std::move(report));
  }
}

/// RFC 6522, 3.
GMimeMultipart* report_in(GMimeMessage* mail) {
  GMimeObject* const body = g_mime_message_get_mime_part(mail);
  if (!body || !GMIME_IS_MULTIPART(body) || !is_type(body, "multipart", "report")) return nullptr;
  const char* const kind = g_mime_object_get_content_type_parameter(body, "report-type");
  return kind && small_ascii(kind) == "delivery-status" ? GMIME_MULTIPART(body) : nullptr;
}

std::vector<DeliveryReport> reports_in(GMimeMessage* mail) {
  std::vector<DeliveryReport> found;
  GMimeMultipart* const report = report_in(mail);
  if (!report) return found;
  std::string key;
  for (int i = 0; i < std::min(g_mime_multipart_get_count(report), kMostParts); ++i) {
    GMimeObject* const part = g_mime_multipart_get_part(report, i);
    if (is_status(part)) read_status(content_of(part), found);
    else if (key.empty()) key = returned_key(part);
  }
  if (key.empty()) key = answered_key(GMIME_OBJECT(mail));
  for (DeliveryReport& each : found) each.key = key;
  return found;
}

}  // namespace

std::vector<DeliveryReport> read_delivery_reports(const std::string& message) {
  if (message.empty() || message.size() > kLargestMessage) return {};
  begin_mime();
  const MimeOwned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(message.data(), message.size()));
  const MimeOwned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const MimeOwned<GMimeMessage> mail(g_mime_parser_construct_message(parser.get(), nullptr));
  return mail ? reports_in(mail.get()) : std::vector<DeliveryReport>();
}

}  // namespace mognad
