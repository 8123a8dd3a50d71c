#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "language/edit_distance.h"
#include "report/figure_builders.h"

namespace mognad {
namespace {

using Builder = NationalFigures (*)(const NationFacts&, const FigureChoice&);

/// In the order of FigureKind.
constexpr std::array<Builder, kFigureKinds> kBuilders{
    result_figure,     matrix_figure,       types_figure,       groups_figure,   kinds_figure,
    unit_types_figure, capabilities_figure, statements_figures, change_figure,   moves_figure,
    series_figure,     correlation_figure,  agreement_figure,   tile_map_figure, participation_figure};

class FigureList {
 public:
  FigureList(const NationInputs& inputs, const Words& words, Problems& problems)
      : inputs_(inputs), words_(words), problems_(problems), types_(inputs.statistics.types(inputs.survey.year)) {}

  NationalFigures run() {
    for (const FigureChoice& choice : inputs_.figures.figures) {
      if (!known_names(choice)) continue;
      for (const std::string& type : types_of(choice)) add(choice, type);
    }
    return std::move(figures_);
  }

 private:
  bool known_names(const FigureChoice& choice) {
    std::vector<std::string> groups;
    for (const PeerGroupDefinition& group : inputs_.survey.peer_groups) groups.push_back(group.id);
    const auto known = [&](const std::vector<std::string>& names, const std::string& name, const char* what) {
      if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return true;
      problems_.push_back(
          error_at(choice.place, fmt::format("the survey has no {} '{}'", what, name), hint_for(name, names)));
      return false;
    };
    const bool group = known(groups, choice.group, "peer group");
    return known(types_, choice.type, "type of organisation") && group;
  }

  std::vector<std::string> types_of(const FigureChoice& choice) const {
    if (choice.each_type) return types_;
    const std::string type = choice.type.empty() ? main_type(inputs_) : choice.type;
    return type.empty() ? std::vector<std::string>{} : std::vector<std::string>{type};
  }

  void add(const FigureChoice& choice, const std::string& type) {
    auto facts = facts_.find(type);
    if (facts == facts_.end()) facts = facts_.try_emplace(type, inputs_, type, words_).first;
    NationalFigures made = kBuilders[static_cast<std::size_t>(choice.kind)](facts->second, choice);
    if (made.empty())
      problems_.push_back({Severity::note, choice.place,
                           fmt::format("the figure '{}' has nothing to show for '{}'", choice.name, type), ""});
    std::move(made.begin(), made.end(), std::back_inserter(figures_));
  }

  const NationInputs& inputs_;
  const Words& words_;
  Problems& problems_;
  std::vector<std::string> types_;
  std::map<std::string, NationFacts> facts_;
  NationalFigures figures_;
};

}  // namespace

NationalFigures national_figures(const NationInputs& inputs, const Words& words, Problems& problems) {
  return FigureList(inputs, words, problems).run();
}

}  // namespace mognad
