// Writes a gallery of invented reports to look at in a browser: some with names that want to do harm, one of each
// awkward kind (no result, no place, many warnings, a page that has gone), and as many as are asked for.
//   mognad_sample_gallery FOLDER LANGUAGE REPORTS
// Pictures are those that lie in FOLDER/gallery/pictures/0.png … 7.png already.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "export/gallery/gallery_pages.h"
#include "files/memory_files.h"
#include "input/read_template.h"
#include "language/collation.h"

namespace mognad {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

constexpr const char* kNames[] = {"Askdala",  "Åkerby",      "Ängsköping", "Örnvik",     "Asköby",
                                  "Åsköby",   "Eskedal",     "Éskeby",     "Zettertorp", "Vätterlund",
                                  "Wendelby", "Norrlandsbo", "Östra Myrå", "Björkhamn"};

constexpr const char* kHarmful[] = {
    "</script><script>globalThis.harm = 1</script>",
    "<img src=x onerror=\"globalThis.harm = 1\">",
    "\"); globalThis.harm = 1; (\"",
    "'-globalThis.harm=1-' javascript:alert(1)",
    "Amber\xE2\x80\xAE"
    "fdp.exe\xE2\x80\xA8\\u003c",
    "=HYPERLINK(\"http://example.org\"; \"x\")",
    "Broken \xC3\x28 and {shown} {at} bytes",
    "Enormouslylongnamewithoutasingleplacetobreakitbecausesomebodyforgotblanksaltogether"};

/// The same for the same number, and unlike for its neighbours.
double share_of(std::size_t i, std::size_t turn) { return static_cast<double>((i * turn + 13) % 997) / 997; }

GalleryChoice quadrant_of(double across, double up) {
  const int which = (up >= 50 ? 2 : 0) + (across >= 50 ? 1 : 0);
  constexpr const char* kQuadrants[] = {"Typ D: låg förmåga, begränsande arv", "Typ C: låg förmåga, möjliggörande arv",
                                        "Typ B: god förmåga, begränsande arv", "Typ A: god förmåga, möjliggörande arv"};
  return {std::string(1, static_cast<char>('D' - which)), kQuadrants[which]};
}

std::vector<GalleryWarning> warnings_of(std::size_t i) {
  const GalleryWarning few{{"few_respondents", "Få svar"}, "4 personer svarade; resultatet är osäkert."};
  const GalleryWarning label{{"dropped_label", "Bortlämnad etikett"},
                             "”Region Östergötland” fick inte plats i figur 4."};
  const GalleryWarning harm{{"<b>__proto__</b>", "<i onclick=x>Fel</i>"}, "</li><script>globalThis.harm = 1</script>"};
  if (i % 11 == 3) return {few};
  if (i % 17 == 5) return {few, label, label};
  if (i == 1) return {harm};
  return {};
}

GalleryCard card_of(std::size_t i) {
  GalleryCard card;
  const std::size_t names = std::size(kNames), harmful = std::size(kHarmful);
  const std::string kind = i % 9 == 4 ? "Region " : "";
  card.name = i < harmful           ? kHarmful[i]
              : i < harmful + names ? kNames[i - harmful]
                                    : fmt::format("{}{} {}", kind, kNames[i % names], i);
  card.id = fmt::format("{:04}-report{}", 1000 + i, i == 2 ? " %23&?ä" : "");
  card.organisation = fmt::format("{:04}", 1000 + i);
  card.language = i % 6 == 5 ? "en" : "sv";
  card.type = i % 9 == 4 ? GalleryChoice{"region", "Region"} : GalleryChoice{"municipality", "Kommun"};
  if (i % 5 != 4) card.county = {fmt::format("{:02}", i % 5), fmt::format("{} län", kNames[i % 5])};
  card.pages = 26;
  card.pdf = fmt::format("reports/{}.pdf", card.id);
  card.picture = fmt::format("gallery/pictures/{}.png", i % 8);
  card.picture_width = 420, card.picture_height = 594;
  card.mark = fmt::format("mark{}", i);
  card.changed = i % 7 == 2;
  card.warnings = warnings_of(i);
  if (i == 5) return card;  // no result
  card.result = 20 + 60 * share_of(i, 389);
  if (i % 13 != 6) card.change = 20 * share_of(i, 211) - 10;
  card.position = {15 + 70 * share_of(i, 389), 15 + 70 * share_of(i, 571)};
  card.quadrant = quadrant_of(card.position[0], card.position[1]);
  return card;
}

Gallery sample_gallery(const std::string& language, std::size_t reports) {
  Gallery gallery{"Digital mognad 2025", language, "sample-" + std::to_string(reports), true, {50, 50}, {}};
  for (std::size_t i = 0; i < reports; ++i) gallery.cards.push_back(card_of(i));
  const Collation collation(language);
  std::stable_sort(gallery.cards.begin(), gallery.cards.end(), [&](const GalleryCard& a, const GalleryCard& b) {
    return collation.key(a.name) < collation.key(b.name);
  });
  return gallery;
}

GalleryReport report_of(const GalleryCard& card) {
  GalleryReport report{card, {{"Underlag", "34 svar från 6 enheter"}, {"Modell", "dimios 2023"}}, {}};
  report.made_from.push_back({"<script>SHA-256", "5f2c9a0d4c0be12f77aa3cbb1e3f9d07c7cf4f5a0a1b2c3d4e5f60718293a4b5"});
  for (int page = 0; page < 8; ++page) {
    const std::string path = fmt::format("gallery/pictures/{}.png", page);
    report.pages.push_back({path, {}, {}});
    if (card.changed && page % 3 == 1) report.pages.back() = {path, "gallery/pictures/0.png", "gallery/pictures/2.png"};
  }
  if (card.changed) report.pages.push_back({{}, "gallery/pictures/1.png", {}});
  return report;
}

void write(const fs::path& folder, const GalleryFile& file) {
  fs::create_directories((folder / file.path).parent_path());
  std::ofstream(folder / file.path, std::ios::binary) << file.bytes;
}

int run(const fs::path& folder, const std::string& tag, std::size_t reports) {
  const fs::path templates = fs::path(MOGNAD_ROOT) / "templates";
  const MemoryFiles files({{"a.toml", text_of(templates / "languages" / (tag + ".toml"))}});
  const auto language = read_language("a.toml", files);
  if (!language) return 1;
  const Words words(*language);
  GallerySources sources;
  for (const auto& [name, text] : kGallerySources) sources.*text = text_of(templates / "gallery" / name);
  const Gallery gallery = sample_gallery(tag, reports);
  for (const GalleryFile& file : gallery_pages(gallery, sources, words)) write(folder, file);
  // Of thousands the first pages are enough.
  for (std::size_t i = 0; i < std::min<std::size_t>(reports, 200); ++i)
    write(folder, gallery_report_page(gallery, report_of(gallery.cards[i]), words));
  return 0;
}

}  // namespace
}  // namespace mognad

int main(int count, char** arguments) {
  if (count != 4) return fmt::print(stderr, "usage: {} FOLDER LANGUAGE REPORTS\n", arguments[0]), 3;
  return mognad::run(arguments[1], arguments[2], static_cast<std::size_t>(std::atoi(arguments[3])));
}
