#include "commands/loaded_libraries.h"

#include <elf.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <link.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

namespace mognad {
namespace {

constexpr std::size_t kAlignment = 4;  // of notes and of what they hold (elf(5))

constexpr std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

/// In hexadecimal digits; empty: there is none among these notes.
std::string build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head{};
    std::memcpy(&head, notes.data(), sizeof head);
    const std::size_t name = sizeof head, content = name + aligned(head.n_namesz);
    const std::size_t end = content + aligned(head.n_descsz);
    if (end > notes.size()) return {};
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(name, head.n_namesz) == std::string_view("GNU", 4)) {
      std::string id;
      for (const char c : notes.substr(content, head.n_descsz))
        id += fmt::format("{:02x}", static_cast<unsigned char>(c));
      return id;
    }
    notes.remove_prefix(end);
  }
  return {};
}

std::string build_id_of(const dl_phdr_info& object) {
  for (const ElfW(Phdr)* part = object.dlpi_phdr; part != object.dlpi_phdr + object.dlpi_phnum; ++part) {
    if (part->p_type != PT_NOTE) continue;
    // Where the loader has mapped it, as it says.
    const auto* at = reinterpret_cast<const char*>(object.dlpi_addr + part->p_vaddr);
    if (auto id = build_id_in({at, part->p_memsz}); !id.empty()) return id;
  }
  return {};
}

int note(dl_phdr_info* object, std::size_t, void* lines) {
  const std::string_view path = object->dlpi_name;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.empty() || name.starts_with("linux-vdso")) return 0;
  static_cast<std::vector<std::string>*>(lines)->push_back(fmt::format("{} {}", name, build_id_of(*object)));
  return 0;
}

}  // namespace

std::string loaded_libraries() {
  std::vector<std::string> lines;
  ::dl_iterate_phdr(note, &lines);
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

}  // namespace mognad
