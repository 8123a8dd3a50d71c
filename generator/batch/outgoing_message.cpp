#include "batch/outgoing_message.h"

#include <fmt/format.h>

#include "delivery/ledger.h"
#include "delivery/message.h"
#include "files/output_names.h"
#include "files/read_below.h"
#include "files/sha256.h"

namespace mognad {
namespace {

constexpr const char* kPlanAgain = "nothing more is sent; look at what has happened, then plan again: mognad mail plan";

/// The bytes of a file, not read through a link; nothing when they are others.
std::optional<std::string> read_unchanged(const std::string& folder, const std::string& name, const std::string& sha256,
                                          const Files& files, Problems& problems) {
  auto bytes = read_below(folder, name, files).take(problems);
  if (!bytes) return std::nullopt;
  if (sha256_hex(*bytes) == sha256) return bytes;
  problems.push_back(
      error_at({join_path(folder, name)}, "the file is another than the one that was planned", kPlanAgain));
  return std::nullopt;
}

/// The value of a header field, on one line; empty when there is none.
std::string field_of(std::string_view header, std::string_view name) {
  const std::string begin = fmt::format("\r\n{}: ", name);
  const std::string whole = fmt::format("\r\n{}\r\n", header);
  const std::size_t at = whole.find(begin);
  if (at == std::string::npos) return {};
  std::string value;
  for (std::size_t i = at + begin.size(); i < whole.size(); ++i) {
    const bool ends = whole.compare(i, 2, "\r\n") == 0;
    if (ends && whole.find_first_of(" \t", i + 2) != i + 2) break;
    if (whole[i] != '\r' && whole[i] != '\n') value += whole[i];
  }
  return value;
}

/// The plan's hash covers the message; that the message is this recipient's is seen in the message itself.
void check_header(const std::string& message, const Envelope& envelope, const std::string& path, Problems& problems) {
  const std::string_view header = std::string_view(message).substr(0, message.find("\r\n\r\n"));
  const std::string to = field_of(header, "To"), &wire = envelope.to.wire();
  if (field_of(header, "Message-ID") != message_id(envelope.key, envelope.from))
    problems.push_back(error_at({path}, "the message has another Message-ID than the plan", kPlanAgain));
  if (to != wire && !to.ends_with("<" + wire + ">"))
    problems.push_back(error_at(
        {path}, fmt::format("the message is not addressed to {}, as the plan says", envelope.to.masked()), kPlanAgain));
}

std::optional<Envelope> envelope_of(const MailPlan& plan, const PlannedMessage& planned, const OutgoingWay& way,
                                    Problems& problems) {
  const Place place{join_path(way.plan_folder, "plan.json")};
  const auto from = MailAddress::of(plan.from, place).take(problems);
  const auto to = MailAddress::of(planned.address, place).take(problems);
  if (!from || !to) return std::nullopt;
  if (planned.key != message_key(plan.survey, plan.year, plan.purpose, planned.organisation, *to))
    problems.push_back(error_at(
        place, fmt::format("the message to {} is not the organisation {}'s", to->masked(), planned.organisation),
        kPlanAgain));
  if (plan.simulated && way.leaves_here && !to->is_reserved())
    problems.push_back(
        error_at(place,
                 fmt::format("the survey is simulated, and {} of the organisation {} is not under .test, .example or "
                             ".invalid",
                             to->masked(), planned.organisation),
                 "messages of invented results go to such addresses, or into a folder: folder under [mail]"));
  return Envelope{*from, *to, planned.key};
}

}  // namespace

Problems ProvenReports::prove(const std::string& bytes, const ReportClaim& claim) {
  const std::string key = fmt::format("{} {} {} {} {} {} {}", claim.sha256, claim.organisation, claim.language,
                                      claim.survey, claim.year, claim.edition, claim.replaces);
  {
    const std::lock_guard lock(mutex_);
    if (proven_.contains(key)) return {};
  }
  Problems problems = prove_again(bytes, claim);
  const std::lock_guard lock(mutex_);
  if (problems.empty()) proven_.insert(key);
  return problems;
}

Result<OutgoingMessage> read_outgoing(const MailPlan& plan, const PlannedMessage& planned, const OutgoingWay& way,
                                      const Files& files, ProvenReports& proven) {
  Problems problems;
  auto envelope = envelope_of(plan, planned, way, problems);
  auto message = read_unchanged(way.plan_folder, planned.file, planned.sha256, files, problems);
  if (envelope && message) check_header(*message, *envelope, join_path(way.plan_folder, planned.file), problems);
  if (const auto report = read_unchanged(way.output, planned.report, planned.report_sha256, files, problems)) {
    const Problems found =
        proven.prove(*report, {join_path(way.output, planned.report), planned.organisation, planned.language,
                               plan.survey, plan.year, plan.edition, planned.replaces, planned.report_sha256});
    problems.insert(problems.end(), found.begin(), found.end());
  }
  if (!problems.empty()) return problems;
  return OutgoingMessage{std::move(*envelope), std::move(*message)};
}

}  // namespace mognad
