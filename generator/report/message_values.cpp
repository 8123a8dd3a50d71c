#include "report/message_values.h"

#include "report/correction.h"

namespace mognad {
namespace {

/// "rapport.pdf, bilaga.pdf och tabeller.xlsx"
std::string listed_files(const std::vector<std::string>& names, const Words& words) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == 0) list = names[i];
    else if (i + 1 < names.size()) list = words.say("mail.list_more", {{"list", list}, {"next", names[i]}});
    else list = words.say("mail.list_last", {{"list", list}, {"next", names[i]}});
  }
  return list;
}

std::string contact_of(const MailSettings& mail) {
  if (mail.reply_to) return mail.reply_to->wire();
  return mail.sender ? mail.sender->wire() : std::string();
}

}  // namespace

std::string unbroken_date(std::string_view date) {
  const auto is_digit = [&](std::size_t i) { return i < date.size() && date[i] >= '0' && date[i] <= '9'; };
  std::string whole;
  for (std::size_t i = 0; i < date.size(); ++i)
    if (date[i] == ' ' && (is_digit(i + 1) || (i > 0 && is_digit(i - 1)))) whole += "\u00A0";
    else whole += date[i];
  return whole;
}

MessageValues message_values(const Survey& survey, const Organisation& organisation, const Recipient& recipient,
                             const std::vector<std::string>& attachments, const Words& words) {
  const std::string& name = organisation.formal_name.empty() ? organisation.name : organisation.formal_name;
  const Date& date = survey.report_date;
  const Correction& correction = survey.correction;
  const int replaced = replaced_edition(survey, organisation.code);
  return {{"organisation", name},
          {"organisation_genitive", words.genitive(name)},
          {"survey", survey.name.in(words.tag())},
          {"year", std::to_string(survey.year)},
          {"edition", std::to_string(survey.edition)},
          {"sender", survey.sender.in(words.tag())},
          {"recipient", recipient.name.text()},
          {"role", recipient.role},
          {"report_date", unbroken_date(words.date(date.year, date.month, date.day))},
          {"period", unbroken_date(survey.period.in(words.tag()))},
          {"change", replaced > 0 ? correction.text.in(words.tag()) : std::string()},
          {"replaced_edition", replaced > 0 ? std::to_string(replaced) : std::string()},
          {"attachments", listed_files(attachments, words)},
          {"contact", contact_of(survey.mail)},
          {"protection", survey.mail.passwords_path.empty() ? std::string() : words.say("mail.protection")}};
}

MessageValues example_message_values() {
  return {{"organisation", "Askdala kommun"},
          {"organisation_genitive", "Askdala kommuns"},
          {"survey", "Digital mognad"},
          {"year", "2025"},
          {"edition", "2"},
          {"sender", "Kansliet för digital mognad"},
          {"recipient", "Anna Berg"},
          {"role", "kommundirektör"},
          {"report_date", "12 februari 2026"},
          {"period", "2–27 november 2025"},
          {"change", "Svaren från socialförvaltningen saknades."},
          {"replaced_edition", "1"},
          {"attachments", "digital-mognad-2025-askdala-sv.pdf"},
          {"contact", "digital.mognad@kansliet.example"},
          {"protection", "Rapporten är skyddad och öppnas med det lösenord som ni har fått separat."}};
}

}  // namespace mognad
