// The figures that put results beside each other: what they say, what they print, and that both are what statistics
// lets out.
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

#include "report/composed_reports.h"
#include "report/figure_builders.h"
#include "report/row_findings.h"
#include "support/small_survey.h"

using namespace mognad;
using namespace mognad::test;

namespace {

LocalText named_place(const std::string& name) { return std::map<LanguageTag, std::string>{{"sv", name}}; }

FigureTemplate row_figures() {
  FigureTemplate all;
  for (const FigureKind kind :
       {FigureKind::result, FigureKind::kinds, FigureKind::groups, FigureKind::unit_types, FigureKind::capabilities,
        FigureKind::tile_map, FigureKind::participation, FigureKind::agreement}) {
    FigureChoice choice;
    choice.kind = kind;
    choice.name = kFigureKindNames[static_cast<std::size_t>(kind)];
    choice.each_type = true;
    if (kind == FigureKind::groups || kind == FigureKind::tile_map) choice.group = "size";
    if (kind == FigureKind::tile_map)
      choice.tiles = {
          {0, 0, "S", named_place("Små")}, {0, 1, "M", named_place("Mellan")}, {1, 0, "Z", named_place("Tom")}};
    all.figures.push_back(choice);
  }
  return all;
}

struct Made {
  const Model& model;
  const Survey& survey;
  const Dataset& dataset;
  const Statistics& statistics;
  const Words& words;
  std::string place;
  NationalFigures figures;
};

Made make(const Model& model, const Survey& survey, const Dataset& data, const Statistics& statistics,
          const LanguageTag& tag, const std::string& place) {
  const FigureTemplate figures = row_figures();
  const StatusTemplate status;
  const NationInputs inputs{model, survey, data, statistics, figures, status, nullptr};
  const Words& words = small_survey().voice(tag).words;
  Problems problems;
  return {model, survey, data, statistics, words, place, national_figures(inputs, words, problems)};
}

/// The small survey's figures and those of composed ones, in both languages.
void each_publication(int surveys, const std::function<void(const Made&)>& visit) {
  const LoadedSurvey& real = *small_survey().loaded;
  for (const LanguageTag tag : kLanguages)
    visit(make(real.model, real.survey, real.dataset, small_survey().statistics, tag, "small survey in " + tag));
  for (int i = 0; i < surveys; ++i) {
    const ComposedSurvey made = compose_survey(i, real.model, real.survey);
    const Statistics statistics = compute_statistics(made.model, made.survey, made.data);
    for (const LanguageTag tag : kLanguages)
      visit(make(made.model, made.survey, made.data, statistics, tag,
                 fmt::format("survey {} ({}) in {}", i, made.extremes.words(), tag)));
  }
}

Made small_in(const LanguageTag& tag) {
  const LoadedSurvey& real = *small_survey().loaded;
  return make(real.model, real.survey, real.dataset, small_survey().statistics, tag, "");
}

const NationalFigure& figure_of(const Made& made, FigureKind kind, const std::string& type) {
  const std::string name = fmt::format("{}-{}", kFigureKindNames[static_cast<std::size_t>(kind)], type);
  const auto found = std::find_if(made.figures.begin(), made.figures.end(),
                                  [&](const NationalFigure& figure) { return figure.name == name; });
  REQUIRE(found != made.figures.end());
  return *found;
}

bool whole_text(const std::string& text) {
  return !text.empty() && text.find("⟨") == std::string::npos && text.find('{') == std::string::npos &&
         text.find("  ") == std::string::npos && text.front() != ' ';
}

/// Begins as a sentence does and ends with its only full stop at the end.
bool full_sentence(const std::string& text) {
  return whole_text(text) && capitalised(text) == text && text.ends_with('.');
}

std::vector<std::string> words_of_figure(const NationalFigure& figure) {
  std::vector<std::string> texts{
      figure.figure.title, figure.figure.subtitle, figure.figure.caption, figure.figure.description,
      figure.count,        figure.source,          figure.finding,        figure.data.row_head};
  for (const DataColumn& column : figure.data.columns) texts.push_back(column.head);
  for (const DataRow& row : figure.data.rows) texts.push_back(row.name);
  return texts;
}

/// What a figure of rows prints beside the names that are not its own.
std::vector<std::string> printed_texts(const NationalFigure& figure) {
  std::vector<std::string> texts;
  if (const auto* rows = std::get_if<ScaleRowsData>(&figure.figure.chart))
    for (const ScaleRow& row : rows->rows) texts.insert(texts.end(), {row.value, row.note});
  if (const auto* map = std::get_if<TileMapData>(&figure.figure.chart))
    for (const MapTile& tile : map->tiles) texts.push_back(tile.text);
  if (const auto* columns = std::get_if<YearColumnsData>(&figure.figure.chart))
    for (const ColumnPanel& panel : columns->panels)
      for (const YearColumn& column : panel.columns) texts.push_back(column.text);
  return texts;
}

std::set<std::string> numbers_of_data(const NationalFigure& figure, const Words& words) {
  std::set<std::string> numbers;
  for (const DataRow& row : figure.data.rows)
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (const auto* value = std::get_if<Measured>(&row.cells[i]); value && *value)
        numbers.insert(words.number(*value, decimals_of(figure.data.columns[i].kind)));
  return numbers;
}

const Measured& number_at(const NationalFigure& figure, const std::string& row, const std::string& column) {
  const auto& rows = figure.data.rows;
  const auto& columns = figure.data.columns;
  const auto r = std::find_if(rows.begin(), rows.end(), [&](const DataRow& d) { return d.id == row; });
  const auto c = std::find_if(columns.begin(), columns.end(), [&](const DataColumn& d) { return d.id == column; });
  INFO(figure.name << ": " << row << ", " << column);
  REQUIRE(r != rows.end());
  REQUIRE(c != columns.end());
  return std::get<Measured>(r->cells[static_cast<std::size_t>(c - columns.begin())]);
}

void check_result(const NationalFigure& figure, const std::string& row, const GroupResult& expected) {
  CHECK(number_at(figure, row, "median") == expected.median);
  CHECK(number_at(figure, row, "lower_quartile") == expected.lower_quartile);
  CHECK(number_at(figure, row, "upper_quartile") == expected.upper_quartile);
  const Measured& count = number_at(figure, row, "n");
  CHECK(count.known() == expected.median.known());
  if (count) CHECK(count.number() == expected.organisations);
}

NationRow row_with(const std::string& id, const Measured& median) {
  NationRow row{id, id, id, {}};
  row.result.median = median;
  row.result.organisations = median ? 12 : 0;
  return row;
}

constexpr int kSurveys = 40;

}  // namespace

