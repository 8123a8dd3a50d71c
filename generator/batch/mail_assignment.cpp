#include "batch/mail_assignment.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "batch/mail_oddities.h"
#include "files/output_names.h"

namespace mognad {
namespace {

using verification::KnownFile;
using verification::Manifest;

/// Somebody who is to get something, and what they have got.
struct Wanted {
  Recipient recipient;
  const LedgerRow* row = nullptr;  // null: nothing yet
};

class Assigning {
 public:
  Assigning(const MailInputs& inputs, const PlanOptions& options)
      : inputs_(inputs), options_(options), told_(options.each_row ? RowsTold::each : RowsTold::counted) {}

  MailAssignments run() {
    check_settings();
    std::vector<Wanted> all = options_.earlier ? those_of_ledger() : those_of_file();
    // The file's order stays within an organisation.
    std::stable_sort(all.begin(), all.end(), [](const Wanted& a, const Wanted& b) {
      return a.recipient.organisation < b.recipient.organisation;
    });
    for (Wanted& wanted : all) assign(std::move(wanted));
    tell_all_missing();
    if (!options_.earlier) find_odd_recipients(inputs_, told_, made_.problems);
    if (options_.sent) find_sent_before(made_.messages, *options_.sent, told_, made_.problems);
    return std::move(made_);
  }

 private:
  void error(const Place& place, std::string message, std::string hint) {
    made_.problems.push_back(error_at(place, std::move(message), std::move(hint)));
  }

  void check_settings() {
    const MailSettings& mail = inputs_.survey.mail;
    const Place place = mail.place.file.empty() ? Place{inputs_.survey.path} : mail.place;
    if (!mail.sender) error(place, "the survey names nobody who sends", "add sender = \"…\" under [mail]");
    if (mail.recipients_path.empty() && !options_.earlier)
      error(place, "the survey names no file of recipients", "add recipients = \"recipients.csv\" under [files]");
  }

  std::vector<Wanted> those_of_file() const {
    std::vector<Wanted> all;
    for (const Recipient& recipient : inputs_.recipients)
      if (recipient.address) all.push_back({recipient});
    return all;
  }

  /// An erratum goes to those who got the earlier report, to the address that it was sent to, whatever the file says
  /// today.
  std::vector<Wanted> those_of_ledger() {
    std::vector<Wanted> all;
    const auto recipients = recipients_by_key();
    for (const LedgerRow& row : *options_.earlier) {
      const Place place{inputs_.survey.mail.recipients_path};
      const auto address = MailAddress::of(row.address, place).take(made_.problems);
      if (!address) continue;
      Recipient recipient{row.organisation, {}, address, row.language, "", {}, place};
      if (const auto known = recipients.find({row.organisation, address->key()}); known != recipients.end()) {
        recipient.name = known->second->name;
        recipient.role = known->second->role;
        recipient.place = known->second->place;
      } else {
        made_.problems.push_back(warning_at(
            place,
            fmt::format("the address {} is no longer among the recipients of {}; it got the earlier report, and gets "
                        "the correction",
                        address->masked(), excerpt(row.organisation)),
            ""));
      }
      all.push_back({std::move(recipient), &row});
    }
    return all;
  }

  using RecipientKey = std::pair<std::string, std::string>;  // organisation, address

  std::map<RecipientKey, const Recipient*> recipients_by_key() const {
    std::map<RecipientKey, const Recipient*> found;
    for (const Recipient& r : inputs_.recipients)
      if (r.address) found.emplace(RecipientKey{r.organisation, r.address->key()}, &r);
    return found;
  }

  void assign(Wanted wanted) {
    const Recipient& recipient = wanted.recipient;
    const OrganisationIndex index = inputs_.dataset.find_organisation(recipient.organisation);
    if (index < 0) {
      error(recipient.place, fmt::format("the survey has no organisation '{}'", excerpt(recipient.organisation)),
            "correct the code, or add the organisation");
      return;
    }
    if (!may_be_sent_to(recipient) || !has_password(recipient)) return;
    const KnownFile* report = report_of(inputs_.manifest, recipient.organisation, recipient.language);
    if (!report) return tell_missing(recipient);
    const Organisation& organisation = inputs_.dataset.organisations[static_cast<std::size_t>(index)];
    MailAssignment made{&organisation, recipient, report, wanted.row ? wanted.row->report_sha256 : "", {}, {}};
    made.key =
        message_key(inputs_.survey.id, inputs_.survey.year, options_.purpose, organisation.code, *recipient.address);
    made.file = message_file(organisation, recipient.language);
    made_.messages.push_back(std::move(made));
  }

