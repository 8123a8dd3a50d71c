#include "commands/plan_mailing.h"

#include <fmt/format.h>

#include <set>

#include "base/json_text.h"
#include "commands/mail_command.h"
#include "commands/mail_ledger.h"
#include "commands/reporting.h"
#include "files/file_lock.h"
#include "files/output_names.h"
#include "files/owner_only.h"

namespace mognad {
namespace {

std::string command_to_send(const std::string& hash, const CommandOptions& options) {
  return mail_command("send --confirm " + hash, options);
}

double megabytes(std::int64_t bytes) { return static_cast<double>(bytes) / 1e6; }

void print_messages(const MailPlan& plan) {
  for (const PlannedMessage& m : plan.messages) {
    const auto address = MailAddress::of(m.address, {});
    fmt::print("{:<6}  {:<3}  {:>9}  {:<14}  {}\n", m.organisation, m.language, m.bytes,
               address ? address->masked() : "", m.file);
  }
}

void print_json(const PlanResult& result, const MailingSummary& s, const std::string& path,
                const CommandOptions& options) {
  std::string languages;
  for (const auto& [tag, count] : s.languages)
    languages += fmt::format("{}{}: {}", languages.empty() ? "" : ", ", json_string(tag), count);
  fmt::print(
      "{{\"plan\": {}, \"hash\": {}, \"purpose\": {}, \"edition\": {}, \"messages\": {}, \"organisations\": {}, "
      "\"languages\": {{{}}}, \"bytes\": {}, \"largest\": {}, \"largest_file\": {}, \"letters\": {}, "
      "\"without_recipient\": {}, \"send\": {}}}\n",
      json_string(path), json_string(result.hash), json_string(result.plan->purpose), result.plan->edition, s.messages,
      s.organisations, languages, s.bytes, s.largest, json_string(s.largest_file), s.letters, s.without_recipient,
      json_string(command_to_send(result.hash, options)));
}

void print_text(const PlanResult& result, const MailingSummary& s, const std::string& path,
                const CommandOptions& options) {
  if (options.verbose) print_messages(*result.plan);
  fmt::print("{} to {}:", counted(s.messages, "message", "messages"),
             counted(s.organisations, "organisation", "organisations"));
  const char* before = " ";
  for (const auto& [tag, count] : s.languages) {
    fmt::print("{}{} in {}", before, count, tag);
    before = ", ";
  }
  fmt::print("\n{:.1f} MB in all; the largest has {:.1f} MB ({})\n", megabytes(s.bytes), megabytes(s.largest),
             s.largest_file);
  if (s.letters > 0)
    fmt::print("{} by letter: {}\n", counted(s.letters, "recipient", "recipients"), mail_command("letters", options));
  if (s.without_recipient > 0)
    fmt::print("{} a report that nobody gets\n",
               counted(s.without_recipient, "organisation has", "organisations have"));
  fmt::print("plan: {}\nhash: {}\n\nNothing was sent. To send exactly this:\n  {}\n", path, result.hash,
             command_to_send(result.hash, options));
}

std::size_t count_without_recipient(const LoadedMail& loaded) {
  std::set<std::string> wanted, lonely;
  for (const Recipient& recipient : loaded.recipients) wanted.insert(recipient.organisation);
  for (const verification::KnownFile& file : loaded.manifest.files)
    if (file.kind == verification::KnownFile::Kind::report && !wanted.count(file.organisation))
      lonely.insert(file.organisation);
  return lonely.size();
}

}  // namespace

MailingSummary summary_of(const MailPlan& plan, const LoadedMail& loaded) {
  MailingSummary s;
  std::set<std::string> organisations;
  for (const PlannedMessage& m : plan.messages) {
    organisations.insert(m.organisation);
    ++s.languages[m.language];
    s.bytes += m.bytes;
    if (m.bytes > s.largest) s.largest = m.bytes, s.largest_file = m.file;
  }
  s.messages = plan.messages.size();
  s.organisations = organisations.size();
  if (plan.purpose != "report") return s;  // an erratum is for those who got something
  for (const Recipient& recipient : loaded.recipients) s.letters += !recipient.address;
  s.without_recipient = count_without_recipient(loaded);
  return s;
}

ExitStatus refuse_mailing(const Problems& problems, const CommandOptions& options) {
  print_problems(problems, options);
  return ExitStatus::input_refused;
}

ExitStatus plan_mailing(const LoadedMail& loaded, PlanOptions plan, Problems problems, const CommandOptions& options,
                        Files& files) {
  // Messages and plan hold personal data.
  if (auto failed = make_private_folder(loaded.mail_folder)) {
    problems.push_back(std::move(*failed));
    print_problems(problems, options);
    return ExitStatus::surroundings_failed;
  }
  // Nobody changes messages while they are sent.
  const auto lock = FileLock::take(join_path(loaded.mail_folder, kSendingLock)).take(problems);
  if (lock && !*lock)
    problems.push_back(error_at({loaded.mail_folder}, "messages are being sent from here, and stay as they are",
                                "wait until that has ended, or see how far it is: mognad mail status"));
  if (!lock || !*lock) {
    print_problems(problems, options);
    return ExitStatus::surroundings_failed;
  }
  Progress progress(options, "messages");
  plan.output = loaded.output;
  plan.jobs = options.threads();
  plan.each_row = options.verbose || options.json;
  plan.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
  const PlanResult result = plan_mail(loaded.inputs(), plan, files);
  progress.finish();
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  print_problems(problems, options);
  if (!result.plan) {
    if (!options.quiet && !options.json) fmt::print("there is no plan, and nothing can be sent\n");
    return result.disk_failed ? ExitStatus::surroundings_failed : ExitStatus::input_refused;
  }
  const std::string path = join_path(join_path(loaded.output, mail_plan_folder(plan.purpose)), kMailPlanName);
  const MailingSummary summary = summary_of(*result.plan, loaded);
  if (options.json) print_json(result, summary, path, options);
  else if (!options.quiet) print_text(result, summary, path, options);
  return ExitStatus::done;
}

}  // namespace mognad
