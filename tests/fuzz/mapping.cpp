// Any [[imports]] on any file of answers: the bytes up to a line of "---" are keys of the import, the rest is the file.
// The survey is the one that `mognad new` writes, without its own answers.
#include <fmt/format.h>

#include <map>
#include <stdexcept>
#include <string>

#include "files/disk_files.h"
#include "files/memory_files.h"
#include "fuzz/targets.h"
#include "input/read_dataset.h"
#include "input/read_model.h"
#include "input/read_survey.h"

namespace mognad::fuzz {
namespace {

std::string source(const std::string& name) {
  auto text = DiskFiles().read(MOGNAD_ROOT "/templates/" + name);
  if (!text) throw std::runtime_error("can't read templates/" + name);
  return std::move(*text);
}

/// Everything but the import and its file.
struct Unmapped {
  std::string toml = source("new/survey.toml");
  std::string organisations = source("new/organisations.csv");
  Model model = *read_model("m", {"sv", "en"}, MemoryFiles({{"m", source("dimios/model.toml")}}));

  Unmapped() {
    for (const char* key : {"answers", "units", "participation"})
      toml.replace(toml.find(fmt::format("\n{} = ", key)) + 1, 0, "# ");
  }
};

}  // namespace

void read_mapping(std::string_view bytes) {
  static const Unmapped whole;
  constexpr std::string_view kEnd = "\n---\n";
  const std::size_t end = bytes.find(kEnd);
  if (end == std::string_view::npos) return;
  const MemoryFiles files(
      {{"survey.toml", whole.toml + "\n[[imports]]\nfile = \"tool.csv\"\n" + std::string(bytes.substr(0, end))},
       {"organisations.csv", whole.organisations},
       {"tool.csv", std::string(bytes.substr(end + kEnd.size()))}});
  if (const auto survey = read_survey("survey.toml", "templates", files))
    static_cast<void>(read_dataset(*survey, whole.model, files));
}

}  // namespace mognad::fuzz
