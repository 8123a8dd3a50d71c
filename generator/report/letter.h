// Letters: what the page says that lies before a printed report, and the labels for its envelope. Content only;
// lay_out_letter sets it.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/recipient.h"
#include "dataset/survey.h"
#include "language/words.h"
#include "report/message_template.h"
#include "report/report.h"

namespace mognad {

struct Letter {
  std::vector<std::string> address;  // lines, as they show in the window
  std::string sender;
  std::string date;
  std::string heading;
  Blocks blocks;
  std::string document_tag;
  std::string example_tag;  // empty: the survey is not simulated
};

Letter build_letter(const MessageTemplate& letter, const Survey& survey, const Organisation& organisation,
                    const Recipient& recipient, const Words& words);

}  // namespace mognad
