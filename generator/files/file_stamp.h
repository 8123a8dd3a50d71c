// What tells whether a file has been touched without reading it.
#pragma once

#include <string>

namespace mognad {

/// Becomes another whenever somebody writes to the file, or puts another in its place (stat(2): device, inode, size and
/// time of the last change, which nobody can set); empty when it is missing. Any thread.
std::string file_stamp(const std::string& path);

}  // namespace mognad
