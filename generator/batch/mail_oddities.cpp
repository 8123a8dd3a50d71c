#include "batch/mail_oddities.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace mognad {
namespace {

/// "1480, 1490 and 3 more"
std::string some_of(const std::set<std::string>& codes) {
  constexpr std::size_t kShown = 5;
  std::vector<std::string> shown;
  for (const std::string& code : codes)
    if (shown.size() < kShown) shown.push_back(excerpt(code));
  const std::string more =
      codes.size() > shown.size() ? fmt::format(" and {} more", codes.size() - shown.size()) : std::string();
  return fmt::format("{}{}", fmt::join(shown, ", "), more);
}

void find_reports_without_recipient(const MailInputs& inputs, Problems& problems) {
  std::set<std::string> wanted;
  for (const Recipient& recipient : inputs.recipients) wanted.insert(recipient.organisation);
  std::set<std::string> told;
  for (const verification::KnownFile& file : inputs.manifest.files) {
    if (file.kind != verification::KnownFile::Kind::report) continue;
    if (wanted.count(file.organisation) || !told.insert(file.organisation).second) continue;
    const std::string code = excerpt(file.organisation);
    if (inputs.dataset.find_organisation(file.organisation) >= 0)
      problems.push_back(warning_at({inputs.survey.mail.recipients_path},
                                    fmt::format("the organisation {} has a report and no recipient", code),
                                    "add a row for it"));
    else
      problems.push_back(warning_at({file.path},
                                    fmt::format("this is a report of {}, which is no organisation of the survey", code),
                                    "render again into an empty folder"));
  }
}

/// Whether the letter has an address is checked where recipients are read.
void find_people_without_address(const MailInputs& inputs, Problems& problems) {
  for (const Recipient& r : inputs.recipients)
    if (!r.address)
      problems.push_back(note_at(
          r.place,
          fmt::format("this recipient of {} has no address for mail and gets a letter", excerpt(r.organisation)),
          "make the letters: mognad mail letters SURVEY"));
}

void find_shared_addresses(const MailInputs& inputs, Problems& problems) {
  std::map<std::string, std::set<std::string>> organisations;
  for (const Recipient& r : inputs.recipients)
    if (r.address) organisations[r.address->key()].insert(r.organisation);
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

void find_repeated_names(const MailInputs& inputs, Problems& problems) {
  std::map<std::pair<std::string, std::string>, int> lines;
  for (const Recipient& r : inputs.recipients) {
    if (r.name.empty()) continue;
    const auto [first, added] = lines.try_emplace({r.organisation, r.name.text()}, r.place.line);
    if (!added)
      problems.push_back(warning_at(
          r.place, fmt::format("the same name as in line {} stands here, for the same organisation", first->second),
          "this person gets the report twice; remove a row if that isn't meant"));
  }
}

}  // namespace

void find_odd_recipients(const MailInputs& inputs, Problems& problems) {
  find_reports_without_recipient(inputs, problems);
  find_people_without_address(inputs, problems);
  find_shared_addresses(inputs, problems);
  find_repeated_names(inputs, problems);
}

void find_sent_before(const std::vector<MailAssignment>& messages, const std::vector<LedgerRow>& rows,
                      Problems& problems) {
  std::map<std::string, const LedgerRow*> by_key;
  for (const LedgerRow& row : rows) by_key[row.key] = &row;
  int accepted = 0;
  for (const MailAssignment& m : messages) {
    const auto found = by_key.find(m.key);
    if (found == by_key.end() || found->second->state != MailState::accepted) continue;
    ++accepted;
    if (found->second->report_sha256 != m.report->sha256)
      problems.push_back(warning_at({m.report->path},
                                    fmt::format("a recipient of {} has got an earlier report, and this one is not sent",
                                                excerpt(m.organisation->code)),
                                    "a corrected report goes out with: mognad mail supersede SURVEY"));
  }
  if (accepted > 0)
    problems.push_back(note_at(
        {}, fmt::format("{} of {} messages were accepted before and are not sent again", accepted, messages.size())));
}

}  // namespace mognad
