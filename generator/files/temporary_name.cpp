#include "files/temporary_name.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>

#include "files/descriptor.h"
#include "files/sha256.h"

namespace mognad {
namespace {

constexpr std::string_view kEnding = ".part";
constexpr std::size_t kPlaceDigits = 8;
constexpr std::string_view kNowhere = "00000000";  // where the system doesn't tell

/// Differs from start to start and from machine to machine: random(4).
std::string start_of_machine() {
  const Descriptor file(::open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC));
  std::array<char, 64> text{};
  const ssize_t size = file.open() ? ::read(file.number(), text.data(), text.size()) : 0;
  return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

/// Process numbers are those of a container: pid_namespaces(7).
std::string numbering_of_processes() {
  std::array<char, 64> text{};
  const ssize_t size = ::readlink("/proc/self/ns/pid", text.data(), text.size());
  return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
}

const std::string& this_place() {
  static const std::string place = [] {
    const std::string start = start_of_machine(), numbering = numbering_of_processes();
    return start.empty() || numbering.empty() ? std::string(kNowhere)
                                              : sha256_hex(start + numbering).substr(0, kPlaceDigits);
  }();
  return place;
}

bool is_place(std::string_view text) {
  return text.size() == kPlaceDigits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

}  // namespace

std::string temporary_name(std::string_view name) {
  static std::atomic<int> counter = 0;
  return fmt::format("{}.{}-{}-{}{}", name, this_place(), ::getpid(), counter++, kEnding);
}

std::optional<FileWriter> writer_of(std::string_view temporary) {
  if (!temporary.ends_with(kEnding)) return std::nullopt;
  temporary.remove_suffix(kEnding.size());
  const std::size_t dot = temporary.rfind('.');
  if (dot == temporary.npos || dot == 0) return std::nullopt;
  const std::string_view told = temporary.substr(dot + 1);
  const std::size_t first = told.find('-'), second = told.find('-', first + 1);
  if (first == told.npos || second == told.npos) return std::nullopt;
  const auto process = number_of(told.substr(first + 1, second - first - 1));
  if (!is_place(told.substr(0, first)) || !process || *process == 0 || !number_of(told.substr(second + 1)))
    return std::nullopt;
  return FileWriter{std::string(told.substr(0, first)), *process};
}

bool has_ended(const FileWriter& writer) {
  if (writer.place != this_place() || writer.place == kNowhere) return false;
  return writer.process == ::getpid() || (::kill(writer.process, 0) != 0 && errno == ESRCH);
}

}  // namespace mognad
