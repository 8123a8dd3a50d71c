#include "input/repeated_problems.h"

#include <fmt/format.h>

#include <utility>

namespace mognad {
namespace {

constexpr int kShown = 10;

}  // namespace

void RepeatedProblems::error(std::string_view kind, Place place, std::string message, std::string hint) {
  auto found = counts_.find(kind);
  if (found == counts_.end()) found = counts_.emplace(std::string(kind), 0).first;
  if (++found->second <= kShown) problems_.push_back(error_at(std::move(place), std::move(message), std::move(hint)));
}

void RepeatedProblems::done(const std::string& file) {
  for (const auto& [kind, count] : counts_)
    if (count > kShown)
      problems_.push_back(
          error_at({file}, fmt::format("{} more problems of the kind \"{}\" in this file", count - kShown, kind)));
  counts_.clear();
}

}  // namespace mognad
