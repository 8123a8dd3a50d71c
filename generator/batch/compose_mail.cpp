#include "batch/compose_mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "delivery/encrypted_copy.h"
#include "delivery/message.h"

namespace mognad {
namespace {

constexpr std::int64_t kDateLine =
    39;  // "Date: Thu, 12 Feb 2026 09:00:00 +0000" and its end, put in front when it is sent

constexpr const char* kUnknownType = "application/octet-stream";

/// Media types of what an agency sends along (IANA).
constexpr std::array<std::pair<std::string_view, const char*>, 9> kTypes{
    {{".pdf", "application/pdf"},
     {".txt", "text/plain"},
     {".csv", "text/csv"},
     {".ics", "text/calendar"},
     {".png", "image/png"},
     {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
     {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
     {".odt", "application/vnd.oasis.opendocument.text"},
     {".ods", "application/vnd.oasis.opendocument.spreadsheet"}}};

const char* type_of(std::string_view name) {
  for (const auto& [ending, type] : kTypes)
    if (name.ends_with(ending)) return type;
  return kUnknownType;
}

std::string file_name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

class Composing {
 public:
  Composing(const MailPiece& piece, const Words& words) : piece_(piece), words_(words) {}

  Result<std::string> run(std::string report) {
    const Survey& survey = piece_.inputs.survey;
    if (!survey.mail.sender) return error_at({survey.path}, "the survey names nobody who sends");
    Message message{{survey.mail.sender_name, *survey.mail.sender},
                    {piece_.recipient.name, piece_.to},
                    survey.mail.reply_to,
                    {},
                    piece_.recipient.language,
                    {},
                    {},
                    piece_.key,
                    survey.mail.unsubscribe,
                    {}};
    attach_all(message, std::move(report));
    write_words(message);
    if (has_errors(problems_)) return named(std::move(problems_));
    auto bytes = compose_message(message).take(problems_);
    if (bytes) check_size(*bytes);
    if (!bytes || has_errors(problems_)) return named(std::move(problems_));
    return std::move(*bytes);
  }

 private:
  const Place& place() const { return piece_.recipient.place; }

  void attach(Message& message, const std::string& name, std::string bytes) {
    auto checked = HeaderText::of(name, HeaderUse::file_name, place(), "file name").take(problems_);
    if (checked) message.attachments.push_back({std::move(*checked), type_of(name), std::move(bytes)});
  }

  void attach_all(Message& message, std::string report) {
    attach(message, file_name_of(piece_.report_path), to_send(std::move(report)));
    for (const auto& [name, bytes] : piece_.inputs.attachments) attach(message, name, bytes);
  }

  /// The report itself, or a copy that opens with the organisation's password. Never the report itself where a password
  /// should be and is not.
  std::string to_send(std::string report) {
    if (piece_.inputs.survey.mail.passwords_path.empty()) return report;
    const auto password = piece_.inputs.passwords.find(piece_.organisation.code);
    if (password == piece_.inputs.passwords.end()) {
      problems_.push_back(error_at(place(), "reports are sent encrypted, and there is no password"));
      return {};
    }
    return encrypted_copy(report, password->second, {piece_.report_path}).take(problems_).value_or("");
  }

  void write_words(Message& message) {
    const MessageTemplates& templates = piece_.inputs.templates;
    MessageFacts facts{piece_.inputs.survey, piece_.organisation, piece_.recipient, {}};
    for (const MessageAttachment& attachment : message.attachments) facts.attachments.push_back(attachment.name.text());
    MessageContent content =
        build_message(piece_.purpose == "report" ? templates.report : templates.erratum, facts, piece_.proof, words_);
    if (auto subject = HeaderText::of(content.subject, HeaderUse::subject, place(), "subject").take(problems_))
      message.subject = std::move(*subject);
    message.text = std::move(content.text);
    message.html = std::move(content.html);
  }

  void check_size(const std::string& bytes) {
    const std::int64_t size = static_cast<std::int64_t>(bytes.size()) + kDateLine;
    const std::int64_t most = piece_.inputs.survey.mail.largest_message;
    if (size > most)
      problems_.push_back(error_at(place(), fmt::format("the message has {} bytes; the survey allows {}", size, most),
                                   "send fewer attachments, or raise largest_message under [mail] if the recipients' "
                                   "servers take it"));
  }

  Result<std::string> named(Problems problems) const {
    for (Problem& problem : problems)
      problem.message = fmt::format("message to {}: {}", excerpt(piece_.organisation.code), problem.message);
    return problems;
  }

  const MailPiece& piece_;
  const Words& words_;
  Problems problems_;
};

}  // namespace

Result<std::string> compose_mail(const MailPiece& piece, std::string report, const Words& words) {
  return Composing(piece, words).run(std::move(report));
}

}  // namespace mognad
