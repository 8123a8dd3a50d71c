#include "batch/plan_mail.h"

#include <fmt/format.h>

#include <atomic>
#include <exception>
#include <mutex>
#include <set>

#include "batch/compose_mail.h"
#include "batch/mail_assignment.h"
#include "batch/workers.h"
#include "delivery/proven_report.h"
#include "files/output_names.h"
#include "files/owner_only.h"
#include "files/read_below.h"
#include "files/sha256.h"
#include "report/correction.h"

namespace mognad {
namespace {

using WordsOfLanguages = std::map<LanguageTag, std::unique_ptr<Words>>;

WordsOfLanguages words_of(const std::vector<Language>& languages) {
  WordsOfLanguages words;
  for (const Language& language : languages) words[language.tag] = std::make_unique<Words>(language);
  return words;
}

ReportClaim claim_of(const Survey& survey, const std::string& organisation, const std::string& language,
                     const std::string& path, const std::string& sha256) {
  return {path,  organisation, language, survey.id, survey.year, survey.edition, replaced_edition(survey, organisation),
          sha256};
}

class Planning {
 public:
  Planning(const MailInputs& inputs, const PlanOptions& options, Files& files)
      : inputs_(inputs),
        options_(options),
        files_(files),
        names_(inputs.manifest),
        folder_(mail_plan_folder(options.purpose)) {}

  PlanResult run() {
    PlanResult result;
    MailAssignments assigned = assign_reports(inputs_, options_);
    messages_ = std::move(assigned.messages);
    result.problems = std::move(assigned.problems);
    if (messages_.empty() && !has_errors(result.problems))
      result.problems.push_back(error_at({inputs_.survey.mail.recipients_path},
                                         "nobody gets anything: there is no "
                                         "message to plan"));
    // What was planned before holds no longer, whatever becomes of this plan.
    if (auto problem = files_.remove(path_of(kMailPlanName))) result.problems.push_back(std::move(*problem));
    writing_ = !has_errors(result.problems);
    make_all(result.problems);
    result.disk_failed = disk_failed_;
    if (!has_errors(result.problems)) {
      remove_all_but(planned_, result.problems);
      finish(result);
    }
    if (!result.plan) remove_all_but({}, result.problems);
    return result;
  }

 private:
  std::string path_of(const std::string& name) const { return join_path(join_path(options_.output, folder_), name); }

  /// A report is read and proven once, however many get it: messages of the same one are a task.
  std::vector<std::vector<std::size_t>> tasks() const {
    std::vector<std::vector<std::size_t>> tasks;
    std::map<const verification::KnownFile*, std::size_t> task_of;
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      const auto [at, added] = task_of.try_emplace(messages_[i].report, tasks.size());
      if (added) tasks.emplace_back();
      tasks[at->second].push_back(i);
    }
    return tasks;
  }

  void make_all(Problems& problems) {
    const auto all = tasks();
    planned_.resize(messages_.size());
    std::vector<Problems> found(all.size());
    const std::atomic<bool> never = false;
    run_tasks(all.size(), options_.jobs, never, [&] {
      return [&, words = std::make_shared<WordsOfLanguages>(words_of(inputs_.languages))](std::size_t task) {
        try {
          make_messages(all[task], *words, found[task]);
        } catch (const std::exception& failure) {
          // No memory for one report must not end the others.
          found[task].push_back(error_at({messages_[all[task].front()].report->path}, failure.what()));
        }
        show_progress(all[task].size());
      };
    });
    for (Problems& of_task : found)
      problems.insert(problems.end(), std::make_move_iterator(of_task.begin()), std::make_move_iterator(of_task.end()));
  }

