#include "export/pdf/compact.h"

#include <fmt/format.h>
#include <qpdf/qpdf-c.h>

#include <memory>

namespace mognad {
namespace {

struct Cleanup {
  void operator()(_qpdf_data* data) const { qpdf_cleanup(&data); }
};

Problem failed(_qpdf_data* data) {
  const qpdf_error error = qpdf_get_error(data);
  return error_at({}, fmt::format("the document could not be made compact: {}", qpdf_get_error_full_text(data, error)));
}

}  // namespace

Result<std::string> compact_pdf(const std::string& bytes) {
  const std::unique_ptr<_qpdf_data, Cleanup> data(qpdf_init());
  qpdf_set_suppress_warnings(data.get(), QPDF_TRUE);
  qpdf_silence_errors(data.get());
  const auto size = static_cast<unsigned long long>(bytes.size());
  if (qpdf_read_memory(data.get(), "document", bytes.data(), size, nullptr) & QPDF_ERRORS) return failed(data.get());
  qpdf_init_write_memory(data.get());
  qpdf_set_object_stream_mode(data.get(), qpdf_o_generate);
  qpdf_set_compress_streams(data.get(), QPDF_TRUE);
  qpdf_set_newline_before_endstream(data.get(), QPDF_TRUE);  // ISO 19005-3, 6.1.7.1
  qpdf_set_deterministic_ID(data.get(), QPDF_TRUE);          // from the content: never from the clock
  if (qpdf_write(data.get()) & QPDF_ERRORS) return failed(data.get());
  const unsigned char* buffer = qpdf_get_buffer(data.get());
  return std::string(reinterpret_cast<const char*>(buffer), qpdf_get_buffer_length(data.get()));
}

}  // namespace mognad