TEST_CASE("Every figure of rows says what it shows in full sentences", "[report][nation]") {
  Faults faults;
  int figures = 0;
  each_publication(kSurveys, [&](const Made& made) {
    for (const NationalFigure& figure : made.figures) {
      ++figures;
      const std::string where = made.place + ", " + figure.name + ": ";
      for (const std::string& text : words_of_figure(figure))
        if (!whole_text(text)) faults.add("a text that is empty or has gaps", where + text);
      if (figure.sentences.size() < 2 || figure.sentences.size() > 5) faults.add("too few or many sentences", where);
      for (const std::string& text : figure.sentences)
        if (!full_sentence(text)) faults.add("no full sentence", where + text);
      if (figure.finding.ends_with('.')) faults.add("a head with a full stop", where + figure.finding);
      if (!figure.figure.caption.ends_with(figure.source)) faults.add("no source in the caption", where);
      if (figure.figure.description.size() > 300) faults.add("a long description", where);
    }
  });
  CHECK(figures > 8 * kSurveys);
  faults.check();
}

TEST_CASE("The data of a figure of rows is a whole table with a name for each row", "[report][nation]") {
  Faults faults;
  each_publication(kSurveys, [&](const Made& made) {
    for (const NationalFigure& figure : made.figures) {
      std::set<std::string> rows, columns;
      for (const DataColumn& column : figure.data.columns)
        if (!columns.insert(column.id).second) faults.add("a column twice", made.place + figure.name);
      for (const DataRow& row : figure.data.rows) {
        if (!rows.insert(row.id).second) faults.add("a row twice", made.place + figure.name + row.id);
        if (row.cells.size() != columns.size()) faults.add("a row too short", made.place + figure.name + row.id);
      }
      if (figure.data.rows.empty()) faults.add("no rows", made.place + figure.name);
    }
  });
  faults.check();
}

TEST_CASE("Every number that a figure of rows prints stands in its data", "[report][nation]") {
  Faults faults;
  int numbers = 0;
  const std::regex number("[0-9][0-9., \u00A0]*");
  each_publication(kSurveys, [&](const Made& made) {
    for (const NationalFigure& figure : made.figures) {
      const std::set<std::string> known = numbers_of_data(figure, made.words);
      for (const std::string& text : printed_texts(figure)) {
        std::smatch found;
        const std::string plain = std::regex_replace(text, std::regex("\u00A0%"), "");
        if (!std::regex_search(plain, found, number)) continue;
        ++numbers;
        // Notes of the ranking are names of categories, which may end with a number.
        if (figure.kind == FigureKind::capabilities && !std::isdigit(static_cast<unsigned char>(plain.front())))
          continue;
        if (!known.count(found.str())) faults.add("a number that the data lacks", made.place + figure.name + text);
      }
    }
  });
  CHECK(numbers > 1000);
  faults.check();
}

