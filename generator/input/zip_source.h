// A file as the source of bytes that libzip reads an archive from, so that an archive of any size is read in place.
// For one thread at a time.
#pragma once

#include <zip.h>

#include <memory>

#include "files/files.h"

namespace mognad {

/// Owns the file until libzip frees the source. Until `opened` is told of, at most 32 MB are given out: an archive
/// whose directory is larger is no workbook, and libzip holds all of it.
zip_source_t* zip_source_of(std::unique_ptr<FileReader> file, const bool& opened, zip_error_t& error);

}  // namespace mognad
