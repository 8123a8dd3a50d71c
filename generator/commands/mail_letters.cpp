#include <fmt/format.h>

#include <iterator>

#include "base/json_text.h"
#include "batch/print_letters.h"
#include "commands/load.h"
#include "commands/load_mail.h"
#include "commands/mail_commands.h"
#include "commands/reporting.h"
#include "files/owner_only.h"

namespace mognad {
namespace {

/// What letters need besides what messages do.
struct LetterResources {
  DocumentLook look;
  std::vector<LanguageResources> languages;
  PdfResources pdf;
};

std::optional<LetterResources> load_resources(const LoadedMail& loaded, const CommandOptions& options,
                                              const Files& files, Problems& problems) {
  LetterResources resources;
  if (auto look = load_look(loaded.survey, options, files).take(problems)) resources.look = std::move(*look);
  for (const Language& language : loaded.languages)
    if (auto hyphenation = load_hyphenation(language, files).take(problems))
      resources.languages.push_back({language, std::move(*hyphenation)});
  if (has_errors(problems)) return std::nullopt;
  auto pdf = make_pdf_resources(resources.look.fonts, resources.look.logo.get()).take(problems);
  if (!pdf) return std::nullopt;
  resources.pdf = std::move(*pdf);
  return resources;
}

void print_summary(const PrintResult& result, const std::string& output, const CommandOptions& options) {
  if (options.quiet) return;
  if (options.json) {
    std::string names;
    for (const std::string& file : result.files) names += (names.empty() ? "" : ", ") + json_string(file);
    fmt::print("{{\"letters\": {}, \"files\": [{}]}}\n", result.letters, names);
    return;
  }
  if (result.letters == 0) fmt::print("everyone has an address: there is nothing to print\n");
  else fmt::print("{} {} in {}:\n", result.letters, result.letters == 1 ? "letter" : "letters", output);
  for (const std::string& file : result.files) fmt::print("  {}\n", file);
}

}  // namespace

ExitStatus run_mail_letters(const CommandOptions& options, Files& files) {
  Problems problems;
  const auto loaded = load_mail(options, files).take(problems);
  const auto resources = loaded ? load_resources(**loaded, options, files, problems) : std::nullopt;
  if (!resources) {
    print_problems(problems, options);
    return ExitStatus::input_refused;
  }
  if (auto failed = make_private_folder((*loaded)->mail_folder)) {
    problems.push_back(std::move(*failed));
    print_problems(problems, options);
    return ExitStatus::surroundings_failed;
  }
  Progress progress(options);
  const PrintOptions print{(*loaded)->output, options.threads(),
                           options.mail.duplex ? PrintSides::both : PrintSides::one,
                           [&](std::size_t done, std::size_t all) { progress.show(done, all); }};
  PrintResult result = print_letters({(*loaded)->inputs(), resources->look.theme, resources->look.fonts, resources->pdf,
                                      resources->languages, resources->look.logo},
                                     print, files);
  progress.finish();
  std::move(result.problems.begin(), result.problems.end(), std::back_inserter(problems));
  print_problems(problems, options);
  if (result.disk_failed) return ExitStatus::surroundings_failed;
  if (has_errors(problems)) return ExitStatus::input_refused;
  print_summary(result, (*loaded)->output, options);
  return ExitStatus::done;
}

}  // namespace mognad
