// Personal data where it has no business: e-mail addresses and Swedish personal identity numbers in ids and names. What
// is found is never repeated in full, neither in a message nor anywhere else: excerpt() sees to that. Pure functions;
// any thread may call them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mognad {

struct PersonalData {
  enum class Kind { email_address, identity_number };

  Kind kind = Kind::email_address;
  std::string masked;  // "an e-mail address (a…@e…)", "a Swedish personal identity number (19••••••-••••)"
};

/// The first that the text holds. Identity numbers are YYMMDD-NNNN, YYMMDD+NNNN, YYYYMMDD-NNNN and YYYYMMDDNNNN, also
/// with a dash or a blank for the sign, with a date that there is and the right check digit (Swedish Tax Agency, SKV
/// 704); in coordination numbers 60 is added to the day (SKV 707). Ten digits without a sign are left alone: a running
/// number in an export looks like that too.
std::optional<PersonalData> personal_data_in(std::string_view utf8);

}  // namespace mognad
