#include "input/mail_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "input/named_choice.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr std::array<std::string_view, 3> kSecurityNames{"starttls", "tls", "none"};
constexpr std::array<std::string_view, 2> kWindowNames{"right", "left"};

/// Takes a value out of what a gate returned; its problem gets the place of the key.
template <class T>
std::optional<T> admitted(TableReader& table, std::string_view key, Result<T> gate) {
  if (!gate) table.error(key, gate.problems.front().message, gate.problems.front().hint);
  return std::move(gate.value);
}

std::optional<MailAddress> address(TableReader& table, std::string_view key) {
  const std::string text = table.text_or(key, "");
  if (text.empty() && !table.has(key)) return std::nullopt;
  return admitted(table, key, MailAddress::of(text, {}));
}

/// A name of a machine, or its number: what stands in an address of a server must not end it.
bool is_host(std::string_view host) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (host.empty() || host.size() > 253) return false;
  if (host.find(':') != std::string_view::npos)
    return std::all_of(host.begin(), host.end(), [&](char c) {
      return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || c == ':' || c == '.';
    });
  const bool inside = (is_letter(host.front()) || is_digit(host.front())) && host.back() != '-';
  return inside && host.find("..") == std::string_view::npos && std::all_of(host.begin(), host.end(), [&](char c) {
           return is_letter(c) || is_digit(c) || c == '-' || c == '.';
         });
}

bool is_this_machine(std::string_view host) { return host == "localhost" || host == "127.0.0.1" || host == "::1"; }

class MailReader {
 public:
  MailReader(TableReader table, const Survey& survey, const ResolvePath& resolve)
      : table_(std::move(table)), survey_(survey), resolve_(resolve) {}

  void read(MailSettings& mail) {
    mail.place = table_.place();
    mail.sender_name = sender_name();
    mail.sender = address(table_, "sender");
    if (!table_.has("sender"))
      table_.error("sender", "'mail.sender' is missing", "expected the address that messages come from");
    mail.reply_to = address(table_, "reply_to");
    mail.unsubscribe = unsubscribe();
    for (const std::string& name : table_.texts("attachments")) mail.attachments.push_back(resolve_(name));
    mail.largest_message = table_.integer_or("largest_message", mail.largest_message, 10'000, 1'000'000'000);
    mail.folder = resolve_(table_.text_or("folder", ""));
    mail.passwords_path = resolve_(table_.text_or("passwords", ""));
    if (table_.has("server")) mail.server = server(table_.table("server"));
    mail.retry = retry(table_.table_or_empty("retry"));
    check_ways(mail);
    table_.finish();
  }

 private:
  HeaderText sender_name() {
    const LanguageTag& first = survey_.languages.empty() ? LanguageTag() : survey_.languages.front();
    const bool own = table_.has("sender_name");
    const std::string text = own ? table_.local("sender_name", survey_.languages).in(first) : survey_.sender.in(first);
    Result<HeaderText> gate = HeaderText::of(text, HeaderUse::name, {}, own ? "sender's name" : "survey's sender");
    if (!gate && !own)
      gate.problems.front().hint = "messages come from that name; give them another: mail.sender_name = \"…\"";
    return admitted(table_, "sender_name", std::move(gate)).value_or(HeaderText());
  }

  /// RFC 2369, 2 and 3.2: an address in angle brackets.
  std::string unsubscribe() {
    const std::string text = table_.text_or("unsubscribe", "");
    if (text.empty()) return text;
    constexpr std::size_t kLongest = 500;
    const auto stands_in_header = [](char c) { return c > 0x20 && c < 0x7F && c != '<' && c != '>' && c != ','; };
    const bool fits = text.size() <= kLongest && std::all_of(text.begin(), text.end(), stands_in_header);
    constexpr std::string_view kWeb = "https://", kMail = "mailto:";
    const bool web = text.starts_with(kWeb) &&
                     is_host(text.substr(kWeb.size(), text.find_first_of("/?#", kWeb.size()) - kWeb.size()));
    const bool mail =
        text.starts_with(kMail) && MailAddress::of(text.substr(kMail.size(), text.find('?') - kMail.size()), {});
    if (!fits || (!web && !mail))
      table_.error("unsubscribe", "'mail.unsubscribe' is no address where one can unsubscribe",
                   fmt::format("expected https://… or mailto:…, at most {} characters without blanks, commas and angle "
                               "brackets",
                               kLongest));
    return text;
  }

