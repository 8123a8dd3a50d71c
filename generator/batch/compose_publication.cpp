#include "batch/compose_publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

#include "batch/workers.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

bool is_one_of(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Problem unknown_figure(const std::string& name, const FigureTemplate& layout, const std::vector<std::string>& known) {
  const bool is_chosen = std::any_of(layout.figures.begin(), layout.figures.end(),
                                     [&](const FigureChoice& choice) { return choice.name == name; });
  if (is_chosen)
    return error_at({"--only"}, fmt::format("the figure '{}' has nothing to show for this survey", name),
                    "leave it out; the guide says what each figure needs");
  return error_at({"--only"}, fmt::format("the publication has no figure '{}'", name), hint_for(name, known));
}

}  // namespace

Result<Publication> compose_publication(const PublicationInputs& inputs, unsigned jobs) {
  Publication publication(inputs.languages.size());
  std::vector<Problems> found(publication.size());
  const std::atomic<bool> never = false;
  run_tasks(publication.size(), jobs, never, [&] {
    return [&](std::size_t i) {
      try {
        const Words words(inputs.languages[i].language);
        publication[i] = national_figures(inputs.nation, words, found[i]);
      } catch (const std::exception& error) {
        found[i].push_back(error_at({}, fmt::format("the figures couldn't be composed: {}", error.what())));
      }
    };
  });
  // Each language has the same choices and finds the same in them: it is told once.
  Problems problems;
  for (Problems& of_language : found)
    for (Problem& problem : of_language)
      if (std::find(problems.begin(), problems.end(), problem) == problems.end())
        problems.push_back(std::move(problem));
  if (has_errors(problems)) return problems;
  return {std::move(publication), std::move(problems)};
}

std::vector<std::size_t> choose_figures(std::span<const NationalFigure> figures, const FigureTemplate& layout,
                                        const std::vector<std::string>& names, Problems& problems) {
  std::vector<std::size_t> chosen;
  std::vector<std::string> known;
  const auto learn = [&](const std::string& name) {
    if (!is_one_of(known, name)) known.push_back(name);
  };
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (names.empty() || is_one_of(names, figures[i].name) || is_one_of(names, figures[i].chosen_as))
      chosen.push_back(i);
    learn(figures[i].chosen_as);
    learn(figures[i].name);
  }
  for (const std::string& name : names)
    if (!is_one_of(known, name)) problems.push_back(unknown_figure(name, layout, known));
  return chosen;
}

}  // namespace mognad
