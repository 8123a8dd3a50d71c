// Lengths as users and printers give them: millimetres, in points of 1/72 inch.
#pragma once

namespace mognad {

constexpr double points(double millimetres) { return millimetres * 72 / 25.4; }

}  // namespace mognad
