#include "batch/earlier_receivers.h"

#include <catch2/catch.hpp>

using namespace mognad;

namespace {

LedgerRow row(const std::string& purpose, const std::string& organisation, const std::string& address, MailState state,
              int edition) {
  LedgerRow made;
  made.key = purpose + organisation + address;
  made.purpose = purpose;
  made.organisation = organisation;
  made.address = address;
  made.state = state;
  made.edition = edition;
  return made;
}

Survey third_edition() {
  Survey survey;
  survey.edition = 3;
  survey.correction.replaces = 2;
  return survey;
}

}  // namespace

TEST_CASE("A correction goes to those who got an earlier edition, after the last that they got", "[mail]") {
  using enum MailState;
  const auto found = find_earlier_receivers(
      third_edition(),
      {row("report", "9001", "a@x.example", accepted, 1), row("erratum-2", "9001", "a@x.example", accepted, 2),
       row("report", "9001", "b@x.example", refused, 1), row("report", "9001", "c@x.example", accepted, 3),
       row("erratum-3", "9001", "a@x.example", accepted, 3), row("report", "9002", "a@x.example", accepted, 1),
       row("report", "9002", "d@x.example", deferred, 2), row("erratum-2", "9002", "a@x.example", refused, 2)});
  REQUIRE(found.rows.size() == 2);
  CHECK(found.rows[0].organisation == "9001");
  CHECK(found.rows[0].address == "a@x.example");
  CHECK(found.rows[0].edition == 2);
  CHECK(found.rows[1].organisation == "9002");
  CHECK(found.rows[1].edition == 1);
  CHECK(found.missed == 2);
  CHECK(found.unknown.empty());
}

TEST_CASE("Messages that may have arrived must be settled before anything is corrected", "[mail]") {
  using enum MailState;
  const auto found = find_earlier_receivers(third_edition(), {row("report", "9001", "a@x.example", unknown, 1),
                                                              row("report", "9002", "b@x.example", sending, 1),
                                                              row("erratum-3", "9003", "c@x.example", unknown, 3)});
  CHECK(found.rows.empty());
  CHECK(found.unknown.size() == 2);
}

TEST_CASE("Organisations whose reports are not corrected get nothing", "[mail]") {
  Survey survey = third_edition();
  survey.correction.organisations = {"9002"};
  const auto found = find_earlier_receivers(survey, {row("report", "9001", "a@x.example", MailState::accepted, 1),
                                                     row("report", "9001", "b@x.example", MailState::unknown, 1),
                                                     row("report", "9002", "c@x.example", MailState::accepted, 1)});
  REQUIRE(found.rows.size() == 1);
  CHECK(found.rows[0].organisation == "9002");
  CHECK(found.unknown.empty());
}
