#include "language/collation.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <vector>

namespace mognad {

struct Collation::Order {
  std::unique_ptr<icu::Collator> collator;
};

Collation::Collation(const LanguageTag& tag) : order_(std::make_unique<Order>()) {
  UErrorCode status = U_ZERO_ERROR;
  order_->collator.reset(icu::Collator::createInstance(icu::Locale::forLanguageTag(tag, status), status));
  if (U_FAILURE(status)) order_->collator.reset();
}

Collation::~Collation() = default;

std::string Collation::key(std::string_view utf8) const {
  if (!order_->collator) return std::string(utf8);
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
  std::vector<uint8_t> bytes(utf8.size() * 4 + 16);
  int length = order_->collator->getSortKey(text, bytes.data(), static_cast<int>(bytes.size()));
  if (length > static_cast<int>(bytes.size())) {
    bytes.resize(static_cast<std::size_t>(length));
    length = order_->collator->getSortKey(text, bytes.data(), length);
  }
  return {bytes.begin(), bytes.begin() + length};
}

}  // namespace mognad
