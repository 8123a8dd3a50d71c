#include "batch/render_publication.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>

#include "batch/kept_files.h"
#include "batch/language_tools.h"
#include "batch/render_status_report.h"
#include "batch/workers.h"
#include "batch/written_files.h"
#include "export/csv/publication_json.h"
#include "files/output_names.h"
#include "files/sha256.h"
#include "report/figure_document.h"

namespace mognad {
namespace {

struct PublicationTask {
  enum class Kind { status_report, workbook, figure, changes };
  Kind kind = Kind::figure;
  std::size_t language = 0;  // index in PublicationInputs::languages
  std::size_t figure = 0;    // of that language
};

struct PublicationTaskResult : WrittenFiles {
  std::vector<PublishedFile> files;
};

FormatSet wanted_formats(const PublicationOptions& options) {
  if (!options.formats.empty()) return options.formats;
  using enum PublicationFormat;
  FormatSet formats;
  for (const PublicationFormat format : {svg, png, eps, pdf, csv, txt}) formats.add(format);
  if (!options.only.empty()) return formats;
  formats.add(xlsx);
  formats.add(report);
  return formats;
}

class PublicationBatch {
 public:
  PublicationBatch(const PublicationInputs& inputs, const Publication& publication, const PublicationOptions& options,
                   Files& files)
      : inputs_(inputs),
        publication_(publication),
        options_(options),
        files_(files),
        formats_(wanted_formats(options)) {}

  BatchResult run() {
    BatchResult result;
    list_tasks();
    auto journal = files_.write_lines(join_path(options_.output, join_path(kFiguresFolder, kJournalName)), "")
                       .take(result.problems);
    if (!journal) {
      result.disk_failed = true;
      return result;
    }
    journal_ = std::make_unique<SharedJournal>(std::move(*journal));
    static const std::atomic<bool> never = false;
    const std::atomic<bool>& stop = options_.stop ? *options_.stop : never;
    run_tasks(tasks_.size(), options_.jobs, stop, [this] {
      return [this, tools = tools_of_thread(inputs_.languages, inputs_.fonts)](std::size_t task) {
        LanguageTools& own = *(*tools)[tasks_[task].language];
        run_task(task, {own.words, own.shaper, own.outlines});
      };
    });
    result.stopped = stop && done_ < tasks_.size();
    if (!result.stopped && !options_.part) write_index();
    collect(result);
    if (options_.part) keep_earlier(result);
    return result;
  }

 private:
  /// The longest first, so that none is left over for one thread at the end.
  void list_tasks() {
    for (const PublicationTask::Kind kind : {PublicationTask::Kind::status_report, PublicationTask::Kind::workbook}) {
      using enum PublicationFormat;
      if (!formats_.has(kind == PublicationTask::Kind::workbook ? xlsx : report)) continue;
      for (std::size_t i = 0; i < publication_.size(); ++i) tasks_.push_back({kind, i});
    }
    Problems checked_before;
    for (std::size_t i = 0; i < publication_.size(); ++i)
      for (const std::size_t figure :
           choose_figures(publication_[i], inputs_.nation.figures, options_.only, checked_before))
        tasks_.push_back({PublicationTask::Kind::figure, i, figure});
    for (std::size_t i = 0; i < options_.changes.size(); ++i) tasks_.push_back({PublicationTask::Kind::changes, i});
    results_.resize(tasks_.size());
  }

  const NationalFigure& figure_of(const PublicationTask& task) const {
    return publication_[task.language][task.figure];
  }

  /// "status-report.sv"; a workbook as its file, which has no language in the survey's first.
  std::string name_of(const PublicationTask& task) const {
    const LanguageTag& tag = inputs_.languages[task.language].language.tag;
    switch (task.kind) {
      case PublicationTask::Kind::status_report: return "status-report." + tag;
      case PublicationTask::Kind::workbook: return workbook_name(tag, inputs_.nation.survey.languages.front());
      case PublicationTask::Kind::changes: return "changes." + tag;
      case PublicationTask::Kind::figure: break;
    }
    return fmt::format("{}.{}", figure_of(task).name, tag);
  }

  Result<std::vector<RenderedFile>> render(const PublicationTask& task, const FigureTools& tools) const {
    const std::vector<NationalFigure>& figures = publication_[task.language];
    switch (task.kind) {
      case PublicationTask::Kind::status_report:
        return render_status_report(inputs_, figures, options_.twins ? TwinChoice::html : TwinChoice::none, tools);
      case PublicationTask::Kind::workbook: return render_workbook(inputs_, figures, tools);
      case PublicationTask::Kind::changes: return render_changes(options_.changes[task.language], tools.words);
      case PublicationTask::Kind::figure: break;
    }
    return render_national_figure(inputs_, figure_of(task), formats_, options_.measure, tools);
  }

