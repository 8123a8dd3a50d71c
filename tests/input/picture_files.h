// PNG files made in memory, whole or damaged on purpose, for tests of what reads them.
#pragma once

#include <libdeflate.h>

#include <cstdint>
#include <string>

namespace mognad::test {

inline std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(value >> shift & 0xFFu);
  return bytes;
}

inline std::string png_chunk(const std::string& kind, const std::string& data) {
  const std::string checked = kind + data;
  return big_endian(static_cast<std::uint32_t>(data.size())) + checked +
         big_endian(libdeflate_crc32(0, checked.data(), checked.size()));
}

inline std::string zlib_of(const std::string& bytes) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

/// Red, green, blue and alpha, 8 bits each; `pixel` is four bytes, the same everywhere. The header may lie.
inline std::string png_of(int columns, int rows, const std::string& pixel, std::uint32_t told_columns = 0) {
  std::string row(1, '\0'), all;
  for (int x = 0; x < columns; ++x) row += pixel;
  for (int y = 0; y < rows; ++y) all += row;
  const std::string size = big_endian(told_columns ? told_columns : static_cast<std::uint32_t>(columns)) +
                           big_endian(told_columns ? told_columns : static_cast<std::uint32_t>(rows));
  return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", size + std::string("\x08\x06\0\0\0", 5)) +
         png_chunk("IDAT", zlib_of(all)) + png_chunk("IEND", "");
}

}  // namespace mognad::test
