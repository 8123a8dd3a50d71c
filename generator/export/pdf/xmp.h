// The metadata packet (XMP, ISO 16684-1) of a document: what it is, what it conforms to, and whose it is.
#pragma once

#include <string>

#include "report/report.h"

namespace mognad::pdf {

/// Title, language, dates equal to the Info dictionary's, PDF/UA-1 and PDF/A-3a, the document's identity in a namespace
/// of its own, and the extension schemas that PDF/A asks of such namespaces (ISO 19005-3, 6.6.2.3).
std::string xmp_packet(const Report& report, const std::string& producer);

}  // namespace mognad::pdf
