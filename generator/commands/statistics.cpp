#include "statistics/statistics.h"

#include <fmt/format.h>

#include <algorithm>

#include "commands/choose_organisations.h"
#include "commands/commands.h"
#include "commands/input_digest.h"
#include "commands/load.h"
#include "commands/reporting.h"
#include "export/csv/snapshot_data.h"
#include "export/csv/statistics_data.h"
#include "files/output_names.h"
#include "files/owner_only.h"
#include "input/read_survey.h"
#include "statistics/stored_statistics.h"

namespace mognad {
namespace {

using Format = StatisticsText::Format;

/// A table closes years, any other file is for other machines.
bool closes_years(const std::string& snapshot) { return snapshot.ends_with(".csv"); }

/// Writes the rows that `make` makes, once for each format.
class StatisticsFiles {
 public:
  StatisticsFiles(const CommandOptions& options, const Survey& survey, Files& files)
      : survey_(survey), files_(files), output_(output_folder(survey, options)) {
    const auto wanted = [&](const char* name) {
      return options.formats.empty() ||
             std::find(options.formats.begin(), options.formats.end(), name) != options.formats.end();
    };
    if (wanted("csv")) formats_.emplace_back(Format::csv, "csv");
    if (wanted("json")) formats_.emplace_back(Format::json, "json");
  }

  template <class MakeRows>
  void write(const std::string& name, const MakeRows& make) {
    std::vector<StatisticsText> texts;
    for (const auto& [format, ending] : formats_) texts.emplace_back(format, survey_);
    make([&](const StatisticsRow& row) {
      for (StatisticsText& text : texts) text.add(row);
    });
    for (std::size_t i = 0; i < texts.size() && problems.empty(); ++i) {
      const std::string file = fmt::format("{}/{}.{}", kFolder, name, formats_[i].second);
      if (auto problem = files_.write_below(output_, file, texts[i].finish())) problems.push_back(std::move(*problem));
      ++written;
    }
  }

  std::string folder() const { return join_path(output_, kFolder); }

  Problems problems;
  int written = 0;

 private:
  const Survey& survey_;
  Files& files_;
  static constexpr const char* kFolder = "statistics";
  std::string output_;
  std::vector<std::pair<Format, std::string>> formats_;
};

/// Nothing is put in the place of what it is made from, but a new table of closed years in that of the old.
std::optional<Problem> in_place_of_input(const CommandOptions& options, const Files& files) {
  const auto survey = read_survey(options.survey, options.templates, files, options.limits);
  if (!survey) return std::nullopt;  // which is told when it is read for good
  const std::string target = files.real_path(options.snapshot);
  if (closes_years(options.snapshot) && !survey->closed.snapshot_path.empty() &&
      files.real_path(survey->closed.snapshot_path) == target)
    return std::nullopt;
  const std::vector<std::string> inputs = input_paths(*survey, options);
  if (std::none_of(inputs.begin(), inputs.end(), [&](const auto& path) { return files.real_path(path) == target; }))
    return std::nullopt;
  return error_at({options.snapshot}, "the survey reads from this file: a snapshot in its place would lose it",
                  "name a file of its own after --snapshot");
}

ExitStatus write_snapshot(const SurveyData& data, const CommandOptions& options, Files& files, Problems& problems) {
  const std::vector<SnapshotEntry> entries = take_snapshot(data.model, data.dataset, data.survey.earlier_models);
  auto problem = files.write_whole(options.snapshot, snapshot_csv(entries));
  if (problem) problems.push_back(std::move(*problem));
  print_problems(problems, options);
  if (has_errors(problems)) return ExitStatus::surroundings_failed;
  if (options.json) fmt::print("{{\"measurements\": {}}}\n", entries.size());
  else if (!options.quiet) fmt::print("a snapshot of {} measurements in {}\n", entries.size(), options.snapshot);
  return ExitStatus::done;
}

/// For machines that render parts of a batch. It has raw scores: nobody but its owner may read it.
ExitStatus write_statistics(const CommandOptions& options, Files& files) {
  Problems problems;
  InputDigests digests;
  if (const auto survey = read_survey(options.survey, options.templates, files, options.limits))
    digests = input_digests(*survey, options, files);
  const auto loaded = load_data(options, files).take(problems);
  if (!loaded || has_errors(problems)) return refuse(problems, options);
  const auto& [survey, model, dataset] = **loaded;
  if (auto problem = changed_meanwhile(survey, digests, options, files)) {
    problems.push_back(std::move(*problem));
    return refuse(problems, options);
  }
  const Statistics statistics = compute_statistics(model, survey, dataset);
  const StatisticsOrigin origin = statistics_origin(digests, files);
  files.remove_leftovers(folder_of(options.snapshot), {});  // of a run that was killed while it wrote a snapshot
  const std::string& path = options.snapshot;
  std::string sha256;
  if (auto problem =
          write_private_below(files, folder_of(path), path.substr(path.rfind('/') + 1),
                              [&](const auto& part) { sha256 = store_statistics(statistics, origin, part); })) {
    problems.push_back(std::move(*problem));
    return refuse(problems, options, ExitStatus::surroundings_failed);
  }
  print_problems(problems, options);
  if (options.json)
    fmt::print("{{\"organisations\": {}, \"statistics_sha256\": \"{}\"}}\n", dataset.organisations.size(), sha256);
  else if (!options.quiet)
    fmt::print("the statistics of {} organisations in {}\n", dataset.organisations.size(), options.snapshot);
  return ExitStatus::done;
}

}  // namespace

ExitStatus run_statistics(const CommandOptions& options, Files& files) {
  if (!options.snapshot.empty())
    if (auto problem = in_place_of_input(options, files)) return refuse({*problem}, options, ExitStatus::wrong_usage);
  if (!options.snapshot.empty() && !closes_years(options.snapshot)) return write_statistics(options, files);
  Problems problems;
  const auto data = load_data(options, files).take(problems);
  std::vector<OrganisationIndex> chosen;
  if (data) chosen = choose_organisations((*data)->survey, (*data)->dataset, options, problems);
  if (!data || has_errors(problems)) {
    print_problems(problems, options);
    return ExitStatus::input_refused;
  }
  const auto& [survey, model, dataset] = **data;
  if (!options.snapshot.empty()) return write_snapshot(**data, options, files, problems);
  const Statistics statistics = compute_statistics(model, survey, dataset);
  const StatisticsSource source{model, survey, dataset, statistics};
  StatisticsFiles output(options, survey, files);
  output.write("national", [&](const RowSink& sink) { national_rows(source, sink); });
  for (const OrganisationIndex organisation : chosen) {
    if (has_errors(output.problems)) break;
    const std::string& code = dataset.organisations[static_cast<std::size_t>(organisation)].code;
    output.write(join_path("organisations", slug(code)),
                 [&](const RowSink& sink) { organisation_rows(source, organisation, sink); });
  }
  problems.insert(problems.end(), output.problems.begin(), output.problems.end());
  print_problems(problems, options);
  if (has_errors(output.problems)) return ExitStatus::surroundings_failed;
  if (options.json) fmt::print("{{\"files\": {}, \"organisations\": {}}}\n", output.written, chosen.size());
  else if (!options.quiet)
    fmt::print("{} files of {} organisations and of all together in {}\n", output.written, chosen.size(),
               output.folder());
  return ExitStatus::done;
}

}  // namespace mognad
