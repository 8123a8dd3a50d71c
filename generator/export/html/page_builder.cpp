#include "export/html/page_builder.h"

#include <fmt/format.h>

#include <cmath>

#include "export/html/html_text.h"
#include "export/svg/svg_writer.h"

namespace mognad {
namespace {

constexpr double kSmallScreen = 200;  // points: what 320 pixels hold between their margins, without scrolling

std::string address_of(const LinkTarget& target) {
  return target.uri.empty() ? fmt::format("#section-{}", target.section) : target.uri;
}

}  // namespace

PageBuilder::PageBuilder(const Report& report, const ChartStyle& style, const FontSet& fonts)
    : report_(report), style_(style), fonts_(fonts) {}

std::string PageBuilder::text(std::string_view utf8) {
  style_.shaper.width(utf8, theme().style(TextRole::body));
  return html_text(utf8);
}

void PageBuilder::put_paragraph(std::string_view style, std::string_view utf8) {
  if (utf8.empty()) return;
  if (style.empty()) out_ += fmt::format("<p>{}</p>\n", text(utf8));
  else out_ += fmt::format("<p class=\"{}\">{}</p>\n", style, text(utf8));
}

void PageBuilder::put_rich(const RichText& rich) {
  for (const TextSpan& span : rich) put_span(span);
}

void PageBuilder::put_span(const TextSpan& span) {
  std::string markup = text(span.text);
  if (!span.language.empty() || !span.organisation.empty()) {
    std::string attributes;
    if (!span.language.empty()) attributes += fmt::format(" lang=\"{}\"", html_text(span.language));
    if (!span.organisation.empty())
      attributes += fmt::format(" data-organisation=\"{}\"", html_text(span.organisation));
    markup = fmt::format("<span{}>{}</span>", attributes, markup);
  }
  if (span.strong) markup = fmt::format("<strong>{}</strong>", markup);
  if (span.link) markup = fmt::format("<a href=\"{}\">{}</a>", html_text(address_of(*span.link)), markup);
  out_ += markup;
}

void PageBuilder::put_chart(const DescribedChart& chart, const std::string& title, double width,
                            std::vector<std::string>* dropped) {
  const Picture picture = draw(chart.chart, width, style_, dropped);
  const int points = static_cast<int>(std::lround(width));
  chart_widths_.insert(points);
  const std::string label = title.empty() ? report_.page_words.chart : title;
  const bool scrolls = width > kSmallScreen;
  if (scrolls)
    out_ += fmt::format("<div class=\"scroll chart\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n", text(label));
  out_ += write_inline_svg(
      picture, {fmt::format("chart-{}", ++charts_), fmt::format("w{}", points), title, chart.description}, fonts_);
  if (scrolls) out_ += "</div>\n";
}

std::string PageBuilder::region_name(const std::string& wanted) {
  const int times = ++region_names_[wanted];
  return times == 1 ? wanted : fmt::format("{} ({})", wanted, times);
}

}  // namespace mognad
