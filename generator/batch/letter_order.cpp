#include "batch/letter_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "batch/mail_assignment.h"
#include "language/collation.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

using verification::KnownFile;

class LetterOrder {
 public:
  LetterOrder(const MailInputs& inputs, Problems& problems) : inputs_(inputs), problems_(problems) {}

  std::vector<PlannedLetter> run() {
    for (const Recipient& recipient : inputs_.recipients) {
      known_.insert(recipient.organisation);
      if (!recipient.address) add(recipient);
    }
    add_unaddressed();
    sort();
    return std::move(letters_);
  }

 private:
  void add(const Recipient& recipient) {
    const OrganisationIndex index = inputs_.dataset.find_organisation(recipient.organisation);
    if (index < 0) return;  // the reader of recipients has refused it
    const Organisation& organisation = inputs_.dataset.organisations[static_cast<std::size_t>(index)];
    const KnownFile* report = report_of(inputs_.manifest, organisation.code, recipient.language);
    if (!report) {
      problems_.push_back(warning_at(recipient.place,
                                     fmt::format("a recipient of {} ({}) gets no letter: there is no report in '{}'",
                                                 organisation.formal_name, organisation.code, recipient.language),
                                     "render the report, or give the recipient another language"));
      return;
    }
    if (recipient.postal.empty())
      problems_.push_back(warning_at(recipient.place,
                                     fmt::format("a recipient of {} ({}) has neither an address nor a postal address: "
                                                 "letter and label show names alone",
                                                 organisation.formal_name, organisation.code),
                                     "fill in street, postcode and town"));
    letters_.push_back({&organisation, recipient, report});
  }

  /// Organisations that nobody has named a recipient for, in the language of theirs that comes first.
  void add_unaddressed() {
    for (const Organisation& organisation : inputs_.dataset.organisations) {
      if (known_.count(organisation.code)) continue;
      const auto& tags = organisation.languages.empty() ? inputs_.survey.languages : organisation.languages;
      const auto tag = std::find_if(tags.begin(), tags.end(), [&](const LanguageTag& t) {
        return report_of(inputs_.manifest, organisation.code, t) != nullptr;
      });
      if (tag == tags.end()) continue;
      problems_.push_back(warning_at(
          {inputs_.survey.mail.recipients_path},
          fmt::format("{} ({}) has a report and no recipient: its letter goes to the organisation, without a "
                      "postal address",
                      organisation.formal_name, organisation.code)));
      Recipient recipient;
      recipient.organisation = organisation.code;
      recipient.language = *tag;
      letters_.push_back({&organisation, recipient, report_of(inputs_.manifest, organisation.code, *tag)});
    }
  }

  void sort() {
    const LetterSettings& settings = inputs_.survey.mail.letters;
    const int property = settings.sort_by.empty() ? -1 : inputs_.dataset.property(settings.sort_by);
    if (!settings.sort_by.empty() && property < 0)
      problems_.push_back(error_at(
          settings.place, fmt::format("organisations have no property '{}' to sort letters by", settings.sort_by),
          hint_for(settings.sort_by, inputs_.dataset.property_names)));
    const Collation collation(inputs_.survey.languages.front());
    using Key = std::tuple<bool, std::string, std::string, std::string>;
    std::vector<std::pair<Key, PlannedLetter>> keyed;
    for (PlannedLetter& letter : letters_) {
      const Organisation& o = *letter.organisation;
      const std::string value = property < 0 ? "" : o.properties[static_cast<std::size_t>(property)];
      const std::string name = settings.sort_by.empty() ? "" : collation.key(o.name);
      keyed.push_back({{value.empty(), collation.key(value), name, o.code}, std::move(letter)});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    letters_.clear();
    for (auto& [key, letter] : keyed) letters_.push_back(std::move(letter));
  }

  const MailInputs& inputs_;
  Problems& problems_;
  std::vector<PlannedLetter> letters_;
  std::set<std::string> known_;  // codes with a recipient
};

}  // namespace

std::vector<PlannedLetter> planned_letters(const MailInputs& inputs, Problems& problems) {
  return LetterOrder(inputs, problems).run();
}

}  // namespace mognad
