#include "batch/shard.h"

#include <fmt/format.h>

#include <charconv>

#include "files/output_names.h"
#include "files/sha256.h"

namespace mognad {
namespace {

/// A number in digits alone, from the beginning; what follows is left in `text`.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 1 || text.starts_with('0')) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// Two numbers with something between, and nothing behind them.
std::optional<Shard> shard_in(std::string_view text, std::string_view between) {
  const auto index = take_number(text);
  if (!index || !text.starts_with(between)) return std::nullopt;
  text.remove_prefix(between.size());
  const auto count = take_number(text);
  if (!count || !text.empty() || *index > *count || *count > kMostShards) return std::nullopt;
  return Shard{*index, *count};
}

constexpr std::string_view kBefore = "manifest.", kAfter = ".json";

}  // namespace

bool Shard::has(std::string_view code) const {
  if (is_whole()) return true;
  const std::string hash = sha256_hex(code);
  unsigned first = 0;
  std::from_chars(hash.data(), hash.data() + 8, first, 16);
  return static_cast<int>(first % static_cast<unsigned>(count)) == index - 1;
}

std::string Shard::manifest_name() const {
  return is_whole() ? std::string(kManifestName) : fmt::format("{}{}-of-{}{}", kBefore, index, count, kAfter);
}

std::string Shard::journal_name() const {
  return is_whole() ? std::string(kJournalName) : fmt::format("manifest.{}-of-{}.journal", index, count);
}

std::optional<Shard> read_shard(std::string_view text) { return shard_in(text, "/"); }

std::optional<Shard> shard_of_manifest(std::string_view name) {
  if (!name.starts_with(kBefore) || !name.ends_with(kAfter) || name.size() < kBefore.size() + kAfter.size())
    return std::nullopt;
  return shard_in(name.substr(kBefore.size(), name.size() - kBefore.size() - kAfter.size()), "-of-");
}

}  // namespace mognad