TEST_CASE("A row without a median shows the symbol and nothing else", "[report][nation]") {
  Faults faults;
  int withheld = 0;
  each_publication(kSurveys, [&](const Made& made) {
    for (const NationalFigure& figure : made.figures) {
      const auto* chart = std::get_if<ScaleRowsData>(&figure.figure.chart);
      if (!chart) continue;
      for (const ScaleRow& row : chart->rows) {
        if (row.median || row.mean) continue;
        ++withheld;
        if (row.value != ".." && row.value != "-") faults.add("no symbol", made.place + figure.name + row.name);
        if (row.lower || row.upper || !row.dots.empty()) faults.add("marks", made.place + figure.name + row.name);
        if (figure.figure.caption.find(row.value) == std::string::npos)
          faults.add("a symbol that the caption doesn't explain", made.place + figure.name);
      }
    }
  });
  CHECK(withheld > 50);
  faults.check();
}

TEST_CASE("Groups, kinds, units, capabilities and parts have the values of the statistics", "[report][nation]") {
  const Made made = small_in("sv");
  const int year = made.survey.year;
  int groups = 0;
  for (const GroupKey& key : made.statistics.groups(year)) {
    const GroupResult total = made.statistics.group_result(year, key, kTotal);
    const bool by_size = made.survey.peer_groups[static_cast<std::size_t>(key.definition)].id == "size";
    if (by_size) check_result(figure_of(made, FigureKind::groups, key.type), key.value, total), ++groups;
    if (key.definition != 0) continue;
    for (const NationalFigure& figure : made.figures)
      if (figure.kind == FigureKind::kinds) check_result(figure, key.type, total);
    const NationalFigure& ranking = figure_of(made, FigureKind::capabilities, key.type);
    for (const NodeIndex node : made.model.at(Level::capability))
      check_result(ranking, made.model.node(node).id, made.statistics.group_result(year, key, node));
    const NationalFigure& result = figure_of(made, FigureKind::result, key.type);
    const auto means = made.statistics.national_means(key.type, year);
    for (const NodeIndex node : made.model.down_to(Level::category))
      CHECK(number_at(result, made.model.node(node).id, "mean") == means[static_cast<std::size_t>(node)].mean);
  }
  CHECK(groups > 1);
  for (const auto& [type, unit_type] : made.statistics.unit_types(year))
    check_result(figure_of(made, FigureKind::unit_types, type), unit_type,
                 made.statistics.unit_type_result(year, type, unit_type, kTotal));
}

TEST_CASE("Participation and agreement have the values of the statistics, where there are any", "[report][nation]") {
  const Made made = small_in("en");
  const int year = made.survey.year;
  for (const std::string& type : made.statistics.types(year)) {
    const bool measured = made.statistics.participation(type, year).organisations > 0;
    const auto shown = std::count_if(made.figures.begin(), made.figures.end(), [&](const NationalFigure& figure) {
      return figure.name == "participation-" + type;
    });
    CHECK(shown == (measured ? 1 : 0));
    if (measured)
      CHECK(number_at(figure_of(made, FigureKind::participation, type), std::to_string(year), "respondents").number() ==
            made.statistics.participation(type, year).respondents);
    for (const NationalFigure& figure : made.figures)
      if (figure.kind == FigureKind::agreement && figure.name.starts_with("agreement-" + type + "-"))
        for (const DataRow& row : figure.data.rows)
          check_result(figure, row.id, made.statistics.agreement_within(type, year, made.model.find(row.id)));
  }
}

TEST_CASE("Where a row is withheld, words speak of those shown and never of all", "[report][nation]") {
  Faults faults;
  int partly = 0;
  each_publication(kSurveys, [&](const Made& made) {
    const std::string words = made.words.tag() == "sv" ? "som visas" : "shown";
    for (const NationalFigure& figure : made.figures) {
      if (figure.kind != FigureKind::groups && figure.kind != FigureKind::tile_map &&
          figure.kind != FigureKind::unit_types && figure.kind != FigureKind::capabilities)
        continue;
      const std::size_t medians = figure.data.columns[1].id == "median" ? 1 : 2;
      int shown = 0, hidden = 0;
      for (const DataRow& row : figure.data.rows) {
        if (row.total) continue;
        const auto& median = std::get<Measured>(row.cells[medians]);
        shown += median ? 1 : 0, hidden += median.withheld() ? 1 : 0;
      }
      if (hidden == 0 || shown < 2) continue;
      ++partly;
      const std::string where = made.place + ", " + figure.name + ": ";
      const std::string& said =
          figure.kind == FigureKind::capabilities ? figure.figure.title : figure.sentences.front();
      for (const std::string& text : {figure.figure.title, figure.finding, said})
        if (text.find(words) == std::string::npos) faults.add("a claim about withheld rows", where + text);
    }
  });
  CHECK(partly > 4);
  faults.check();
}

