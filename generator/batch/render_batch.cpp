#include "batch/render_batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

#include "batch/earlier_files.h"
#include "batch/language_tools.h"
#include "batch/render_figures.h"
#include "batch/report_tasks.h"
#include "batch/workers.h"
#include "batch/written_files.h"
#include "files/output_names.h"
#include "files/sha256.h"

namespace mognad {
namespace {

class Batch {
 public:
  Batch(const BatchInputs& inputs, const BatchOptions& options, Files& files)
      : inputs_(inputs),
        options_(options),
        files_(files),
        tasks_(report_tasks(inputs, options.organisations)),
        results_(tasks_.size()),
        reasons_(tasks_.size()) {}

  BatchResult run() {
    BatchResult result;
    if (!open_journal(result)) return result;
    static const std::atomic<bool> never = false;
    const std::atomic<bool>& stop = options_.stop ? *options_.stop : never;
    run_tasks(results_.size(), options_.jobs, stop, [this] {
      return [this, tools = tools_of_thread(inputs_.languages, inputs_.fonts)](std::size_t task) {
        run_task(task, *(*tools)[tasks_[task].language]);
      };
    });
    result.stopped = stop && done_ < results_.size();
    collect(result);
    return result;
  }

 private:
  /// It begins with what is known from before: should this run be killed, too, the next one knows all of it.
  bool open_journal(BatchResult& result) {
    if (options_.doing == BatchOptions::Doing::plan) return true;
    const bool stays = options_.earlier && (options_.part || !options_.again);
    const Survey& survey = inputs_.report.survey;
    const std::string known =
        journal_begin(survey.id, survey.year, stays ? options_.earlier->entries() : std::vector<ManifestEntry>());
    auto writer =
        files_.write_lines(join_path(options_.output, options_.shard.journal_name()), known).take(result.problems);
    result.disk_failed = !writer;
    if (writer) journal_ = std::make_unique<SharedJournal>(std::move(*writer));
    return writer.has_value();
  }

  OrganisationIndex organisation_of(std::size_t task) const { return tasks_[task].organisation; }

  const std::string& code_of(std::size_t task) const {
    return inputs_.report.dataset.organisations[static_cast<std::size_t>(organisation_of(task))].code;
  }

  void run_task(std::size_t task, LanguageTools& worker) {
    worker.shaper.forget_if_many();
    WrittenFiles& result = results_[task];
    PhaseTimes times;
    if (options_.profile) result.times = &times;
    try {
      const ComposedReport composed = timed(
          result.times, Phase::composing, [&] { return compose_report(inputs_, organisation_of(task), worker.words); });
      reasons_[task] = timed(result.times, Phase::hashing, [&] { return reason_for(task, composed); });
      if (options_.doing == BatchOptions::Doing::render) make(task, composed, worker);
    } catch (const std::exception& error) {
      // A fault of one report, or no memory for it, must not end the others.
      result.problems.push_back(
          error_at({}, fmt::format("the report of '{}' failed: {}", code_of(task), error.what())));
    }
    if (journal_ && reasons_[task] != RenderReason::unchanged) result.note_in(*journal_);
    const std::lock_guard lock(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, results_.size());
    result.times = nullptr;
    times_ += times;
    if (options_.report_done) options_.report_done(done_report(task, times));
  }

  PlannedReport planned(std::size_t task) const {
    const Organisation& o = organisation(task);
    return {report_name(o.code, o.formal_name, language_of(task)), o.code, language_of(task),
            reasons_[task].value_or(RenderReason::asked)};
  }

  DoneReport done_report(std::size_t task, const PhaseTimes& times) const {
    DoneReport done{planned(task), has_errors(results_[task].problems), 0, 0, times};
    for (const ManifestEntry& entry : results_[task].entries) done.pages += entry.pages, done.bytes += entry.bytes;
    return done;
  }

  const Organisation& organisation(std::size_t task) const {
    return inputs_.report.dataset.organisations[static_cast<std::size_t>(organisation_of(task))];
  }

  const LanguageTag& language_of(std::size_t task) const {
    return inputs_.languages[tasks_[task].language].language.tag;
  }

  /// The files of a task that the earlier run tells of; null for one that it should tell of and doesn't.
  std::vector<const ManifestEntry*> earlier_files(std::size_t task) const {
    const Organisation& o = organisation(task);
    const LanguageTag& tag = language_of(task);
    std::vector<const ManifestEntry*> all{options_.earlier->find(report_name(o.code, o.formal_name, tag))};
    if (inputs_.twins) all.push_back(options_.earlier->find(report_page_name(o.code, o.formal_name, tag)));
    if (options_.figures) {
      const auto figures = options_.earlier->figures_of(o.code, tag);
      if (figures.empty()) all.push_back(nullptr);
      all.insert(all.end(), figures.begin(), figures.end());
    }
    return all;
  }

