#include "delivery/mime_part.h"

#include <string_view>

namespace mognad {
namespace {

constexpr std::size_t kLongestLine = 76;  // RFC 2045, 6.7 (5)

MimeOwned<GMimePart> new_part(const std::string& type, const std::string& subtype) {
  return MimeOwned<GMimePart>(g_mime_part_new_with_type(type.c_str(), subtype.c_str()));
}

void set_content(GMimePart& part, GMimeStream* stream, GMimeContentEncoding have, GMimeContentEncoding want) {
  const MimeOwned<GMimeStream> owned(stream);
  const MimeOwned<GMimeDataWrapper> content(g_mime_data_wrapper_new_with_stream(stream, have));
  g_mime_part_set_content(&part, content.get());
  g_mime_part_set_content_encoding(&part, want);
}

std::string quoted_printable(const std::string& utf8) {
  GMimeEncoding state;
  g_mime_encoding_init_encode(&state, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  std::string encoded(g_mime_encoding_outlen(&state, utf8.size()), '\0');
  encoded.resize(g_mime_encoding_flush(&state, utf8.data(), utf8.size(), encoded.data()));
  return encoded;
}

/// Mailbox files take "From " at the start of a line for the next message, careless relays a dot for the end (RFC 2049,
/// 3, which advises to write these characters as numbers).
bool is_touched_on_the_way(std::string_view line) { return line.starts_with('.') || line.starts_with("From "); }

void append_safe(std::string& all, std::string_view line) {
  while (is_touched_on_the_way(line)) {
    all += line.front() == '.' ? "=2E" : "=46";
    line.remove_prefix(1);
    if (line.size() + 3 <= kLongestLine) break;
    all += "=\n";
  }
  all += line;
}

std::string safe_lines(std::string_view encoded) {
  std::string all;
  all.reserve(encoded.size() + encoded.size() / 16);
  while (!encoded.empty()) {
    const std::size_t end = std::min(encoded.find('\n'), encoded.size() - 1) + 1;
    append_safe(all, encoded.substr(0, end));
    encoded.remove_prefix(end);
  }
  return all;
}

/// GMime would choose the smallest of the old character sets; UTF-8 is what every reader has.
void set_name(GMimeParamList* parameters, const char* parameter, const std::string& name) {
  g_mime_param_list_set_parameter(parameters, parameter, name.c_str());
  g_mime_param_set_charset(g_mime_param_list_get_parameter(parameters, parameter), "utf-8");
}

}  // namespace

MimeOwned<GMimePart> make_text_part(const char* subtype, const std::string& utf8) {
  MimeOwned<GMimePart> part = new_part("text", subtype);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  const std::string encoded = safe_lines(quoted_printable(utf8));
  set_content(*part, g_mime_stream_mem_new_with_buffer(encoded.data(), encoded.size()),
              GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return part;
}

MimeOwned<GMimePart> make_file_part(const std::string& mime_type, const std::string& name, const std::string& bytes) {
  const std::size_t slash = mime_type.find('/');
  MimeOwned<GMimePart> part = new_part(mime_type.substr(0, slash), mime_type.substr(slash + 1));
  GMimeObject* const object = GMIME_OBJECT(part.get());
  g_mime_object_set_disposition(object, GMIME_DISPOSITION_ATTACHMENT);
  set_name(g_mime_content_disposition_get_parameters(g_mime_object_get_content_disposition(object)), "filename", name);
  set_name(g_mime_content_type_get_parameters(g_mime_object_get_content_type(object)), "name", name);
  set_content(*part, g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()), GMIME_CONTENT_ENCODING_BINARY,
              GMIME_CONTENT_ENCODING_BASE64);
  return part;
}

}  // namespace mognad
