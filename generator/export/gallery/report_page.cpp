#include "export/gallery/report_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/gallery/card_figures.h"
#include "export/gallery/page_frame.h"
#include "export/gallery/page_pictures.h"
#include "export/gallery/relative_address.h"
#include "export/html/html_text.h"

namespace mognad {
namespace {

/// A link to a neighbour; without one it stands hidden, for the script may know another order.
std::string neighbour(const char* id, const char* key, const GalleryCard* card, const std::string& word) {
  const std::string place =
      card ? fmt::format("href=\"{}\"", report_page_address("", card->id)) : std::string("href=\"#content\" hidden");
  return fmt::format("<a id=\"{}\" rel=\"{}\" aria-keyshortcuts=\"{}\" {}><span>{}</span> <bdi>{}</bdi></a>\n", id, id,
                     key, place, html_text(word), card ? html_text(card->name) : std::string());
}

std::string navigation(const Gallery& gallery, const GalleryCard& card, const Words& words) {
  const auto& cards = gallery.cards;
  const auto own = std::find_if(cards.begin(), cards.end(), [&](const GalleryCard& c) { return c.id == card.id; });
  const GalleryCard* before = own != cards.begin() && own != cards.end() ? &*(own - 1) : nullptr;
  const GalleryCard* after = own != cards.end() && own + 1 != cards.end() ? &*(own + 1) : nullptr;
  return fmt::format("<nav class=\"walk\" aria-label=\"{}\">\n<a href=\"../index.html\">{}</a>\n",
                     html_text(words.say("gallery.reports")), html_text(words.say("gallery.all_reports"))) +
         fmt::format("<span id=\"at\" data-pattern=\"{}\"></span>\n",
                     html_text(words.say("gallery.at", {{"at", "{at}"}, {"all", "{all}"}}))) +
         neighbour("prev", "ArrowLeft", before, words.say("gallery.previous")) +
         neighbour("next", "ArrowRight", after, words.say("gallery.next")) + "</nav>\n";
}

std::string fact(const std::string& name, const std::string& value) {
  if (value.empty()) return {};
  return fmt::format("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>\n", html_text(name), html_text(value));
}

std::string figures(const GalleryCard& card, const Words& words) {
  const std::string result = result_text(card, words), change = change_text(card, words);
  return "<dl class=\"figures\">\n" +
         fact(words.say("gallery.result"), result.empty() ? words.say("gallery.no_result") : result) +
         fact(words.say("gallery.change"), change.empty() ? change : change + " " + words.say("common.points")) +
         fact(words.say("gallery.quadrant"), card.quadrant.name) + fact(words.say("gallery.type"), card.type.name) +
         fact(words.say("gallery.county"), card.county.name) +
         fact(words.say("gallery.column_code"), card.organisation) + "</dl>\n";
}

std::string documents(const GalleryCard& card, const Words& words) {
  const std::string pages = words.say("gallery.pages_count", {{"count", card.pages}});
  std::string items;
  if (!card.pdf.empty())
    items += fmt::format("<li><a href=\"{}\">{}</a> ({})</li>\n", relative_address("../", card.pdf),
                         html_text(words.say("gallery.pdf")), html_text(pages));
  if (!card.twin.empty())
    items += fmt::format("<li><a href=\"{}\">{}</a></li>\n", relative_address("../", card.twin),
                         html_text(words.say("gallery.twin")));
  return items.empty() ? items : "<ul class=\"documents\">\n" + items + "</ul>\n";
}

/// Hidden until the script can keep what is ticked.
std::string mark(const Words& words) {
  return fmt::format(
      "<p class=\"mark\" hidden><label class=\"tick\"><input type=\"checkbox\" id=\"looked\"> {}</label> <span "
      "class=\"hint\">{}</span></p>\n<p id=\"trouble\" role=\"alert\" data-unkept=\"{}\" hidden></p>\n",
      html_text(words.say("gallery.looked")), html_text(words.say("gallery.arrows")),
      html_text(words.say("gallery.unkept")));
}

std::string warnings(const GalleryCard& card, const Words& words) {
  std::string items;
  for (const GalleryWarning& warning : card.warnings)
    items += fmt::format("<li><strong>{}</strong> {}</li>\n", html_text(warning.kind.name), html_text(warning.text));
  return fmt::format("<section>\n<h2>{}</h2>\n", html_text(words.say("gallery.warnings"))) +
         (items.empty() ? fmt::format("<p>{}</p>\n", html_text(words.say("gallery.no_warnings")))
                        : "<ul class=\"warnings\">\n" + items + "</ul>\n") +
         "</section>\n";
}

std::string made_from(const GalleryReport& report, const Words& words) {
  std::string facts;
  for (const GalleryFact& line : report.made_from) facts += fact(line.name, line.value);
  if (facts.empty()) return facts;
  return fmt::format("<section>\n<h2>{}</h2>\n<dl class=\"facts\">\n{}</dl>\n</section>\n",
                     html_text(words.say("gallery.made_from")), facts);
}

}  // namespace

std::string report_page(const Gallery& gallery, const GalleryReport& report, const Words& words) {
  const GalleryCard& card = report.card;
  const std::string scripts[] = {"marks.js", "report.js"};
  const std::string title = words.say("gallery.report_title", {{"name", card.name}, {"title", gallery.title}});
  std::string html = page_beginning({title, "", scripts}, gallery, words);
  html += "<header class=\"top\">\n" + navigation(gallery, card, words) + example_mark(gallery, words) +
          fmt::format("<p class=\"purpose\">{}</p>\n</header>\n", html_text(gallery.title));
  html += fmt::format("<main id=\"content\" tabindex=\"-1\" data-id=\"{}\" data-mark=\"{}\">\n<h1>{}</h1>\n",
                      html_text(card.id), html_text(card.mark), html_text(card.name));
  if (card.changed) html += fmt::format("<p class=\"changed\">{}</p>\n", html_text(words.say("gallery.changed")));
  html += mark(words) + figures(card, words) + documents(card, words);
  html += "<div class=\"beside\">\n" + warnings(card, words) + made_from(report, words) + "</div>\n";
  return html + page_pictures(report, words) + "</main>\n" + kPageEnd;
}

}  // namespace mognad
