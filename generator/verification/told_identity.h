// What a finished PDF file tells of itself: whose it is in its metadata, its title, its language, and of a document of
// the publication which one it is, by its attached data. Identity rules hold it against the manifest and the pages.
#pragma once

#include <string>
#include <string_view>

#include "verification/document.h"
#include "verification/manifest_reader.h"
#include "verification/xmp.h"

namespace mognad::verification {

/// Nothing of it is trusted; what a file doesn't say is empty.
struct ToldIdentity {
  explicit ToldIdentity(const Document& file);

  /// A value of our own namespace in the metadata.
  std::string own(std::string_view name) const;

  Xmp xmp;
  std::string title;
  std::string language;
  std::string document;  // which of the publication, as its data say; empty: none
  std::string figure;    // that it shows alone
};

/// Of a file alone: what it tells of itself, as if a manifest said it. One file, at `path`.
Manifest manifest_of(const ToldIdentity& told, std::string_view path);

/// "sv" of "sv-SE", in small letters.
std::string main_language(std::string_view tag);

}  // namespace mognad::verification
