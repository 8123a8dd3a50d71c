#include "batch/mail_oddities.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace mognad {
namespace {

void find_reports_without_recipient(const MailInputs& inputs, RowsTold told, Problems& problems) {
  std::set<std::string> wanted;
  for (const Recipient& recipient : inputs.recipients) wanted.insert(recipient.organisation);
  std::set<std::string> seen;
  CountedRows lonely;
  for (const verification::KnownFile& file : inputs.manifest.files) {
    if (file.kind != verification::KnownFile::Kind::report) continue;
    if (wanted.count(file.organisation) || !seen.insert(file.organisation).second) continue;
    const std::string code = excerpt(file.organisation);
    if (inputs.dataset.find_organisation(file.organisation) >= 0)
      lonely.add(warning_at({inputs.survey.mail.recipients_path},
                            fmt::format("the organisation {} has a report and no recipient", code), "add a row for it"),
                 code);
    else
      problems.push_back(warning_at({file.path},
                                    fmt::format("this is a report of {}, which is no organisation of the survey", code),
                                    "render again into an empty folder"));
  }
  const auto in_words = [](std::size_t rows, const std::string& organisations) {
    return fmt::format("{} organisations have a report and no recipient: {}", rows, organisations);
  };
  lonely.tell(told, in_words, problems);
}

/// Whether the letter has an address is checked where recipients are read.
void find_people_without_address(const MailInputs& inputs, RowsTold told, Problems& problems) {
  CountedRows letters;
  for (const Recipient& r : inputs.recipients) {
    if (r.address) continue;
    const std::string code = excerpt(r.organisation);
    letters.add(note_at(r.place, fmt::format("this recipient of {} has no address for mail and gets a letter", code),
                        "make the letters: mognad mail letters SURVEY"),
                code);
  }
  const auto in_words = [](std::size_t rows, const std::string& organisations) {
    return fmt::format("{} recipients have no address for mail and get letters: of {}", rows, organisations);
  };
  letters.tell(told, in_words, problems);
}

void find_shared_addresses(const MailInputs& inputs, Problems& problems) {
  std::map<std::string, std::set<std::string>> organisations;
  for (const Recipient& r : inputs.recipients)
    if (r.address) organisations[r.address->key()].insert(excerpt(r.organisation));
  std::set<std::string> told;
  for (const Recipient& r : inputs.recipients) {
    if (!r.address) continue;
    const std::set<std::string>& codes = organisations[r.address->key()];
    if (codes.size() > 1 && told.insert(r.address->key()).second)
      problems.push_back(warning_at(r.place,
                                    fmt::format("the address {} gets the reports of {} organisations: {}",
                                                r.address->masked(), codes.size(), some_of(codes)),
                                    "make sure that this person may see all of them"));
  }
}

void find_repeated_names(const MailInputs& inputs, RowsTold told, Problems& problems) {
  std::map<std::pair<std::string, std::string>, int> lines;
  CountedRows repeated;
  for (const Recipient& r : inputs.recipients) {
    if (r.name.empty()) continue;
    const auto [first, added] = lines.try_emplace({r.organisation, r.name.text()}, r.place.line);
    if (!added)
      repeated.add(
          warning_at(r.place,
                     fmt::format("the same name as in line {} stands here, for the same organisation", first->second),
                     "this person gets the report twice; remove a row if that isn't meant"),
          excerpt(r.organisation));
  }
  const auto in_words = [](std::size_t rows, const std::string& organisations) {
    return fmt::format("{} rows repeat a name of the same organisation: of {}", rows, organisations);
  };
  repeated.tell(told, in_words, problems);
}

}  // namespace

void find_odd_recipients(const MailInputs& inputs, RowsTold told, Problems& problems) {
  find_reports_without_recipient(inputs, told, problems);
  find_people_without_address(inputs, told, problems);
  find_shared_addresses(inputs, problems);
  find_repeated_names(inputs, told, problems);
}

void find_sent_before(const std::vector<MailAssignment>& messages, const std::vector<LedgerRow>& rows, RowsTold told,
                      Problems& problems) {
  std::map<std::string, const LedgerRow*> by_key;
  for (const LedgerRow& row : rows) by_key[row.key] = &row;
  int accepted = 0;
  CountedRows changed;
  for (const MailAssignment& m : messages) {
    const auto found = by_key.find(m.key);
    if (found == by_key.end() || found->second->state != MailState::accepted) continue;
    ++accepted;
    const std::string code = excerpt(m.organisation->code);
    if (found->second->report_sha256 != m.report->sha256)
      changed.add(warning_at({m.report->path},
                             fmt::format("a recipient of {} has got an earlier report, and this one is not sent", code),
                             "a corrected report goes out with: mognad mail supersede SURVEY"),
                  code);
  }
  const auto in_words = [](std::size_t count, const std::string& organisations) {
    return fmt::format("{} recipients have got an earlier report, and the present one is not sent to them: of {}",
                       count, organisations);
  };
  changed.tell(told, in_words, problems);
  if (accepted > 0)
    problems.push_back(note_at(
        {}, fmt::format("{} of {} messages were accepted before and are not sent again", accepted, messages.size())));
}

}  // namespace mognad
