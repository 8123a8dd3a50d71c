#include "language/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace mognad {

std::string normalised(std::string_view utf8) {
  bool ascii = true;
  for (const char c : utf8) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
  if (ascii) return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  std::string out;
  nfc->normalize(text, status).toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(utf8);
}

std::string comparable(std::string_view utf8) {
  if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }))
    return std::string(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::UnicodeString text = folding->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size()))), status);
  icu::UnicodeString kept;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (!u_isUWhiteSpace(c)) kept.append(c);
    else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') kept.append(static_cast<UChar32>(' '));
  }
  kept.trim();
  std::string out;
  kept.toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(utf8);
}

}  // namespace mognad
