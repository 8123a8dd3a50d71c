#include "input/read_publication.h"

namespace mognad {

Result<FigureTemplate> read_figure_template(const std::string&, const std::vector<LanguageTag>&, const Files&,
                                            const InputLimits&) {
  return FigureTemplate{};
}

Result<StatusTemplate> read_status_template(const std::string&, const std::vector<LanguageTag>&, const FigureTemplate&,
                                            const Files&, const InputLimits&) {
  return StatusTemplate{};
}

}  // namespace mognad
