#include "export/html/html_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/cairo/raster_png.h"
#include "export/html/data_address.h"
#include "export/html/html_text.h"
#include "export/html/page_blocks.h"
#include "export/html/page_style.h"
#include "layout/grid.h"
#include "text/missing_characters.h"

namespace mognad {
namespace {

/// Whether the contents are a section of the report itself.
bool lists_sections(const Report& report) {
  return std::any_of(report.sections.begin(), report.sections.end(), [](const Section& section) {
    return std::any_of(section.blocks.begin(), section.blocks.end(),
                       [](const Block& block) { return std::holds_alternative<Contents>(block); });
  });
}

std::string number_of(const Section& section) {
  return section.numbered ? fmt::format("{} ", section.number) : std::string();
}

class PageWriter {
 public:
  PageWriter(const Report& report, const ChartStyle& style, const FontSet& fonts)
      : report_(report), page_(report, style, fonts), style_(style), fonts_(fonts) {}

  Result<std::string> run() {
    put_cover();
    if (!lists_sections(report_)) put_navigation();
    page_.put("<main id=\"content\" tabindex=\"-1\">\n");
    for (std::size_t i = 0; i < report_.sections.size(); ++i) put_section(report_.sections[i], i);
    page_.put("</main>\n");
    put_foot();
    report_missing_characters(style_.shaper, report_.title, problems_);
    if (has_errors(problems_)) return std::move(problems_);
    return {head() + page_.take() + "</body>\n</html>\n", std::move(problems_)};
  }

 private:
  /// Written last, when it is known which charts there are.
  std::string head() const {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"description\" content=\"{}\">\n<meta name=\"author\" content=\"{}\">\n"
        "<meta name=\"generator\" content=\"{}\">\n<style>\n{}</style>\n</head>\n<body>\n"
        "<a class=\"skip\" href=\"#content\">{}</a>\n",
        html_text(report_.document_tag), html_text(report_.title), html_text(report_.subject),
        html_text(report_.author), html_text(report_.identity.program),
        page_style(style_.theme, fonts_, page_.chart_widths()), html_text(report_.page_words.skip));
  }

  /// The example is told first: whoever listens shall know it from the beginning.
  void put_cover() {
    const Cover& cover = report_.cover;
    page_.put("<header class=\"cover\">\n<div>\n");
    page_.put_paragraph("example", report_.example_tag);
    put_logo();
    page_.put_paragraph("edition", cover.edition);
    const std::string language =
        cover.name_language.empty() ? "" : fmt::format(" lang=\"{}\"", html_text(cover.name_language));
    page_.put(fmt::format("<h1{}>{}</h1>\n", language, page_.text(cover.name)));
    page_.put_paragraph("", cover.reader);
    if (!cover.facts.empty()) page_.put("<dl class=\"facts\">\n");
    for (const CoverFact& fact : cover.facts) put_fact(fact);
    if (!cover.facts.empty()) page_.put("</dl>\n");
    page_.put("</div>\n</header>\n");
  }

  void put_fact(const CoverFact& fact) {
    page_.put(fmt::format("<div><dt>{}</dt>", page_.text(fact.label)));
    for (const std::string* text : {&fact.first, &fact.second})
      if (!text->empty()) page_.put(fmt::format("<dd>{}</dd>", page_.text(*text)));
    page_.put("</div>\n");
  }

  void put_logo() {
    const Cover& cover = report_.cover;
    if (!cover.logo) return;
    constexpr double kPixelsPerPoint = 96.0 / 72;  // CSS Values and Units, 5.2
    const Size shape{static_cast<double>(cover.logo->columns), static_cast<double>(cover.logo->rows)};
    const Size size = fitted(shape, kLogoBox);
    const auto bytes = png_of(*cover.logo).take(problems_);
    if (!bytes) return;
    page_.put(fmt::format("<img src=\"{}\" width=\"{:.0f}\" height=\"{:.0f}\" alt=\"{}\">\n",
                          data_address("image/png", *bytes), size.width * kPixelsPerPoint,
                          size.height * kPixelsPerPoint, page_.text(cover.logo_description)));
  }

  void put_navigation() {
    page_.put(fmt::format("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ul>\n",
                          page_.text(report_.page_words.contents)));
    for (std::size_t i = 0; i < report_.sections.size(); ++i)
      page_.put(fmt::format("<li><a href=\"#section-{}\">{}{}</a></li>\n", i, number_of(report_.sections[i]),
                            page_.text(report_.sections[i].title)));
    page_.put("</ul>\n</nav>\n");
  }

  /// Title and message are one heading, so that who goes from heading to heading hears both.
  void put_section(const Section& section, std::size_t index) {
    page_.put(fmt::format("<section id=\"section-{}\">\n<h2><span class=\"title\">{}{}</span>", index,
                          number_of(section), page_.text(section.title)));
    if (!section.message.empty())
      page_.put(fmt::format(" <span class=\"message\">{}</span>", page_.text(section.message)));
    page_.put("</h2>\n");
    put_blocks(page_, section.blocks, grid::kWidth);
    page_.put("</section>\n");
  }

  void put_foot() {
    page_.put("<footer>\n<p>");
    if (!report_.foot_strong.empty()) page_.put(fmt::format("<strong>{}</strong> ", page_.text(report_.foot_strong)));
    page_.put(page_.text(report_.foot));
    if (!report_.example_tag.empty()) page_.put(fmt::format("<br>{}", page_.text(report_.example_tag)));
    page_.put("</p>\n</footer>\n");
  }

  const Report& report_;
  PageBuilder page_;
  const ChartStyle& style_;
  const FontSet& fonts_;
  Problems problems_;
};

}  // namespace

Result<std::string> write_html(const Report& report, const ChartStyle& style, const FontSet& fonts) {
  return PageWriter(report, style, fonts).run();
}

}  // namespace mognad
