// Statistics at scale: a simulated survey of many organisations in memory, and the time and memory that its statistics
// take in one thread. Arguments: number of organisations, folder of templates.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>

#include "files/disk_files.h"
#include "input/read_model.h"
#include "statistics/random.h"
#include "statistics/simulation.h"
#include "statistics/statistics.h"

namespace {

using namespace mognad;

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

PeerGroupDefinition group(const std::string& id, const std::string& property) {
  PeerGroupDefinition definition;
  definition.id = id;
  definition.property = property;
  return definition;
}

Survey make_survey() {
  Survey survey;
  survey.year = 2025;
  survey.languages = {"sv", "en"};
  survey.simulation.years = 1;
  survey.simulation.respondents_least = 48;
  survey.simulation.respondents_most = 48;
  survey.unit_types = {{"school", {}}, {"care", {}}, {"service", {}}, {"planning", {}}};
  PeerGroupDefinition nearest = group("nearest", "");
  nearest.nearest_by = {"employees", "population"};
  survey.peer_groups = {group("all", ""), group("size", "size"), group("county", "county"), nearest};
  return survey;
}

Dataset make_organisations(int count) {
  Dataset dataset;
  dataset.property_names = {"size", "county", "employees", "population"};
  Random random(1, "organisations");
  for (int i = 0; i < count; ++i) {
    const int employees = random.between(100, 20000);
    dataset.organisations.push_back({fmt::format("{:06}", i),
                                     "name",
                                     "name",
                                     "municipality",
                                     {fmt::format("size {}", employees / 5000), fmt::format("county {}", i % 300),
                                      std::to_string(employees), std::to_string(employees * random.between(5, 20))}});
  }
  return dataset;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    fmt::print(stderr, "usage: {} ORGANISATIONS TEMPLATES\n", arguments[0]);
    return 3;
  }
  const DiskFiles files;
  const auto model = read_model(std::string(arguments[2]) + "/dimios/model.toml", {"sv", "en"}, files);
  if (!model) return 2;
  const Survey survey = make_survey();
  const Dataset dataset = simulate(*model, survey, make_organisations(std::stoi(arguments[1])));
  const double before = peak_megabytes();
  auto begin = std::chrono::steady_clock::now();
  const Statistics statistics = compute_statistics(*model, survey, dataset);
  const double computed = seconds_since(begin);
  begin = std::chrono::steady_clock::now();
  double sum = 0;  // of what is asked for, so that it must be computed
  for (std::size_t o = 0; o < dataset.organisations.size(); ++o)
    for (int definition = 0; definition < static_cast<int>(survey.peer_groups.size()); ++definition) {
      const PeerResult peers = statistics.peers(static_cast<int>(o), survey.year, definition, kTotal);
      if (peers.median) sum += peers.median.number();
    }
  fmt::print("| {} | {} | {:.2f} | {:.2f} | {:.0f} MB | {:.0f} MB |\n", dataset.organisations.size(),
             dataset.answers.size(), computed, seconds_since(begin), before, peak_megabytes());
  return sum > 0 ? 0 : 1;
}
