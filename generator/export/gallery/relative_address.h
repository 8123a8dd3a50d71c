// A path as the address of a file beside a page. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// From the folder `from` ("./", "../"): what is not unreserved is percent-encoded, byte by byte, but for slashes (RFC
/// 3986, 2.3). The folder before it keeps a path from being taken for a scheme or a host. Empty for an empty path.
std::string relative_address(std::string_view from, std::string_view path);

/// "<id>.html" in that folder; a slash in an id is encoded.
std::string report_page_address(std::string_view from, std::string_view id);

}  // namespace mognad
