#include "report/figure_document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/report_head.h"

namespace mognad {

std::string publication_title(const NationInputs& inputs, const Words& words) {
  const std::string& title = inputs.status.title.in(words.tag());
  return fmt::format("{} {}", title.empty() ? inputs.survey.name.in(words.tag()) : title, inputs.survey.year);
}

std::string example_notice(const Survey& survey, const Words& words) {
  return survey.simulated ? words.say("common.simulated") : std::string();
}

Figure standing_alone(const NationalFigure& figure, const Survey& survey, const Words& words) {
  Figure alone = figure.figure;
  alone.see.reset();  // there are no sections
  std::string caption;
  if (const std::string notice = example_notice(survey, words); !notice.empty()) caption = notice + ".";
  for (const std::string& part : {figure.figure.caption, figure.source})
    if (!part.empty() && caption.find(part) == std::string::npos)
      caption += fmt::format("{}{}", caption.empty() ? "" : " ", part);
  alone.caption = std::move(caption);
  return alone;
}

Report figure_document(const NationInputs& inputs, const NationalFigure& figure, const Words& words) {
  Report report = report_head(inputs.survey, inputs.model, publication_title(inputs, words), words);
  report.title = fmt::format("{} – {}", figure.figure.title, report.identity.organisation_name);
  report.subject = figure.source;
  return report;
}

std::string text_of_figure(const NationalFigure& figure, const Survey& survey, const Words& words) {
  std::string text;
  const auto put = [&](const char* key, const std::string& part) {
    if (!part.empty()) text += fmt::format("{}{}\n{}\n", text.empty() ? "" : "\n", words.say(key), part);
  };
  if (const std::string notice = example_notice(survey, words); !notice.empty()) text = notice + "\n";
  put("figure.title", figure.figure.title);
  put("figure.subtitle", figure.figure.subtitle);
  put("figure.caption", figure.figure.caption);
  put("figure.description", figure.figure.description);
  put("figure_file.source", figure.source);
  put("figure_file.count", figure.count);
  put("figure_file.sentences", fmt::format("{}", fmt::join(figure.sentences, "\n")));
  return text;
}

}  // namespace mognad
