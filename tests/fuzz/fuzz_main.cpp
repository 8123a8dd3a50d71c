// What libFuzzer calls. The target is chosen when this is compiled.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  mognad::fuzz::MOGNAD_FUZZ_READ({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
