// A shard: one of N parts of a batch, for as many machines. Which organisation belongs to which is said by its code
// alone, so that a part is the same today and tomorrow, whatever else is in the survey. Each part has a journal and a
// manifest of its own, beside each other in one folder; merge_shards joins them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

struct Shard {
  int index = 1;  // from 1
  int count = 1;  // 1: no parts, the whole batch

  bool is_whole() const { return count == 1; }
  /// By the first 32 bits of the code's SHA-256.
  bool has(std::string_view code) const;
  /// "manifest.json" of the whole, "manifest.2-of-12.json" of a part.
  std::string manifest_name() const;
  std::string journal_name() const;

  friend bool operator==(const Shard&, const Shard&) = default;
};

inline constexpr int kMostShards = 100'000;

/// Takes "2/12"; nothing for what is none.
std::optional<Shard> read_shard(std::string_view text);

/// Takes "manifest.2-of-12.json"; nothing for another name.
std::optional<Shard> shard_of_manifest(std::string_view name);

}  // namespace mognad
