#include "delivery/message.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

#include "delivery/message_checks.h"
#include "delivery/mime_part.h"

namespace mognad {
namespace {

constexpr const char* kCharset = "utf-8";

struct FreeFormat {
  void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};

std::string without_carriage_returns(const std::string& text) {
  std::string lines = text;
  std::erase(lines, '\r');
  return lines;
}

/// "=_" stands in no quoted-printable or base64 text (RFC 2045, 6.7), so that no part can hold the boundary.
MimeOwned<GMimeMultipart> make_multipart(const char* subtype, const std::string& key) {
  MimeOwned<GMimeMultipart> made(g_mime_multipart_new_with_subtype(subtype));
  g_mime_multipart_set_boundary(made.get(), fmt::format("=_{}_{}", key, subtype).c_str());
  return made;
}

template <class Part>
void add(GMimeMultipart& parent, const MimeOwned<Part>& part) {
  g_mime_multipart_add(&parent, GMIME_OBJECT(part.get()));
}

/// The text first: readers show the last that they can (RFC 2046, 5.1.4).
MimeOwned<GMimeMultipart> make_texts(const Message& message) {
  MimeOwned<GMimeMultipart> texts = make_multipart("alternative", message.key);
  add(*texts, make_text_part("plain", without_carriage_returns(message.text)));
  if (!message.html.empty()) add(*texts, make_text_part("html", without_carriage_returns(message.html)));
  return texts;
}

MimeOwned<GMimeMultipart> make_body(const Message& message) {
  MimeOwned<GMimeMultipart> body = make_multipart("mixed", message.key);
  add(*body, make_texts(message));
  for (const MessageAttachment& attachment : message.attachments)
    add(*body, make_file_part(attachment.mime_type, attachment.name.text(), attachment.bytes));
  return body;
}

void add_party(InternetAddressList* list, const HeaderText& name, const MailAddress& address) {
  const MimeOwned<InternetAddress> party(
      internet_address_mailbox_new(name.empty() ? nullptr : name.text().c_str(), address.wire().c_str()));
  internet_address_set_charset(party.get(), kCharset);
  internet_address_list_add(list, party.get());
}

void set_header(GMimeMessage& mail, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(&mail), name, value.c_str(), kCharset);
}

/// An address can't be folded, and GMime would make encoded words of a long one, which nobody decodes there.
void set_unsubscribe(GMimeMessage& mail, const std::string& address) {
  set_header(mail, "List-Unsubscribe", "");
  GMimeHeaderList* const headers = g_mime_object_get_header_list(GMIME_OBJECT(&mail));
  g_mime_header_set_raw_value(g_mime_header_list_get_header(headers, "List-Unsubscribe"),
                              fmt::format(" <{}>\r\n", address).c_str());
}

void set_headers(GMimeMessage& mail, const Message& message) {
  add_party(g_mime_message_get_from(&mail), message.from.name, message.from.address);
  add_party(g_mime_message_get_to(&mail), message.to.name, message.to.address);
  if (message.reply_to) add_party(g_mime_message_get_reply_to(&mail), {}, *message.reply_to);
  g_mime_message_set_subject(&mail, message.subject.text().c_str(), kCharset);
  set_header(mail, "Message-ID", message_id(message.key, message.from.address));
  set_header(mail, "Auto-Submitted", "auto-generated");  // RFC 3834, 5
  set_header(mail, "Content-Language", message.language);
  if (!message.unsubscribe.empty()) set_unsubscribe(mail, message.unsubscribe);
}

std::string bytes_of(GMimeMessage& mail) {
  const std::unique_ptr<GMimeFormatOptions, FreeFormat> format(g_mime_format_options_new());
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  g_mime_format_options_set_param_encoding_method(format.get(), GMIME_PARAM_ENCODING_METHOD_RFC2231);
  const MimeOwned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(&mail), format.get(), stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

}  // namespace

Result<std::string> compose_message(const Message& message) {
  if (Problems found = check_message(message); !found.empty()) return found;
  begin_mime();
  const MimeOwned<GMimeMessage> mail(g_mime_message_new(FALSE));
  set_headers(*mail, message);
  g_mime_message_set_mime_part(mail.get(), GMIME_OBJECT(make_body(message).get()));
  return bytes_of(*mail);
}

std::string message_id(const std::string& key, const MailAddress& sender) {
  return fmt::format("<{}@{}>", key, sender.domain());
}

// Names of days and months are those of RFC 5322, 3.3, in any language of the machine.
std::string dated(const std::string& message, std::int64_t seconds) {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{time - day};
  return fmt::format("Date: {}, {:02} {} {:04} {:02}:{:02}:{:02} +0000\r\n{}",
                     kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                     kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count(), message);
}

}  // namespace mognad
