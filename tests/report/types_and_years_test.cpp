// The figures of types, years, answers and of what goes together: what each must be for any survey, and that their
// numbers are the statistics'.
#include <fmt/format.h>

#include <cctype>
#include <numeric>
#include <set>

#include "report/composed_reports.h"
#include "report/figure_builders.h"
#include "report/printed_extremes.h"
#include "report/type_shares.h"
#include "report/written_numbers.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr int kSurveys = 40;
const FigureTemplate kNoFigures;
const StatusTemplate kNoStatus;

struct Made {
  const NationFacts& facts;
  std::string kind;
  NationalFigure figure;
  std::string place;
};
using Visit = std::function<void(const Made&)>;
using Builder = NationalFigures (*)(const NationFacts&, const FigureChoice&);

constexpr std::pair<const char*, Builder> kBuilders[]{
    {"matrix", matrix_figure},         {"types", types_figure},   {"moves", moves_figure},
    {"change", change_figure},         {"series", series_figure}, {"correlation", correlation_figure},
    {"statements", statements_figures}};

/// All figures of a survey, for each type of organisation in both languages.
void each_of(const NationInputs& inputs, const std::string& place, const Visit& visit) {
  for (const std::string& type : inputs.statistics.types(inputs.survey.year))
    for (const LanguageTag tag : kLanguages) {
      const NationFacts facts(inputs, type, small_survey().voice(tag).words);
      for (const auto& [kind, build] : kBuilders) {
        FigureChoice choice;
        choice.name = kind;
        for (NationalFigure& figure : build(facts, choice))
          visit({facts, kind, std::move(figure), fmt::format("{}, {} in {}", place, type, tag)});
      }
    }
}

/// What earlier editions published, and targets that are missed, ahead and reached.
void publish(Dataset& data, const Model& model, int year) {
  const std::string total = model.node(kTotal).id, part = model.node(1).id;
  data.benchmarks = {{"first", year - 4, total, 41, 80, false, "A report"},
                     {"first", year - 3, total, 43.5, std::nullopt, true, "A report"},
                     {"second", year - 3, total, 53, 126, false, ""},
                     {"second", year - 2, part, 50, std::nullopt, false, "Another report"}};
  data.targets = {{-1, total, year - 1, 55}, {-1, total, year + 2, 55}, {-1, part, year, 1}};
}

void each_figure(const Visit& visit) {
  const WholeSurvey& small = small_survey();
  for (const bool published : {false, true}) {
    Dataset data = small.loaded->dataset;
    if (published) publish(data, small.loaded->model, small.loaded->survey.year);
    each_of({small.loaded->model, small.loaded->survey, data, small.statistics, kNoFigures, kNoStatus, nullptr},
            published ? "the small survey with published figures" : "the small survey", visit);
  }
  for (int i = 0; i < kSurveys; ++i) {
    ComposedSurvey made = compose_survey(i, small.loaded->model, small.loaded->survey);
    if (i % 3 > 0) publish(made.data, made.model, made.survey.year);
    const Statistics statistics = compute_statistics(made.model, made.survey, made.data);
    each_of({made.model, made.survey, made.data, statistics, kNoFigures, kNoStatus, nullptr},
            fmt::format("survey {} ({})", i, made.extremes.words()), visit);
  }
}

/// A sentence begins with a capital, a digit or a quotation mark and ends with a full stop.
bool is_sentence(const std::string& text) {
  if (text.empty() || text.back() != '.' || text.ends_with("..")) return false;
  return std::islower(static_cast<unsigned char>(text.front())) == 0 && text.find(" .") == std::string::npos;
}

std::vector<std::string> words_of(const NationalFigure& figure) {
  std::vector<std::string> texts{
      figure.figure.title, figure.figure.subtitle, figure.figure.caption, figure.figure.description,
      figure.count,        figure.source,          figure.finding,        figure.data.row_head};
  texts.insert(texts.end(), figure.sentences.begin(), figure.sentences.end());
  for (const DataColumn& column : figure.data.columns) texts.push_back(column.head);
  for (const DataRow& row : figure.data.rows) texts.push_back(row.name);
  return texts;
}

void put(std::vector<std::string>& texts, const std::vector<std::vector<std::string>>& rows) {
  for (const auto& row : rows) texts.insert(texts.end(), row.begin(), row.end());
}

