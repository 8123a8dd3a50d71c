// Templates of messages, and each that can be read filled with values that look like markup and placeholders: none of
// them may become any.
#include <stdexcept>

#include "files/disk_files.h"
#include "files/memory_files.h"
#include "fuzz/targets.h"
#include "input/read_messages.h"
#include "input/read_template.h"
#include "report/message_content.h"

namespace mognad::fuzz {
namespace {

constexpr const char* kValue = "<i>{survey}[[x]]\r\nBcc: b@c.example &amp;";

Language swedish() {
  auto language = read_language(MOGNAD_ROOT "/templates/languages/sv.toml", DiskFiles());
  if (!language) throw std::runtime_error("can't read templates/languages/sv.toml");
  return std::move(*language);
}

Survey survey_of_awkward_texts() {
  const std::map<LanguageTag, std::string> text{{LocalText::kEvery, kValue}};
  Survey survey;
  survey.sender = survey.period = survey.correction.text = LocalText(text);
  survey.name = std::map<LanguageTag, std::string>{{LocalText::kEvery, "<survey>"}};
  survey.correction.replaces = 1;
  survey.report_date = {2026, 2, 12};
  return survey;
}

void check_no_markup_of_values(const MessageContent& content) {
  if (content.html.find("<i>") != std::string::npos || content.html.find("<survey>") != std::string::npos ||
      content.html.find("<script") != std::string::npos)
    throw std::logic_error("a value became markup");
  if (content.subject.find_first_of("\r\n") != std::string::npos) throw std::logic_error("a subject has two lines");
}

}  // namespace

void read_messages(std::string_view bytes) {
  static const Language language = swedish();
  static const Words words(language);
  static const Survey survey = survey_of_awkward_texts();
  const auto messages = mognad::read_messages("m.toml", {"sv"}, MemoryFiles({{"m.toml", std::string(bytes)}}));
  if (!messages) return;
  const Organisation organisation{.code = "1", .name = kValue};
  Recipient recipient;
  recipient.role = kValue;
  for (const MessageTemplate* message : {&messages->report, &messages->erratum, &messages->letter})
    check_no_markup_of_values(build_message(*message, {survey, organisation, recipient, {kValue}}, {kValue}, words));
}

}  // namespace mognad::fuzz
