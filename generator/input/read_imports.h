// `[[imports]]` of survey.toml: how files of answers of other programs are read (answer_import.h).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dataset/answer_import.h"
#include "input/table_reader.h"

namespace mognad {

/// All of them. `resolve` makes a path of a file's name.
std::vector<AnswerImport> read_imports(TableReader& root,
                                       const std::function<std::string(const std::string&)>& resolve);

}  // namespace mognad
