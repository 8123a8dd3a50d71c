// What a blind reader hears of a whole report, as text to read. MOGNAD_ACCEPT=1 renews it.
#include <catch2/catch.hpp>

#include "support/dump.h"
#include "support/sample_reports.h"
#include "support/small_survey.h"
#include "verification/spoken.h"

using namespace mognad;
using namespace mognad::test;

namespace {

/// The line without what every version of the program and every change of a setting would change.
std::string lasting(std::string line, const Identity& identity) {
  for (const auto& [changes, stands] : {std::pair{identity.program, std::string("(program)")},
                                        std::pair{identity.inputs_sha256, std::string("(hash)")}})
    if (const std::size_t at = line.find(changes); at != std::string::npos) line.replace(at, changes.size(), stands);
  return line;
}

std::string said_of(const SampleReport& sample) {
  const auto document = verification::Document::read(sample.bytes);
  const auto contents = verification::read_contents(document);
  const auto fonts = verification::Fonts::read(document);
  const auto tree = verification::read_tag_tree(document);
  const verification::ReadFile file{document, contents, fonts, tree};
  std::string text;
  for (const std::string& line : verification::spoken(file, verification::marked_text(file)))
    text += lasting(line, sample.report.identity) + "\n";
  return text;
}

}  // namespace

TEST_CASE("What is read aloud of a report is that of its reference", "[verification][spoken]") {
  for (const SampleKind kind : kSampleKinds)
    for (const LanguageTag tag : kLanguages) {
      if (kind == SampleKind::compact) continue;
      const SampleReport& sample = sample_report(kind, tag);
      INFO(sample.place);
      check_reference("spoken/" + std::string(name_of(kind)) + "." + tag + ".txt", said_of(sample));
    }
}

TEST_CASE("A compact file is read aloud as the plain one", "[verification][spoken]") {
  for (const LanguageTag tag : kLanguages)
    CHECK(said_of(sample_report(SampleKind::compact, tag)) == said_of(sample_report(SampleKind::everything, tag)));
}
