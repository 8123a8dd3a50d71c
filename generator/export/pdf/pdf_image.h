// A picture of pixels as it goes into every document: compressed once, an image XObject in each file (ISO
// 32000-1, 8.9). Const; threads share it.
#pragma once

#include <string>

#include "drawing/raster.h"
#include "export/pdf/pdf_file.h"

namespace mognad::pdf {

/// What content streams and resources call it; the same for the same pixels.
std::string image_name(const Raster& raster);

class PdfImage {
 public:
  explicit PdfImage(const Raster& raster);

  const std::string& name() const { return name_; }
  Ref write(PdfFile& file) const;

 private:
  std::string name_;
  Dict entries_;
  Deflated data_;
};

}  // namespace mognad::pdf
