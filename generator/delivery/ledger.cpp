#include "delivery/ledger.h"

namespace mognad {

struct Ledger::Database {};

Ledger::Ledger(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::string&) { return Ledger(std::make_unique<Database>()); }
Result<std::vector<LedgerRow>> Ledger::rows(const std::string&) const { return std::vector<LedgerRow>{}; }
Result<std::optional<LedgerRow>> Ledger::row(const std::string&) const { return std::optional<LedgerRow>{}; }
std::optional<Problem> Ledger::plan(const std::vector<LedgerRow>&, std::int64_t) { return {}; }
Result<int> Ledger::recover(std::int64_t) { return 0; }
std::optional<Problem> Ledger::begin(const std::string&, std::int64_t) { return {}; }
std::optional<Problem> Ledger::settle(const std::string&, const Receipt&, std::int64_t, std::int64_t) { return {}; }
std::optional<Problem> Ledger::resolve(const std::string&, MailState, const std::string&, std::int64_t) { return {}; }
std::optional<Problem> Ledger::note_bounce(const std::string&, const std::string&, const std::string&, std::int64_t) {
  return {};
}

std::string message_key(const std::string&, int, const std::string&, const std::string& organisation,
                        const MailAddress& address) {
  return organisation + address.key();
}

}  // namespace mognad
