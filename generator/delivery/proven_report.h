// Is this file the report of that organisation, survey, year, edition and language? Asked when messages are planned,
// and again of the bytes of each before it is sent. Pure; threads may call it at the same time.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "verification/identity.h"

namespace mognad {

struct ReportClaim {
  std::string path;  // as it is named in problems
  std::string organisation;
  std::string language;
  std::string survey;
  int year = 0;
  int edition = 0;
  int replaces = 0;  // edition; 0: it replaces none
  std::string sha256;
};

/// The whole proof: bytes as the manifest says, the identity that the file tells of itself in its metadata, titles,
/// pages and data, and all rules of conformance. Each finding is an error.
Problems prove_report(const std::string& bytes, const ReportClaim& claim, const verification::Expected& expected);

/// The short one, for the moment of sending: the hash, and what the metadata tell.
Problems prove_again(const std::string& bytes, const ReportClaim& claim);

}  // namespace mognad
