#include "batch/earlier_receivers.h"

#include <map>
#include <set>
#include <utility>

#include "report/correction.h"

namespace mognad {

EarlierReceivers find_earlier_receivers(const Survey& survey, const std::vector<LedgerRow>& rows) {
  EarlierReceivers found;
  std::map<std::pair<std::string, std::string>, const LedgerRow*> last;  // by organisation, address
  std::set<std::pair<std::string, std::string>> tried;
  for (const LedgerRow& row : rows) {
    if (row.edition >= survey.edition || replaced_edition(survey, row.organisation) == 0) continue;
    if (row.state == MailState::unknown || row.state == MailState::sending) found.unknown.push_back(row);
    else if (row.state != MailState::accepted) tried.insert({row.organisation, row.address});
    else if (const LedgerRow*& known = last[{row.organisation, row.address}]; !known || known->edition < row.edition)
      known = &row;
  }
  for (const auto& [who, row] : last) found.rows.push_back(*row);
  for (const auto& who : tried) found.missed += !last.count(who);
  return found;
}

}  // namespace mognad
