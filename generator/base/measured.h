// Measured: a number, or the reason why there is none. A missing value is a state of its own and never a zero.
// The three reasons are those of Swedish public statistics, written "-", "." and "..".
#pragma once

#include <cassert>

namespace mognad {

enum class Missing { no_answer, not_applicable, withheld };

class Measured {
 public:
  Measured() = default;
  Measured(double number) : number_(number), known_(true) {}
  Measured(Missing reason) : reason_(reason) {}

  bool known() const { return known_; }
  bool withheld() const { return !known_ && reason_ == Missing::withheld; }
  explicit operator bool() const { return known_; }

  double number() const {
    assert(known_);
    return number_;
  }
  Missing reason() const {
    assert(!known_);
    return reason_;
  }

  friend bool operator==(const Measured& a, const Measured& b) {
    return a.known_ == b.known_ && (a.known_ ? a.number_ == b.number_ : a.reason_ == b.reason_);
  }

 private:
  double number_ = 0;
  Missing reason_ = Missing::no_answer;
  bool known_ = false;
};

/// a − b before any rounding; the reason of the first that has no number.
inline Measured difference(const Measured& a, const Measured& b) {
  if (!a) return a;
  if (!b) return b;
  return a.number() - b.number();
}

}  // namespace mognad
