#include "batch/render_batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>

#include "batch/render_figures.h"
#include "batch/workers.h"
#include "files/output_names.h"
#include "files/sha256.h"

namespace mognad {
namespace {

/// What a thread keeps for a language: formats and shaped words are caches and belong to one thread.
struct LanguageWorker {
  Words words;
  Shaper shaper;
  GlyphOutlines outlines;
  LanguageWorker(const LanguageResources& resources, const FontSet& fonts)
      : words(resources.language),
        shaper(fonts, resources.hyphenation, resources.language.document_tag),
        outlines(fonts) {}
};

struct TaskResult {
  std::vector<ManifestEntry> entries;  // of what was written
  Problems problems;
  bool disk_failed = false;
};

/// One report to be made.
struct Task {
  OrganisationIndex organisation = 0;
  std::size_t language = 0;  // index in BatchInputs::languages
};

/// Organisations in the order given, each in those of the loaded languages that it wants.
std::vector<Task> tasks_of(const BatchInputs& inputs, const std::vector<OrganisationIndex>& organisations) {
  std::vector<Task> tasks;
  for (const OrganisationIndex organisation : organisations) {
    const auto& wanted = inputs.report.dataset.organisations[static_cast<std::size_t>(organisation)].languages;
    for (std::size_t i = 0; i < inputs.languages.size(); ++i)
      if (wanted.empty() || std::find(wanted.begin(), wanted.end(), inputs.languages[i].language.tag) != wanted.end())
        tasks.push_back({organisation, i});
  }
  return tasks;
}

class Batch {
 public:
  Batch(const BatchInputs& inputs, const BatchOptions& options, Files& files)
      : inputs_(inputs),
        options_(options),
        files_(files),
        tasks_(tasks_of(inputs, options.organisations)),
        results_(tasks_.size()) {}

  BatchResult run() {
    BatchResult result;
    auto journal = files_.write_lines(join_path(options_.output, kJournalName)).take(result.problems);
    if (!journal) {
      result.disk_failed = true;
      return result;
    }
    journal_ = std::move(*journal);
    static const std::atomic<bool> never = false;
    const std::atomic<bool>& stop = options_.stop ? *options_.stop : never;
    run_tasks(results_.size(), options_.jobs, stop, [this] {
      auto workers = std::make_shared<std::vector<std::unique_ptr<LanguageWorker>>>();
      for (const LanguageResources& language : inputs_.languages)
        workers->push_back(std::make_unique<LanguageWorker>(language, inputs_.fonts));
      return [this, workers](std::size_t task) { run_task(task, *workers); };
    });
    result.stopped = stop && done_ < results_.size();
    collect(result);
    return result;
  }

 private:
  OrganisationIndex organisation_of(std::size_t task) const { return tasks_[task].organisation; }

  const std::string& code_of(std::size_t task) const {
    return inputs_.report.dataset.organisations[static_cast<std::size_t>(organisation_of(task))].code;
  }

  void run_task(std::size_t task, std::vector<std::unique_ptr<LanguageWorker>>& workers) {
    LanguageWorker& worker = *workers[tasks_[task].language];
    TaskResult& result = results_[task];
    try {
      auto rendered = render_report(inputs_, organisation_of(task), worker.words, worker.shaper).take(result.problems);
      if (rendered) write(*rendered, task, worker.words.tag(), result);
      if (rendered && options_.figures && !result.disk_failed) write_figures(*rendered, task, worker, result);
    } catch (const std::exception& error) {
      // A fault of one report, or no memory for it, must not end the others.
      result.problems.push_back(
          error_at({}, fmt::format("the report of '{}' failed: {}", code_of(task), error.what())));
    }
    const std::lock_guard lock(mutex_);
    for (const ManifestEntry& entry : result.entries) {
      if (auto problem = journal_->write_line(journal_line(entry))) {
        result.problems.push_back(std::move(*problem));
        result.disk_failed = true;
      }
    }
    ++done_;
    if (options_.progress) options_.progress(done_, results_.size());
  }

  void write(const RenderedReport& report, std::size_t task, const LanguageTag& tag, TaskResult& result) {
    const Organisation& o = inputs_.report.dataset.organisations[static_cast<std::size_t>(organisation_of(task))];
    ManifestEntry entry{report_name(o.code, o.formal_name, tag),
                        o.code,
                        tag,
                        report.bytes.size(),
                        sha256_hex(report.bytes),
                        report.inputs_sha256,
                        report.pages};
    put(std::move(entry), report.bytes, result);
    if (!inputs_.twins || result.disk_failed) return;
    ManifestEntry twin{report_page_name(o.code, o.formal_name, tag),
                       o.code,
                       tag,
                       report.page.size(),
                       sha256_hex(report.page),
                       report.inputs_sha256,
                       0,
                       FileKind::page};
    put(std::move(twin), report.page, result);
  }

  void write_figures(const RenderedReport& report, std::size_t task, LanguageWorker& worker, TaskResult& result) {
    const auto figures = render_figures(inputs_, organisation_of(task), worker.words, worker.shaper, worker.outlines)
                             .take(result.problems);
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
      put(std::move(entry), figure.bytes, result);
    }
  }

  /// Writes the file that the entry tells of; only then it is one.
  void put(ManifestEntry entry, const std::string& bytes, TaskResult& result) {
    if (auto problem = files_.write_below(options_.output, entry.file, bytes)) {
      result.problems.push_back(std::move(*problem));
      result.disk_failed = true;
      return;
    }
    result.entries.push_back(std::move(entry));
  }

  void collect(BatchResult& result) {
    for (std::size_t task = 0; task < results_.size(); ++task) {
      TaskResult& one = results_[task];
      const Organisation& o = inputs_.report.dataset.organisations[static_cast<std::size_t>(organisation_of(task))];
      if (has_errors(one.problems) && (result.failed.empty() || result.failed.back() != o.code))
        result.failed.push_back(o.code);
      std::move(one.entries.begin(), one.entries.end(), std::back_inserter(result.entries));
      result.disk_failed = result.disk_failed || one.disk_failed;
      std::move(one.problems.begin(), one.problems.end(), std::back_inserter(result.problems));
    }
  }

  const BatchInputs& inputs_;
  const BatchOptions& options_;
  Files& files_;
  std::vector<Task> tasks_;
  std::vector<TaskResult> results_;
  std::unique_ptr<LineWriter> journal_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

}  // namespace

BatchResult render_batch(const BatchInputs& inputs, const BatchOptions& options, Files& files) {
  return Batch(inputs, options, files).run();
}

}  // namespace mognad
