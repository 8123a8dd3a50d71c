// Result<T>: a value, or the problems that kept it from being made. A value may come with warnings and notes.
#pragma once

#include <optional>
#include <utility>

#include "base/problem.h"

namespace mognad {

template <class T>
struct [[nodiscard]] Result {
  std::optional<T> value;
  Problems problems;

  Result(T made) : value(std::move(made)) {}
  Result(Problem problem) { problems.push_back(std::move(problem)); }
  Result(Problems found) : problems(std::move(found)) {}
  Result(T made, Problems found) : value(std::move(made)), problems(std::move(found)) {}

  explicit operator bool() const { return value.has_value(); }
  T& operator*() { return *value; }
  const T& operator*() const { return *value; }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }

  /// Moves the problems to the end of `all` and the value out; nothing when there is none.
  std::optional<T> take(Problems& all) {
    all.insert(all.end(), std::make_move_iterator(problems.begin()), std::make_move_iterator(problems.end()));
    problems.clear();
    return std::move(value);
  }
};

}  // namespace mognad
