#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/json_text.h"
#include "batch/compose_proof.h"
#include "batch/proof_choice.h"
#include "commands/confirmed_plan.h"
#include "commands/mail_commands.h"
#include "commands/mail_route.h"
#include "commands/plan_mailing.h"
#include "commands/reporting.h"
#include "delivery/message.h"
#include "files/output_names.h"
#include "language/edit_distance.h"

namespace mognad {
namespace {

constexpr std::size_t kSample = 3;  // where nothing else is asked for

/// A plan that is missing is no problem here: there may be another.
std::optional<MailPlan> read_plan(const LoadedMail& mail, const std::string& purpose, const Files& files,
                                  Problems& problems) {
  const std::string path = join_path(join_path(mail.output, mail_plan_folder(purpose)), kMailPlanName);
  if (!files.exists(path)) return std::nullopt;
  const auto json = files.read(path).take(problems);
  if (!json) return std::nullopt;
  auto plan = read_mail_plan(*json, path).take(problems);
  if (!plan) return std::nullopt;
  const Problems changes = changes_since(*plan, mail);
  problems.insert(problems.end(), changes.begin(), changes.end());
  return plan;
}

/// The plan that would be sent next: of the correction where there is one that holds, else of the reports.
std::optional<MailPlan> find_plan(const LoadedMail& mail, const Files& files, Problems& problems) {
  Problems of_erratum;
  auto erratum = read_plan(mail, fmt::format("erratum-{}", mail.survey.edition), files, of_erratum);
  if (erratum && of_erratum.empty()) return erratum;
  auto plan = read_plan(mail, "report", files, problems);
  if (plan || !problems.empty()) return plan;
  problems.insert(problems.end(), of_erratum.begin(), of_erratum.end());
  if (!erratum && problems.empty())
    problems.push_back(error_at({mail.mail_folder}, "there is no plan", "make one: mognad mail plan SURVEY"));
  return erratum;
}

std::optional<MailAddress> address_of(const LoadedMail& mail, const std::string& to, Problems& problems) {
  auto address = MailAddress::of(to, {"--to"}).take(problems);
  if (address && mail.survey.simulated && mail.survey.mail.folder.empty() && !address->is_reserved())
    problems.push_back(
        error_at({"--to"}, "the survey is simulated, and this is an address where somebody may live",
                 "use an address under .test, .example or .invalid, or a folder: folder = \"…\" under [mail]"));
  return address;
}

std::vector<std::size_t> choose(const MailPlan& plan, const LoadedMail& mail, const CommandOptions& options,
                                Problems& problems) {
  std::vector<std::string> codes;
  for (const PlannedMessage& message : plan.messages)
    if (codes.empty() || codes.back() != message.organisation) codes.push_back(message.organisation);
  for (const std::string& code : options.only)
    if (std::find(codes.begin(), codes.end(), code) == codes.end())
      problems.push_back(error_at({"--only"}, fmt::format("the plan has no message to the organisation '{}'", code),
                                  hint_for(code, codes)));
  ProofChoice choice{static_cast<std::size_t>(options.mail.sample), options.mail.extremes, options.only};
  if (choice.sample == 0 && !choice.extremes && choice.only.empty()) choice.sample = kSample;
  return choose_proofs(plan, mail.dataset, choice);
}

std::int64_t now() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

void print_receipt(const ProofMessage& proof, const Receipt& receipt, const CommandOptions& options) {
  const bool accepted = receipt.outcome == Receipt::Outcome::accepted;
  const std::string answer = receipt.code > 0 ? fmt::format("{} {}", receipt.code, receipt.answer) : receipt.answer;
  if (options.json)
    fmt::print("{{\"organisation\": {}, \"message\": {}, \"accepted\": {}, \"answer\": {}}}\n",
               json_string(proof.organisation), json_string(proof.key), accepted, json_string(answer));
  else if (!options.quiet || !accepted)
    fmt::print("{:<6}  {}: {}\n", proof.organisation, accepted ? "accepted" : "not accepted", answer);
}

/// The proofs of a plan, made one at a time: all in memory would be as much as the whole mailing.
class Proofs {
 public:
  Proofs(const LoadedMail& mail, const MailPlan& plan, std::vector<std::size_t> chosen, const MailAddress& to,
         const Files& files)
      : inputs_(mail.inputs()), output_(mail.output), plan_(plan), chosen_(std::move(chosen)), to_(to), files_(files) {}

  std::size_t size() const { return chosen_.size(); }
  Result<ProofMessage> compose(std::size_t i) const {
    return compose_proof(inputs_, output_, plan_, plan_.messages[chosen_[i]], to_, files_);
  }

 private:
  const MailInputs inputs_;
  const std::string& output_;
  const MailPlan& plan_;
  const std::vector<std::size_t> chosen_;
  const MailAddress& to_;
  const Files& files_;
};

/// What hinders any of them is told before the first is sent.
void check_all(const Proofs& proofs, Problems& problems) {
  for (std::size_t i = 0; i < proofs.size(); ++i) proofs.compose(i).take(problems);
}

/// Proofs are in no ledger: nobody is harmed by one that arrives twice. Returns how many were accepted. A report that
/// has changed since all were checked ends it.
std::size_t send_proofs(const Proofs& proofs, const Envelope& envelope, Mailer& mailer, const CommandOptions& options,
                        Problems& problems) {
  std::size_t accepted = 0;
  for (std::size_t i = 0; i < proofs.size(); ++i) {
    const auto proof = proofs.compose(i).take(problems);
    if (!proof) break;
    const Receipt receipt =
        mailer.send({envelope.from, envelope.to, "proof-" + proof->key}, dated(proof->message, now()));
    accepted += receipt.outcome == Receipt::Outcome::accepted;
    print_receipt(*proof, receipt, options);
  }
  return accepted;
}

}  // namespace

ExitStatus run_mail_proof(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_mail(options, files).take(problems);
  if (!loaded) return refuse_mailing(problems, options);
  const LoadedMail& mail = **loaded;
  const auto to = address_of(mail, options.mail.to, problems);
  const auto plan = find_plan(mail, files, problems);
  if (!to || !plan || has_errors(problems)) return refuse_mailing(problems, options);
  std::vector<std::size_t> chosen = choose(*plan, mail, options, problems);
  const auto from = MailAddress::of(plan->from, {mail.survey.path}).take(problems);
  const auto make_mailer = mail_route(mail.survey, files).take(problems);
  if (!from || !make_mailer || has_errors(problems)) return refuse_mailing(problems, options);
  const Proofs proofs(mail, *plan, std::move(chosen), *to, files);
  check_all(proofs, problems);
  if (has_errors(problems)) return refuse_mailing(problems, options);
  print_problems(problems, options);
  problems.clear();
  const std::size_t accepted = send_proofs(proofs, {*from, *to, ""}, *(*make_mailer)(), options, problems);
  if (has_errors(problems)) print_problems(problems, options);  // warnings were told when all were checked
  if (!options.quiet && !options.json)
    fmt::print("{} of {} proofs accepted for {}\n", accepted, proofs.size(), to->masked());
  return accepted == proofs.size() ? ExitStatus::done : ExitStatus::surroundings_failed;
}

}  // namespace mognad
