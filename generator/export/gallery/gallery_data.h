// What the first page's script shows: the settings with all words, and the cards in pieces. Each is a script that calls
// a function of list.js with JSON. Pure functions; any thread may call them.
#pragma once

#include <span>
#include <string>

#include "language/words.h"
#include "report/gallery.h"

namespace mognad {

/// `gallery.settings({…});`: words by the names that the script uses, what the filters offer in the alphabet's order.
std::string settings_script(const Gallery& gallery, const Words& words);

/// `gallery.cards([…]);`
std::string cards_script(std::span<const GalleryCard> cards, const Words& words);

}  // namespace mognad
