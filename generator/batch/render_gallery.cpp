#include "batch/render_gallery.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <mutex>
#include <set>

#include "batch/earlier_run.h"
#include "batch/gallery_list.h"
#include "batch/gallery_report.h"
#include "batch/workers.h"
#include "files/output_names.h"
#include "layout/lay_out.h"
#include "report/gallery_card.h"

namespace mognad {
namespace {

/// What a thread keeps: pictures are painted with the outlines of one language's tools, which know all fonts.
struct GalleryTools {
  std::shared_ptr<ToolsOfThread> languages;
  PagePainter painter;

  explicit GalleryTools(const BatchInputs& inputs)
      : languages(tools_of_thread(inputs.languages, inputs.fonts)),
        painter(languages->front()->outlines, inputs.theme.colours.paper) {}
  LanguageTools& of_gallery() { return *languages->front(); }
};

class GalleryBatch {
 public:
  GalleryBatch(const BatchInputs& inputs, const GallerySources& sources, const GalleryOptions& options, Files& files)
      : inputs_(inputs),
        sources_(sources),
        options_(options),
        files_(files),
        earlier_(EarlierRun::read(options.output, inputs.report.survey.id, inputs.report.survey.year, files)),
        state_(read_state()),
        run_(run_of(earlier_)),
        words_(inputs.languages.front().language),
        gallery_(gallery_head(inputs.report, words_)) {
    for (ListedReport& report : listed_reports(inputs, options.organisations)) {
      tasks_.push_back(report.task);
      gallery_.cards.push_back(std::move(report.card));
    }
    done_.resize(tasks_.size());
  }

  GalleryResult run() {
    if (!any_finished()) {
      result_.problems.push_back(error_at({options_.output}, "there is no finished report to show",
                                          "make them first: mognad render --gallery SURVEY"));
      return std::move(result_);
    }
    static const std::atomic<bool> never = false;
    const std::atomic<bool>& stop = options_.stop ? *options_.stop : never;
    run_tasks(tasks_.size(), options_.jobs, stop, [this] {
      return [this, tools = std::make_shared<GalleryTools>(inputs_)](std::size_t task) { run_task(task, *tools); };
    });
    result_.stopped = stop && count_done_ < tasks_.size();
    collect();
    if (!result_.disk_failed) finish();
    return std::move(result_);
  }

 private:
  /// What is known of a report when it has been looked at.
  struct Done {
    GalleryCard card;
    ShownReport shown;
    FileStanding standing = FileStanding::missing;
    Problems problems;
    bool painted = false, disk_failed = false, looked_at = false;
  };

  GalleryState read_state() const {
    const std::string path = join_path(options_.output, kGalleryStateName);
    if (!files_.exists(path)) return {};
    const auto text = files_.read(path);
    return text ? GalleryState::read(*text) : GalleryState();
  }

  bool any_finished() const {
    return std::any_of(gallery_.cards.begin(), gallery_.cards.end(),
                       [&](const GalleryCard& card) { return earlier_.find(fmt::format("reports/{}.pdf", card.id)); });
  }

  void run_task(std::size_t task, GalleryTools& tools) {
    Done& done = done_[task];
    try {
      look_at(task, tools, done);
      done.looked_at = true;
    } catch (const std::exception& error) {
      // A fault of one report, or no memory for it, must not end the others.
      done.problems.push_back(
          error_at({}, fmt::format("the card of '{}' failed: {}", gallery_.cards[task].organisation, error.what())));
    }
    const std::lock_guard lock(mutex_);
    ++count_done_;
    if (options_.progress) options_.progress(count_done_, tasks_.size());
  }

  void look_at(std::size_t task, GalleryTools& tools, Done& done) {
    const OrganisationIndex organisation = tasks_[task].organisation;
    const std::string& id = gallery_.cards[task].id;
    LanguageTools& own = *(*tools.languages)[tasks_[task].language];
    const Words& words = tools.of_gallery().words;
    const StandingReport report = standing_report(inputs_, organisation, own.words, earlier_, options_.output, files_);
    const ReportFacts facts(inputs_.report, organisation, words);
    GalleryReport made = gallery_report(facts, report);
    made.card.id = id;
    done.standing = report.standing;
    const std::string reason = picture(id, report, own, tools.painter, done);
    show(made, done.shown);
    warn(made.card, facts, done, reason);
    const GalleryFile page = gallery_report_page(gallery_, made, words);
    if (auto problem = write_if_other(page.path, page.bytes)) {
      done.problems.push_back(std::move(*problem));
      done.disk_failed = true;
    }
    done.card = std::move(made.card);
  }

  /// Keeps or paints the pictures of the report's file. Returns why there is no file, where laying it out tells.
  std::string picture(const std::string& id, const StandingReport& report, LanguageTools& tools, PagePainter& painter,
                      Done& done) {
    done.shown.run = run_;
    if (!report.file) return report.standing == FileStanding::failed ? reason_of(report, tools) : std::string();
    const PictureOccasion occasion{options_.output, id, report.file->content_sha256, run_, options_.pages};
    const ShownReport* old = state_.find(id);
    if (auto kept = kept_pictures(occasion, old, files_)) {
      done.shown = std::move(*kept);
      return {};
    }
    // What an outdated file looks like is not known any more.
    if (report.standing == FileStanding::outdated) return {};
    const auto pages = lay_out(report.composed.report, ChartStyle{inputs_.theme, tools.shaper}).take(done.problems);
    std::erase_if(done.problems, [](const Problem& problem) { return problem.severity != Severity::error; });
    if (!pages) return {};
    auto painted = paint_pictures(occasion, *pages, old, inputs_.theme.colours, painter, files_).take(done.problems);
    done.disk_failed = !painted;
    done.painted = painted.has_value();
    if (painted) done.shown = std::move(*painted);
    return {};
  }