/// What the chart prints of numbers.
std::vector<std::string> printed(const ChartData& chart, const Words& words) {
  std::vector<std::string> texts;
  if (const auto* d = std::get_if<ShareBarsData>(&chart))
    for (const ShareBar& bar : d->bars) put(texts, {{bar.value, bar.count}});
  if (const auto* d = std::get_if<TypeMatrixData>(&chart))
    for (const auto& side : d->quadrants)
      for (const MatrixQuadrant& quadrant : side) texts.push_back(quadrant.count);
  if (const auto* d = std::get_if<TypeMovesData>(&chart)) {
    put(texts, d->texts);
    put(texts, {d->before_texts, d->after_texts});
  }
  if (const auto* d = std::get_if<ChangesData>(&chart))
    for (const ChangeRow& row : d->rows) texts.push_back(row.points_text);
  if (const auto* d = std::get_if<CorrelationData>(&chart)) put(texts, d->texts);
  if (const auto* d = std::get_if<SeriesData>(&chart)) {
    for (const SeriesLine& line : d->lines)
      for (const SeriesLine::Point& point : line.points) texts.push_back(point.text);
    for (const TrendTarget& target : d->targets) texts.push_back(target.label);
  }
  if (const auto* d = std::get_if<AnswerBarsData>(&chart))
    for (const AnswerGroup& group : d->groups) {
      texts.push_back(group.mean);
      for (const AnswerBar& bar : group.bars) {
        put(texts, {{bar.mean, bar.answered}});
        const int all = std::accumulate(bar.counts.begin(), bar.counts.end(), 0);
        for (const int count : bar.counts) texts.push_back(words.number(100.0 * count / all, 0));
      }
    }
  return texts;
}

bool rectangular(const FigureData& data) {
  std::set<std::string> rows, columns;
  for (const DataColumn& column : data.columns) columns.insert(column.id);
  for (const DataRow& row : data.rows) {
    if (row.cells.size() != data.columns.size()) return false;
    rows.insert(row.id);
  }
  return rows.size() == data.rows.size() && columns.size() == data.columns.size();
}

Measured cell(const FigureData& data, const std::string& row, const std::string& column) {
  for (const DataRow& each : data.rows)
    for (std::size_t i = 0; i < each.cells.size(); ++i)
      if (each.id == row && data.columns[i].id == column) return std::get<Measured>(each.cells[i]);
  throw std::runtime_error("no cell " + row + ", " + column);
}

const NationInputs& small_nation() {
  static const NationInputs inputs{small_survey().loaded->model,
                                   small_survey().loaded->survey,
                                   small_survey().loaded->dataset,
                                   small_survey().statistics,
                                   kNoFigures,
                                   kNoStatus,
                                   nullptr};
  return inputs;
}

const NationFacts& small_facts() {
  static const NationFacts facts(small_nation(), small_nation().statistics.types(small_nation().survey.year).front(),
                                 small_survey().voice("sv").words);
  return facts;
}

NationalFigures built(Builder build) { return build(small_facts(), {}); }

}  // namespace

TEST_CASE("Figures of types and years say what they find in full sentences", "[report][national]") {
  Faults faults;
  std::set<std::string> kinds;
  each_figure([&](const Made& made) {
    kinds.insert(made.kind);
    const NationalFigure& figure = made.figure;
    const std::string where = figure.name + " of " + made.place;
    if (figure.figure.title.empty() || figure.finding.empty()) return faults.add("no title or finding", where);
    for (const std::string& head : {figure.figure.title, figure.finding})
      if (std::islower(static_cast<unsigned char>(head.front())) != 0)
        faults.add("a small letter first: " + head, where);
    if (figure.finding.ends_with('.')) faults.add("a finding with a full stop: " + figure.finding, where);
    if (figure.sentences.empty() || figure.sentences.size() > 5) faults.add("too few or too many sentences", where);
    for (const std::string& sentence : figure.sentences)
      if (!is_sentence(sentence)) faults.add("no sentence: " + sentence, where);
    if (figure.figure.description.empty()) faults.add("no description", where);
    for (const std::string& text : words_of(figure))
      if (text.find("⟨") != std::string::npos || text.find('{') != std::string::npos ||
          text.find("  ") != std::string::npos)
        faults.add("a broken text: " + text, where);
  });
  faults.check();
  for (const auto& [kind, build] : kBuilders)
    if (std::string(kind) != "moves") CHECK(kinds.count(kind) == 1);
}

