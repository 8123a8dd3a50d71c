#include "export/gallery/gallery_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "export/gallery/card_figures.h"
#include "export/gallery/relative_address.h"
#include "export/gallery/script_text.h"
#include "language/collation.h"

namespace mognad {
namespace {

struct ScriptWord {
  const char* name;  // in the script
  const char* key;
};

constexpr ScriptWord kScriptWords[] = {
    {"all", "gallery.all"},
    {"any_warning", "gallery.any_warning"},
    {"no_warning", "gallery.no_warning"},
    {"nothing", "gallery.nothing"},
    {"result", "gallery.result"},
    {"no_result", "gallery.no_result"},
    {"change", "gallery.change"},
    {"points", "common.points"},
    {"quadrant", "gallery.quadrant"},
    {"warnings", "gallery.warnings"},
    {"changed", "gallery.changed"},
    {"looked", "gallery.looked"},
    {"pdf", "gallery.pdf_short"},
    {"column_code", "gallery.column_code"},
    {"column_name", "gallery.column_name"},
    {"column_language", "gallery.column_language"},
    {"column_file", "gallery.column_file"},
    {"column_warnings", "gallery.column_warnings"},
    {"column_looked", "gallery.column_looked"},
    {"letters", "gallery.letters"},
};

std::string words_object(const Gallery& gallery, const Words& words) {
  std::string json;
  for (const auto& [name, key] : kScriptWords) json += fmt::format("\"{}\":{},", name, script_string(words.say(key)));
  // The script puts numbers into these; forms are chosen by the number of reports, which stays.
  const int count = static_cast<int>(gallery.cards.size());
  const std::string all = words.whole(count);
  const auto with = [&](const char* key) {
    return script_string(words.say(key, {{"count", count}, {"shown", "{shown}"}, {"all", all}}));
  };
  return json + fmt::format("\"showing\":{},\"looked_count\":{},\"missing\":{}", with("gallery.showing"),
                            with("gallery.looked_count"), with("gallery.missing"));
}

/// Those that occur, as [key, name] in the order of names.
std::string choices(std::map<std::string, std::string> found, const Gallery& gallery) {
  found.erase("");
  const Collation collation(gallery.language);
  std::vector<std::pair<std::string, std::string>> rows;
  for (const auto& [key, name] : found)
    rows.emplace_back(collation.key(name), fmt::format("[{},{}]", script_string(key), script_string(name)));
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string json;
  for (const auto& row : rows) (json += json.empty() ? "" : ",") += row.second;
  return "[" + json + "]";
}

std::string choices(const Gallery& gallery, GalleryChoice GalleryCard::* member) {
  std::map<std::string, std::string> found;
  for (const GalleryCard& card : gallery.cards) found.emplace((card.*member).key, (card.*member).name);
  return choices(std::move(found), gallery);
}

std::string warning_choices(const Gallery& gallery) {
  std::map<std::string, std::string> found;
  for (const GalleryCard& card : gallery.cards)
    for (const GalleryWarning& warning : card.warnings) found.emplace(warning.kind.key, warning.kind.name);
  return choices(std::move(found), gallery);
}

std::string numbers(const std::vector<double>& values) {
  std::string json;
  for (const double value : values) (json += json.empty() ? "" : ",") += script_number(value);
  return "[" + json + "]";
}

std::string warning_kinds(const GalleryCard& card) {
  std::string json;
  for (const GalleryWarning& warning : card.warnings)
    (json += json.empty() ? "" : ",") += script_string(warning.kind.key);
  return "[" + json + "]";
}

std::string names_object(const GalleryCard& card) {
  return fmt::format(R"("id":{},"code":{},"name":{},"language":{},"type":{},"county":{},"quadrant":{})",
                     script_string(card.id), script_string(card.organisation), script_string(card.name),
                     script_string(card.language), script_string(card.type.key), script_string(card.county.key),
                     script_string(card.quadrant.key));
}

std::string card_object(const GalleryCard& card, const Words& words) {
  return "{" + names_object(card) +
         fmt::format(R"(,"result":{},"change":{},"result_text":{},"change_text":{},"place":{})",
                     script_number(card.result), script_number(card.change), script_string(result_text(card, words)),
                     script_string(change_text(card, words)), numbers(card.position)) +
         fmt::format(
             R"(,"page":{},"pdf":{},"picture":{},"width":{},"height":{},"mark":{},"changed":{},"warnings":{}}})",
             script_string(report_page_address("gallery/", card.id)), script_string(relative_address("./", card.pdf)),
             script_string(relative_address("./", card.picture)), card.picture_width, card.picture_height,
             script_string(card.mark), card.changed, warning_kinds(card));
}

}  // namespace

std::string settings_script(const Gallery& gallery, const Words& words) {
  return fmt::format(
      "gallery.settings({{\"survey\":{},\"language\":{},\"count\":{},\"cuts\":{},\n\"words\":{{{}}},\n\"choices\":{{"
      "\"type\":{},\"county\":{},\"quadrant\":{},\"warning\":{}}}}});\n",
      script_string(gallery.survey), script_string(gallery.language), gallery.cards.size(), numbers(gallery.cuts),
      words_object(gallery, words), choices(gallery, &GalleryCard::type), choices(gallery, &GalleryCard::county),
      choices(gallery, &GalleryCard::quadrant), warning_choices(gallery));
}

std::string cards_script(std::span<const GalleryCard> cards, const Words& words) {
  std::string json;
  for (const GalleryCard& card : cards) (json += json.empty() ? "" : ",\n") += card_object(card, words);
  return "gallery.cards([\n" + json + "\n]);\n";
}

}  // namespace mognad