  std::string reason_of(const StandingReport& report, LanguageTools& tools) const {
    const auto pages = lay_out(report.composed.report, ChartStyle{inputs_.theme, tools.shaper});
    for (const Problem& problem : pages.problems)
      if (problem.severity == Severity::error) return problem.message;
    return {};
  }

  /// Puts the pictures into the card and onto its page.
  static void show(GalleryReport& report, const ShownReport& shown) {
    GalleryCard& card = report.card;
    if (shown.content.empty()) return;
    card.picture = first_picture_name(card.id);
    card.picture_width = shown.columns;
    card.picture_height = shown.rows;
    card.changed = !shown.before.empty();
    for (std::size_t i = 0; i < shown.pages.size(); ++i) {
      const PageChange change = shown.pages[i];
      GalleryPage page;
      if (change != PageChange::gone) page.picture = page_picture_name(card.id, i + 1);
      if (change == PageChange::changed || change == PageChange::gone)
        page.before = page_picture_name(card.id, i + 1, PageShown::before);
      if (change == PageChange::changed) page.difference = page_picture_name(card.id, i + 1, PageShown::difference);
      report.pages.push_back(std::move(page));
    }
    if (report.pages.empty()) report.pages.push_back({card.picture, {}, {}});
  }

  /// What is wrong with the file stands first.
  static void warn(GalleryCard& card, const ReportFacts& facts, const Done& done, const std::string& reason) {
    card.warnings = file_warnings(done.standing, reason, facts.words);
    for (GalleryWarning& warning : data_warnings(facts)) card.warnings.push_back(std::move(warning));
    for (GalleryWarning& warning : dropped_label_warnings(done.shown.left_out, facts.words))
      card.warnings.push_back(std::move(warning));
  }

  /// Most pages of a gallery come out as they were, and reading is quicker than waiting for the disk.
  std::optional<Problem> write_if_other(const std::string& name, const std::string& bytes) {
    const std::string path = join_path(options_.output, name);
    if (files_.exists(path))
      if (const auto there = files_.read(path); there && *there == bytes) return std::nullopt;
    return files_.write_below(options_.output, name, bytes);
  }

  void put(const std::string& name, const std::string& bytes) {
    if (auto problem = write_if_other(name, bytes)) {
      result_.problems.push_back(std::move(*problem));
      result_.disk_failed = true;
    }
  }

  void collect() {
    result_.reports = tasks_.size();
    for (std::size_t task = 0; task < tasks_.size(); ++task) {
      Done& done = done_[task];
      std::move(done.problems.begin(), done.problems.end(), std::back_inserter(result_.problems));
      result_.disk_failed = result_.disk_failed || done.disk_failed;
      if (!done.looked_at) continue;
      ++result_.standing[static_cast<std::size_t>(done.standing)];
      result_.painted += done.painted;
      result_.warned += !done.card.warnings.empty();
      result_.changed += done.card.changed;
      const std::string id = gallery_.cards[task].id;
      gallery_.cards[task] = std::move(done.card);
      before_[id] = std::exchange(state_.reports[id], std::move(done.shown));
    }
  }

  /// The first page and its data, when every card is known; then what no page shows any more goes.
  void finish() {
    std::vector<std::string> stale;
    if (!result_.stopped) {
      stale = std::exchange(state_.files, {});
      for (const GalleryFile& file : gallery_pages(gallery_, sources_, words_)) {
        put(file.path, file.bytes);
        state_.files.push_back(file.path);
      }
      if (!options_.part) forget_others();
    }
    put(std::string(kGalleryStateName), state_.text());
    remove_all_but_shown(std::move(stale));
  }

  void remove_all_but_shown(std::vector<std::string> stale) {
    for (const auto& [id, report] : before_)
      for (std::string& file : files_of(id, report)) stale.push_back(std::move(file));
    std::set<std::string> shown(state_.files.begin(), state_.files.end());
    for (const auto& [id, report] : state_.reports)
      for (std::string& file : files_of(id, report)) shown.insert(std::move(file));
    for (const std::string& file : stale)
      if (!shown.contains(file)) remove(file);
  }

  /// Reports that the survey hasn't any more.
  void forget_others() {
    std::set<std::string> ids;
    for (const GalleryCard& card : gallery_.cards) ids.insert(card.id);
    for (auto at = state_.reports.begin(); at != state_.reports.end();) {
      if (ids.contains(at->first)) {
        ++at;
        continue;
      }
      before_[at->first] = std::move(at->second);
      at = state_.reports.erase(at);
    }
  }

  void remove(const std::string& file) {
    if (auto problem = files_.remove(join_path(options_.output, file))) {
      problem->severity = Severity::warning;  // the gallery is whole without it
      result_.problems.push_back(std::move(*problem));
    }
  }

  const BatchInputs& inputs_;
  const GallerySources& sources_;
  const GalleryOptions& options_;
  Files& files_;
  EarlierRun earlier_;
  GalleryState state_;
  std::map<std::string, ShownReport> before_;  // what the state said of reports that were looked at
  std::string run_;
  Words words_;
  Gallery gallery_;
  std::vector<ReportTask> tasks_;
  std::vector<Done> done_;
  std::mutex mutex_;
  std::size_t count_done_ = 0;
  GalleryResult result_;
};

}  // namespace

GalleryResult render_gallery(const BatchInputs& inputs, const GallerySources& sources, const GalleryOptions& options,
                             Files& files) {
  return GalleryBatch(inputs, sources, options, files).run();
}

}  // namespace mognad
