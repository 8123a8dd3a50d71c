#include "batch/print_letters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <exception>
#include <mutex>

#include "batch/compose_mail.h"
#include "batch/language_tools.h"
#include "batch/letter_order.h"
#include "batch/workers.h"
#include "delivery/proven_report.h"
#include "files/output_names.h"
#include "files/owner_only.h"
#include "files/read_below.h"
#include "files/sha256.h"
#include "layout/lay_out_labels.h"
#include "layout/lay_out_letter.h"
#include "report/correction.h"
#include "report/letter.h"

namespace mognad {
namespace {

constexpr const char* kLabelsName = "labels.pdf";

void add_problems(Problems& all, Problems more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

class LetterRun {
 public:
  LetterRun(const LetterInputs& inputs, const PrintOptions& options, Files& files)
      : inputs_(inputs), options_(options), files_(files), names_(inputs.mail.manifest) {}

  PrintResult run() {
    letters_ = planned_letters(inputs_.mail, result_.problems);
    if (!has_errors(result_.problems)) each_letter(0, letters_.size(), [this](std::size_t i, auto& t) { check(i, t); });
    if (has_errors(result_.problems)) return std::move(result_);
    std::vector<OutputFile> labels = label_sheets();
    if (has_errors(result_.problems)) return std::move(result_);
    const auto per_file = static_cast<std::size_t>(std::max(1, settings().per_file));
    const std::size_t parts = (letters_.size() + per_file - 1) / per_file;
    for (std::size_t part = 0; part < parts && !stopped(); ++part)
      write_part(part * per_file, std::min(letters_.size(), (part + 1) * per_file),
                 parts == 1 ? "letters.pdf" : fmt::format("letters-{}.pdf", part + 1));
    for (const OutputFile& file : labels)
      if (!stopped()) write(file.name, file.bytes);
    if (!stopped()) remove_earlier();
    result_.letters = letters_.size();
    return std::move(result_);
  }

 private:
  struct OutputFile {
    std::string name;
    std::string bytes;
  };
  /// What a letter's two pieces are, and what went wrong with it.
  struct Made {
    std::vector<PrintPiece> pieces;
    Problems problems;
  };

  const LetterSettings& settings() const { return inputs_.mail.survey.mail.letters; }
  bool stopped() const { return result_.disk_failed || has_errors(result_.problems); }

  /// Calls `work` with the number and the tools of each letter, on several threads.
  template <class Work>
  void each_letter(std::size_t from, std::size_t to, Work work) {
    made_.assign(to - from, {});
    first_ = from;
    static const std::atomic<bool> never = false;
    run_tasks(to - from, options_.jobs, never, [&] {
      return [&, tools = tools_of_thread(inputs_.languages, inputs_.fonts)](std::size_t task) {
        try {
          work(from + task, *tools);
        } catch (const std::exception& failure) {
          made_[task].problems.push_back(error_at(
              {},
              fmt::format("the letter to '{}' failed: {}", letters_[from + task].organisation->code, failure.what())));
        }
        tell_progress();
      };
    });
    for (Made& made : made_) add_problems(result_.problems, std::move(made.problems));
  }

  void tell_progress() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (options_.progress) options_.progress(done_, 2 * letters_.size());
  }

  LanguageTools& tools_for(const LanguageTag& tag, const ToolsOfThread& tools) const {
    for (std::size_t i = 0; i < inputs_.languages.size(); ++i)
      if (inputs_.languages[i].language.tag == tag) return *tools[i];
    throw std::runtime_error(fmt::format("the language '{}' is not loaded", tag));
  }

  ReportClaim claim_of(const PlannedLetter& letter) const {
    const Survey& survey = inputs_.mail.survey;
    const std::string& code = letter.organisation->code;
    return {letter.report->path, code,           letter.report->language,        survey.id,
            survey.year,         survey.edition, replaced_edition(survey, code), letter.report->sha256};
  }

  Letter letter_of(const PlannedLetter& letter, const Words& words) const {
    const MailInputs& mail = inputs_.mail;
    Letter made =
        build_letter(mail.templates.letter, mail.survey, *letter.organisation, letter.recipient, words, inputs_.logo);
    made.document.identity.inputs_sha256 =
        sha256_hex(fmt::format("{}\n{}\n{}", mail.settings_sha256, words.tag(), fmt::join(made.address, "\n")));
    return made;
  }

  Result<Pages> pages_of(const Letter& letter, LanguageTools& tools) const {
    return lay_out_letter(letter, settings(), {inputs_.theme, tools.shaper});
  }

  /// The report is proven and the letter laid out; nothing is kept.
  void check(std::size_t index, const ToolsOfThread& tools) {
    const PlannedLetter& letter = letters_[index];
    Problems& problems = made_[index - first_].problems;
    if (const auto bytes = read_below(options_.output, letter.report->path, files_).take(problems))
      add_problems(problems, prove_report(*bytes, claim_of(letter), {&names_, letter.report}));
    LanguageTools& own = tools_for(letter.recipient.language, tools);
    pages_of(letter_of(letter, own.words), own).take(problems);
  }

  /// The report is read again and must still be the one that was proven.
  void make(std::size_t index, const ToolsOfThread& tools) {
    const PlannedLetter& letter = letters_[index];
    Made& made = made_[index - first_];
    LanguageTools& own = tools_for(letter.recipient.language, tools);
    const Letter content = letter_of(letter, own.words);
    const auto pages = pages_of(content, own).take(made.problems);
    if (!pages) return;
    auto sheet = write_pdf(content.document, *pages, inputs_.pdf).take(made.problems);
    auto report = read_below(options_.output, letter.report->path, files_).take(made.problems);
    if (report) add_problems(made.problems, prove_again(*report, claim_of(letter)));
    if (!sheet || !report || has_errors(made.problems)) return;
    const std::string& name = letter.organisation->formal_name;
    made.pieces.push_back({own.words.say("letter.bookmark", {{"organisation", name}}), std::move(*sheet)});
    made.pieces.push_back({own.words.say("letter.report_bookmark", {{"organisation", name}}), std::move(*report)});
  }

  void write_part(std::size_t from, std::size_t to, const std::string& name) {
    each_letter(from, to, [this](std::size_t i, auto& tools) { make(i, tools); });
    if (stopped()) return;
    std::vector<PrintPiece> pieces;
    for (Made& made : made_) std::move(made.pieces.begin(), made.pieces.end(), std::back_inserter(pieces));
    made_.clear();
    if (const auto joined = join_for_print(pieces, options_.sides).take(result_.problems)) write(name, *joined);
  }

  /// In the survey's first language: they are for who prints them. None where there are no letters.
  std::vector<OutputFile> label_sheets() {
    if (letters_.empty()) return {};
    const ToolsOfThread tools = std::move(*tools_of_thread(inputs_.languages, inputs_.fonts));
    std::vector<std::vector<std::string>> addresses;
    std::string all = inputs_.mail.settings_sha256;
    for (const PlannedLetter& letter : letters_) {
      addresses.push_back(letter_of(letter, tools_for(letter.recipient.language, tools).words).address);
      all += fmt::format("\n\n{}", fmt::join(addresses.back(), "\n"));
    }
    LanguageTools& first = tools_for(inputs_.mail.survey.languages.front(), tools);
    AddressLabels labels = build_labels(std::move(addresses), inputs_.mail.survey, first.words);
    labels.document.identity.inputs_sha256 = sha256_hex(all);
    const auto pages = lay_out_labels(labels, settings().labels, {inputs_.theme, first.shaper}).take(result_.problems);
    if (!pages) return {};
    auto bytes = write_pdf(labels.document, *pages, inputs_.pdf).take(result_.problems);
    if (!bytes) return {};
    return {{kLabelsName, std::move(*bytes)}};
  }

  void write(const std::string& name, const std::string& bytes) {
    const std::string file = join_path(kMailFolder, name);
    if (auto problem = write_private_below(files_, options_.output, file, bytes)) {
      result_.problems.push_back(std::move(*problem));
      result_.disk_failed = true;
      return;
    }
    result_.files.push_back(file);
  }

  /// What an earlier run left would be printed with this one.
  void remove_earlier() {
    const std::string folder = join_path(options_.output, kMailFolder);
    for (const std::string& name : files_.list(folder)) {
      const bool is_ours =
          name == kLabelsName || name == "letters.pdf" || (name.starts_with("letters-") && name.ends_with(".pdf"));
      const auto& kept = result_.files;
      if (!is_ours || std::find(kept.begin(), kept.end(), join_path(kMailFolder, name)) != kept.end()) continue;
      if (auto problem = files_.remove(join_path(folder, name))) {
        result_.problems.push_back(std::move(*problem));
        result_.disk_failed = true;
      }
    }
  }

  const LetterInputs& inputs_;
  const PrintOptions& options_;
  Files& files_;
  const verification::SurveyNames names_;
  std::vector<PlannedLetter> letters_;
  std::vector<Made> made_;  // of the letters from `first_` on
  std::size_t first_ = 0;
  std::mutex mutex_;
  std::size_t done_ = 0;
  PrintResult result_;
};

}  // namespace

PrintResult print_letters(const LetterInputs& inputs, const PrintOptions& options, Files& files) {
  return LetterRun(inputs, options, files).run();
}

}  // namespace mognad
