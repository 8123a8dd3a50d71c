// A survey as its owner describes it: the year, who sends the reports, how organisations are compared, how small a
// group may be, and where the data lies. Values only; input/ reads them from survey.toml.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/language_tag.h"
#include "base/problem.h"
#include "dataset/answer_import.h"
#include "dataset/check_settings.h"
#include "dataset/input_limits.h"
#include "dataset/mail_settings.h"
#include "model/model.h"

namespace mognad {

/// A calendar date.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// How a kind of organisation is called. All but `reader` stand inside sentences.
struct TypeWords {
  LocalText one;            // "kommun"
  LocalText many;           // "kommuner"
  LocalText many_definite;  // "kommunerna"
  LocalText many_genitive;  // "kommunernas"
  LocalText reader;         // who the report is for: "kommunstyrelsen och ledningsgruppen"
};

/// Organisations of the same type that are compared: all of them, those that share a property, those of a list, or for
/// each the nearest by some properties.
struct PeerGroupDefinition {
  Place place;  // in survey.toml
  enum class Kind { all, property, members, nearest };

  std::string id;
  std::string property;                          // a column of organisations.csv, or empty
  std::vector<std::string> members;              // codes, or empty
  std::vector<std::string> nearest_by;           // at most three numeric columns of organisations.csv, or empty
  int nearest_count = 20;                        // how many are the nearest
  std::vector<std::string> types;                // the types for which the group makes sense; empty: all
  LocalText name;                                // with {value} for the value of the property
  LocalText note;                                // behind the number of organisations; with {value}
  std::map<std::string, LocalText> value_notes;  // by value, instead of `note`
  std::vector<std::string> value_order;          // the values of `value_notes` as the survey lists them

  Kind kind() const {
    if (!nearest_by.empty()) return Kind::nearest;
    if (!members.empty()) return Kind::members;
    return property.empty() ? Kind::all : Kind::property;
  }
};

/// How small a group may be before its results are withheld, and whether the own organisation counts among its peers.
/// Reasons: docs/guide; how the rules work together: statistics/suppression.h, statistics/cuts.h.
struct DisclosurePolicy {
  enum class PeerPoints { rounded, all };

  int minimum_others = 5;
  int minimum_respondents = 5;
  int quartiles_from = 10;
  int dots_from = 20;
  double dot_step = 2;
  int interval_from = 10;
  int distribution_from = 10;
  bool leave_out_own = true;
  PeerPoints peer_points = PeerPoints::rounded;
  std::string peer_points_agreement;  // what the participants agreed on, and when; needed for PeerPoints::all
  std::string members_agreement;      // the same for naming a group's members in its report; empty: not named
  std::string results_agreement;      // the same for publishing every organisation's results; empty: they are not
  Level deepest_of_units = Level::category;  // below it results of units are not let out
  bool complementary = true;  // no survey may switch it off; the attack test does, to see that it is needed
};

/// Years that were measured with an earlier version of the model.
struct EarlierModel {
  Place place;  // in survey.toml
  std::string version;
  std::vector<int> years;
};

/// Years that are finished: their data must be what the snapshot says.
struct ClosedYears {
  std::vector<int> years;
  std::string snapshot_path;
};

/// What `mognad simulate` makes.
struct SimulationSettings {
  std::uint64_t seed = 1;
  int years = 3;
  int respondents_least = 20;
  int respondents_most = 80;
  int units_least = 3;
  int units_most = 9;
  double mean = 46;                 // of the organisations, 0 to 100
  double spread_organisations = 6;  // standard deviations in points
  double spread_dimensions = 3.5;
  double spread_categories = 3;
  double spread_capabilities = 4;
  double spread_units = 4;
  double spread_respondents = 12;
  double spread_answers = 20;
  double trend = 1.2;  // points a year
  double spread_trend = 1.5;
  double missing_answer = 0.03;   // share of answers left out or "don't know"
  double missing_year = 0.12;     // share of organisations that did not measure in an earlier year
  double unknown_invited = 0.08;  // share whose respondents were anonymous, so that the response rate is unknown
  std::vector<std::string> few_respondents;  // codes of organisations with fewer respondents than the minimum
  std::map<std::string, double> unit_types;  // id → how far such units lie from the organisation, in points
};

struct UnitType {
  std::string id;
  LocalText name;
};

struct Survey {
  std::string path;    // of the survey file itself
  std::string folder;  // of survey.toml; all other paths are relative to it
  std::string id;
  LocalText name;  // "Digital mognad"
  int year = 0;
  int edition = 1;
  Date report_date;
  LocalText sender;
  LocalText period;  // "2–27 november 2025"
  LocalText source;  // "enkät om digital mognad"
  bool simulated = false;
  std::vector<LanguageTag> languages;  // the first is the survey's own; an organisation may choose among them
  std::map<std::string, TypeWords> types;
  std::vector<UnitType> unit_types;
  std::vector<PeerGroupDefinition> peer_groups;
  DisclosurePolicy disclosure;
  SimulationSettings simulation;
  InputLimits limits;
  CheckSettings checks;
  std::vector<LocalText> sources;
  Place national_place;         // in survey.toml
  std::string national_weight;  // a numeric property that weights the national mean; empty: organisations count alike
  std::vector<EarlierModel> earlier_models;
  ClosedYears closed;

  std::string model_path;
  std::string organisations_path;
  std::vector<std::string> answer_paths;
  std::vector<AnswerImport> imports;      // further files of answers, of other programs
  std::vector<std::string> result_paths;  // of values that were computed elsewhere
  std::string units_path;                 // optional
  std::string participation_path;         // optional
  std::string benchmarks_path;            // optional
  std::string targets_path;               // optional
  std::string initiatives_path;           // optional
  std::string template_path;
  std::string figures_path;  // of the year's publication
  std::string status_report_path;
  std::string theme_path;
  std::string logo_path;       // optional
  LocalText logo_description;  // of the picture, for who can't see it

  MailSettings mail;
  Correction correction;
};

}  // namespace mognad
