#include "export/pdf/pdf_image.h"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace mognad::pdf {
namespace {

/// Samples of one byte, `channels` for each pixel, row by row.
struct Samples {
  int channels = 3;
  std::string bytes;
  std::string palette;  // three bytes for each sample's value; empty: the samples are colours
};

/// One sample for each pixel where 256 colours are enough, as they are for a logo of one or two with soft edges. The
/// palette is sorted, so that like colours have like numbers.
Samples samples_of(const Raster& raster) {
  constexpr std::size_t kMost = 256;
  std::map<std::string_view, std::size_t> numbers;
  const std::string_view pixels(raster.pixels);
  // Most pixels are as the one before: those needn't be looked up.
  const auto as_before = [&](std::size_t i) { return i > 0 && pixels.substr(i, 3) == pixels.substr(i - 3, 3); };
  for (std::size_t i = 0; i < pixels.size() && numbers.size() <= kMost; i += 3)
    if (!as_before(i)) numbers.emplace(pixels.substr(i, 3), 0);
  if (numbers.size() > kMost) return {3, raster.pixels, {}};
  Samples samples{1, {}, {}};
  for (auto& [colour, number] : numbers) {
    number = samples.palette.size() / 3;
    samples.palette += colour;
  }
  samples.bytes.reserve(pixels.size() / 3);
  for (std::size_t i = 0; i < pixels.size(); i += 3)
    samples.bytes += as_before(i) ? samples.bytes.back() : static_cast<char>(numbers.at(pixels.substr(i, 3)));
  return samples;
}

/// Each row as its difference from the one above (the filter "up" of PNG, ISO 32000-1, 7.4.4.4): flat shapes become
/// nothing but zeros.
std::string differences(const std::string& bytes, std::size_t row_length) {
  constexpr char kUp = 2;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / row_length);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % row_length == 0) out += kUp;
    const int above = i < row_length ? 0 : static_cast<unsigned char>(bytes[i - row_length]);
    out += static_cast<char>(static_cast<unsigned char>(bytes[i]) - above);
  }
  return out;
}

}  // namespace

std::string image_name(const Raster& raster) { return "Im" + raster.name.substr(0, 16); }

PdfImage::PdfImage(const Raster& raster) : name_(image_name(raster)) {
  const Samples samples = samples_of(raster);
  entries_.name("Type", "XObject").name("Subtype", "Image").raw("BitsPerComponent", "8");
  entries_.raw("Width", std::to_string(raster.columns)).raw("Height", std::to_string(raster.rows));
  if (samples.palette.empty()) entries_.name("ColorSpace", "DeviceRGB");
  else
    entries_.raw("ColorSpace", fmt::format("[/Indexed /DeviceRGB {} {}]", samples.palette.size() / 3 - 1,
                                           hex_string(samples.palette)));
  entries_.raw("DecodeParms", fmt::format("<</Predictor 12 /Colors {} /BitsPerComponent 8 /Columns {}>>",
                                          samples.channels, raster.columns));
  const auto row_length = static_cast<std::size_t>(samples.channels) * static_cast<std::size_t>(raster.columns);
  data_ = deflate(differences(samples.bytes, row_length), Effort::small);
}

Ref PdfImage::write(PdfFile& file) const { return file.add_shared_stream(entries_, data_); }

}  // namespace mognad::pdf
