// Numbers, texts and lists as bytes and back, little-endian, for files that this program writes and reads itself. Lists
// begin with how many items they have, as 64 bits. The reader takes a file in parts and never more from it than is
// there: after the first value that doesn't fit, `failed()` is true and every further value is empty. Not for threads
// to share.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "files/files.h"
#include "files/sha256.h"

namespace mognad {

static_assert(std::endian::native == std::endian::little, "bytes would have to be turned round");

template <class T>
inline constexpr bool kIsPlain = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

/// Hands on what it has in parts of about a megabyte; the last one by finish().
class ValueWriter {
 public:
  explicit ValueWriter(std::function<void(std::string_view)> part) : part_(std::move(part)) {}

  void raw(const void* bytes, std::size_t count) {
    if (kept_.size() + count > kPart) finish();
    if (count > kPart) return part_({static_cast<const char*>(bytes), count});
    kept_.append(static_cast<const char*>(bytes), count);
  }
  void finish() {
    part_(kept_);
    kept_.clear();
  }

  void value(bool v) { value(static_cast<std::uint8_t>(v)); }
  template <class T>
    requires kIsPlain<T>
  void value(T v) {
    raw(&v, sizeof v);
  }
  void value(const std::string& text) {
    count(text.size());
    raw(text.data(), text.size());
  }
  template <class T>
  void value(const std::vector<T>& list) {
    count(list.size());
    if constexpr (kIsPlain<T>) raw(list.data(), list.size() * sizeof(T));
    else
      for (const auto& item : list) value(item);
  }
  template <class K, class V>
  void value(const std::map<K, V>& map) {
    count(map.size());
    for (const auto& [key, item] : map) value(key), value(item);
  }
  template <class A, class B>
  void value(const std::pair<A, B>& pair) {
    value(pair.first), value(pair.second);
  }
  template <class T>
  void value(const std::optional<T>& optional) {
    value(optional.has_value());
    if (optional) value(*optional);
  }
  template <class T, std::size_t kSize>
  void value(const std::array<T, kSize>& array) {
    for (const T& item : array) value(item);
  }
  /// A struct tells its fields: fields(item, [](auto&... each) { … }).
  template <class T>
    requires std::is_class_v<T>
  void value(const T& item) {
    fields(item, [this](const auto&... each) { (this->value(each), ...); });
  }

 private:
  void count(std::size_t items) { value(static_cast<std::uint64_t>(items)); }

  static constexpr std::size_t kPart = 1 << 20;

  std::function<void(std::string_view)> part_;
  std::string kept_;
};

class ValueReader {
 public:
  /// Of a file's bytes up to `end`, at most its size.
  ValueReader(const FileReader& file, std::uint64_t end) : file_(file), end_(end) {}

  bool failed() const { return failed_; }
  std::uint64_t place() const { return place_; }
  std::uint64_t left() const { return end_ - place_; }
  /// SHA-256 of all up to the end, once all is read.
  std::string sha256() const { return hash_.hex(); }

  bool raw(void* into, std::size_t count) {
    if (failed_ || count > left()) return failed_ = true, false;
    for (auto* to = static_cast<char*>(into); count > 0;) {
      if (used_ == part_.size() && !next_part()) return false;
      const std::size_t some = std::min(count, part_.size() - used_);
      std::memcpy(to, part_.data() + used_, some);
      to += some, count -= some, used_ += some, place_ += some;
    }
    return true;
  }

  void value(bool& v) {
    std::uint8_t byte = 0;
    value(byte);
    if (byte > 1) failed_ = true;
    v = byte == 1;
  }
  template <class T>
    requires kIsPlain<T>
  void value(T& v) {
    if (!raw(&v, sizeof v)) v = T{};
  }
  void value(std::string& text) {
    text.resize(count(1));
    raw(text.data(), text.size());
  }
  template <class T>
  void value(std::vector<T>& list) {
    if constexpr (kIsPlain<T>) {
      list.resize(count(sizeof(T)));
      raw(list.data(), list.size() * sizeof(T));
    } else {
      // It grows with what is read, not with what is promised.
      for (std::size_t items = count(1); items > 0 && !failed_; --items) {
        T item{};
        value(item);
        list.push_back(std::move(item));
      }
      list.shrink_to_fit();
    }
  }
  template <class K, class V>
  void value(std::map<K, V>& map) {
    for (std::size_t items = count(1); items > 0 && !failed_; --items) {
      K key{};
      value(key);
      value(map[std::move(key)]);
    }
  }
  template <class A, class B>
  void value(std::pair<A, B>& pair) {
    value(pair.first), value(pair.second);
  }
  template <class T>
  void value(std::optional<T>& optional) {
    bool is_there = false;
    value(is_there);
    if (is_there) value(optional.emplace());
  }
  template <class T, std::size_t kSize>
  void value(std::array<T, kSize>& array) {
    for (T& item : array) value(item);
  }
  template <class T>
    requires std::is_class_v<T>
  void value(T& item) {
    fields(item, [this](auto&... each) { (this->value(each), ...); });
  }

 private:
  /// 0 for more items than there can be, at that many bytes each at least.
  std::size_t count(std::size_t least_bytes) {
    std::uint64_t items = 0;
    value(items);
    if (items > left() / least_bytes) failed_ = true;
    return failed_ ? 0 : static_cast<std::size_t>(items);
  }

  bool next_part() {
    constexpr std::size_t kPart = 1 << 20;
    part_.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kPart, left())));
    used_ = 0;
    const auto got = file_.read_at(place_, part_);
    if (part_.empty() || !got || *got != part_.size()) return failed_ = true, false;
    hash_.add(part_);
    return true;
  }

  const FileReader& file_;
  std::uint64_t end_;
  Sha256 hash_;
  std::string part_;
  std::size_t used_ = 0;
  std::uint64_t place_ = 0;
  bool failed_ = false;
};

}  // namespace mognad
