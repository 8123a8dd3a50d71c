#include "export/pdf/compact.h"

#include <fmt/format.h>

#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace mognad {

Result<std::string> compact_pdf(const std::string& bytes) {
  try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("document", bytes.data(), bytes.size());
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.setRecompressFlate(true);
    Pl_Flate::setCompressionLevel(9);
    writer.setDeterministicID(true);  // from the content: never from the clock
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    if (document.anyWarnings())
      return error_at({},
                      fmt::format("the document could not be made compact: {}", document.getWarnings().front().what()));
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  } catch (const std::exception& error) {
    return error_at({}, fmt::format("the document could not be made compact: {}", error.what()));
  }
}

}  // namespace mognad
