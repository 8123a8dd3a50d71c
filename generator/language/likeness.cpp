#include "language/likeness.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace mognad {

std::string likeness_key(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(utf8);
  const icu::UnicodeString folded = fold->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size()))), status);
  icu::UnicodeString key;
  for (int i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (!u_isUWhiteSpace(c) && !u_hasBinaryProperty(c, UCHAR_DASH)) key.append(c);
  }
  std::string out;
  key.toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(utf8);
}

}  // namespace mognad
