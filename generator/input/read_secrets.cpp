// Files with secrets: passwords of reports, and what a mail server knows us by. Nothing of what they hold is in any
// message: what was meant as a code or a head may be a password that stands in the wrong column.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include "base/code_point.h"
#include "files/private_file.h"
#include "files/text_reader.h"
#include "input/open_rows.h"
#include "input/read_recipients.h"
#include "language/normalise.h"

namespace mognad {
namespace {

// AES-256 of PDF 2.0 takes 127 bytes (ISO 32000-2, 7.6.4.3.4). Under twelve characters a password can be guessed by who
// has the file.
constexpr std::size_t kShortestPassword = 12, kLongestPassword = 127;
constexpr std::size_t kLongestCredential = 255;

const char* const kTheColumns = "expected CSV with the columns organisation and password";

class PasswordReader {
 public:
  PasswordReader(const std::string& path, const Dataset& dataset, Problems& problems)
      : path_(path), dataset_(dataset), problems_(problems) {}

  Passwords read(std::string bytes, const InputLimits& limits) {
    Problems quoting;  // the words of the reader of tables quote what they complain of
    const auto rows = open_csv(
        {{.path = path_, .role = "passwords"}, std::make_unique<TextReader>(std::move(bytes)), limits, quoting});
    if (rows && rows->next() && read_head(*rows))
      while (rows->next()) read_row(*rows);
    for (const Problem& problem : quoting)
      if (problem.severity == Severity::error) tell(problem.place, "this can't be read", kTheColumns);
    if (passwords_.empty() && problems_.empty()) tell({path_}, "the file holds no password", kTheColumns);
    return std::move(passwords_);
  }

 private:
  bool read_head(const RowSource& rows) {
    const auto& heads = rows.fields();
    const auto at = [&](std::string_view name) {
      return static_cast<std::size_t>(std::find(heads.begin(), heads.end(), name) - heads.begin());
    };
    organisation_ = at("organisation");
    password_ = at("password");
    if (heads.size() == 2 && organisation_ < 2 && password_ < 2) return true;
    tell({path_, 1, 1}, "the head names other columns", kTheColumns);
    return false;
  }

  void read_row(const RowSource& rows) {
    if (rows.fields().size() != 2)
      return tell(rows.place(0), fmt::format("the row has {} fields", rows.fields().size()),
                  "expected a code and a password; one with a comma or a quote in it stands in quotes");
    const std::string code = normalised(rows.fields()[organisation_]);
    const std::string_view password = rows.fields()[password_];
    if (dataset_.find_organisation(code) < 0)
      tell(rows.place(organisation_), "no organisation has this code", "expected a code of the organisations' file");
    check(password, rows.place(password_));
    if (!passwords_.emplace(code, password).second)
      tell(rows.place(organisation_), "the organisation has a password already", "remove one of the rows");
    if (!seen_.emplace(password).second)
      tell(rows.place(password_), "another organisation has this password",
           "give each its own: who has one could read the other's report");
  }

  void check(std::string_view password, const Place& place) {
    const auto is_printable = [](char c) { return c >= 0x20 && c < 0x7F; };
    if (!std::all_of(password.begin(), password.end(), is_printable))
      tell(place, "the password holds a character that is not printable ASCII",
           "expected letters of a to z, digits and signs: other letters are typed in several ways");
    else if (password.starts_with(' ') || password.ends_with(' '))
      tell(place, "the password begins or ends with a blank", "nobody sees it there; take it away");
    else if (password.size() < kShortestPassword || password.size() > kLongestPassword)
      tell(place, fmt::format("the password has {} characters", password.size()),
           fmt::format("expected {} to {}", kShortestPassword, kLongestPassword));
  }

  void tell(const Place& place, std::string message, std::string hint) {
    problems_.push_back(error_at(place, std::move(message), std::move(hint)));
  }

  const std::string& path_;
  const Dataset& dataset_;
  Problems& problems_;
  std::size_t organisation_ = 0, password_ = 1;
  Passwords passwords_;
  std::set<std::string, std::less<>> seen_;
};

/// Lines without their ends; the last may have none.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_credential(std::string_view line) {
  if (line.empty() || line.size() > kLongestCredential) return false;
  while (!line.empty()) {
    const CodePoint c = first_code_point(line);
    if (!c.valid() || is_control(c.value)) return false;
    line.remove_prefix(c.bytes);
  }
  return true;
}

}  // namespace

Result<Passwords> read_passwords(const Survey& survey, const Dataset& dataset, const Files& files) {
  const std::string& path = survey.mail.passwords_path;
  if (path.empty()) return Passwords{};
  Problems problems;
  auto bytes = read_private(path, files).take(problems);
  if (!bytes) {
    if (problems.back().hint.empty()) problems.back().hint = "survey.toml names this file under 'mail.passwords'";
    return problems;
  }
  Passwords passwords = PasswordReader(path, dataset, problems).read(std::move(*bytes), survey.limits);
  if (has_errors(problems)) return problems;
  return {std::move(passwords), std::move(problems)};
}

Result<MailCredentials> read_credentials(const std::string& path, const Files& files) {
  Problems problems;
  const auto bytes = read_private(path, files).take(problems);
  if (!bytes) {
    if (problems.back().hint.empty())
      problems.back().hint = "survey.toml names this file under 'mail.server.credentials'";
    return problems;
  }
  std::string_view text = *bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string> lines = lines_of(text);
  constexpr const char* kTwoLines = "expected two lines: the user, and the password";
  if (lines.size() != 2)
    return error_at({path}, fmt::format("the file has {} {}", lines.size(), lines.size() == 1 ? "line" : "lines"),
                    kTwoLines);
  for (int i = 0; i < 2; ++i)
    if (!is_credential(lines[static_cast<std::size_t>(i)]))
      return error_at({path, i + 1}, i == 0 ? "this is no name of a user" : "this is no password",
                      fmt::format("expected 1 to {} bytes of UTF-8 without control characters", kLongestCredential));
  return MailCredentials{std::move(lines[0]), std::move(lines[1])};
}

}  // namespace mognad
