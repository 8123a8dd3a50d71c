#include "delivery/mail_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "base/json_text.h"
#include "files/sha256.h"
#include "language/header_text.h"
#include "language/mail_address.h"
#include "verification/manifest_reader.h"

namespace mognad {
namespace {

using nlohmann::json;

constexpr std::string_view kForm = "mognad mail plan 1";
constexpr std::string_view kBeforeMessages = "\"messages\": [\n";
constexpr std::string_view kAfterMessages = "]\n}\n";

std::string head_of(const MailPlan& plan) {
  return fmt::format(
      "{{\n\"form\": {},\n\"survey\": {},\n\"year\": {},\n\"edition\": {},\n\"purpose\": {},\n\"simulated\": {},\n"
      "\"from\": {},\n\"manifest_sha256\": {},\n\"recipients_sha256\": {},\n\"settings_sha256\": {},\n",
      json_string(kForm), json_string(plan.survey), plan.year, plan.edition, json_string(plan.purpose), plan.simulated,
      json_string(plan.from), json_string(plan.manifest_sha256), json_string(plan.recipients_sha256),
      json_string(plan.settings_sha256));
}

std::string line_of(const PlannedMessage& m) {
  return fmt::format(
      "{{\"key\": {}, \"organisation\": {}, \"language\": {}, \"name\": {}, \"address\": {}, \"report\": {}, "
      "\"report_sha256\": {}, \"file\": {}, \"sha256\": {}, \"bytes\": {}, \"replaces_sha256\": {}, \"replaces\": {}}}",
      json_string(m.key), json_string(m.organisation), json_string(m.language), json_string(m.name),
      json_string(m.address), json_string(m.report), json_string(m.report_sha256), json_string(m.file),
      json_string(m.sha256), m.bytes, json_string(m.replaces_sha256), m.replaces);
}

/// What isn't there, or is of another kind, is empty: the comparison with what the program writes finds it.
std::string text_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number_in(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
}

int small_number_in(const json& object, const char* key) {
  return static_cast<int>(std::clamp<std::int64_t>(number_in(object, key), -1, 1'000'000));
}

PlannedMessage message_of(const json& object) {
  return {text_in(object, "key"),
          text_in(object, "organisation"),
          text_in(object, "language"),
          text_in(object, "name"),
          text_in(object, "address"),
          text_in(object, "report"),
          text_in(object, "report_sha256"),
          text_in(object, "file"),
          text_in(object, "sha256"),
          number_in(object, "bytes"),
          text_in(object, "replaces_sha256"),
          small_number_in(object, "replaces")};
}

bool is_hexadecimal(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_purpose(std::string_view text) {
  constexpr std::string_view kErratum = "erratum-";
  if (text == "report") return true;
  if (!text.starts_with(kErratum)) return false;
  text.remove_prefix(kErratum.size());
  return !text.empty() && text.size() <= 6 && text.front() != '0' &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_language(std::string_view text) {
  return !text.empty() && text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// Reads a plan line by line: a message is one, so that no damaged file costs more memory than its size, and each
/// problem has its line.
class PlanReader {
 public:
  PlanReader(const std::string& text, const std::string& path) : text_(text), path_(path) {}

  Result<MailPlan> read() {
    MailPlan plan;
    if (!read_head(plan) || !read_messages(plan)) return not_a_plan();
    const std::string again = mail_plan_json(plan);
    if (again != text_) {
      const auto differs = std::mismatch(text_.begin(), text_.end(), again.begin(), again.end()).first;
      line_ = 1 + static_cast<int>(std::count(text_.begin(), differs, '\n'));
      return not_a_plan();
    }
    check_head(plan);
    for (const PlannedMessage& message : plan.messages) check(message);
    if (!problems_.empty()) return problems_;
    return plan;
  }

 private:
  static constexpr std::size_t kLongestLine = 16'384;

  Place here() const { return {path_, line_}; }

  Problem not_a_plan() const {
    return error_at(here(), "this is no plan as the program writes it, and nothing of it is used",
                    "plan again: mognad mail plan SURVEY");
  }

  /// The line without its end; nothing when it is too long, or the text is over.
  std::optional<std::string_view> next_line() {
    const std::size_t end = text_.find('\n', at_);
    if (end == std::string::npos || end - at_ > kLongestLine) return std::nullopt;
    const std::string_view line = std::string_view(text_).substr(at_, end - at_);
    at_ = end + 1;
    ++line_;
    return line;
  }

  bool read_head(MailPlan& plan) {
    const std::size_t messages = text_.find(kBeforeMessages);
    if (messages == std::string::npos || messages > kLongestLine) return false;
    const json head = json::parse(text_.substr(0, messages) + "\"messages\": []}", nullptr, false);
    if (!head.is_object() || text_in(head, "form") != kForm) return false;
    plan.survey = text_in(head, "survey");
    plan.year = small_number_in(head, "year");
    plan.edition = small_number_in(head, "edition");
    plan.purpose = text_in(head, "purpose");
    plan.simulated = head.value("simulated", json()) == json(true);
    plan.from = text_in(head, "from");
    plan.manifest_sha256 = text_in(head, "manifest_sha256");
    plan.recipients_sha256 = text_in(head, "recipients_sha256");
    plan.settings_sha256 = text_in(head, "settings_sha256");
    at_ = messages + kBeforeMessages.size();
    line_ = 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n'));
    first_message_ = line_;
    return true;
  }

  bool read_messages(MailPlan& plan) {
    while (!std::string_view(text_).substr(at_).starts_with(kAfterMessages)) {
      auto line = next_line();
      if (!line) return false;
      if (line->ends_with(',')) line->remove_suffix(1);
      const json message = json::parse(*line, nullptr, false);
      if (!message.is_object()) {
        --line_;
        return false;
      }
      plan.messages.push_back(message_of(message));
    }
    return true;
  }

  void demand(bool holds, std::string_view field) {
    if (!holds)
      problems_.push_back(error_at(here(), fmt::format("the plan's field '{}' doesn't hold what it should", field),
                                   "plan again: mognad mail plan SURVEY"));
  }

  /// Everything that stands in a header or is shown on a terminal passes the gate.
  void demand_text(const std::string& text, HeaderUse use, std::string_view field) {
    if (text.empty()) return;
    HeaderText::of(text, use, here(), field).take(problems_);
  }

  void demand_address(const std::string& address, std::string_view field) {
    const auto read = MailAddress::of(address, here()).take(problems_);
    if (read) demand(read->wire() == address, field);
  }

  void check_head(const MailPlan& plan) {
    line_ = 1;
    demand(!plan.survey.empty(), "survey");
    demand_text(plan.survey, HeaderUse::subject, "survey");
    demand(plan.year >= 0 && plan.year <= 9999, "year");
    demand(plan.edition > 0, "edition");
    edition_ = plan.edition;
    demand(is_purpose(plan.purpose), "purpose");
    demand_address(plan.from, "from");
    for (const std::string* hash : {&plan.manifest_sha256, &plan.recipients_sha256, &plan.settings_sha256})
      demand(is_hexadecimal(*hash, 64), "…_sha256");
    line_ = first_message_;
  }

  void check(const PlannedMessage& m) {
    demand(is_hexadecimal(m.key, 32) && keys_.insert(m.key).second, "key");
    demand(!m.organisation.empty(), "organisation");
    demand_text(m.organisation, HeaderUse::subject, "organisation");
    demand(is_language(m.language), "language");
    demand_text(m.name, HeaderUse::name, "name");
    demand_address(m.address, "address");
    demand(verification::stays_inside(m.report), "report");
    demand(is_hexadecimal(m.report_sha256, 64), "report_sha256");
    const bool is_name = verification::stays_inside(m.file) && m.file.find('/') == std::string::npos;
    demand(is_name && m.file.ends_with(".eml") && files_.insert(m.file).second, "file");
    demand(is_hexadecimal(m.sha256, 64), "sha256");
    demand(m.bytes > 0, "bytes");
    demand(m.replaces_sha256.empty() || is_hexadecimal(m.replaces_sha256, 64), "replaces_sha256");
    demand(m.replaces >= 0 && m.replaces < edition_, "replaces");
    ++line_;
  }

  const std::string& text_;
  const std::string& path_;
  std::size_t at_ = 0;
  int line_ = 1;
  int first_message_ = 1;
  int edition_ = 0;
  Problems problems_;
  std::set<std::string> keys_;
  std::set<std::string> files_;
};

}  // namespace

std::string mail_plan_json(const MailPlan& plan) {
  std::string text = head_of(plan) + std::string(kBeforeMessages);
  for (std::size_t i = 0; i < plan.messages.size(); ++i)
    text += line_of(plan.messages[i]) + (i + 1 < plan.messages.size() ? ",\n" : "\n");
  return text + std::string(kAfterMessages);
}

std::string mail_plan_hash(const std::string& json) { return sha256_hex(json); }

Result<MailPlan> read_mail_plan(const std::string& json, const std::string& path) {
  return PlanReader(json, path).read();
}

}  // namespace mognad
