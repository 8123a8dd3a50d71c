#include "export/gallery/first_page.h"

#include <fmt/format.h>

#include "export/gallery/page_frame.h"
#include "export/gallery/relative_address.h"
#include "export/html/html_text.h"

namespace mognad {
namespace {

struct SortOption {
  const char* value;  // known to the script
  const char* key;
};

constexpr SortOption kSorts[] = {
    {"name", "gallery.sort_name"},
    {"result-high", "gallery.sort_result_high"},
    {"result-low", "gallery.sort_result_low"},
    {"rise", "gallery.sort_rise"},
    {"fall", "gallery.sort_fall"},
    {"extremes", "gallery.sort_extremes"},
    {"warnings", "gallery.sort_warnings"},
};

std::string labelled(const std::string& label, const std::string& control) {
  return fmt::format("<label><span>{}</span>{}</label>\n", html_text(label), control);
}

std::string sort_choice(const Words& words) {
  std::string options;
  for (const auto& [value, key] : kSorts)
    options += fmt::format("<option value=\"{}\">{}</option>", value, html_text(words.say(key)));
  return labelled(words.say("gallery.sort"), "<select name=\"sort\">" + options + "</select>");
}

/// The script knows what there is to choose from, and shows it where there are two.
std::string filter(const char* name, const std::string& label) {
  return labelled(label, fmt::format("<select name=\"{}\"></select>", name));
}

std::string tick_box(const char* name, const std::string& label) {
  return fmt::format("<label class=\"tick\"><input type=\"checkbox\" name=\"{}\"> {}</label>\n", name,
                     html_text(label));
}

std::string controls(const Words& words) {
  return "<form id=\"controls\" role=\"search\" hidden>\n<div class=\"first\">\n" +
         labelled(words.say("gallery.search"), "<input type=\"search\" name=\"search\" autocomplete=\"off\">") +
         sort_choice(words) + "</div>\n<details>\n<summary>" + html_text(words.say("gallery.filters")) +
         "</summary>\n<div class=\"filters\">\n" + filter("type", words.say("gallery.type")) +
         filter("county", words.say("gallery.county")) + filter("quadrant", words.say("gallery.quadrant")) +
         filter("warning", words.say("gallery.warnings")) + filter("language", words.say("gallery.language")) +
         "</div>\n<div class=\"ticks\">\n" + tick_box("changed", words.say("gallery.changed")) +
         tick_box("unseen", words.say("gallery.not_looked")) +
         fmt::format("<button type=\"reset\">{}</button>\n</div>\n</details>\n</form>\n",
                     html_text(words.say("gallery.reset")));
}

std::string list_of_links(const Gallery& gallery) {
  std::string items;
  for (const GalleryCard& card : gallery.cards)
    items += fmt::format("<li><a href=\"{}\">{}</a> ({})</li>\n", report_page_address("gallery/", card.id),
                         html_text(card.name), html_text(card.language));
  return items.empty() ? std::string() : "<noscript>\n<ul>\n" + items + "</ul>\n</noscript>\n";
}

}  // namespace

std::string first_page(const Gallery& gallery, std::span<const std::string> scripts, const Words& words) {
  std::string html = page_beginning({words.say("gallery.page_title", {{"title", gallery.title}}), "gallery/", scripts},
                                    gallery, words);
  html += "<header class=\"top\">\n" + example_mark(gallery, words) +
          fmt::format("<p class=\"purpose\">{}</p>\n<h1>{}</h1>\n</header>\n", html_text(words.say("gallery.purpose")),
                      html_text(gallery.title));
  html += controls(words);
  html += fmt::format(
      "<main id=\"content\" tabindex=\"-1\">\n<h2 class=\"heard\">{}</h2>\n<div id=\"state\" hidden>\n"
      "<p id=\"showing\" role=\"status\"></p>\n<p id=\"looked-count\"></p>\n<button type=\"button\" id=\"download\">{}"
      "</button>\n</div>\n<p id=\"trouble\" role=\"alert\" data-unkept=\"{}\" hidden></p>\n<ul id=\"cards\"></ul>\n"
      "<p class=\"more\"><button type=\"button\" id=\"more\" hidden>{}</button></p>\n",
      html_text(words.say("gallery.reports")), html_text(words.say("gallery.download")),
      html_text(words.say("gallery.unkept")), html_text(words.say("gallery.more")));
  return html + list_of_links(gallery) + "</main>\n" + kPageEnd;
}

}  // namespace mognad
