#include "delivery/encrypted_copy.h"

#include <fmt/format.h>
#include <qpdf/qpdf-c.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

#include "delivery/pdf_random.h"
#include "files/key_stream.h"
#include "files/sha256.h"

namespace mognad {
namespace {

constexpr std::size_t kLongestPassword = 127;  // bytes; ISO 32000-2, 7.6.4.3.3 cuts longer ones off

struct Cleanup {
  void operator()(_qpdf_data* data) const { qpdf_cleanup(&data); }
};

using QpdfData = std::unique_ptr<_qpdf_data, Cleanup>;

/// Also gives what opens the copy with an owner's rights: nobody needs it, so nobody knows it.
std::string random_digits(KeyStream& random, std::size_t count) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits(count, '\0');
  random.fill({reinterpret_cast<unsigned char*>(digits.data()), digits.size()});
  for (char& digit : digits) digit = kDigits[static_cast<unsigned char>(digit) % kDigits.size()];
  return digits;
}

Problem failed(_qpdf_data* data, const Place& place) {
  const qpdf_error error = qpdf_get_error(data);
  return error_at(place, fmt::format("no encrypted copy could be made: {}", qpdf_get_error_message_detail(data, error)),
                  "Render the report again.");
}

/// Bytes of the file's second identifier, as qpdf writes it when it is asked for one that doesn't change.
constexpr std::string_view kStaticId = "<31415926535897932384626433832795>";

/// qpdf takes no identifier from outside, and computes none of an encrypted file. Revision 6 uses it for no key, so it
/// may be changed in place; the trailer, which isn't encrypted, stands last.
bool set_identifier(std::string& bytes, const std::string& digits) {
  const std::size_t at = bytes.rfind(kStaticId);
  if (at == std::string::npos) return false;
  bytes.replace(at + 1, digits.size(), digits);
  return true;
}

/// What says that a file is PDF/A, which no encrypted file is (ISO 19005-3, 6.1.3): the elements of its schema.
std::string without_archive_claim(std::string metadata) {
  for (const std::string_view name : {"part", "conformance", "amd", "rev"}) {
    const std::string end = fmt::format("</pdfaid:{}>", name);
    const std::size_t from = metadata.find(fmt::format("<pdfaid:{}>", name));
    const std::size_t to = from == std::string::npos ? from : metadata.find(end, from);
    if (to != std::string::npos) metadata.erase(from, to + end.size() - from);
  }
  return metadata;
}

/// The metadata that another program would believe; everything else in them stays. False: they can't be read.
bool withdraw_archive_claim(_qpdf_data* data) {
  const qpdf_oh stream = qpdf_oh_get_key(data, qpdf_get_root(data), "/Metadata");
  if (!qpdf_oh_is_stream(data, stream)) return true;
  unsigned char* read = nullptr;
  std::size_t length = 0;
  const QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(data, stream, qpdf_dl_generalized, nullptr, &read, &length);
  const std::unique_ptr<unsigned char, decltype(&std::free)> owned(read, &std::free);
  if ((code & QPDF_ERRORS) || !read) return false;
  const std::string kept = without_archive_claim({reinterpret_cast<const char*>(read), length});
  const qpdf_oh none = qpdf_oh_new_null(data);
  qpdf_oh_replace_stream_data(data, stream, reinterpret_cast<const unsigned char*>(kept.data()), kept.size(), none,
                              none);
  return true;
}

void set_encryption(_qpdf_data* data, const std::string& password, const std::string& owner) {
  qpdf_init_write_memory(data);
  qpdf_set_newline_before_endstream(data, QPDF_TRUE);
  qpdf_set_static_ID(data, QPDF_TRUE);
  qpdf_set_r6_encryption_parameters2(data, password.c_str(), owner.c_str(), QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                     QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
}

Result<std::string> written(const std::string& pdf, const std::string& password, KeyStream& random,
                            const Place& place) {
  const QpdfData data(qpdf_init());
  qpdf_set_suppress_warnings(data.get(), QPDF_TRUE);
  qpdf_silence_errors(data.get());
  if (qpdf_read_memory(data.get(), "report", pdf.data(), pdf.size(), nullptr) != QPDF_SUCCESS)
    return failed(data.get(), place);
  if (qpdf_is_encrypted(data.get())) return error_at(place, "no encrypted copy could be made: it is encrypted already");
  if (!withdraw_archive_claim(data.get())) return failed(data.get(), place);
  const std::string identifier = random_digits(random, kStaticId.size() - 2);
  const std::string owner = random_digits(random, 64);
  const PdfRandom scope(random);
  set_encryption(data.get(), password, owner);
  if (qpdf_write(data.get()) & QPDF_ERRORS) return failed(data.get(), place);
  std::string bytes(reinterpret_cast<const char*>(qpdf_get_buffer(data.get())), qpdf_get_buffer_length(data.get()));
  if (!set_identifier(bytes, identifier)) return error_at(place, "no encrypted copy could be made: it has no /ID");
  return bytes;
}

std::optional<Problem> fault_of(const std::string& password, const Place& place) {
  if (password.empty()) return error_at(place, "the password for an encrypted copy is empty");
  if (password.size() > kLongestPassword)
    return error_at(place, fmt::format("the password for an encrypted copy is longer than {} bytes", kLongestPassword));
  if (password.find('\0') != std::string::npos)
    return error_at(place, "the password for an encrypted copy holds a zero byte");
  return std::nullopt;
}

}  // namespace

Result<std::string> encrypted_copy(const std::string& pdf, const std::string& password, const Place& place) {
  if (std::optional<Problem> fault = fault_of(password, place)) return *fault;
  std::optional<KeyStream> random = KeyStream::of(password, "encrypted copy 1 " + sha256_hex(pdf));
  if (!random) return error_at(place, "there is not enough memory to make a key from the password");
  return written(pdf, password, *random, place);
}

}  // namespace mognad