  /// Nobody must get an invented result as if it were theirs.
  bool may_be_sent_to(const Recipient& recipient) {
    if (!inputs_.survey.simulated || recipient.address->is_reserved() || !inputs_.survey.mail.folder.empty())
      return true;
    error(recipient.place,
          fmt::format("the survey is simulated, and {} is an address where somebody may live",
                      recipient.address->masked()),
          "use addresses under .test, .example or .invalid, or put the messages into a folder: folder = \"…\" under "
          "[mail]");
    return false;
  }

  bool has_password(const Recipient& recipient) {
    if (inputs_.survey.mail.passwords_path.empty() || inputs_.passwords.count(recipient.organisation)) return true;
    error(recipient.place,
          fmt::format("reports are sent encrypted, and {} has no password", excerpt(recipient.organisation)),
          "add one to the file of passwords");
    return false;
  }

  void tell_missing(const Recipient& recipient) {
    const std::string code = excerpt(recipient.organisation);
    const auto& failed = inputs_.manifest.failed;
    std::vector<std::string> languages;
    for (const KnownFile& file : inputs_.manifest.files)
      if (file.kind == KnownFile::Kind::report && file.organisation == recipient.organisation)
        languages.push_back(excerpt(file.language));
    if (!languages.empty())
      return other_language_[recipient.language].add(
          error_at(
              recipient.place,
              fmt::format("there is no report of {} in this recipient's language, '{}', only in: {}", code,
                          recipient.language, fmt::join(languages, ", ")),
              fmt::format("render it (mognad render --language {} SURVEY) or change the recipient's language; until "
                          "then there is no plan, for nobody is left out by mistake",
                          recipient.language)),
          code);
    if (options_.earlier)
      return error(recipient.place, fmt::format("there is no corrected report of {}", code), "render it");
    if (std::find(failed.begin(), failed.end(), recipient.organisation) != failed.end())
      return failed_.add(
          warning_at(recipient.place, fmt::format("nothing is sent to this recipient: the report of {} failed", code),
                     "read what `mognad render` says of it"),
          code);
    not_rendered_.add(
        warning_at(recipient.place, fmt::format("nothing is sent to this recipient: there is no report of {}", code),
                   "the organisation has not measured, or was left out when reports were rendered"),
        code);
  }

  void tell_all_missing() {
    for (const auto& [language, rows] : other_language_)
      rows.tell(
          told_,
          [&tag = language](std::size_t count, const std::string& of) {
            return fmt::format("there is no report in '{}' for {} recipients who want one in this language: of {}", tag,
                               count, of);
          },
          made_.problems);
    const auto nothing_sent = [](const char* why) {
      return [why](std::size_t count, const std::string& of) {
        return fmt::format("nothing is sent to {} recipients, for {}: of {}", count, why, of);
      };
    };
    failed_.tell(told_, nothing_sent("the report of their organisation failed"), made_.problems);
    not_rendered_.tell(told_, nothing_sent("there is no report of their organisation"), made_.problems);
  }

  /// As the report is called, with a number for each recipient of the organisation.
  std::string message_file(const Organisation& organisation, const LanguageTag& language) {
    const std::string report = report_name(organisation.code, organisation.formal_name, language);
    const std::size_t begin = report.rfind('/') + 1;
    const std::string ending = fmt::format(".{}.pdf", language);
    const std::string stem = report.substr(begin, report.size() - ending.size() - begin);
    return fmt::format("{}-{}.{}.eml", stem, ++numbers_[organisation.code], language);
  }

  const MailInputs& inputs_;
  const PlanOptions& options_;
  RowsTold told_;
  MailAssignments made_;
  std::map<LanguageTag, CountedRows> other_language_;  // recipients whose report is there in another one alone
  CountedRows failed_, not_rendered_;
  std::map<std::string, int> numbers_;  // of messages, by organisation
};

}  // namespace

const KnownFile* report_of(const Manifest& manifest, const std::string& organisation, const LanguageTag& language) {
  const auto found = std::find_if(manifest.files.begin(), manifest.files.end(), [&](const KnownFile& file) {
    return file.kind == KnownFile::Kind::report && file.organisation == organisation && file.language == language;
  });
  return found == manifest.files.end() ? nullptr : &*found;
}

MailAssignments assign_reports(const MailInputs& inputs, const PlanOptions& options) {
  return Assigning(inputs, options).run();
}

}  // namespace mognad