TEST_CASE("Every number that a figure of types or years prints stands in its data", "[report][national]") {
  Faults faults;
  each_figure([&](const Made& made) {
    const std::string where = made.figure.name + " of " + made.place;
    if (!rectangular(made.figure.data)) faults.add("rows or columns that differ or are called alike", where);
    const std::set<std::string> data = numbers_of(made.figure.data, made.facts.words);
    for (const std::string& text : printed(made.figure.figure.chart, made.facts.words))
      for (const std::string& number : numbers_written(text))
        if (!data.count(number)) faults.add("a number without data: " + text, where);
    for (const std::string& number : numbers_written(made.figure.finding))
      if (number.find_first_of(",.") != std::string::npos && !data.count(number))
        faults.add("a finding without data: " + made.figure.finding, where);
  });
  faults.check();
}

TEST_CASE("What is withheld is printed as a symbol or in words, never as a number", "[report][national]") {
  Faults faults;
  each_figure([&](const Made& made) {
    const auto* bars = std::get_if<ShareBarsData>(&made.figure.figure.chart);
    if (!bars) return;
    const TypeShares shares = type_shares(made.facts, made.facts.year);
    for (std::size_t i = 0; i < bars->bars.size(); ++i) {
      const bool digits = !numbers_written(bars->bars[i].value + bars->bars[i].count).empty();
      if (digits == shares.types[i].count.withheld()) faults.add("a count that may not be told, or is not", made.place);
    }
  });
  faults.check();
}

TEST_CASE("Counts of types are those of the statistics", "[report][national]") {
  const NationFacts& f = small_facts();
  const PeerPlaces places = f.statistics.group_places(f.year, *f.all_key(f.year));
  for (Builder build : {matrix_figure, types_figure}) {
    const NationalFigures made = built(build);
    REQUIRE(made.size() == 1);
    for (const bool upper : {false, true})
      for (const bool right : {false, true}) {
        const std::string id = f.model.matrix.quadrant(upper, right).id;
        CHECK(cell(made.front().data, build == types_figure ? id : "type-" + id, "count") ==
              places.quadrants[upper][right]);
      }
  }
  double in_cells = 0;
  const NationalFigures matrix = built(matrix_figure);
  for (const DataRow& row : matrix.front().data.rows)
    if (std::isdigit(static_cast<unsigned char>(row.id.front()))) in_cells += std::get<Measured>(row.cells[2]).number();
  CHECK(in_cells == places.others);
}

TEST_CASE("Changes, moves, means, correlations and answers are those of the statistics", "[report][national]") {
  Faults faults;
  std::set<std::string> kinds;
  each_figure([&](const Made& made) {
    const NationFacts& f = made.facts;
    const FigureData& data = made.figure.data;
    const auto same = [&](const std::string& row, const std::string& column, const Measured& value) {
      kinds.insert(made.kind);
      if (!(cell(data, row, column) == value)) faults.add("another value of " + column, row + " of " + made.place);
    };
    for (const DataRow& row : data.rows) {
      const NodeIndex node = f.model.find(row.id);
      const std::size_t at = static_cast<std::size_t>(std::max(node, 0));
      if (made.kind == "change")
        same(row.id, "change", f.statistics.national_changes(f.type, *f.earlier_year, f.year)[at].points);
      if (made.kind == "statements") same(row.id, "mean", f.means[at].mean);
      if (made.kind == "statements" && f.model.node(node).level == Level::statement) {
        const AnswerDistribution answers = f.statistics.national_answers(f.type, f.year, node);
        same(row.id, "n", answers.counts.empty() ? Measured(Missing::withheld) : Measured(answers.answered));
      }
    }
    if (made.kind == "series" && made.figure.name == "series")
      for (const int year : f.years) same(fmt::format("own-{}", year), "mean", f.mean_of(year, kTotal).mean);
    if (made.kind == "moves") {
      const TypeMoves moves = f.statistics.type_moves(f.type, *f.earlier_year, f.year);
      for (std::size_t from = 0; from < 4; ++from)
        for (std::size_t to = 0; to < 4; ++to) same(data.rows[from].id, data.columns[to + 1].id, moves.moved[from][to]);
    }
    if (made.kind == "correlation")
      for (const NodeIndex a : f.categories)
        for (const NodeIndex b : f.categories)
          for (const DataRow& row : data.rows)
            if (row.id == f.model.node(a).id + "--" + f.model.node(b).id)
              same(row.id, "rho", f.statistics.correlation(f.type, f.year, a, b).rho);
  });
  faults.check();
  CHECK(kinds.size() >= 4);
}

