// PdfRandom: as long as one stands, the random numbers that libqpdf uses in this thread come from a stream, and a file
// that needs some comes out the same each time. Other threads get what they always get. Not nested.
#pragma once

#include "files/key_stream.h"

namespace mognad {

class PdfRandom {
 public:
  /// The stream must outlive it.
  explicit PdfRandom(KeyStream& stream);
  ~PdfRandom();
  PdfRandom(const PdfRandom&) = delete;
  PdfRandom& operator=(const PdfRandom&) = delete;
};

}  // namespace mognad
