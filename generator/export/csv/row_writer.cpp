#include "export/csv/row_writer.h"

#include <fmt/format.h>

namespace mognad {

void RowWriter::write_answers(StatisticsRow row, const AnswerDistribution& answers) const {
  row.kind = "answers";
  row.n = answers.counts.empty() ? -1 : answers.answered;
  if (answers.counts.empty()) {
    row.value = answers.agreement;
    write(row);
    return;
  }
  const auto add = [&](const std::string& item, int count) {
    row.item = item;
    row.value = count;
    write(row);
  };
  for (std::size_t step = 0; step < answers.counts.size(); ++step)
    add(std::to_string(model.scale[step].value), answers.counts[step]);
  add("don't know", answers.dont_know);
  add("not applicable", answers.not_applicable);
  add("no answer", answers.no_answer);
}

void RowWriter::write_dots(StatisticsRow row, const std::vector<int>& dots) const {
  const double step = survey.disclosure.dot_step;
  for (std::size_t i = 0; i < dots.size(); ++i) {
    if (dots[i] == 0) continue;
    row.item = fmt::format("{}", static_cast<double>(i) * step);
    row.value = dots[i];
    row.lower = static_cast<double>(i) * step;
    row.upper = static_cast<double>(i + 1) * step;
    write(row);
  }
}

void RowWriter::write_quadrants(StatisticsRow row, const PeerPlaces& places) const {
  if (places.cells.empty()) return;
  row.n = places.others;
  for (const bool upper : {false, true})
    for (const bool right : {false, true}) {
      row.item = model.matrix.quadrant(upper, right).id;
      row.value = places.quadrants[upper][right];
      write(row);
    }
}

void RowWriter::write_cells(StatisticsRow row, const PeerPlaces& places) const {
  row.node = id(model.matrix.x.node);
  for (std::size_t y = 0; y < places.cells.size(); ++y)
    for (std::size_t x = 0; x < places.cells[y].size(); ++x) {
      if (places.cells[y][x] == 0) continue;
      row.item = fmt::format("{}", static_cast<double>(y) * places.step);
      row.value = places.cells[y][x];
      row.lower = static_cast<double>(x) * places.step;
      row.upper = static_cast<double>(x + 1) * places.step;
      write(row);
    }
}

}  // namespace mognad
