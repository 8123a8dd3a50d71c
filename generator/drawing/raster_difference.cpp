#include "drawing/raster_difference.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace mognad {
namespace {

constexpr int kRing = 4;    // pixels around one that differs
constexpr int kFaded = 30;  // per cent of the ink that stays where nothing differs

class Difference {
 public:
  Difference(const Raster& before, const Raster& after)
      : before_(before),
        after_(after),
        columns_(std::max(before.columns, after.columns)),
        rows_(std::max(before.rows, after.rows)),
        other_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
    for (int y = 0; y < rows_; ++y)
      for (int x = 0; x < columns_; ++x) other_[at(x, y)] = differs(x, y);
  }

  bool any() const { return std::find(other_.begin(), other_.end(), true) != other_.end(); }

  Raster picture(Colour mark, Colour tint) const {
    Raster raster{columns_, rows_, {}, {}};
    raster.pixels.reserve(3 * other_.size());
    const std::vector<bool> ringed = grown();
    for (int y = 0; y < rows_; ++y)
      for (int x = 0; x < columns_; ++x) {
        if (other_[at(x, y)]) put(raster, mark);
        else if (ringed[at(x, y)]) put(raster, tint);
        else put(raster, faded(x, y));
      }
    return raster;
  }

 private:
  std::size_t at(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
  }

  /// Null where the picture has no such pixel.
  static const char* pixel(const Raster& raster, int x, int y) {
    if (x >= raster.columns || y >= raster.rows) return nullptr;
    return raster.pixels.data() +
           3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.columns) + static_cast<std::size_t>(x));
  }

  bool differs(int x, int y) const {
    const char* before = pixel(before_, x, y);
    const char* after = pixel(after_, x, y);
    return !before || !after || std::memcmp(before, after, 3) != 0;
  }

  /// A square around each pixel that differs, first along the rows, then along the columns.
  std::vector<bool> grown() const {
    std::vector<bool> across(other_.size()), all(other_.size());
    for (int y = 0; y < rows_; ++y)
      for (int x = 0; x < columns_; ++x)
        if (other_[at(x, y)])
          for (int i = std::max(0, x - kRing); i <= std::min(columns_ - 1, x + kRing); ++i) across[at(i, y)] = true;
    for (int y = 0; y < rows_; ++y)
      for (int x = 0; x < columns_; ++x)
        if (across[at(x, y)])
          for (int i = std::max(0, y - kRing); i <= std::min(rows_ - 1, y + kRing); ++i) all[at(x, i)] = true;
    return all;
  }

  /// Grey, so that the mark is the only colour of the picture.
  Colour faded(int x, int y) const {
    const char* rgb = pixel(after_, x, y);
    const auto part = [&](int i) { return static_cast<int>(static_cast<unsigned char>(rgb[i])); };
    const int light = (part(0) * 30 + part(1) * 59 + part(2) * 11) / 100;
    const auto grey = static_cast<std::uint8_t>(255 - (255 - light) * kFaded / 100);
    return {grey, grey, grey};
  }

  static void put(Raster& raster, Colour colour) {
    for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) raster.pixels += static_cast<char>(part);
  }

  const Raster& before_;
  const Raster& after_;
  int columns_, rows_;
  std::vector<bool> other_;
};

}  // namespace

std::optional<Raster> raster_difference(const Raster& before, const Raster& after, Colour mark, Colour tint) {
  const Difference difference(before, after);
  if (!difference.any()) return std::nullopt;
  return difference.picture(mark, tint);
}

}  // namespace mognad
