// Windows-1252, the encoding that Excel gives a CSV file in western Europe unless told otherwise.
#pragma once

#include <algorithm>
#include <array>

namespace mognad {

/// Bytes 0x80 to 0x9F; 0: the byte is not defined. The other bytes are the characters of the same number. Source:
/// unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
inline constexpr std::array<char32_t, 32> kWindows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The character of a byte, or 0.
inline char32_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : char32_t{byte};
}

/// Whether the bytes 0x80 to 0xBF, those that follow the first of a character in UTF-8, have this one among their
/// characters.
inline bool follows_in_utf8(char32_t character) {
  if (character >= 0xA0 && character <= 0xBF) return true;
  return character >= 0x80 && std::find(kWindows1252.begin(), kWindows1252.end(), character) != kWindows1252.end();
}

}  // namespace mognad
