#include "report/letter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/message_blocks.h"
#include "report/message_values.h"

namespace mognad {
namespace {

/// What every file of the print run says of itself.
Report printed_document(std::string title, const Survey& survey, const Words& words) {
  const Date& date = survey.report_date;
  Report document;
  document.title = std::move(title);
  document.subject = document.title;
  document.author = survey.sender.in(words.tag());
  document.document_tag = words.language().document_tag;
  document.date = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  if (survey.simulated) document.example_tag = words.say("common.simulated");
  document.foot = fmt::format("{} {}", survey.name.in(words.tag()), survey.year);
  document.identity.survey_id = survey.id;
  document.identity.year = survey.year;
  document.identity.edition = survey.edition;
  document.identity.program = "mognad " MOGNAD_VERSION;
  return document;
}

/// Whom the letter is for inside the organisation.
std::string reader_of(const Survey& survey, const Organisation& organisation, const Recipient& recipient,
                      const Words& words) {
  if (!recipient.name.empty()) return recipient.name.text();
  if (!recipient.role.empty()) return capitalised(recipient.role);
  const auto type = survey.types.find(organisation.type);
  return type == survey.types.end() ? std::string() : capitalised(type->second.reader.in(words.tag()));
}

std::vector<std::string> address_of(const Survey& survey, const Organisation& organisation, const Recipient& recipient,
                                    const Words& words) {
  std::vector<std::string> lines{organisation.formal_name};
  if (std::string reader = reader_of(survey, organisation, recipient, words); !reader.empty())
    lines.push_back(std::move(reader));
  lines.insert(lines.end(), recipient.postal.begin(), recipient.postal.end());
  return lines;
}

Block block_of(const MessageBlock& block) {
  if (block.kind == MessageBlock::Kind::paragraph)
    return Paragraph{{{fmt::format("{}", fmt::join(block.lines, "\n"))}}};
  List list;
  for (const std::string& item : block.lines) list.items.push_back({{item}});
  return list;
}

}  // namespace

Letter build_letter(const MessageTemplate& letter, const Survey& survey, const Organisation& organisation,
                    const Recipient& recipient, const Words& words, std::shared_ptr<const Raster> logo) {
  const MessageValues values = message_values(survey, organisation, recipient, {}, words);
  const Date& date = survey.report_date;
  Letter made;
  made.heading = fill_message(letter.subject.in(words.tag()), values, MessageForm::text);
  for (const MessageBlock& block : message_blocks(letter.text.in(words.tag()), values))
    made.blocks.push_back(block_of(block));
  made.address = address_of(survey, organisation, recipient, words);
  made.sender = survey.sender.in(words.tag());
  made.date = unbroken_date(words.date(date.year, date.month, date.day));
  made.document = printed_document(words.say("letter.title", {{"organisation", organisation.formal_name},
                                                              {"survey", survey.name.in(words.tag())},
                                                              {"year", std::to_string(survey.year)}}),
                                   survey, words);
  made.document.foot_strong = organisation.formal_name;
  made.document.identity.organisation_code = organisation.code;
  made.document.identity.organisation_name = organisation.formal_name;
  made.document.cover.logo = std::move(logo);
  made.document.cover.logo_description = survey.logo_description.in(words.tag());
  return made;
}

AddressLabels build_labels(std::vector<std::vector<std::string>> addresses, const Survey& survey, const Words& words) {
  std::string title = words.say("letter.labels_title",
                                {{"survey", survey.name.in(words.tag())}, {"year", std::to_string(survey.year)}});
  return {printed_document(std::move(title), survey, words), std::move(addresses)};
}

}  // namespace mognad
