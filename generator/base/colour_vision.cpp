#include "base/colour_vision.h"

#include <algorithm>
#include <cmath>

namespace mognad {
namespace {

using Triple = std::array<double, 3>;
using Matrix3 = std::array<Triple, 3>;

constexpr Matrix3 kProtanopia{{{0.152286, 1.052583, -0.204868},  //
                               {0.114503, 0.786281, 0.099216},
                               {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix3 kDeuteranopia{{{0.367322, 0.860646, -0.227968},  //
                                 {0.280085, 0.672501, 0.047413},
                                 {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix3 kTritanopia{{{1.255528, -0.076749, -0.178779},  //
                               {-0.078411, 0.930809, 0.147602},
                               {0.004733, 0.691367, 0.303900}}};
/// Luminance in every channel.
constexpr Triple kLuminance{0.2126, 0.7152, 0.0722};
constexpr Matrix3 kGrey{kLuminance, kLuminance, kLuminance};

/// Linear sRGB to XYZ (IEC 61966-2-1), each row divided by that of white, so that white is 1, 1, 1.
constexpr Matrix3 kToXyz{{{0.4124564 / 0.9504700, 0.3575761 / 0.9504700, 0.1804375 / 0.9504700},
                          {0.2126729, 0.7151522, 0.0721750},
                          {0.0193339 / 1.0888300, 0.1191920 / 1.0888300, 0.9503041 / 1.0888300}}};

Triple times(const Matrix3& matrix, const Triple& v) {
  Triple result{};
  for (std::size_t i = 0; i < 3; ++i) result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  return result;
}

Triple linear_of(Colour c) { return {linear_channel(c.red), linear_channel(c.green), linear_channel(c.blue)}; }

std::uint8_t encoded(double linear) {
  const double l = std::clamp(linear, 0.0, 1.0);
  const double channel = l <= 0.0031308 ? 12.92 * l : 1.055 * std::pow(l, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(255 * channel));
}

Colour through(const Matrix3& matrix, Colour colour) {
  const Triple seen = times(matrix, linear_of(colour));
  return {encoded(seen[0]), encoded(seen[1]), encoded(seen[2])};
}

double response(double t) {
  constexpr double kDark = 216.0 / 24389;  // below it the cube root is replaced by its tangent
  return t > kDark ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

}  // namespace

const char* name_of(Sight sight) {
  switch (sight) {
    case Sight::protanopia: return "with protanopia";
    case Sight::deuteranopia: return "with deuteranopia";
    case Sight::tritanopia: return "with tritanopia";
    case Sight::grey: return "in grey";
    case Sight::usual: break;
  }
  return "with usual colour vision";
}

Colour as_seen(Colour colour, Sight sight) {
  switch (sight) {
    case Sight::protanopia: return through(kProtanopia, colour);
    case Sight::deuteranopia: return through(kDeuteranopia, colour);
    case Sight::tritanopia: return through(kTritanopia, colour);
    case Sight::grey: return through(kGrey, colour);
    case Sight::usual: break;
  }
  return colour;
}

Lab lab(Colour colour) {
  const Triple xyz = times(kToXyz, linear_of(colour));
  const double x = response(xyz[0]), y = response(xyz[1]), z = response(xyz[2]);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double difference(Colour one, Colour other) {
  const Lab p = lab(one), q = lab(other);
  return std::hypot(p.lightness - q.lightness, p.a - q.a, p.b - q.b);
}

}  // namespace mognad
