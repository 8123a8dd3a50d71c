#include "input/statement_texts.h"

#include "language/normalise.h"

namespace mognad {
namespace {

std::string key_of(std::string_view text) {
  std::string key = comparable(text);
  while (!key.empty() && (key.back() == '.' || key.back() == ' ')) key.pop_back();
  return key;
}

/// What follows "7. ", "7) " or "Q7. " at the beginning.
std::string_view without_number(std::string_view head) {
  const std::size_t end = head.find_first_of(".)");
  constexpr std::size_t kLongest = 12;
  if (end == std::string_view::npos || end > kLongest || end + 1 >= head.size()) return head;
  return head.substr(end + 1);
}

std::string_view in_brackets(std::string_view head) {
  const std::size_t last = head.find_last_not_of(" .");
  if (last == std::string_view::npos || head[last] != ']') return {};
  const std::size_t begin = head.rfind('[', last);
  return begin == std::string_view::npos ? std::string_view() : head.substr(begin + 1, last - begin - 1);
}

}  // namespace

StatementTexts::StatementTexts(const Model& model) {
  for (const NodeIndex index : model.at(Level::statement))
    for (const auto& [language, text] : model.node(index).name.all()) ids_.emplace(key_of(text), model.node(index).id);
}

std::optional<std::string> StatementTexts::find(std::string_view text) const {
  const auto found = ids_.find(key_of(text));
  return found == ids_.end() || text.empty() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> StatementTexts::statement_in(std::string_view head) const {
  for (const std::string_view text : {head, in_brackets(head), without_number(head)})
    if (auto id = find(text)) return id;
  return std::nullopt;
}

}  // namespace mognad
