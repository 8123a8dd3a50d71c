#include "input/read_recipients.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "input/data_table.h"
#include "input/named_file.h"
#include "input/row_names.h"
#include "language/edit_distance.h"
#include "language/normalise.h"

namespace mognad {
namespace {

/// Blanks around what was typed into a sheet mean nothing; a no-break space comes with what was copied from a page.
std::string_view without_blanks_around(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    if (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    if (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    if (text.starts_with(kNoBreakSpace)) text.remove_prefix(kNoBreakSpace.size());
    if (text.ends_with(kNoBreakSpace)) text.remove_suffix(kNoBreakSpace.size());
  }
  return text;
}

class RecipientReader {
 public:
  RecipientReader(const Survey& survey, const Dataset& dataset, DataTable table)
      : survey_(survey), dataset_(dataset), table_(std::move(table)) {}

  Recipients read() {
    const auto organisation = table_.require("organisation");
    if (!organisation) return {};
    for (Column& column : columns_) column.at = table_.find(column.name);
    table_.refuse_other_columns();
    while (table_.next()) read_row(*organisation);
    table_.done();
    table_.expect_rows();
    return std::move(recipients_);
  }

 private:
  enum Which { name, address, language, role, street, postcode, town };
  struct Column {
    const char* name;
    std::optional<std::size_t> at;
  };

  void read_row(std::size_t organisation) {
    const std::string code(without_blanks_around(normalised(table_.field(organisation))));
    const OrganisationIndex index = known_organisation(table_, organisation, code, dataset_);
    Recipient recipient;
    recipient.organisation = code;
    recipient.name = header_text(name, HeaderUse::name);
    recipient.address = mail_address();
    if (index >= 0) recipient.language = language_of(dataset_.organisations[static_cast<std::size_t>(index)]);
    recipient.role = header_text(role, HeaderUse::subject).text();
    recipient.postal = postal_lines();
    recipient.place = table_.place(organisation);
    if (index < 0) return;
    warn_of_no_way(recipient, organisation);
    refuse_twice(recipient, organisation);
    recipients_.push_back(std::move(recipient));
  }

  std::string text(Which which) const {
    const Column& column = columns_[which];
    return column.at ? std::string(without_blanks_around(normalised(table_.field(*column.at)))) : std::string();
  }

  void tell(Which which, const Problem& problem) {
    table_.error(columns_[which].name, *columns_[which].at, problem.message, problem.hint);
  }

  HeaderText header_text(Which which, HeaderUse use) {
    Problems problems;
    const std::string field = text(which);
    auto made = HeaderText::of(field, use, {}, columns_[which].name).take(problems);
    if (!made) tell(which, problems.front());
    return made.value_or(HeaderText());
  }

  std::optional<MailAddress> mail_address() {
    const std::string field = text(address);
    if (field.empty()) return std::nullopt;
    Problems problems;
    auto made = MailAddress::of(field, {}).take(problems);
    if (!made) tell(address, problems.front());
    return made;
  }

  /// The report that somebody gets must be one that is made.
  LanguageTag language_of(const Organisation& organisation) {
    const std::vector<LanguageTag>& made = organisation.languages.empty() ? survey_.languages : organisation.languages;
    const std::string tag = text(language);
    if (tag.empty()) return made.front();
    if (std::find(made.begin(), made.end(), tag) != made.end()) return tag;
    const bool known = std::find(survey_.languages.begin(), survey_.languages.end(), tag) != survey_.languages.end();
    table_.error("language", *columns_[language].at,
                 known ? fmt::format("the organisation '{}' has no report in the language '{}'",
                                     excerpt(organisation.code), excerpt(tag))
                       : fmt::format("the survey has no language '{}'", excerpt(tag)),
                 hint_for(tag, made));
    return made.front();
  }

  std::vector<std::string> postal_lines() {
    std::vector<std::string> lines;
    const std::string first = header_text(street, HeaderUse::name).text(),
                      code = header_text(postcode, HeaderUse::name).text(),
                      place = header_text(town, HeaderUse::name).text();
    if (!first.empty()) lines.push_back(first);
    if (!code.empty() || !place.empty())
      lines.push_back(code.empty() || place.empty() ? code + place : code + " " + place);
    if (!lines.empty() && place.empty()) {
      const Which at = first.empty() ? postcode : street;
      table_.error("town", *columns_[at].at, "the postal address has no town",
                   "fill in 'town', or leave all of it out");
    }
    return lines;
  }

  void warn_of_no_way(const Recipient& recipient, std::size_t organisation) {
    if (recipient.address || !recipient.postal.empty() || has_text(address)) return;
    table_.warn("no address", organisation,
                "the recipient has neither an address nor a postal one: the letter has an empty window",
                "fill in 'address', or 'street', 'postcode' and 'town'");
  }

  bool has_text(Which which) const { return !text(which).empty(); }

  void refuse_twice(const Recipient& recipient, std::size_t organisation) {
    if (!recipient.address && has_text(address)) return;  // told already
    const Key key{recipient.organisation, recipient.address ? recipient.address->key() : recipient.name.text(),
                  recipient.address ? std::vector<std::string>{} : recipient.postal, recipient.address.has_value()};
    const auto [first, added] = lines_.emplace(key, table_.line());
    if (added) return;
    const std::size_t at = recipient.address ? *columns_[address].at : organisation;
    table_.error("twice", at,
                 fmt::format("{} stands in the file already for '{}', in line {}",
                             recipient.address ? fmt::format("the address {}", recipient.address->masked())
                                               : std::string("the same recipient of a letter"),
                             excerpt(recipient.organisation), first->second),
                 "remove one of the rows: nobody gets a report twice");
  }

  /// Of an organisation: an address, or a name and a postal address.
  using Key = std::tuple<std::string, std::string, std::vector<std::string>, bool>;

  const Survey& survey_;
  const Dataset& dataset_;
  DataTable table_;
  Column columns_[7] = {{"name", {}},   {"address", {}},  {"language", {}}, {"role", {}},
                        {"street", {}}, {"postcode", {}}, {"town", {}}};
  std::map<Key, int> lines_;
  Recipients recipients_;
};

}  // namespace

Result<Recipients> read_recipients(const Survey& survey, const Dataset& dataset, const Files& files) {
  const std::string& path = survey.mail.recipients_path;
  if (path.empty()) return Recipients{};
  Problems problems;
  Dataset sources;
  auto table = open_table(path, "files.recipients", survey, files, sources, problems);
  if (!table) return problems;
  Recipients recipients = RecipientReader(survey, dataset, std::move(*table)).read();
  if (has_errors(problems)) return problems;
  return {std::move(recipients), std::move(problems)};
}

}  // namespace mognad