  Result<std::vector<RenderedFile>> render_changes(const PublicationChanges& changes, const Words& words) const {
    RenderedFile file{changes_name(words.tag()), "csv",
                      changes_csv(changes, example_notice(inputs_.nation.survey, words))};
    file.inputs_sha256 = sha256_hex(file.bytes);  // it has no place for another: it is what it was made of
    return {{std::move(file)}, {}};
  }

  void run_task(std::size_t index, const FigureTools& tools) {
    const PublicationTask& task = tasks_[index];
    PublicationTaskResult& result = results_[index];
    try {
      auto rendered = render(task, tools).take(result.problems);
      if (rendered)
        for (const RenderedFile& file : *rendered)
          if (!result.disk_failed) write(file, task, tools.words, result);
    } catch (const std::exception& error) {
      // A fault of one figure, or no memory for it, must not end the others.
      result.problems.push_back(error_at({}, fmt::format("'{}' failed: {}", name_of(task), error.what())));
    }
    result.note_in(*journal_);
    const std::lock_guard lock(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, tasks_.size());
  }

  void write(const RenderedFile& file, const PublicationTask& task, const Words& words, PublicationTaskResult& result) {
    const std::string figure = task.kind == PublicationTask::Kind::figure ? figure_of(task).name : std::string();
    ManifestEntry entry{file.file,          "",        words.tag(), file.bytes.size(), sha256_hex(file.bytes),
                        file.inputs_sha256, file.pages};
    entry.kind = FileKind::national;
    entry.group = publication_title(inputs_.nation, words);
    entry.figure = figure;
    // What changed is the editor's, and not published.
    if (task.kind != PublicationTask::Kind::changes)
      result.files.push_back({file.file, file.format, figure, entry.bytes, entry.sha256});
    result.put(files_, options_.output, std::move(entry), file.bytes);
  }

  /// What this run tried again is as it has become now.
  void keep_earlier(BatchResult& result) const {
    const Survey& survey = inputs_.nation.survey;
    KeptFiles kept = kept_files(options_.output, survey.id, survey.year, result.entries, files_);
    result.kept = std::move(kept.entries);
    for (std::string& name : kept.failed)
      if (std::none_of(tasks_.begin(), tasks_.end(), [&](const PublicationTask& t) { return name_of(t) == name; }))
        result.failed_before.push_back(std::move(name));
  }

  /// figures.json, of all that was written.
  void write_index() {
    const Survey& survey = inputs_.nation.survey;
    std::vector<PublishedLanguage> languages;
    for (std::size_t i = 0; i < publication_.size(); ++i) {
      const Words words(inputs_.languages[i].language);
      languages.push_back({words.tag(),
                           words.language().document_tag,
                           publication_title(inputs_.nation, words),
                           example_notice(survey, words),
                           publication_[i],
                           {}});
      for (std::size_t task = 0; task < tasks_.size(); ++task)
        if (tasks_[task].language == i)
          languages.back().files.insert(languages.back().files.end(), results_[task].files.begin(),
                                        results_[task].files.end());
    }
    const std::string json = publication_json(survey, inputs_.nation.model, languages);
    ManifestEntry entry{std::string(kFiguresName), "", "", json.size(), sha256_hex(json), inputs_.settings_sha256};
    entry.kind = FileKind::national;
    results_.emplace_back();
    results_.back().put(files_, options_.output, std::move(entry), json);
    results_.back().note_in(*journal_);
  }

  void collect(BatchResult& result) {
    for (std::size_t i = 0; i < results_.size(); ++i) {
      PublicationTaskResult& one = results_[i];
      if (has_errors(one.problems)) result.failed.push_back(i < tasks_.size() ? name_of(tasks_[i]) : "figures.json");
      std::move(one.entries.begin(), one.entries.end(), std::back_inserter(result.entries));
      result.disk_failed = result.disk_failed || one.disk_failed;
      std::move(one.problems.begin(), one.problems.end(), std::back_inserter(result.problems));
    }
  }

  const PublicationInputs& inputs_;
  const Publication& publication_;
  const PublicationOptions& options_;
  Files& files_;
  FormatSet formats_;
  std::vector<PublicationTask> tasks_;
  std::vector<PublicationTaskResult> results_;
  std::unique_ptr<SharedJournal> journal_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

}  // namespace

BatchResult render_publication(const PublicationInputs& inputs, const Publication& publication,
                               const PublicationOptions& options, Files& files) {
  return PublicationBatch(inputs, publication, options, files).run();
}

}  // namespace mognad
