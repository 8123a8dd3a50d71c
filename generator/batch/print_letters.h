// The print run of a survey: a cover letter and the report for everyone who has no address, joined into files for the
// printer, and label sheets in the same order. Every report is proven and every letter laid out before anything is
// written; after an error nothing is. Files hold names and addresses of people: they belong to the user and are no part
// of the manifest.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/plan_mail.h"
#include "batch/render_report.h"
#include "delivery/print_run.h"

namespace mognad {

struct LetterInputs {
  MailInputs mail;
  const Theme& theme;
  const FontSet& fonts;
  const PdfResources& pdf;
  const std::vector<LanguageResources>& languages;
  std::shared_ptr<const Raster> logo;  // the sender's; null: none
};

struct PrintOptions {
  std::string output;  // folder of the reports
  unsigned jobs = 1;
  PrintSides sides = PrintSides::one;
  std::function<void(std::size_t done, std::size_t all)> progress;  // two steps for each letter
};

struct PrintResult {
  std::vector<std::string> files;  // written, relative to the output folder
  std::size_t letters = 0;
  bool disk_failed = false;
  Problems problems;  // errors, and as warnings who gets no letter, or one without a postal address
};

/// Writes `mail/letters.pdf`, or where there are more letters than the settings let into one file `mail/letters-1.pdf`
/// and so on, and `mail/labels.pdf`; files of an earlier run that have no successor are removed. Letters lie in the
/// order of the property that the settings name, then of organisations' names, both in the alphabet of the survey's
/// first language. The memory of one file's letters and reports is held at a time: 150 kB and once more for each.
PrintResult print_letters(const LetterInputs& inputs, const PrintOptions& options, Files& files);

}  // namespace mognad