  void make_messages(const std::vector<std::size_t>& which, const WordsOfLanguages& words, Problems& problems) {
    const MailAssignment& first = messages_[which.front()];
    const verification::KnownFile& known = *first.report;
    const auto report = read_below(options_.output, known.path, files_).take(problems);
    if (!report) return;
    const ReportClaim claim = claim_of(inputs_.survey, first.organisation->code, known.language,
                                       join_path(options_.output, known.path), known.sha256);
    Problems unproven = prove_report(*report, claim, {&names_, &known});
    problems.insert(problems.end(), unproven.begin(), unproven.end());
    if (!unproven.empty()) return;
    const auto found = words.find(first.recipient.language);
    if (found == words.end()) {
      problems.push_back(error_at(first.recipient.place,
                                  fmt::format("the survey has no language '{}'", excerpt(first.recipient.language))));
      return;
    }
    for (const std::size_t i : which) make_message(i, *report, *found->second, problems);
  }

  void make_message(std::size_t i, const std::string& report, const Words& words, Problems& problems) {
    const MailAssignment& m = messages_[i];
    const MailPiece piece{inputs_, *m.organisation,  m.recipient,   *m.recipient.address,
                          m.key,   options_.purpose, m.report->path};
    const auto message = compose_mail(piece, report, words).take(problems);
    if (!message) return;
    if (writing_)
      if (auto problem = write_private_below(files_, options_.output, join_path(folder_, m.file), *message)) {
        problems.push_back(std::move(*problem));
        disk_failed_ = true;
        return;
      }
    planned_[i] = {m.key,
                   m.organisation->code,
                   m.recipient.language,
                   m.recipient.name.text(),
                   m.recipient.address->wire(),
                   m.report->path,
                   m.report->sha256,
                   m.file,
                   sha256_hex(*message),
                   static_cast<std::int64_t>(message->size()),
                   m.replaces_sha256,
                   replaced_edition(inputs_.survey, m.organisation->code)};
  }

  void show_progress(std::size_t more) {
    const std::lock_guard lock(progress_);
    done_ += more;
    if (options_.progress) options_.progress(done_, messages_.size());
  }

  /// Messages of an earlier plan, or of one that has failed: nobody may take them for planned ones.
  void remove_all_but(const std::vector<PlannedMessage>& planned, Problems& problems) {
    std::set<std::string> kept;
    for (const PlannedMessage& message : planned) kept.insert(message.file);
    for (const std::string& name : files_.list(join_path(options_.output, folder_)))
      if (name.ends_with(".eml") && !kept.count(name))
        if (auto problem = files_.remove(path_of(name))) problems.push_back(std::move(*problem));
  }

  void finish(PlanResult& result) {
    const Survey& survey = inputs_.survey;
    MailPlan plan{survey.id,
                  survey.year,
                  survey.edition,
                  options_.purpose,
                  survey.simulated,
                  survey.mail.sender->wire(),
                  inputs_.manifest_sha256,
                  inputs_.recipients_sha256,
                  inputs_.settings_sha256,
                  std::move(planned_)};
    std::string json = mail_plan_json(plan);
    // What the sender will refuse must not be confirmed.
    if (const auto again = read_mail_plan(json, path_of(kMailPlanName)).take(result.problems); !again) return;
    if (auto problem = write_private_below(files_, options_.output, join_path(folder_, kMailPlanName), json)) {
      result.problems.push_back(std::move(*problem));
      result.disk_failed = true;
      return;
    }
    result.hash = mail_plan_hash(json);
    result.json = std::move(json);
    result.plan = std::move(plan);
  }

  const MailInputs& inputs_;
  const PlanOptions& options_;
  Files& files_;
  const verification::SurveyNames names_;
  const std::string folder_;
  std::vector<MailAssignment> messages_;
  std::vector<PlannedMessage> planned_;  // in the order of messages_
  bool writing_ = false;
  std::atomic<bool> disk_failed_ = false;
  std::mutex progress_;
  std::size_t done_ = 0;
};

}  // namespace

std::string mail_plan_folder(const std::string& purpose) { return join_path("mail", purpose); }

PlanResult plan_mail(const MailInputs& inputs, const PlanOptions& options, Files& files) {
  return Planning(inputs, options, files).run();
}

}  // namespace mognad
