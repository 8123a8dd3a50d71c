#include "statistics/library_versions.h"

#include <fmt/format.h>

#include <boost/version.hpp>

namespace mognad {

/// Headers alone: what the program was built with.
LibraryVersions versions_of_statistics() {
  return {{"Boost", fmt::format("{}.{}.{}", BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)}};
}

}  // namespace mognad
