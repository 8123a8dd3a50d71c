#include "statistics/stored_statistics.h"

#include <catch2/catch.hpp>

#include "files/memory_files.h"
#include "files/sha256.h"
#include "support/random_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const StatisticsOrigin kOrigin{std::string(64, 'a'), std::string(64, 'b')};

std::string bytes_of(const Statistics& statistics) {
  std::string bytes;
  store_statistics(statistics, kOrigin, [&](std::string_view part) { bytes += part; });
  return bytes;
}

/// A survey with its statistics as bytes.
struct Stored {
  Model model;
  Survey survey = random_survey();
  Dataset dataset;
  std::string bytes;

  Stored() {
    Random random(7, "stored");
    model = random_model(random, 1, 6);
    dataset = random_dataset(model, 60, 14, random);
    bytes = bytes_of(compute_statistics(model, survey, dataset));
  }

  Result<StoredStatistics> read(std::string other, const StatisticsOrigin& origin = kOrigin) const {
    const MemoryFiles files({{"f", std::move(other)}});
    return read_statistics("f", origin, model, survey, dataset, files);
  }

  std::vector<double> let_out(const Statistics& statistics) const {
    return everything_let_out(statistics, survey, model, counting(dataset.organisations.size()));
  }
};

const Stored& stored() {
  static const Stored kept;
  return kept;
}

/// With the hash that whoever makes up a file would write, too.
std::string signed_again(std::string bytes) {
  bytes.resize(bytes.size() - 64);
  return bytes + sha256_hex(bytes);
}

std::string told(const Result<StoredStatistics>& result) {
  return result ? "nothing" : result.problems.front().message;
}

}  // namespace

TEST_CASE("Statistics that were stored let out what they did before, to the last digit", "[statistics]") {
  const auto again = stored().read(stored().bytes);
  REQUIRE(again);
  const auto before = stored().let_out(compute_statistics(stored().model, stored().survey, stored().dataset));
  CHECK(stored().let_out(again->statistics) == before);
  CHECK(bytes_of(again->statistics) == stored().bytes);
  CHECK(again->sha256 == store_statistics(again->statistics, kOrigin, [](std::string_view) {}));
}

TEST_CASE("Stored statistics of another build, of other data and of no survey are told apart", "[statistics]") {
  const StatisticsOrigin other_program{std::string(64, 'c'), kOrigin.inputs};
  const StatisticsOrigin other_data{kOrigin.program, std::string(64, 'c')};
  CHECK(told(stored().read(stored().bytes, other_program)) ==
        "this snapshot of statistics was made by another build of mognad");
  CHECK(told(stored().read(stored().bytes, other_data)) ==
        "this snapshot of statistics was made of other data, or of another survey.toml or model");
  for (const char* wrong : {"", "year,organisation\n", "mognad statistics 2\n"})
    CHECK(told(stored().read(wrong)) == "this is no snapshot of statistics, or one of another version of mognad");
  CHECK_FALSE(read_statistics("missing", kOrigin, stored().model, stored().survey, stored().dataset, MemoryFiles()));
}

TEST_CASE("Stored statistics that are cut short or have one wrong byte are not used", "[statistics]") {
  const std::string& bytes = stored().bytes;
  for (std::size_t size = 148; size < bytes.size(); size += bytes.size() / 40)
    CHECK_FALSE(stored().read(bytes.substr(0, size)));
  for (std::size_t place = 148; place < bytes.size(); place += bytes.size() / 40) {
    std::string wrong = bytes;
    wrong[place] = static_cast<char>(wrong[place] ^ 0x40);
    CHECK_FALSE(stored().read(wrong));
  }
  CHECK_FALSE(stored().read(bytes + "x"));
}

TEST_CASE("Whatever stands in a made up file, nothing is read beyond what is there", "[statistics]") {
  // Under the sanitizers this is what finds a missing check.
  Random random(9, "hostile");
  int used = 0;
  for (int round = 0; round < 120; ++round) {
    std::string wrong = stored().bytes;
    const auto place = static_cast<std::size_t>(random.between(148, static_cast<int>(wrong.size()) - 73));
    for (int i = 0; i < 8; ++i)
      if (random.between(0, 1) == 1)
        wrong[place + static_cast<std::size_t>(i)] = static_cast<char>(random.between(0, 255));
    const auto read = stored().read(signed_again(std::move(wrong)));
    if (read && !stored().let_out(read->statistics).empty()) ++used;
  }
  CHECK(used > 0);
  CHECK(used < 120);
}
