// How reports are sent: `[mail]` in survey.toml. Keys are explained in docs/guide.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language_tag.h"
#include "base/problem.h"
#include "language/header_text.h"
#include "language/mail_address.h"

namespace mognad {

/// `[mail.server]`
struct MailServer {
  enum class Security {
    starttls,  // and nothing is sent where the server doesn't offer it
    tls,       // from the first byte (RFC 8314)
    none       // only to this machine
  };

  Place place;
  std::string host;
  int port = 587;
  Security security = Security::starttls;
  std::string credentials_path;   // two lines, user and password, nobody else's to read; empty: none, or from
                                  // MOGNAD_MAIL_USER and MOGNAD_MAIL_PASSWORD
  std::string certificates_path;  // of the authorities that are trusted, PEM; empty: the system's
  double messages_per_minute = 600;
  int connections = 2;
  int messages_per_connection = 100;
  double timeout = 60;  // seconds that a server may take for an answer
};

/// `[mail.retry]`: what follows when a server can't take a message now. Pauses in seconds; each is twice the one
/// before.
struct MailRetry {
  int attempts = 5;
  double first_pause = 30;
  double longest_pause = 1800;
  int refusals_in_a_row = 5;  // refused recipients after which the run stops: something else is wrong
};

/// `[letters]`: the print run. Millimetres from the upper left corner of an A4 page.
struct LetterSettings {
  Place place;
  enum class Window { right, left };
  Window window = Window::right;  // of the envelope
  /// What of the page is seen through it: `from_edge` lies between the window and the page's edge on its side. Makers
  /// differ; where these numbers come from stands in layout/lay_out_letter.h.
  struct WindowBox {
    double from_edge = 15;
    double top = 44;
    double width = 95;
    double height = 35;
  } window_box;
  std::string sort_by;  // a property of organisations, in whose order letters lie; empty: in that of their codes
  int per_file = 500;   // letters in one file, which is made in memory
  struct Labels {
    int columns = 3;
    int rows = 7;
    double width = 63.5;
    double height = 38.1;
    double left = 7.2;
    double top = 15.1;
    double gap_across = 2.5;
    double gap_down = 0;
  } labels;
};

struct MailSettings {
  Place place;                  // of [mail]; without a file: the survey sends nothing
  std::string recipients_path;  // files.recipients; empty: none
  std::string template_path;    // files.messages; "templates/messages.toml"
  HeaderText sender_name;       // in the first language of the survey where it differs
  std::optional<MailAddress> sender;
  std::optional<MailAddress> reply_to;
  std::string unsubscribe;                    // https: or mailto:, goes into List-Unsubscribe; empty: none
  std::vector<std::string> attachments;       // further files, the same for everyone
  std::int64_t largest_message = 10'000'000;  // bytes as sent
  std::string folder;                         // messages are put there as files instead of being sent; empty: not
  std::string passwords_path;                 // reports are sent encrypted, with each organisation's own; empty: not
  std::optional<MailServer> server;
  MailRetry retry;
  LetterSettings letters;
};

/// `[correction]`: the reports of this edition take the place of an earlier one's.
struct Correction {
  Place place;
  int replaces = 0;                        // edition; 0: nothing is corrected
  LocalText text;                          // what was wrong and what has changed
  std::vector<std::string> organisations;  // codes of those whose reports are corrected; empty: all
};

}  // namespace mognad
