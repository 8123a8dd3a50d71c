#include "delivery/proven_report.h"

#include <fmt/format.h>

#include <exception>
#include <utility>

#include "base/printable_text.h"
#include "files/sha256.h"
#include "verification/told_identity.h"
#include "verification/verify.h"

namespace mognad {
namespace {

constexpr const char* kRenderAgain =
    "render again and plan again; a report that isn't its recipient's must not be sent";

/// Findings past these are counted only: a damaged file may have thousands.
constexpr std::size_t kMostFindings = 10;

Problem differing(const ReportClaim& claim, std::string_view what, std::string_view found, std::string_view wanted) {
  return error_at({claim.path},
                  fmt::format("the report says of itself: {} {}; expected {}", what,
                              found.empty() ? "none" : "\"" + excerpt(printable(found)) + "\"",
                              wanted.empty() ? "none" : fmt::format("\"{}\"", wanted)),
                  kRenderAgain);
}

/// What the claim says, held against the metadata of the file alone.
Problems compare(const verification::Document& document, const ReportClaim& claim) {
  const verification::ToldIdentity told(document);
  Problems problems;
  const auto same = [&](std::string_view what, const std::string& found, const std::string& wanted) {
    if (found != wanted) problems.push_back(differing(claim, what, found, wanted));
  };
  same("organisation", told.own("organisationCode"), claim.organisation);
  same("survey", told.own("survey"), claim.survey);
  same("year", told.own("year"), std::to_string(claim.year));
  same("edition", told.own("edition"), std::to_string(claim.edition));
  same("replaced edition", told.own("replaces"), claim.replaces > 0 ? std::to_string(claim.replaces) : "");
  same("language", verification::main_language(told.language), verification::main_language(claim.language));
  return problems;
}

std::optional<Problem> compare_hash(const std::string& bytes, const ReportClaim& claim) {
  if (sha256_hex(bytes) == claim.sha256) return std::nullopt;
  return error_at({claim.path}, "the report isn't the one that was planned: its bytes have changed",
                  "find out who changed it; plan again to send what is there now");
}

void add_findings(const verification::Findings& findings, const ReportClaim& claim, Problems& problems) {
  for (std::size_t i = 0; i < findings.size() && i < kMostFindings; ++i) {
    const verification::Finding& f = findings[i];
    problems.push_back(error_at(
        {claim.path},
        fmt::format("{} ({}): {}: {}", f.rule->id, f.rule->clause, printable(f.where), excerpt(printable(f.found))),
        std::string(f.rule->advice)));
  }
  if (findings.size() > kMostFindings)
    problems.push_back(error_at({claim.path}, fmt::format("{} more findings", findings.size() - kMostFindings),
                                "see them all: mognad verify FILE"));
}

}  // namespace

Problems prove_report(const std::string& bytes, const ReportClaim& claim, const verification::Expected& expected) {
  Problems problems;
  try {
    add_findings(verification::verify_file(claim.path, bytes, expected), claim, problems);
    const Problems told = prove_again(bytes, claim);
    problems.insert(problems.end(), told.begin(), told.end());
  } catch (const std::exception& failure) {
    // No memory for one file must not end the others.
    problems.push_back(error_at({claim.path}, fmt::format("the report can't be proven: {}", failure.what())));
  }
  return problems;
}

Problems prove_again(const std::string& bytes, const ReportClaim& claim) {
  // Of other bytes than the planned ones it doesn't matter what they say.
  if (auto changed = compare_hash(bytes, claim)) return {std::move(*changed)};
  return compare(verification::Document::read(bytes), claim);
}

}  // namespace mognad