TEST_CASE("Participation rests on all that measured, and a result says why it counts fewer", "[report][nation]") {
  Faults faults;
  int fewer = 0;
  each_publication(kSurveys, [&](const Made& made) {
    for (const NationalFigure& figure : made.figures) {
      const std::string type = figure.name.substr(figure.name.rfind('-') + 1);
      const int measured = made.statistics.participation(type, made.survey.year).organisations;
      const std::string count = made.words.whole(measured);
      if (figure.kind == FigureKind::participation && !figure.count.starts_with(count + "\u00A0"))
        faults.add("another count", made.place + figure.name + figure.count);
      if (figure.kind != FigureKind::result) continue;
      const int counted = made.statistics.national_means(type, made.survey.year)[kTotal].organisations;
      if (counted == 0 || counted == measured) continue;
      ++fewer;
      if (!figure.sentences[1].starts_with(count + "\u00A0"))
        faults.add("two counts without a word", made.place + figure.sentences[1]);
    }
  });
  CHECK(fewer > 0);
  faults.check();
}

TEST_CASE("Groups stand in the order in which the survey lists their values", "[report][nation]") {
  const Made made = small_in("sv");
  const std::string type = made.statistics.types(made.survey.year).front();
  const NationalFigure& figure = figure_of(made, FigureKind::groups, type);
  REQUIRE(figure.data.rows.size() == 3);
  CHECK(figure.data.rows[0].total);
  CHECK(figure.data.rows[1].id == "S");
  CHECK(figure.data.rows[1].name == "S, med under 2 000 anställda");
  CHECK(figure.data.rows[2].id == "M");
  CHECK(figure.data.row_head == "Storleksklass");
}

TEST_CASE("A tile has the class of the number that it prints", "[report][nation]") {
  Faults faults;
  int maps = 0;
  each_publication(kSurveys, [&](const Made& made) {
    for (const NationalFigure& figure : made.figures) {
      const auto* map = std::get_if<TileMapData>(&figure.figure.chart);
      if (!map) continue;
      ++maps;
      if (map->key.size() != (map->limits.empty() ? 0 : map->limits.size() + 1) || map->key.size() > 5)
        faults.add("a key without its classes", made.place);
      if (!std::is_sorted(map->limits.begin(), map->limits.end())) faults.add("limits not ascending", made.place);
      for (const MapTile& tile : map->tiles) {
        if (tile.text == "..") {
          if (map->withheld_label.empty()) faults.add("a symbol without its key", made.place);
        } else if (tile.value && tile.text != made.words.number(tile.value, 0)) {
          faults.add("another number", made.place);
        }
      }
      if (map->tiles.back().text != "-") faults.add("a place where nobody measured", made.place);
    }
  });
  CHECK(maps > 5);
  faults.check();
}

TEST_CASE("What prints as the same is neither highest nor lowest", "[report][nation]") {
  const RowExtremes same = extremes_of({row_with("a", Measured(47.31)), row_with("b", Measured(47.34))});
  CHECK(same.alike);
  const NationRows close{row_with("a", Measured(47.34)), row_with("b", Measured(47.36))};
  CHECK(extremes_of(close).alike);  // prints as 47.3 and 47.4, but lies 0.02 apart
  const NationRows apart{row_with("a", Measured(47.34)), row_with("b", Measured(48.0)), row_with("c", Measured(48.04)),
                         row_with("d", Missing::withheld)};
  const RowExtremes extremes = extremes_of(apart);
  CHECK_FALSE(extremes.alike);
  CHECK(extremes.near);  // 0.7 apart
  CHECK(extremes.hidden == 1);
  CHECK(extremes.shown == 3);
  CHECK_FALSE(extremes_of({row_with("a", Measured(47.0)), row_with("b", Measured(48.0))}).near);
  REQUIRE(extremes.high.size() == 2);
  CHECK(extremes.low.front()->id == "a");
  CHECK(extremes_of({row_with("d", Missing::withheld)}).high.empty());
}

TEST_CASE("Rows are sorted with the withheld ones last", "[report][nation]") {
  NationRows rows{row_with("a", Missing::withheld), row_with("b", Measured(40)), row_with("c", Measured(50)),
                  row_with("d", Measured(40))};
  sort_by_median(rows);
  std::string order;
  for (const NationRow& row : rows) order += row.id;
  CHECK(order == "cbda");
}

TEST_CASE("A common noun begins small inside a sentence, an abbreviation does not", "[language]") {
  CHECK(uncapitalised("Ängelholmsnätverket") == "ängelholmsnätverket");
  CHECK(uncapitalised("SKR-grupp A1") == "SKR-grupp A1");
  CHECK(uncapitalised("") == "");
}
