// The hash of a value with everything in it: texts, numbers, lists, and structs field by field, however deep. Two
// values that differ anywhere have different hashes, so that a report whose content hashes as before need not be made
// again. A struct needs no code of its own: its fields are found when this is compiled, so that none can be forgotten.
// Pure.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/measured.h"
#include "drawing/raster.h"

namespace mognad {

/// The bytes of a value, such that different values have different bytes; `hash` them. Texts and lists begin with how
/// long they are, alternatives with which one it is.
class ContentBytes {
 public:
  template <class T>
  void add(const T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) add_plain(value);
    else add_value(value);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  /// What has to be given for a field when its type isn't known; never the struct itself, which would be a copy.
  template <class Struct>
  struct AnyField {
    template <class Field>
      requires(!std::same_as<Field, Struct>)
    operator Field() const noexcept;
  };

  template <class Struct, std::size_t... kField>
  static constexpr bool has_fields(std::index_sequence<kField...>) {
    return requires { Struct{(static_cast<void>(kField), AnyField<Struct>{})...}; };
  }

  static constexpr std::size_t kMostFields = 20;

  template <class Struct, std::size_t kCount = kMostFields + 1>
  static constexpr std::size_t fields() {
    if constexpr (kCount == 0 || has_fields<Struct>(std::make_index_sequence<kCount>{})) return kCount;
    else return fields<Struct, kCount - 1>();
  }

  template <class T>
  void add_plain(T value) {
    if constexpr (std::is_floating_point_v<T>) value += T{0};  // −0 and 0 are the same number
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof raw);
  }

  void add_value(const std::string& text) {
    add_plain(text.size());
    bytes_ += text;
  }

  void add_value(const Measured& value) {
    add_plain(value.known());
    if (value.known()) add_plain(value.number());
    else add_plain(value.reason());
  }

  /// A picture's name tells it from every other: its million bytes needn't be read again for each report.
  void add_value(const Raster& picture) {
    add(picture.name);
    if (picture.name.empty()) add(picture.pixels);
    add_plain(picture.columns);
    add_plain(picture.rows);
  }

  template <class T>
  void add_value(const std::optional<T>& value) {
    add_plain(value.has_value());
    if (value) add(*value);
  }

  template <class T>
  void add_value(const std::shared_ptr<T>& value) {
    add_plain(value != nullptr);
    if (value) add(*value);
  }

  template <class A, class B>
  void add_value(const std::pair<A, B>& value) {
    add(value.first);
    add(value.second);
  }

  template <class... Alternatives>
  void add_value(const std::variant<Alternatives...>& value) {
    add_plain(value.index());
    std::visit([this](const auto& alternative) { add(alternative); }, value);
  }

  template <class T>
  void add_value(const T& value) {
    if constexpr (requires { value.begin(), value.end(), value.size(); }) {
      add_plain(value.size());
      for (const auto& item : value) add(item);
    } else if constexpr (requires { typename T::variant; }) {  // a struct that is a variant
      add_value(static_cast<const typename T::variant&>(value));
    } else {
      add_fields(value);
    }
  }

  template <class... Fields>
  void add_each(const Fields&... fields) {
    (add(fields), ...);
  }

  /// One line for each number of fields: that many names must be written out.
  template <class T>
  void add_fields(const T& v) {
    static_assert(std::is_aggregate_v<T>, "give the type an add_value of its own");
    constexpr std::size_t kFields = fields<T>();
    static_assert(kFields <= kMostFields, "add a line for more fields");
    // clang-format off
    if constexpr (kFields == 1) { const auto& [a] = v; add_each(a); }
    if constexpr (kFields == 2) { const auto& [a, b] = v; add_each(a, b); }
    if constexpr (kFields == 3) { const auto& [a, b, c] = v; add_each(a, b, c); }
    if constexpr (kFields == 4) { const auto& [a, b, c, d] = v; add_each(a, b, c, d); }
    if constexpr (kFields == 5) { const auto& [a, b, c, d, e] = v; add_each(a, b, c, d, e); }
    if constexpr (kFields == 6) { const auto& [a, b, c, d, e, f] = v; add_each(a, b, c, d, e, f); }
    if constexpr (kFields == 7) { const auto& [a, b, c, d, e, f, g] = v; add_each(a, b, c, d, e, f, g); }
    if constexpr (kFields == 8) { const auto& [a, b, c, d, e, f, g, h] = v; add_each(a, b, c, d, e, f, g, h); }
    if constexpr (kFields == 9) { const auto& [a, b, c, d, e, f, g, h, i] = v; add_each(a, b, c, d, e, f, g, h, i); }
    if constexpr (kFields == 10) { const auto& [a, b, c, d, e, f, g, h, i, j] = v; add_each(a, b, c, d, e, f, g, h, i, j); }
    if constexpr (kFields == 11) { const auto& [a, b, c, d, e, f, g, h, i, j, k] = v; add_each(a, b, c, d, e, f, g, h, i, j, k); }
    if constexpr (kFields == 12) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l); }
    if constexpr (kFields == 13) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m); }
    if constexpr (kFields == 14) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n); }
    if constexpr (kFields == 15) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o); }
    if constexpr (kFields == 16) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p); }
    if constexpr (kFields == 17) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q); }
    if constexpr (kFields == 18) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r); }
    if constexpr (kFields == 19) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s); }
    if constexpr (kFields == 20) { const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = v; add_each(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t); }
    // clang-format on
  }

  std::string bytes_;
};

}  // namespace mognad
