// Letters: what the page says that lies before a printed report, and the labels for its envelope. Content only;
// lay_out_letter and lay_out_labels set it. Pure; threads may call it at the same time, each with its own Words.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/recipient.h"
#include "dataset/survey.h"
#include "drawing/raster.h"
#include "language/words.h"
#include "report/message_template.h"
#include "report/report.h"

namespace mognad {

struct Letter {
  Report document;                   // title, language, foot, logo, tag of example data, identity; no sections
  std::vector<std::string> address;  // lines, as they show in the window
  std::string sender;
  std::string date;
  std::string heading;
  Blocks blocks;
};

/// The address begins with the organisation: a letter that begins with a person's name is that person's, and nobody
/// else opens it. Without a name it goes to the role, without both to whom the reports of such organisations are for.
/// `logo` is the sender's; null: none. Paragraphs of the template are divided by empty lines; lines that begin with
/// "- " are items of a list.
Letter build_letter(const MessageTemplate& letter, const Survey& survey, const Organisation& organisation,
                    const Recipient& recipient, const Words& words, std::shared_ptr<const Raster> logo = nullptr);

/// Addresses for sheets of labels, in the order in which they are printed.
struct AddressLabels {
  Report document;  // as a letter's
  std::vector<std::vector<std::string>> addresses;
};

AddressLabels build_labels(std::vector<std::vector<std::string>> addresses, const Survey& survey, const Words& words);

}  // namespace mognad
