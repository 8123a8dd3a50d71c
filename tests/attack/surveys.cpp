// Writes what the recipients of random surveys hold, for the attack on disclosure control:
//
//     mognad_attack_surveys FOLDER COUNT [FIRST_SEED [POLICY]]
//     mognad_attack_surveys FOLDER SURVEY.TOML
//
// FOLDER/<seed>/<policy>/{national.csv, figures/*.csv, organisations/<code>.csv, public.csv, truth.csv}, where the
// policy is the default, or one of three that are known to leak: without the complementary step, without the rule for
// few peers, and with figures that show groups of three and name organisations without asking whether their results are
// published. Figures are all that the publication of a year may have, and the sheets of its workbook. A survey of its
// own files is written as FOLDER/given/default, as if its participants had agreed that all results are published.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "attack/knowledge.h"
#include "attack/published_tables.h"
#include "commands/load.h"
#include "export/csv/figure_table.h"
#include "export/csv/statistics_data.h"
#include "files/disk_files.h"
#include "statistics/random.h"

namespace mognad::attack {
namespace {

struct Variant {
  const char* name;
  void (*weaken)(DisclosurePolicy&);
  bool careless = false;  // with a figure of all organisations that does not ask what is published
};

constexpr Variant kVariants[] = {
    {"default", [](DisclosurePolicy&) {}},
    {"no-complementary", [](DisclosurePolicy& policy) { policy.complementary = false; }},
    {"no-few-peers",
     [](DisclosurePolicy& policy) { policy.minimum_others = policy.quartiles_from = policy.dots_from = 1; }},
    {"careless-figures", [](DisclosurePolicy&) {}, true},
};

/// A few organisations that measured at least once.
std::vector<OrganisationIndex> draw_recipients(const RandomSurvey& made, std::uint64_t seed) {
  constexpr std::size_t kRecipients = 3;
  Random random(seed, "recipients");
  std::vector<OrganisationIndex> recipients;
  for (int draw = 0; draw < 20 && recipients.size() < kRecipients; ++draw) {
    const int last = static_cast<int>(made.dataset.measurements.size()) - 1;
    const auto chosen = static_cast<std::size_t>(random.between(0, last));
    const OrganisationIndex o = made.dataset.measurements[chosen].organisation;
    if (std::find(recipients.begin(), recipients.end(), o) == recipients.end()) recipients.push_back(o);
  }
  return recipients;
}

template <class MakeRows>
std::string csv_of(const Survey& survey, const MakeRows& make) {
  StatisticsText text(StatisticsText::Format::csv, survey);
  make([&](const StatisticsRow& row) { text.add(row); });
  return text.finish();
}

void write(Files& files, const std::string& path, const std::string& text) {
  if (const auto problem = files.write_whole(path, text)) {
    fmt::print(stderr, "{}\n", to_text(*problem));
    std::exit(1);
  }
}

/// A figure of all organisations by dimension, as the publication writes its table.
std::string careless_csv(const RandomSurvey& made, const Statistics& statistics) {
  FigureData data{.row_head = "Organisation"};
  const std::vector<NodeIndex> nodes = made.model.down_to(Level::dimension);
  for (const NodeIndex node : nodes) data.columns.push_back({.id = made.model.node(node).id});
  for (std::size_t o = 0; o < made.dataset.organisations.size(); ++o) {
    DataRow row{.id = made.dataset.organisations[o].code};
    for (const NodeIndex node : nodes)
      row.cells.emplace_back(statistics.node(static_cast<OrganisationIndex>(o), made.survey.year, node).value);
    data.rows.push_back(std::move(row));
  }
  return figure_table(data, "simulated").csv;
}

/// What would be told if two others were enough.
Statistics careless_statistics(const RandomSurvey& made) {
  Survey survey = made.survey;
  survey.disclosure.minimum_others = survey.disclosure.quartiles_from = 2;
  return compute_statistics(made.model, survey, made.dataset);
}

void write_figures(Files& files, const std::string& place, const RandomSurvey& made, const Statistics& statistics) {
  for (const PublishedTable& table : published_tables(made, statistics))
    write(files, fmt::format("{}/figures/{}.csv", place, table.name), table.csv);
}

void write_variant(Files& files, const std::string& place, const RandomSurvey& made,
                   const std::vector<OrganisationIndex>& recipients, bool careless) {
  const Statistics statistics = compute_statistics(made.model, made.survey, made.dataset);
  const StatisticsSource source{made.model, made.survey, made.dataset, statistics, PeerDigits::exact};
  write(files, place + "/national.csv", csv_of(made.survey, [&](const RowSink& sink) { national_rows(source, sink); }));
  if (careless) write(files, place + "/figures/careless.csv", careless_csv(made, statistics));
  write_figures(files, place, made, careless ? careless_statistics(made) : statistics);
  for (const OrganisationIndex o : recipients)
    write(files,
          fmt::format("{}/organisations/{}.csv", place, made.dataset.organisations[static_cast<std::size_t>(o)].code),
          csv_of(made.survey, [&](const RowSink& sink) { organisation_rows(source, o, sink); }));
  write(files, place + "/public.csv", public_csv(made, recipients));
  write(files, place + "/truth.csv", truth_csv(made));
}

/// `policy`: of that name alone, or of all where it is empty.
void write_survey(Files& files, const std::string& folder, std::uint64_t seed, const std::string& policy) {
  RandomSurvey made = make_survey(seed);
  const std::vector<OrganisationIndex> recipients = draw_recipients(made, seed);
  for (const Variant& variant : kVariants) {
    if (!policy.empty() && policy != variant.name) continue;
    made.survey.disclosure = {};
    // A survey may let out results of units down to statements; every second one does.
    if (seed % 2 == 1) made.survey.disclosure.deepest_of_units = Level::statement;
    // The participants may have agreed that all results are published; those of every third have.
    if (seed % 3 == 0) made.survey.disclosure.results_agreement = "all agreed";
    variant.weaken(made.survey.disclosure);
    write_variant(files, fmt::format("{}/{:04}/{}", folder, seed, variant.name), made, recipients, variant.careless);
  }
}

/// A survey of its own files under its own rules, whose participants agreed that all results are published.
void write_given(Files& files, const std::string& folder, const std::string& path) {
  const auto loaded = load_data({.survey = path, .templates = MOGNAD_ROOT "/templates"}, files);
  if (!loaded) {
    fmt::print(stderr, "{}\n", to_text(loaded.problems.front()));
    std::exit(1);
  }
  RandomSurvey made{(*loaded)->model, (*loaded)->survey, (*loaded)->dataset};
  made.survey.disclosure.results_agreement = "all agreed";
  write_variant(files, folder + "/given/default", made, draw_recipients(made, 1), false);
}

}  // namespace
}  // namespace mognad::attack

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: mognad_attack_surveys FOLDER (COUNT [FIRST_SEED [POLICY]] | SURVEY.TOML)\n");
    return 3;
  }
  mognad::DiskFiles files;
  if (std::string_view(argv[2]).ends_with(".toml")) {
    mognad::attack::write_given(files, argv[1], argv[2]);
    return 0;
  }
  const std::uint64_t first = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
  const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
  const std::string policy = argc > 4 ? argv[4] : "";
  for (std::uint64_t seed = first; seed < first + count; ++seed)
    mognad::attack::write_survey(files, argv[1], seed, policy);
  return 0;
}