  RenderReason reason_for(std::size_t task, const ComposedReport& composed) const {
    if (!options_.earlier || options_.again) return RenderReason::asked;
    for (const ManifestEntry* file : earlier_files(task)) {
      if (!file) return RenderReason::first;
      if (file->content_sha256 != composed.content_sha256) return RenderReason::changed;
      if (!files_.exists(join_path(options_.output, file->file))) return RenderReason::missing;
      if (!is_whole(*file, options_.output, files_)) return RenderReason::damaged;
    }
    return RenderReason::unchanged;
  }

  void make(std::size_t task, const ComposedReport& composed, LanguageTools& worker) {
    WrittenFiles& result = results_[task];
    if (reasons_[task] == RenderReason::unchanged) {
      for (const ManifestEntry* file : earlier_files(task)) result.entries.push_back(*file);
      return;
    }
    const auto rendered = typeset_report(inputs_, composed, worker.shaper, result.times).take(result.problems);
    if (rendered) write(*rendered, task, worker.words.tag(), result);
    if (rendered && options_.figures && !result.disk_failed) write_figures(*rendered, task, worker, result);
  }

  void write(const RenderedReport& report, std::size_t task, const LanguageTag& tag, WrittenFiles& result) {
    const Organisation& o = organisation(task);
    ManifestEntry entry{report_name(o.code, o.formal_name, tag),
                        o.code,
                        tag,
                        report.bytes.size(),
                        timed(result.times, Phase::hashing, [&] { return sha256_hex(report.bytes); }),
                        report.inputs_sha256,
                        report.pages};
    entry.content_sha256 = report.content_sha256;
    result.put(files_, options_.output, std::move(entry), report.bytes);
    if (!inputs_.twins || result.disk_failed) return;
    ManifestEntry twin{report_page_name(o.code, o.formal_name, tag),
                       o.code,
                       tag,
                       report.page.size(),
                       sha256_hex(report.page),
                       report.inputs_sha256,
                       0,
                       FileKind::page};
    twin.content_sha256 = report.content_sha256;
    result.put(files_, options_.output, std::move(twin), report.page);
  }

  void write_figures(const RenderedReport& report, std::size_t task, LanguageTools& worker, WrittenFiles& result) {
    const auto figures =
        timed(result.times, Phase::figures, [&] {
          return render_figures(inputs_, organisation_of(task), worker.words, worker.shaper, worker.outlines);
        }).take(result.problems);
    if (!figures) return;
    for (const FigureFile& figure : *figures) {
      if (result.disk_failed) return;
      ManifestEntry entry{figure.file,
                          code_of(task),
                          worker.words.tag(),
                          figure.bytes.size(),
                          sha256_hex(figure.bytes),
                          report.inputs_sha256,
                          0,
                          FileKind::figure};
      entry.content_sha256 = report.content_sha256;
      result.put(files_, options_.output, std::move(entry), figure.bytes);
    }
  }

  void collect(BatchResult& result) {
    for (std::size_t task = 0; task < results_.size(); ++task) {
      WrittenFiles& one = results_[task];
      const Organisation& o = organisation(task);
      if (reasons_[task]) result.plan.push_back(planned(task));
      if (has_errors(one.problems) && (result.failed.empty() || result.failed.back() != o.code))
        result.failed.push_back(o.code);
      std::move(one.entries.begin(), one.entries.end(), std::back_inserter(result.entries));
      result.disk_failed = result.disk_failed || one.disk_failed;
      std::move(one.problems.begin(), one.problems.end(), std::back_inserter(result.problems));
    }
    result.times = times_;
    if (options_.earlier && options_.doing == BatchOptions::Doing::render && !result.disk_failed) settle(result);
  }

  /// What the earlier run has made and this one has not.
  void settle(BatchResult& result) {
    TriedReports tried;
    std::set<std::string_view> codes;
    for (std::size_t task = 0; task < tasks_.size(); ++task) {
      codes.insert(code_of(task));
      if (reasons_[task] || has_errors(results_[task].problems)) tried.emplace(code_of(task), language_of(task));
    }
    settle_earlier_files(tried, options_, files_, result);
    if (!options_.part) return;
    for (const std::string& code : options_.earlier->failed())
      if (!codes.contains(code)) result.failed_before.push_back(code);
  }

  const BatchInputs& inputs_;
  const BatchOptions& options_;
  Files& files_;
  std::vector<ReportTask> tasks_;
  std::vector<WrittenFiles> results_;
  std::vector<std::optional<RenderReason>> reasons_;  // nothing: not looked at yet
  std::unique_ptr<SharedJournal> journal_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  PhaseTimes times_;
};

}  // namespace

BatchResult render_batch(const BatchInputs& inputs, const BatchOptions& options, Files& files) {
  return Batch(inputs, options, files).run();
}

}  // namespace mognad
