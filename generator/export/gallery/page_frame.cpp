#include "export/gallery/page_frame.h"

#include <fmt/format.h>

#include "export/html/html_text.h"

namespace mognad {
namespace {

// Content Security Policy, level 3: no inline script or style, no address that data could bring. A page that is opened
// from a disk has no origin that every browser takes for 'self', therefore the scheme.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; "
    "form-action 'none'";

}  // namespace

std::string page_beginning(const PageFrame& frame, const Gallery& gallery, const Words& words) {
  std::string html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\" data-survey=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n<link rel=\"stylesheet\" href=\"{}style.css\">\n",
      html_text(gallery.language), html_text(gallery.survey), kPolicy, html_text(frame.title), frame.folder);
  for (const std::string& script : frame.scripts) html += fmt::format("<script defer src=\"{}\"></script>\n", script);
  return html + fmt::format("</head>\n<body>\n<a class=\"skip\" href=\"#content\">{}</a>\n",
                            html_text(words.say("page.skip")));
}

std::string example_mark(const Gallery& gallery, const Words& words) {
  if (!gallery.example) return {};
  return fmt::format("<p class=\"example\">{}</p>\n", html_text(words.say("common.simulated")));
}

}  // namespace mognad
