#include "input/read_messages.h"

namespace mognad {

Result<MessageTemplates> read_messages(const std::string&, const std::vector<LanguageTag>&, const Files&,
                                       const InputLimits&) {
  return MessageTemplates{};
}

}  // namespace mognad
