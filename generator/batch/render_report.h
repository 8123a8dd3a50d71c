// One report as bytes, from statistics to PDF: of an organisation, or of a group of organisations.
#pragma once

#include <string>
#include <vector>

#include "batch/phase_times.h"
#include "charts/charts.h"
#include "export/pdf/pdf_writer.h"
#include "report/board_report.h"

namespace mognad {

/// What a language needs besides its words.
struct LanguageResources {
  Language language;
  HyphenationPatterns hyphenation;
  std::string hyphenation_sha256 = {};  // with how much of a word stays together
};

struct BatchInputs {
  ReportInputs report;
  const Theme& theme;
  const FontSet& fonts;
  const PdfResources& pdf;
  const std::vector<LanguageResources>& languages;
  std::string look_sha256;          // of theme and fonts
  bool compact = false;             // smaller files, made more slowly
  bool twins = false;               // each report as a page for the web too
  std::string program_sha256 = {};  // of the program and the libraries that it runs with
};

struct RenderedReport {
  std::string bytes;
  std::string page = {};  // HTML, the twin; empty: not wanted
  int pages = 0;
  std::string inputs_sha256;
  std::string content_sha256;
};

/// A report as content, with its data attached, and the hash of all that its file is made from: the content, how it is
/// set, and the program. The report itself tells of that of its inputs (Identity), which is the same on every machine:
/// of what it says and of its look, so that what changes nothing in it, such as another organisation's target, doesn't
/// change the hash.
struct ComposedReport {
  Report report;
  std::string content_sha256;
};

ComposedReport compose_report(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words);

/// Ten times the work of composing it. Adds to `times`, when it isn't null, what its phases take.
Result<RenderedReport> typeset_report(const BatchInputs& inputs, const ComposedReport& composed, Shaper& shaper,
                                      PhaseTimes* times = nullptr);

/// Both steps, for tests, benchmarks and single reports.
Result<RenderedReport> render_report(const BatchInputs& inputs, OrganisationIndex organisation, const Words& words,
                                     Shaper& shaper);

/// A group that may not be shown is an error that says so.
Result<RenderedReport> render_group_report(const BatchInputs& inputs, const GroupKey& key, const Words& words,
                                           Shaper& shaper);

}  // namespace mognad
