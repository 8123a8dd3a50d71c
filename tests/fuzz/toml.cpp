// TOML, alone and as each of the files that are written in it.
#include "files/memory_files.h"
#include "fuzz/targets.h"
#include "input/read_model.h"
#include "input/read_survey.h"
#include "input/read_template.h"

namespace mognad::fuzz {

void read_toml(std::string_view bytes) {
  const MemoryFiles files({{"s/survey.toml", std::string(bytes)}});
  const std::string file = "s/survey.toml";
  const std::vector<LanguageTag> languages{"sv", "en"};
  // A text that is not TOML is the same for every reader.
  if (!parse_toml(bytes, file)) return;
  (void)read_survey("s", "t", files);
  (void)read_model(file, languages, files);
  (void)read_template(file, languages, files);
  (void)read_theme(file, files);
}

}  // namespace mognad::fuzz