  MailServer server(TableReader table) {
    MailServer server;
    server.place = table.place();
    server.host = table.text("host");
    const bool host = is_host(server.host);
    if (!host && !server.host.empty())
      table.error("host", fmt::format("'{}' is no name of a server", excerpt(server.host)),
                  "expected a name such as smtp.kommun.example, or a number; the port has a key of its own");
    const std::string security = table.text_or("security", std::string(kSecurityNames[0]));
    server.security = static_cast<MailServer::Security>(
        named_choice(table, "security", security, kSecurityNames, "kind of security"));
    // RFC 8314, 3.3, and RFC 6409, 3.1.
    const int port = server.security == MailServer::Security::tls ? 465 : 587;
    server.port = static_cast<int>(table.integer_or("port", port, 1, 65535));
    if (server.security == MailServer::Security::none && host && !is_this_machine(server.host))
      table.error("security", fmt::format("messages to {} would be sent unencrypted", excerpt(server.host)),
                  "expected \"starttls\" or \"tls\"; \"none\" is for localhost, 127.0.0.1 and ::1");
    server.credentials_path = resolve_(table.text_or("credentials", ""));
    server.certificates_path = resolve_(table.text_or("certificates", ""));
    server.messages_per_minute = table.number_or("messages_per_minute", server.messages_per_minute, 1, 1'000'000);
    server.connections = static_cast<int>(table.integer_or("connections", server.connections, 1, 50));
    server.messages_per_connection =
        static_cast<int>(table.integer_or("messages_per_connection", server.messages_per_connection, 1, 100'000));
    server.timeout = table.number_or("timeout", server.timeout, 1, 3600);
    table.finish();
    return server;
  }

  static MailRetry retry(TableReader table) {
    constexpr double kDay = 86'400;
    MailRetry retry;
    retry.attempts = static_cast<int>(table.integer_or("attempts", retry.attempts, 1, 100));
    retry.first_pause = table.number_or("first_pause", retry.first_pause, 0, kDay);
    retry.longest_pause =
        table.number_or("longest_pause", std::max(retry.longest_pause, retry.first_pause), retry.first_pause, kDay);
    retry.refusals_in_a_row = static_cast<int>(table.integer_or("refusals_in_a_row", retry.refusals_in_a_row, 1, 1000));
    table.finish();
    return retry;
  }

  void check_ways(const MailSettings& mail) {
    const bool folder = !mail.folder.empty(), server = table_.has("server");
    if (folder && server)
      table_.error("folder", "'mail.folder' stands beside [mail.server]",
                   "messages go to one of them: take the other away");
    if (!folder && !server)
      table_.error("folder", "[mail] names neither a server nor a folder",
                   "add [mail.server], or folder = \"…\" to look at the messages first");
  }

  TableReader table_;
  const Survey& survey_;
  const ResolvePath& resolve_;
};

void read_labels(TableReader table, LetterSettings::Labels& labels) {
  constexpr double kWidth = 210, kHeight = 297;  // A4, ISO 216
  labels.columns = static_cast<int>(table.integer_or("columns", labels.columns, 1, 10));
  labels.rows = static_cast<int>(table.integer_or("rows", labels.rows, 1, 40));
  labels.width = table.number_or("width", labels.width, 20, kWidth);
  labels.height = table.number_or("height", labels.height, 8, kHeight);
  labels.left = table.number_or("left", labels.left, 0, kWidth);
  labels.top = table.number_or("top", labels.top, 0, kHeight);
  labels.gap_across = table.number_or("gap_across", labels.gap_across, 0, kWidth);
  labels.gap_down = table.number_or("gap_down", labels.gap_down, 0, kHeight);
  table.finish();
  const double across = labels.left + labels.columns * labels.width + (labels.columns - 1) * labels.gap_across,
               down = labels.top + labels.rows * labels.height + (labels.rows - 1) * labels.gap_down;
  if (across > kWidth || down > kHeight)
    table.error("columns",
                fmt::format("the labels take {:.1f} × {:.1f} mm with what lies left of and above them", across, down),
                fmt::format("expected at most an A4 page, {:.0f} × {:.0f} mm", kWidth, kHeight));
}

/// Of an A4 page, ISO 216.
void read_window(TableReader table, LetterSettings::WindowBox& box) {
  box.from_edge = table.number_or("from_edge", box.from_edge, 0, 100);
  box.top = table.number_or("top", box.top, 30, 120);
  box.width = table.number_or("width", box.width, 60, 150);
  box.height = table.number_or("height", box.height, 20, 80);
  table.finish();
}

}  // namespace

LetterSettings read_letters(TableReader table) {
  LetterSettings letters;
  letters.place = table.place();
  const std::string window = table.text_or("window", std::string(kWindowNames[0]));
  letters.window = static_cast<LetterSettings::Window>(named_choice(table, "window", window, kWindowNames, "window"));
  read_window(table.table_or_empty("window_box"), letters.window_box);
  read_labels(table.table_or_empty("labels"), letters.labels);
  letters.sort_by = table.text_or("sort_by", "");
  letters.per_file = static_cast<int>(table.integer_or("per_file", letters.per_file, 1, 5000));
  table.finish();
  return letters;
}

MailSettings read_mail(TableReader& root, const Survey& survey, const ResolvePath& resolve) {
  MailSettings mail;
  TableReader table = root.table_or_empty("mail");
  if (root.has("mail")) MailReader(std::move(table), survey, resolve).read(mail);
  mail.letters = read_letters(root.table_or_empty("letters"));
  return mail;
}

Correction read_correction(TableReader& root, const Survey& survey) {
  Correction correction;
  TableReader table = root.table_or_empty("correction");
  if (!root.has("correction")) return correction;
  correction.place = table.place();
  if (survey.edition < 2)
    table.error("replaces", "the first edition corrects none", "count 'edition' up, or take [correction] away");
  // Asked for in any case, so that it isn't told as unknown.
  correction.replaces = static_cast<int>(table.integer("replaces", 1, std::max(1, survey.edition - 1)));
  correction.text = table.local("text", survey.languages);
  correction.organisations = table.texts("organisations");
  table.finish();
  return correction;
}

}  // namespace mognad
