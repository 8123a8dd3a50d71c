#include "export/gallery/page_pictures.h"

#include <fmt/format.h>

#include "export/gallery/relative_address.h"
#include "export/html/html_text.h"

namespace mognad {
namespace {

/// All pages of a report are as large as its first.
std::string picture(const GalleryCard& card, const std::string& path, const std::string& text) {
  return fmt::format("<img src=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" alt=\"{}\">",
                     relative_address("../", path), card.picture_width, card.picture_height, html_text(text));
}

struct View {
  const std::string& path;
  std::string name;  // "Före"
};

std::string view(const GalleryCard& card, const View& shown, const std::string& page) {
  if (shown.path.empty()) return {};
  return fmt::format("<figure>{}<figcaption>{}</figcaption></figure>\n",
                     picture(card, shown.path, page + ": " + shown.name), html_text(shown.name));
}

std::string compared(const GalleryCard& card, const GalleryPage& page, const std::string& name, const Words& words) {
  std::string html = fmt::format("<section class=\"compared\">\n<h3>{}</h3>\n", html_text(name));
  if (page.picture.empty()) html += fmt::format("<p>{}</p>\n", html_text(words.say("gallery.page_gone")));
  return html + "<div class=\"views\">\n" + view(card, {page.before, words.say("gallery.before")}, name) +
         view(card, {page.picture, words.say("gallery.now")}, name) +
         view(card, {page.difference, words.say("gallery.difference")}, name) + "</div>\n</section>\n";
}

std::string alone(const GalleryCard& card, const GalleryPage& page, const std::string& name) {
  return fmt::format("<figure>{}<figcaption>{}</figcaption></figure>\n", picture(card, page.picture, name),
                     html_text(name));
}

}  // namespace

std::string page_pictures(const GalleryReport& report, const Words& words) {
  std::string changed, same;
  for (std::size_t i = 0; i < report.pages.size(); ++i) {
    const GalleryPage& page = report.pages[i];
    const std::string name = words.say("gallery.page_number", {{"page", std::to_string(i + 1)}});
    if (!page.before.empty()) changed += compared(report.card, page, name, words);
    else if (!page.picture.empty()) same += alone(report.card, page, name);
  }
  std::string html;
  if (!changed.empty())
    html +=
        fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", html_text(words.say("gallery.changes_title")), changed);
  if (!same.empty())
    html += fmt::format("<section>\n<h2>{}</h2>\n<div class=\"pages\">\n{}</div>\n</section>\n",
                        html_text(words.say("gallery.pages_title")), same);
  return html;
}

}  // namespace mognad
