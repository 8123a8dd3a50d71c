#include "export/gallery/card_figures.h"

namespace mognad {

std::string result_text(const GalleryCard& card, const Words& words) {
  if (!card.result) return {};
  return words.say("common.percent", {{"value", words.number(*card.result, 1)}});
}

std::string change_text(const GalleryCard& card, const Words& words) {
  if (!card.change) return {};
  return words.signed_number(*card.change, 1);
}

}  // namespace mognad
