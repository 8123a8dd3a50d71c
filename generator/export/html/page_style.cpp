#include "export/html/page_style.h"

#include <fmt/format.h>

namespace mognad {
namespace {

std::string css_name(std::string_view name) {
  std::string with_hyphens(name);
  for (char& c : with_hyphens)
    if (c == '_') c = '-';
  return with_hyphens;
}

/// "--ink:#17222B" for each colour of the theme.
std::string colours(const Theme& theme) {
  std::string css;
  for (const ColourName& colour : kColourNames) {
    const Colour c = theme.colours.*colour.member;
    css += fmt::format("--{}:#{:02X}{:02X}{:02X};", css_name(colour.name), c.red, c.green, c.blue);
  }
  return css;
}

/// What CSS takes for the end of a string or of the sheet is left out of the family's name.
std::string family(const FontSet& fonts) {
  std::string name;
  if (!fonts.empty())
    for (const char c : fonts.front().family)
      if (c != '"' && c != '\\' && c != '<' && c != '\n') name += c;
  return name.empty() ? "sans-serif" : fmt::format("\"{}\",\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif", name);
}

constexpr const char* kText = R"css(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-size:1.0625rem;line-height:1.55}
main,footer,body>nav,.cover>div{max-width:52rem;margin:0 auto;padding:0 1.25rem}
p,ul,ol,figcaption{max-width:38rem}
p,h2,h3,dt,dd,li,figcaption{overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.skip{position:absolute;left:-99rem;background:var(--paper);padding:.75rem 1.25rem;z-index:1}
.skip:focus{left:0;top:0}
.cover{background:var(--accent);color:var(--paper);padding:2rem 0 2.5rem;border-bottom:.75rem solid var(--deep)}
.cover p{margin:0}
.cover img{display:block;height:auto;max-width:100%;background:var(--paper);padding:.5rem;margin-bottom:1.5rem}
.cover h1{margin:.25rem 0 .5rem;font-size:clamp(1.9rem,6vw,3rem);line-height:1.15;overflow-wrap:break-word}
.edition{font-size:1.25rem}
.cover .example{display:inline-block;margin-bottom:1.25rem;padding:.15rem .5rem;background:var(--copper-tint);color:var(--copper);border:1px solid var(--copper);font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:2rem 0 0}
.facts dt{font-size:.9rem}
.facts dd{margin:0}
)css";

constexpr const char* kSections = R"css(
body>nav{margin-top:2rem}
body>nav h2{font-size:1.1rem;margin:0;color:var(--accent);border:0;padding:0}
nav ul{list-style:none;padding:0;margin:.5rem 0 0}
nav li{margin:.35rem 0}
nav li span{display:block;color:var(--ink-2)}
main>section{margin-top:3.5rem}
h2{margin:0 0 1.25rem;border-top:3px solid var(--accent);padding-top:.75rem;line-height:1.25}
h2 .title{display:block;font-size:1.0625rem;color:var(--accent);margin-bottom:.35rem}
h2 .message{display:block;font-size:clamp(1.4rem,4vw,1.85rem);text-wrap:balance}
h3{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
p{margin:.75rem 0}
li{margin:.3rem 0}
.column{font-size:1rem;line-height:1.5}
.callout{background:var(--tint);padding:.75rem 1rem;max-width:none}
.title{font-weight:700}
.subtitle,.caption,figcaption,.note,.unit{color:var(--ink-2)}
.subtitle,.caption,figcaption,.note{font-size:.95rem;line-height:1.4}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(13.5rem,1fr));gap:1.5rem;margin:1.5rem 0}
.tiles>div{border-top:1px solid var(--ink);padding-top:.5rem}
.tiles>.first{border-top:3px solid var(--accent)}
.tiles dt{font-weight:600}
.tiles dd{margin:0 0 .35rem}
.value{font-size:2.4rem;line-height:1.15;font-weight:700}
.first .value{color:var(--accent)}
.second{font-size:1.6rem}
.unit{font-size:1.2rem;font-weight:400}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 2rem}
.thirds{grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
.columns>div{min-width:0}
.columns>div>:first-child{margin-top:.75rem}
.columns .scroll th:first-child{min-width:0}
.ruled>div{border-top:1px solid var(--accent);margin-top:1rem}
)css";

constexpr const char* kFigures = R"css(
figure{margin:2.25rem 0}
figure .title,figure .subtitle{margin:0 0 .15rem}
.scroll{overflow-x:auto;margin:.75rem 0;background:linear-gradient(90deg,var(--paper) 50%,transparent) local 0/2rem 100%,linear-gradient(270deg,var(--paper) 50%,transparent) local 100%/2rem 100%,linear-gradient(90deg,var(--hair),transparent) 0/.75rem 100%,linear-gradient(270deg,var(--hair),transparent) 100%/.75rem 100%;background-repeat:no-repeat}
svg{display:block;height:auto;max-width:100%}
svg text{white-space:pre;font-variant-ligatures:none}
.pair{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:flex-start}
.pair>*{flex:1 1 16rem;min-width:0}
table{border-collapse:collapse;margin:1rem 0;font-size:1rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.5rem}
caption span{display:block}
th,td{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--hair)}
th{font-weight:400}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1px solid var(--ink)}
.number{text-align:right}
th:last-child,td:last-child{padding-right:0}
th,td{overflow-wrap:anywhere}
.scroll th,.scroll td{overflow-wrap:normal}
.scroll th:first-child{min-width:9rem}
.total>*{font-weight:700}
.plan{width:100%}
.plan td,.plan tbody th{height:4rem}
footer{margin-top:4rem;padding-bottom:3rem;color:var(--ink-3);font-size:.95rem}
footer p{border-top:1px solid var(--hair);padding-top:.75rem}
@media print{
@page{size:A4;margin:18mm}
body{font-size:10.5pt}
.skip,body>nav{display:none}
.cover,.callout,.example,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.scroll{overflow:visible;background:none}
.scroll svg{min-width:0!important;max-height:22cm}
.columns{grid-template-columns:1fr 1fr}
.thirds{grid-template-columns:1fr 1fr 1fr}
.tiles{grid-template-columns:repeat(3,1fr)}
table{font-size:9pt}
.scroll th,.scroll td{padding-right:.5rem;overflow-wrap:anywhere;hyphens:auto}
h2{break-inside:avoid}
h2,h3,figure .title,caption,thead{break-after:avoid}
figure,tr,.tiles>div{break-inside:avoid}
a{color:inherit}
}
)css";

}  // namespace

std::string page_style(const Theme& theme, const FontSet& fonts, const std::set<int>& chart_widths) {
  std::string css = fmt::format(":root{{{}}}\nbody{{font-family:{}}}", colours(theme), family(fonts));
  css += kText;
  css += kSections;
  css += kFigures;
  // Letters in a chart that is stretched further are larger than those around it.
  for (const int width : chart_widths)
    css += fmt::format(".scroll .w{0}{{width:100%;min-width:{0}pt;max-width:{1}pt}}\n", width, width * 5 / 4);
  return css;
}

}  // namespace mognad
