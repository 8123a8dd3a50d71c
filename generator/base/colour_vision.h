// How colours look to readers who see them differently, and how far apart two of them are. Simulated by the matrices of
// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE
// Transactions on Visualization and Computer Graphics 15, 2009), severity 1.0, on linear sRGB.
#pragma once

#include <array>

#include "base/colour.h"

namespace mognad {

/// Usual colour vision, without the long, medium or short cones, and a print or copy without colour.
enum class Sight { usual, protanopia, deuteranopia, tritanopia, grey };

inline constexpr std::array<Sight, 5> kSights{Sight::usual, Sight::protanopia, Sight::deuteranopia, Sight::tritanopia,
                                              Sight::grey};

/// As it stands in a sentence: "with protanopia", "in grey".
const char* name_of(Sight sight);

/// The colour that looks to everyone as `colour` looks to this sight, rounded to the 8 bits of sRGB.
Colour as_seen(Colour colour, Sight sight);

/// CIELAB 1976 for the white of sRGB, D65 (ISO/CIE 11664-4).
struct Lab {
  double lightness = 0;  // 0 black to 100 white
  double a = 0;          // green to red
  double b = 0;          // blue to yellow
};

Lab lab(Colour colour);

/// ΔE*ab of 1976: the distance in CIELAB. 2.3 is what one can just see; marks need many times that.
double difference(Colour one, Colour other);

}  // namespace mognad
