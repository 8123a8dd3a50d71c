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

TEST_CASE("A long name is cut at a letter, and two that begin alike stay two", "[files]") {
  const std::string begin = std::string(90, 'a') + " " + std::string(500, 'b');
  const std::string one = slug(begin + "1"), other = slug(begin + "2");
  CHECK(one.size() == 99);  // not a hyphen before the hash's
  CHECK(one.starts_with(std::string(90, 'a') + "-"));
  CHECK(one != other);
  CHECK(slug(begin + "1") == one);
  CHECK(slug(std::string(kLongestStem, 'a')) == std::string(kLongestStem, 'a'));
  const std::string report = report_name(std::string(50, 'c'), begin, "sv");
  CHECK(report.size() == std::string("reports/.sv.pdf").size() + kLongestStem);
  CHECK(report != report_name(std::string(50, 'c'), begin + "2", "sv"));
}

TEST_CASE("No name is one that Windows keeps for a device", "[files]") {
  for (const char* name : {"CON", "prn", "Aux", "NUL", "com1", "LPT9", "com0", " con. "}) {
    INFO(name);
    CHECK(slug(name).starts_with("x"));
  }
  CHECK(slug("NUL.txt") == "nul-txt");
  CHECK(slug("const") == "const");
  CHECK(slug("com10") == "com10");
}

TEST_CASE("No name leads out of a folder", "[files]") {
  CHECK(slug("../../x") == "x");
  CHECK(slug(".") == "organisation");
  CHECK(slug("..") == "organisation");
  CHECK(slug("/etc/passwd") == "etc-passwd");
  CHECK(slug(std::string("a\0b", 3)) == "a-b");
}
