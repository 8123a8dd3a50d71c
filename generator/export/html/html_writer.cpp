#include "export/html/html_writer.h"

namespace mognad {

Result<std::string> write_html(const Report& report, const ChartStyle&, const FontSet&) { return report.title; }

}  // namespace mognad
