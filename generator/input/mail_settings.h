// What survey.toml says of mailing: `[mail]` with its server and its pauses, `[letters]`, and the correction of an
// earlier edition. Keys are explained in docs/guide.
#pragma once

#include <functional>
#include <string>

#include "dataset/survey.h"
#include "files/files.h"
#include "input/table_reader.h"

namespace mognad {

/// A name in survey.toml as a path.
using ResolvePath = std::function<std::string(const std::string&)>;

/// `[mail]`, `[letters]` and the files of `[files]` that belong to them. The survey has its languages and sender by
/// now.
MailSettings read_mail(TableReader& root, const Survey& survey, const ResolvePath& resolve);

/// `[letters]`
LetterSettings read_letters(TableReader table);

/// `[correction]`: of an edition before the survey's own.
Correction read_correction(TableReader& root, const Survey& survey);

}  // namespace mognad
