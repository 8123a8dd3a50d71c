#include "report/message_content.h"

#include <fmt/format.h>

#include "report/message_blocks.h"
#include "report/message_values.h"

namespace mognad {
namespace {

/// What is said before everything else: that it is a proof, that nothing of it is real.
std::vector<MessageBlock> notices(const Survey& survey, const ProofMark& proof, const Words& words) {
  std::vector<std::string> lines;
  if (!proof.of.empty())
    lines.push_back(fill_message("{line}", {{"line", words.say("mail.proof", {{"of", proof.of}})}}, MessageForm::text));
  if (survey.simulated) lines.push_back(words.say("mail.simulated"));
  if (lines.empty()) return {};
  return {{MessageBlock::Kind::paragraph, std::move(lines)}};
}

std::string tagged(std::string subject, const Survey& survey, const ProofMark& proof, const Words& words) {
  const auto with = [&](const std::string& tag) {
    subject = words.say("mail.tagged", {{"tag", tag}, {"subject", subject}});
  };
  if (survey.simulated) with(words.say("common.simulated"));
  if (!proof.of.empty()) with(words.say("mail.proof_tag"));
  return subject;
}

/// HTML5. Colours are left to the reader's program, which may be set to a dark ground.
std::string html_page(const std::string& title, const std::string& style, const std::string& body, const Words& words) {
  const std::string rules = style.empty() ? std::string() : fmt::format("<style>\n{}</style>\n", style);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n{}</head>\n"
      "<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      escaped_for_html(words.language().document_tag), escaped_for_html(title), rules, body);
}

}  // namespace

MessageContent build_message(const MessageTemplate& message, const MessageFacts& facts, const ProofMark& proof,
                             const Words& words) {
  const MessageValues values =
      message_values(facts.survey, facts.organisation, facts.recipient, facts.attachments, words);
  const std::string title = fill_message(message.subject.in(words.tag()), values, MessageForm::text);
  const std::vector<MessageBlock> before = notices(facts.survey, proof, words);
  const std::vector<MessageBlock> blocks = message_blocks(message.text.in(words.tag()), values);
  MessageContent content;
  content.subject = tagged(title, facts.survey, proof, words);
  content.text = wrapped_text(before) + (before.empty() ? "" : "\n") + wrapped_text(blocks);
  const std::string& own = message.html.in(words.tag());
  const std::string body = own.empty() ? fmt::format("<h1>{}</h1>\n{}", escaped_for_html(title), html_of(blocks))
                                       : fill_message(own, values, MessageForm::html);
  content.html = html_page(content.subject, message.style, html_of(before) + body, words);
  return content;
}

}  // namespace mognad
