#include "report/status_report.h"

#include "report/report_head.h"

namespace mognad {

Report build_status_report(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words) {
  Report report = report_head(inputs.survey, inputs.model, inputs.status.title.in(words.tag()), words);
  Section section;
  for (const NationalFigure& figure : figures) section.blocks.push_back(figure.figure);
  report.sections.push_back(std::move(section));
  return report;
}

}  // namespace mognad
