#include "support/sample.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "commands/simulate.h"

namespace mognad::test {

std::string source_file(const std::string& path) {
  std::ifstream file(std::string(MOGNAD_ROOT) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("no such file in the source tree: " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::unique_ptr<MemoryFiles> files_with_templates() {
  auto files = std::make_unique<MemoryFiles>();
  const std::filesystem::path root(MOGNAD_ROOT);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "templates"))
    if (entry.is_regular_file()) {
      const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
      files->write_whole(path, source_file(path));
    }
  // Fonts and hyphenation are the machine's own: the theme and the languages name their places.
  for (const char* path :
       {"/usr/share/fonts/truetype/lato/Lato-Regular.ttf", "/usr/share/fonts/truetype/lato/Lato-Semibold.ttf",
        "/usr/share/fonts/truetype/lato/Lato-Bold.ttf", "/usr/share/hyphen/hyph_sv_SE.dic",
        "/usr/share/hyphen/hyph_en_GB.dic"}) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    files->write_whole(path, bytes.str());
  }
  return files;
}

std::unique_ptr<MemoryFiles> files_with_new_survey() {
  auto files = files_with_templates();
  files->write_whole("survey/survey.toml", source_file("templates/new/survey.toml"));
  for (const std::string name : {"organisations.csv", "recipients.csv"})
    files->write_whole("survey/" + name, source_file("templates/new/" + name));
  const auto loaded = load_survey(options_for("survey"), *files);
  if (!loaded) throw std::runtime_error(to_text(loaded.problems.front()));
  if (const auto made = write_simulation(loaded->survey, loaded->model, *files); !made)
    throw std::runtime_error(to_text(made.problems.front()));
  return files;
}

CommandOptions options_for(const std::string& survey) {
  CommandOptions options;
  options.survey = survey;
  options.templates = "templates";
  return options;
}

}  // namespace mognad::test
