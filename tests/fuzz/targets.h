// What fuzzing feeds: each target takes any bytes, reads them as one kind of input, and must neither crash nor hang nor
// take more memory than its limits allow. A target is a file of this folder and a row of targets.cpp; its corpus is the
// folder corpus/<name>, which `./check` replays and libFuzzer extends.
#pragma once

#include <span>
#include <string_view>

namespace mognad::fuzz {

struct Target {
  const char* name;
  void (*read)(std::string_view bytes);
};

std::span<const Target> targets();

void read_csv(std::string_view bytes);
void read_xlsx(std::string_view bytes);
void read_toml(std::string_view bytes);
void read_json(std::string_view bytes);
void read_sqlite(std::string_view bytes);
void read_mapping(std::string_view bytes);
void read_bounce(std::string_view bytes);
void read_messages(std::string_view bytes);
void read_recipients(std::string_view bytes);

}  // namespace mognad::fuzz
