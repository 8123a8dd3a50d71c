// The shared libraries that the program runs with: a report is set by them as much as by the program itself, and an
// update of the system changes them without changing the program.
#pragma once

#include <string>

namespace mognad {

/// A line for each, sorted: its file's name and the build id that its linker gave it (a note of type 3, "GNU", in its
/// ELF file), nothing behind the name where it has none. The program itself and what the kernel provides are left out.
std::string loaded_libraries();

}  // namespace mognad
