// What was measured: organisations, their units, and respondents with their answers, or values that were computed from
// answers elsewhere, over several years. Values only, no arithmetic. Answers are a dense table, a byte for each
// statement of each respondent, so that 1.4 million answers take 1.4 MB.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/language_tag.h"
#include "base/problem.h"

namespace mognad {

using OrganisationIndex = int;
using UnitIndex = int;

struct Organisation {
  std::string code;
  std::string name;         // short: "Borås"
  std::string formal_name;  // "Borås stad"
  std::string type;
  std::vector<std::string> properties;  // in the order of Dataset::property_names; empty text: not given
  std::vector<LanguageTag> languages;   // of its reports, in the order of the survey's; empty: all of them
};

struct Unit {
  OrganisationIndex organisation = 0;
  std::string id;
  std::string name;       // empty: called by its type
  std::string unit_type;  // id, or empty
};

/// An answer is a step of the scale, or one of these.
inline constexpr std::int8_t kNotAsked = -128;  // no row in the file
inline constexpr std::int8_t kNoAnswer = -127;  // a row without an answer
inline constexpr std::int8_t kDontKnow = -126;
inline constexpr std::int8_t kNotApplicable = -125;
inline bool is_step(std::int8_t answer) { return answer > kNotApplicable; }

struct Respondent {
  OrganisationIndex organisation = 0;
  UnitIndex unit = -1;  // −1: none
  int year = 0;
};

/// What one organisation measured in one year: answers, or values that were computed elsewhere, never both. Respondents
/// with answers stand together, in the order of their ids.
struct Measurement {
  OrganisationIndex organisation = 0;
  int year = 0;
  int first_respondent = 0;
  int respondents = 0;            // who answered; with values from elsewhere their number alone is known
  std::optional<int> invited;     // nothing: unknown, and then the response rate is unknown too
  std::optional<int> population;  // of which the respondents are a sample; never the number invited
  int first_given = 0;            // of Dataset::given
  int given = 0;                  // values computed elsewhere; 0: there are answers

  bool computed_elsewhere() const { return given > 0; }
};

/// A node's value that was computed elsewhere from answers that are not at hand.
struct GivenValue {
  std::string node;  // id
  double value = 0;  // 0 to 100
  int respondents = 0;
  std::optional<double> margin;  // half the 95 % interval, where it is known
};

/// A published figure of an earlier edition. Editions differ in panel and method: a line never joins two of them.
struct Benchmark {
  std::string edition;
  int year = 0;      // that the figure is for
  std::string node;  // id
  double value = 0;  // 0 to 100
  std::optional<int> organisations;
  bool break_before = false;  // not comparable with the year before in the same edition
  std::string source;
};

/// What an organisation, or with organisation −1 everyone, aims at.
struct Target {
  OrganisationIndex organisation = -1;
  std::string node;  // id
  int year = 0;
  double value = 0;  // 0 to 100
};

/// Something that an organisation has done and that others may learn from.
struct Initiative {
  OrganisationIndex organisation = 0;
  std::string node;  // id of the category, capability or statement that it strengthens
  LocalText title;
  LocalText text;
  std::string link;  // https, or empty
  Place place;       // of its row
};

/// A statement of an earlier version of the model that is no longer asked.
struct GoneStatement {
  std::string version;
  std::string id;
};

/// A file that data was read from.
struct SourceFile {
  std::string path;
  std::string role;    // "answers"
  std::string format;  // what it was found to be: "CSV with commas, UTF-8"
};

struct Dataset {
  std::vector<SourceFile> sources;  // in the order in which they were read
  std::vector<std::string> property_names;
  std::vector<Organisation> organisations;  // in the order of their codes
  std::vector<Unit> units;
  std::vector<int> years;  // ascending; those that were measured
  int statements = 0;      // answers of one respondent: the model's statements in their order, then those that are gone
  std::vector<GoneStatement> gone;
  std::vector<Respondent> respondents;
  std::vector<std::int8_t> answers;       // respondents × statements
  std::vector<Measurement> measurements;  // by organisation, then year
  std::vector<GivenValue> given;          // by measurement, then node in the order of the model
  std::vector<Benchmark> benchmarks;      // by node, edition, year
  std::vector<Target> targets;            // by organisation, node, year
  std::vector<Initiative> initiatives;    // by node in the order of the model, organisation, title

  std::span<const std::int8_t> answers_of(int respondent) const {
    return {answers.data() + static_cast<std::size_t>(respondent) * static_cast<std::size_t>(statements),
            static_cast<std::size_t>(statements)};
  }
  /// The measurement of that organisation and year, or nullptr.
  const Measurement* find(OrganisationIndex organisation, int year) const;
  Measurement* find(OrganisationIndex organisation, int year);
  /// What was computed elsewhere; empty where there are answers.
  std::span<const GivenValue> given_of(const Measurement& measurement) const {
    return std::span(given).subspan(static_cast<std::size_t>(measurement.first_given),
                                    static_cast<std::size_t>(measurement.given));
  }
  /// The index of a property, or −1.
  int property(const std::string& name) const;
  /// The value of a property for an organisation; empty when it is not given.
  const std::string& value(OrganisationIndex organisation, int property) const;
  /// The same as a number; nothing when it is not given or no number.
  std::optional<double> number(OrganisationIndex organisation, int property) const;
  OrganisationIndex find_organisation(const std::string& code) const;  // −1: none
};

}  // namespace mognad
