// Random numbers that are the same everywhere: xoshiro256** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number
// Generators", ACM TOMS 47, 2021), seeded by splitmix64, with distributions of our own: the standard library's differ
// from one implementation to the next.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mognad {

class Random {
 public:
  explicit Random(std::uint64_t seed);
  /// A stream of its own for each name, so that what one part draws never moves another.
  Random(std::uint64_t seed, std::string_view name);

  std::uint64_t next();
  double uniform();                  // 0 ≤ x < 1
  int between(int least, int most);  // both included
  double normal();                   // mean 0, standard deviation 1
  bool chance(double probability) { return uniform() < probability; }

 private:
  std::array<std::uint64_t, 4> state_;
};

}  // namespace mognad
