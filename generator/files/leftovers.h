// Temporary files that nobody will finish: a process that is killed while it writes can't remove its own. Those of
// processes of this machine that have ended are removed; of another machine's processes nothing is known here, so what
// they wrote goes when it is an hour old by the clock of the file system, where a file takes milliseconds. Links are
// not followed. Other files, whatever their names, stay. For one thread, and before this process writes there itself.
#pragma once

#include <string>
#include <vector>

namespace mognad {

/// In the folder itself, and in the folders of these names inside it with all that is below them. What can't be read or
/// removed is passed over: it is in nobody's way.
void remove_leftovers(const std::string& folder, const std::vector<std::string>& inner);

}  // namespace mognad