TEST_CASE("A title of the template stands instead of the finding", "[report][national]") {
  FigureChoice choice;
  choice.title = LocalText({{"sv", "En egen rubrik"}, {"en", "A title of its own"}});
  for (const auto& [kind, build] : kBuilders)
    for (const NationalFigure& figure : build(small_facts(), choice)) {
      INFO(kind);
      CHECK(figure.figure.title == "En egen rubrik");
      CHECK(figure.finding != "En egen rubrik");
    }
}

TEST_CASE("No type is called the largest where another may be as large", "[report][national]") {
  const auto largest = [](std::array<Measured, 4> counts, int organisations) {
    TypeShares shares;
    shares.places.others = organisations;
    for (std::size_t i = 0; i < 4; ++i) shares.types[i].count = counts[i];
    const TypeShare* found = shares.largest();
    return found ? static_cast<int>(found - shares.types.data()) : -1;
  };
  const Measured withheld = Missing::withheld;
  CHECK(largest({10, 20, 5, 6}, 41) == 1);
  CHECK(largest({20, 20, 5, 6}, 51) == -1);
  CHECK(largest({5, 20, 20, 6}, 51) == -1);
  CHECK(largest({5, 6, 20, 30}, 61) == 3);
  CHECK(largest({20, withheld, withheld, 6}, 38) == 0);
  CHECK(largest({20, withheld, withheld, 6}, 46) == -1);
  CHECK(largest({withheld, withheld, withheld, withheld}, 21) == -1);
}

TEST_CASE("What is printed alike is neither the highest nor the lowest", "[report][national]") {
  const std::vector<Measured> values{50.04, Missing::withheld, 49.96, 47.0, 49.0};
  CHECK_FALSE(printed_extremes(values, 1).high_alone);
  CHECK(printed_extremes(values, 2).high_alone);
  CHECK(printed_extremes(values, 1).low == 3);
  CHECK(printed_extremes(values, 1).low_alone);
  CHECK(printed_extremes(values, 1).known == 4);
  CHECK_FALSE(printed_extremes(std::vector<Measured>{1.0, 1.0}, 1).apart());
  CHECK_FALSE(printed_extremes(std::vector<Measured>{1.0}, 1).apart());
}

TEST_CASE("A target whose year has passed is told, as missed or as met", "[report][nation]") {
  const WholeSurvey& small = small_survey();
  const Survey& survey = small.loaded->survey;
  Dataset data = small.loaded->dataset;
  const std::string total = small.loaded->model.node(kTotal).id;
  for (const auto& [target, said] : {std::pair{99.0, "nåddes inte: det var 99 procent"}, {1.0, "nåddes: det var 1 "}}) {
    data.targets = {{-1, total, survey.year - 1, target}, {-1, total, survey.year - 9, 50}};
    data.benchmarks = {{"first", survey.year - 4, total, 41, 80, false, "A report"}};
    const NationInputs inputs{small.loaded->model, survey, data, small.statistics, kNoFigures, kNoStatus, nullptr};
    const std::string type = main_type(inputs);
    const NationFacts facts(inputs, type, small.voice("sv").words);
    REQUIRE(facts.mean_of(survey.year - 1, kTotal).mean);
    FigureChoice choice;
    choice.name = "series";
    const NationalFigures figures = series_figure(facts, choice);
    REQUIRE(figures.size() == 1);
    const auto& sentences = figures.front().sentences;
    INFO(said);
    CHECK(std::count_if(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
            return sentence.find(fmt::format("Målet för {} {}", survey.year - 1, said)) != std::string::npos;
          }) == 1);
  }
}
