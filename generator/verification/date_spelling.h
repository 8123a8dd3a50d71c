// Dates as PDF (ISO 32000-1, 7.9.4) and XMP (ISO 16684-1, 8.2.1.2) spell them, read strictly and made comparable.
#pragma once

#include <optional>
#include <string_view>

namespace mognad::verification {

/// Seconds since 1970 in UTC of "D:20260212090000+01'00'", with as much of it as is there; nothing when it is no date.
std::optional<long long> seconds_of_pdf_date(std::string_view text);

/// Of "2026-02-12T09:00:00+01:00", or a part of it that XMP allows.
std::optional<long long> seconds_of_xmp_date(std::string_view text);

}  // namespace mognad::verification
