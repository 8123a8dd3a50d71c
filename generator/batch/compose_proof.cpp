#include "batch/compose_proof.h"

#include <fmt/format.h>

#include <algorithm>

#include "batch/compose_mail.h"
#include "delivery/proven_report.h"
#include "files/output_names.h"
#include "files/read_below.h"
#include "files/sha256.h"

namespace mognad {
namespace {

constexpr std::size_t kKeyDigits = 32;

/// As the file of recipients has it, or, of one that has gone from it, as the plan has.
Result<Recipient> recipient_of(const PlannedMessage& planned, const MailInputs& inputs) {
  Problems problems;
  const Place place{inputs.survey.mail.recipients_path};
  const auto address = MailAddress::of(planned.address, place).take(problems);
  if (!address) return problems;
  for (const Recipient& r : inputs.recipients)
    if (r.organisation == planned.organisation && r.address && r.address->key() == address->key()) {
      Recipient found = r;
      found.language = planned.language;
      return found;
    }
  Recipient gone{planned.organisation, {}, address, planned.language, "", {}, place};
  if (!planned.name.empty())
    gone.name = HeaderText::of(planned.name, HeaderUse::name, place, "name").take(problems).value_or(HeaderText());
  return {std::move(gone), std::move(problems)};
}

/// "Anna Berg (anna@boras.example)": the sender's own data, in a message to the sender.
std::string in_words(const Recipient& recipient) {
  const std::string& address = recipient.address->wire();
  return recipient.name.empty() ? address : fmt::format("{} ({})", recipient.name.text(), address);
}

const Language* language_of(const MailInputs& inputs, const LanguageTag& tag) {
  const auto found =
      std::find_if(inputs.languages.begin(), inputs.languages.end(), [&](const Language& l) { return l.tag == tag; });
  return found == inputs.languages.end() ? nullptr : &*found;
}

std::optional<std::string> read_planned(const PlannedMessage& planned, const MailPlan& plan, const std::string& output,
                                        const Files& files, Problems& problems) {
  auto report = read_below(output, planned.report, files).take(problems);
  if (!report) return std::nullopt;
  const ReportClaim claim{join_path(output, planned.report),
                          planned.organisation,
                          planned.language,
                          plan.survey,
                          plan.year,
                          plan.edition,
                          planned.replaces,
                          planned.report_sha256};
  const Problems unproven = prove_again(*report, claim);
  problems.insert(problems.end(), unproven.begin(), unproven.end());
  if (!unproven.empty()) return std::nullopt;
  return report;
}

}  // namespace

Result<ProofMessage> compose_proof(const MailInputs& inputs, const std::string& output, const MailPlan& plan,
                                   const PlannedMessage& planned, const MailAddress& to, const Files& files) {
  Problems problems;
  auto report = read_planned(planned, plan, output, files, problems);
  const auto recipient = recipient_of(planned, inputs).take(problems);
  const OrganisationIndex organisation = inputs.dataset.find_organisation(planned.organisation);
  const Language* language = language_of(inputs, planned.language);
  if (organisation < 0 || !language)
    problems.push_back(error_at({inputs.survey.path}, fmt::format("the plan names an organisation or a language that "
                                                                  "the survey hasn't: {}, {}",
                                                                  planned.organisation, planned.language)));
  if (!report || !recipient || has_errors(problems)) return problems;
  const std::string key = sha256_hex("proof\n" + planned.key + "\n" + to.wire()).substr(0, kKeyDigits);
  const MailPiece piece{inputs,
                        inputs.dataset.organisations[static_cast<std::size_t>(organisation)],
                        *recipient,
                        to,
                        key,
                        plan.purpose,
                        planned.report,
                        {in_words(*recipient)}};
  auto message = compose_mail(piece, std::move(*report), Words(*language)).take(problems);
  if (!message) return problems;
  return {ProofMessage{planned.organisation, key, std::move(*message)}, std::move(problems)};
}

}  // namespace mognad
