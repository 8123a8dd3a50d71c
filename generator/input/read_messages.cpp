#include "input/read_messages.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/code_point.h"
#include "input/html_fragment.h"
#include "input/message_style.h"
#include "input/table_reader.h"
#include "input/whole_file.h"
#include "language/edit_distance.h"
#include "language/header_text.h"
#include "report/message_blocks.h"
#include "report/message_values.h"

namespace mognad {
namespace {

enum class MessageKind { report, erratum, letter };

template <class Names>
bool is_among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool may_be_empty(std::string_view name, MessageKind kind) {
  if (is_among(kOfCorrections, name)) return kind != MessageKind::erratum;
  return is_among(kOftenEmpty, name) || (kind == MessageKind::letter && name == "attachments");
}

/// Reads the table of one message. Each text is checked in the form in which it is kept.
class MessageReader {
 public:
  MessageReader(TableReader table, MessageKind kind, const std::vector<LanguageTag>& languages, Problems& problems)
      : table_(std::move(table)), kind_(kind), languages_(languages), problems_(problems) {}

  MessageTemplate read() {
    MessageTemplate message;
    message.subject = read_texts("subject", [&](const std::string& text) { return checked_subject(text); });
    message.text = read_texts("text", [&](const std::string& text) { return checked_text(text); });
    if (kind_ != MessageKind::letter && table_.has("html"))
      message.html = read_texts("html", [&](const std::string& text) { return checked_html(text); });
    table_.finish();
    return message;
  }

 private:
  template <class Check>
  LocalText read_texts(std::string_view key, Check check) {
    const LocalText found = table_.local(key, languages_);
    std::map<LanguageTag, std::string> texts;
    for (const auto& [tag, text] : found.all()) {
      called_ = fmt::format("{}.{}{}", table_.name(), key, tag == LocalText::kEvery ? "" : "." + tag);
      place_ = place_of(key, tag);
      texts[tag] = text.empty() ? text : check(text);
    }
    return texts;
  }

  Place place_of(std::string_view key, const LanguageTag& tag) {
    const TomlValue* value = table_.value(key);
    const TomlValue* own = value ? value->find(tag) : nullptr;
    return own ? own->place : table_.place_of(key);
  }

  std::string checked_subject(const std::string& text) {
    check_signs(text, "");
    check_pieces(text);
    const std::string filled = fill_message(text, example_message_values(), MessageForm::text);
    (void)HeaderText::of(filled, HeaderUse::subject, place_, "subject").take(problems_);
    if (filled.find_first_not_of(' ') == std::string::npos) says_nothing();
    return text;
  }

  std::string checked_text(const std::string& text) {
    check_signs(text, "\r\n");
    check_pieces(text);
    if (kind_ == MessageKind::erratum) check_names_correction(text);
    if (message_blocks(text, example_message_values()).empty()) says_nothing();
    return text;
  }

  std::string checked_html(const std::string& text) {
    const auto html = read_html_fragment(text, place_, called_).take(problems_);
    if (!html) return {};
    check_signs(*html, "\r\n\t");
    check_pieces(*html);
    if (kind_ == MessageKind::erratum) check_names_correction(*html);
    return *html;
  }

  /// `allowed` are the control characters that may stand in the text.
  void check_signs(std::string_view text, std::string_view allowed) {
    while (!text.empty()) {
      const CodePoint point = first_code_point(text);
      const bool fine = point.value < 0x80 && allowed.find(static_cast<char>(point.value)) != std::string_view::npos;
      if (!fine && (is_control(point.value) || is_direction_control(point.value)))
        return fault(fmt::format("holds {}", point.value == '\n' ? "a line break" : name_of(point.value)),
                     "take it out: a reader can't see it, or sees what isn't there");
      text.remove_prefix(std::max<std::size_t>(point.bytes, 1));
    }
  }

  void check_pieces(std::string_view text) {
    const MessagePieces found = split_message(text);
    for (const MessageFault& wrong : found.faults) fault(fmt::format("can't be read: {}", wrong.message), wrong.hint);
    for (const MessagePiece& piece : found.pieces)
      if (piece.is_value) check_placeholder(piece);
  }

  void check_placeholder(const MessagePiece& piece) {
    if (!is_among(kMessagePlaceholders, piece.text)) {
      const std::vector<std::string> names(kMessagePlaceholders.begin(), kMessagePlaceholders.end());
      return fault(fmt::format("has the unknown placeholder '{}'", excerpt(piece.text)), hint_for(piece.text, names));
    }
    if (!piece.brackets && may_be_empty(piece.text, kind_))
      fault(fmt::format("has '{{{}}}' outside brackets, and it may be empty", piece.text),
            fmt::format("put what goes with it into square brackets: \"[ {{{}}}]\"", piece.text));
  }

  void check_names_correction(std::string_view text) {
    for (const std::string_view name : kOfCorrections)
      if (text.find(fmt::format("{{{}}}", name)) == std::string_view::npos)
        fault(fmt::format("doesn't say {{{}}}, expected of every correction", name),
              "say what has changed, and which edition is replaced");
  }

  void says_nothing() { fault("says nothing, expected a text", "write what the recipient shall read"); }

  void fault(const std::string& what, std::string hint) {
    problems_.push_back(error_at(place_, fmt::format("'{}' {}", called_, what), std::move(hint)));
  }

  TableReader table_;
  MessageKind kind_;
  const std::vector<LanguageTag>& languages_;
  Problems& problems_;
  std::string called_;  // of the text that is being read
  Place place_;
};

}  // namespace

Result<MessageTemplates> read_messages(const std::string& path, const std::vector<LanguageTag>& languages,
                                       const Files& files, const InputLimits& limits) {
  Problems problems;
  const auto value =
      read_toml_file(path, files, limits, "survey.toml names the messages under 'files.messages'").take(problems);
  if (!value) return problems;
  TableReader root(*value, "", problems);
  const auto message = [&](const char* key, MessageKind kind) {
    return MessageReader(root.table(key), kind, languages, problems).read();
  };
  MessageTemplates messages{message("report", MessageKind::report), message("erratum", MessageKind::erratum),
                            message("letter", MessageKind::letter)};
  messages.report.style = messages.erratum.style = read_message_style(root.table_or_empty("style"));
  root.finish();
  if (has_errors(problems)) return problems;
  return {std::move(messages), std::move(problems)};
}

}  // namespace mognad
