#include "files/output_names.h"

#include <catch2/catch.hpp>

using namespace mognad;

TEST_CASE("A slug is lower-case ASCII with hyphens", "[files]") {
  CHECK(slug("Upplands Väsby kommun") == "upplands-vasby-kommun");
  CHECK(slug("Östra Göinge") == "ostra-goinge");
  CHECK(slug("Åre") == "are");
  CHECK(slug("Café É ü Ñ ç") == "cafe-e-u-n-c");
  CHECK(slug("1490") == "1490");
}

TEST_CASE("Everything between letters becomes one hyphen, and none stands at an end", "[files]") {
  CHECK(slug("  A -- & / B!  ") == "a-b");
  CHECK(slug("Dals–Ed") == "dals-ed");
  CHECK(slug("a/../b") == "a-b");
  CHECK(slug("a × b ÷ c") == "a-b-c");
}

TEST_CASE("Every letter of Latin-1 keeps its plain letter", "[files]") {
  CHECK(slug("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ") == "aaaaaaceeeeiiiinoooooouuuuy");
  CHECK(slug("àáâãäåçèéêëìíîïñòóôõöøùúûüý") == "aaaaaaceeeeiiiinoooooouuuuy");
  CHECK(slug("ß") == "s");
  CHECK(slug("ÿ") == "y");
}

TEST_CASE("A name without a letter of ours still gives a name", "[files]") {
  CHECK(slug("") == "organisation");
  CHECK(slug("—") == "organisation");
  CHECK(slug("东京") == "organisation");
}

TEST_CASE("A cut name is no danger", "[files]") { CHECK(slug("a\xC3") == "a"); }

TEST_CASE("A report is named by code, name and language", "[files]") {
  CHECK(report_name("1490", "Borås stad", "sv") == "reports/1490-boras-stad.sv.pdf");
}

TEST_CASE("A figure is named by its report, its number and its section", "[files]") {
  CHECK(figure_name("1490", "Borås stad", "sv", 3, "matrix", "svg") == "figures/1490-boras-stad.sv/03-matrix.svg");
  CHECK(figure_name("1490", "Borås stad", "en", 12, "method", "txt") == "figures/1490-boras-stad.en/12-method.txt");
}

TEST_CASE("Folders and names are joined with one slash, and an absolute name stays", "[files]") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("a", "/b") == "/b");
}

TEST_CASE("The folder of a path is what stands before the last slash", "[files]") {
  CHECK(folder_of("a/b/c") == "a/b");
  CHECK(folder_of("c") == "");
  CHECK(folder_of("/c") == "/");
}
