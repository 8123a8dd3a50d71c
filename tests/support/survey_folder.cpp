#include "support/survey_folder.h"

#include <sys/wait.h>

#include <cstdlib>
#include <iterator>

namespace mognad::test {
namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

SurveyFolder::SurveyFolder(const SmallFiles& survey) : scratch_("survey") {
  std::filesystem::create_directories(scratch_.path("s"));
  for (const auto& [name, text] : survey.texts) scratch_.write("s/" + name, text);
}

Told SurveyFolder::run(const std::string& arguments, const std::string& prefix) const {
  const std::string out = scratch_.path("out.txt"), err = scratch_.path("err.txt");
  const std::string command = "cd '" + scratch_.path(".") + "' && " + prefix + " '" MOGNAD_PROGRAM "' " + arguments +
                              " > '" + out + "' 2> '" + err + "' < /dev/null";
  const int code = std::system(command.c_str());
  return {WIFEXITED(code) ? WEXITSTATUS(code) : -1, content(out), content(err)};
}

Told checked(const SmallFiles& survey) { return SurveyFolder(survey).run("check --quiet s"); }

}  // namespace mognad::test
