// The grid of a page: A4, twelve columns of 28 with gutters of 12, steps of 5.5. Lengths in points.
#pragma once

namespace mognad::grid {

inline constexpr double kLeft = 63.64;
inline constexpr double kWidth = 468;
inline constexpr double kTop = 66;
inline constexpr double kBottom = 770;
inline constexpr double kFoot = 800;  // baseline
inline constexpr double kStep = 5.5;
inline constexpr double kGutter = 12;
inline constexpr double kBodyWidth = 388;  // 80 characters
inline constexpr double kCaptionWidth = 428;
inline constexpr double kBlockSpace = 22;
inline constexpr double kPartSpace = 27.5;
inline constexpr double kHeadingToFigure = 11;

/// The width of `columns` of the twelve.
constexpr double span(int columns) { return 40.0 * columns - 12; }

/// Where a baseline stands in a line of that leading.
constexpr double baseline(double leading) { return leading * 2 / 3; }

}  // namespace mognad::grid
