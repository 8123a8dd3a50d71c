#include "base/language_tag.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A text is given in the language asked for, else in one that there is", "[base]") {
  const LocalText text({{"en", "year"}, {"sv", "år"}});
  CHECK(text.in("sv") == "år");
  CHECK(text.in("fi") == "year");
  CHECK(text.has("en"));
  CHECK_FALSE(text.has("fi"));
  CHECK(LocalText().in("sv").empty());
}

TEST_CASE("A text that is the same everywhere exists in every language", "[base]") {
  const LocalText text({{"*", "A"}, {"sv", "Å"}});
  CHECK(text.has("fi"));
  CHECK(text.in("fi") == "A");
  CHECK(text.in("sv") == "Å");
}
