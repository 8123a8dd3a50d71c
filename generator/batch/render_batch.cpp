#include "batch/render_batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>

#include "batch/language_tools.h"
#include "batch/render_figures.h"
#include "batch/workers.h"
#include "batch/written_files.h"
#include "files/output_names.h"
#include "files/sha256.h"

namespace mognad {
namespace {

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
      return [this, tools = tools_of_thread(inputs_.languages, inputs_.fonts)](std::size_t task) {
        run_task(task, *(*tools)[tasks_[task].language]);
      };
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

  void run_task(std::size_t task, LanguageTools& worker) {
    WrittenFiles& result = results_[task];
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
    result.note_in(*journal_);
    ++done_;
    if (options_.progress) options_.progress(done_, results_.size());
  }

  void write(const RenderedReport& report, std::size_t task, const LanguageTag& tag, WrittenFiles& result) {
    const Organisation& o = inputs_.report.dataset.organisations[static_cast<std::size_t>(organisation_of(task))];
    ManifestEntry entry{report_name(o.code, o.formal_name, tag),
                        o.code,
                        tag,
                        report.bytes.size(),
                        sha256_hex(report.bytes),
                        report.inputs_sha256,
                        report.pages};
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
    result.put(files_, options_.output, std::move(twin), report.page);
  }

  void write_figures(const RenderedReport& report, std::size_t task, LanguageTools& worker, WrittenFiles& result) {
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
      result.put(files_, options_.output, std::move(entry), figure.bytes);
    }
  }

  void collect(BatchResult& result) {
    for (std::size_t task = 0; task < results_.size(); ++task) {
      WrittenFiles& one = results_[task];
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
  std::vector<WrittenFiles> results_;
  std::unique_ptr<LineWriter> journal_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

}  // namespace

BatchResult render_batch(const BatchInputs& inputs, const BatchOptions& options, Files& files) {
  return Batch(inputs, options, files).run();
}

}  // namespace mognad
