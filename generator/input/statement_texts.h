// The model's statements by their words, as survey tools write them into the heads of columns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/model.h"

namespace mognad {

class StatementTexts {
 public:
  explicit StatementTexts(const Model& model);

  /// The id of the statement that a head holds: its text in any language, whatever the case, the blanks and the full
  /// stop at its end; alone, behind a number ("7. …"), or in brackets behind a question ("… [text]").
  std::optional<std::string> statement_in(std::string_view head) const;

 private:
  std::optional<std::string> find(std::string_view text) const;

  std::map<std::string, std::string, std::less<>> ids_;  // by comparable text
};

}  // namespace mognad
