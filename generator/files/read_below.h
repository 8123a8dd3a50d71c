// A file that the program wrote into a folder, read back: nothing else may stand in its place.
#pragma once

#include <string>

#include "files/files.h"

namespace mognad {

/// The bytes of a file in a folder or deeper. The folder may be reached through links; below it a link is a problem, so
/// that what is read lies where it was written, as is a name that leads out of the folder. Whoever must know that the
/// bytes are the right ones holds their hash against them.
Result<std::string> read_below(const std::string& folder, const std::string& name, const Files& files);

}  // namespace mognad
