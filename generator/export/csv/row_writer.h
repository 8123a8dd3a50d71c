// What the rows of national results and those of one organisation have in common.
#pragma once

#include "base/rounding.h"
#include "export/csv/statistics_data.h"

namespace mognad {

/// Documents draw dots of these levels only, and below there would be thousands of rows.
inline constexpr Level kDeepestDots = Level::category;

/// Ends of an interval; "not applicable" without one.
inline Measured minus(const Measured& value, const Measured& margin) {
  return value && margin ? Measured(value.number() - margin.number()) : Measured(Missing::not_applicable);
}
inline Measured plus(const Measured& value, const Measured& margin) {
  return value && margin ? Measured(value.number() + margin.number()) : Measured(Missing::not_applicable);
}

/// What national and own rows have in common.
class RowWriter {
 public:
  RowWriter(const StatisticsSource& source, const RowSink& sink)
      : model(source.model),
        survey(source.survey),
        dataset(source.dataset),
        statistics(source.statistics),
        sink_(sink),
        digits_(source.peer_digits) {}

  const Model& model;
  const Survey& survey;
  const Dataset& dataset;
  const Statistics& statistics;

  void write(const StatisticsRow& row) const { sink_(row); }
  /// A row about other organisations, with the decimals that documents print.
  void write_of_others(StatisticsRow row, int decimals = 1) const {
    for (Measured* value : {&row.value, &row.lower, &row.upper})
      if (*value && digits_ == PeerDigits::printed) *value = round_half_away(value->number(), decimals);
    write(row);
  }
  const std::string& id(NodeIndex node) const { return model.node(node).id; }
  const std::string& group_id(int definition) const {
    return survey.peer_groups[static_cast<std::size_t>(definition)].id;
  }

  void write_answers(StatisticsRow row, const AnswerDistribution& answers) const;
  /// Dots: how many organisations lie in a step.
  void write_dots(StatisticsRow row, const std::vector<int>& dots) const;
  void write_quadrants(StatisticsRow row, const PeerPlaces& places) const;
  void write_cells(StatisticsRow row, const PeerPlaces& places) const;

 private:
  const RowSink& sink_;
  PeerDigits digits_;
};

}  // namespace mognad
