// A file of recipients, whatever kind of table it is; and each of its lines as an address and as the texts of a
// message's head: what passes the gate has one line, and nothing that divides recipients.
#include <algorithm>
#include <string>

#include "files/memory_files.h"
#include "fuzz/targets.h"
#include "input/read_recipients.h"

namespace mognad::fuzz {
namespace {

void demand(bool holds) {
  if (!holds) __builtin_trap();
}

bool has(std::string_view text, std::string_view signs) { return text.find_first_of(signs) != std::string_view::npos; }

void check_address(const MailAddress& address) {
  const std::string& wire = address.wire();
  demand(wire.size() <= 254 && std::count(wire.begin(), wire.end(), '@') == 1);
  demand(std::all_of(wire.begin(), wire.end(), [](char c) { return c > 0x20 && c < 0x7F; }));
  demand(!has(wire, ",;<>\"\\()[]"));
  const auto again = MailAddress::of(wire, {});
  demand(again && *again == address);
}

void check_line(std::string_view line) {
  if (const auto address = MailAddress::of(line, {})) check_address(*address);
  for (const HeaderUse use : {HeaderUse::name, HeaderUse::subject, HeaderUse::file_name})
    if (const auto text = HeaderText::of(line, use, {}, "text")) {
      demand(text->text() == line && !has(line, std::string_view("\r\n\0\x7F", 4)));
      demand(use == HeaderUse::subject || !has(line, ",;<>\"\\@"));
    }
}

Survey survey_of_recipients() {
  Survey survey;
  survey.languages = {"sv", "en"};
  survey.mail.recipients_path = "r";
  survey.limits = {.cell_bytes = 1000, .row_bytes = 10'000, .columns = 100, .rows = 10'000};
  return survey;
}

Dataset organisations() {
  Dataset dataset;
  dataset.organisations = {{"0114", "A", "", "kommun", {}, {}}, {"9001", "B", "", "kommun", {}, {"en"}}};
  return dataset;
}

}  // namespace

void read_recipients(std::string_view bytes) {
  static const Survey survey = survey_of_recipients();
  static const Dataset dataset = organisations();
  const auto recipients = mognad::read_recipients(survey, dataset, MemoryFiles({{"r", std::string(bytes)}}));
  demand(recipients || has_errors(recipients.problems));
  if (recipients)
    for (const Recipient& recipient : *recipients)
      if (recipient.address) check_address(*recipient.address);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    check_line(bytes.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace mognad::fuzz
