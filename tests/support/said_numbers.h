// The numbers that a section may say, computed again from the statistics and apart from report/, and the numbers that
// its texts do say. Decimals as whole tenths, so that what is compared is the rounding that base/rounding.h defines.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "report/board_report.h"

namespace mognad::test {

/// A number with one decimal in a text.
struct SaidNumber {
  std::size_t at = 0;      // where its digits begin
  std::size_t length = 0;  // of its digits, the decimal sign included
  char sign = 0;           // '+', '-' or none
  long long tenths = 0;    // without the sign
};

std::vector<SaidNumber> numbers_in(const std::string& text, const LanguageTag& tag);

/// What may be said of an organisation in one section.
class AllowedNumbers {
 public:
  AllowedNumbers(const ReportInputs& inputs, OrganisationIndex organisation, SectionKind section);

  /// One with a sign must be a difference or a change, one without may be either or a value.
  bool has(const SaidNumber& number) const;
  std::size_t size() const { return plain_.size() + signed_.size(); }

 private:
  void value(const Measured& value);
  void gap(const Measured& value);  // said with its sign or without
  void node(NodeIndex node);        // value, margin, and what peers and earlier years make of it
  void peers(const PeerResult& peers, const Measured& own);
  void add_groups();
  void add_units();
  void add_targets();
  void add_tables();
  Measured own(NodeIndex node, int year) const;

  const ReportInputs& inputs_;
  OrganisationIndex organisation_;
  int year_;
  std::set<long long> plain_;
  std::set<long long> signed_;
};

}  // namespace mognad::test
