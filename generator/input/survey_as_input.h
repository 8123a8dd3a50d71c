// A survey.toml that names itself as one of its files, under its own name or another.
#pragma once

#include "dataset/survey.h"
#include "files/files.h"
#include "input/toml_document.h"

namespace mognad {

/// An error at each key that does so, before the wrong file is complained of for what it isn't. `root` is of the same
/// file. Pure but for asking where names lead.
void refuse_survey_as_input(const TomlValue& root, const Survey& survey, const Files& files, Problems& problems);

}  // namespace mognad
