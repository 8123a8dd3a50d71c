#include "report/named_text.h"

namespace mognad {

RichText with_name(const std::string& sentence, const std::string& name, const std::string& code,
                   const LanguageTag& language) {
  const std::size_t at = sentence.find(name);
  if (at == std::string::npos) return {{sentence}};
  RichText text;
  if (at > 0) text.push_back({sentence.substr(0, at)});
  text.push_back({.text = name, .language = language, .organisation = code});
  if (at + name.size() < sentence.size()) text.push_back({sentence.substr(at + name.size())});
  return text;
}

RichText list_of_names(const std::vector<NamedOrganisation>& organisations, const LanguageTag& language) {
  RichText text;
  for (std::size_t i = 0; i < organisations.size(); ++i) {
    text.push_back({.text = organisations[i].name, .language = language, .organisation = organisations[i].code});
    text.push_back({i + 1 < organisations.size() ? ", " : "."});
  }
  return text;
}

}  // namespace mognad
