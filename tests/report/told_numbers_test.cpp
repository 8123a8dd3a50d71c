// What a publication says in words is what its tables may show: every number in the texts of figures and of the status
// report stands among the figure's data or the nation's rows, for surveys of few organisations.
#include "charts/charts.h"
#include "report/composed_reports.h"
#include "report/nation_facts.h"
#include "report/status_report.h"
#include "report/workbook.h"
#include "report/written_numbers.h"
#include "support/dump.h"

using namespace mognad;
using namespace mognad::test;

namespace {

constexpr int kSurveys = 24;

using Numbers = std::set<std::string>;

/// Every kind of figure, of each type; those of groups for each definition by a property.
FigureTemplate every_figure(const Survey& survey) {
  FigureTemplate all;
  for (int kind = 0; kind < kFigureKinds; ++kind) {
    FigureChoice choice;
    choice.kind = static_cast<FigureKind>(kind);
    choice.name = kFigureKindNames[static_cast<std::size_t>(kind)];
    choice.each_type = true;
    if (choice.kind == FigureKind::tile_map) continue;
    if (choice.kind != FigureKind::groups) all.figures.push_back(choice);
    else
      for (const PeerGroupDefinition& group : survey.peer_groups)
        if (group.kind() == PeerGroupDefinition::Kind::property) {
          choice.group = group.id;
          choice.name = "groups-" + group.id;
          all.figures.push_back(choice);
        }
  }
  return all;
}

StatusTemplate every_section(const FigureTemplate& figures) {
  StatusTemplate status;
  for (int kind = 0; kind < static_cast<int>(StatusSectionKind::text); ++kind) {
    StatusSectionChoice section;
    section.kind = static_cast<StatusSectionKind>(kind);
    section.title = LocalText({{"sv", "Avsnitt"}, {"en", "Section"}});
    if (section.kind == StatusSectionKind::figures || section.kind == StatusSectionKind::summary)
      for (const FigureChoice& figure : figures.figures) section.figures.push_back(figure.name);
    status.sections.push_back(section);
  }
  return status;
}

/// The publication of one survey in one language.
struct Made {
  const NationInputs& inputs;
  const Words& words;
  std::vector<NationalFigure> figures;
  std::string place;
};

void each_publication(const std::function<void(const Made&)>& visit) {
  const WholeSurvey& small = small_survey();
  const auto made_of = [&](const Model& model, const Survey& survey, const Dataset& data, const std::string& place) {
    const Statistics statistics = compute_statistics(model, survey, data);
    const FigureTemplate figures = every_figure(survey);
    const StatusTemplate status = every_section(figures);
    const NationInputs inputs{model, survey, data, statistics, figures, status, nullptr};
    for (const LanguageTag tag : kLanguages) {
      Problems problems;
      const Words& words = small.voice(tag).words;
      visit({inputs, words, national_figures(inputs, words, problems), place + " in " + tag});
    }
  };
  made_of(small.loaded->model, small.loaded->survey, small.loaded->dataset, "the small survey");
  for (int i = 0; i < kSurveys; ++i) {
    const ComposedSurvey made = compose_survey(i, small.loaded->model, small.loaded->survey);
    made_of(made.model, made.survey, made.data, fmt::format("survey {} ({})", i, made.extremes.words()));
  }
}

/// Numbers that are no results: years, rules of the survey, the scale, and those of the method's examples.
Numbers open_numbers(const Made& made) {
  const Survey& survey = made.inputs.survey;
  const DisclosurePolicy& policy = survey.disclosure;
  Numbers open{"0", "1", "2", "3", "4", "25", "75", "50", "95", "100", "−1", "0,1", "0.1", "47", "49"};
  for (const char* published : {"1904", "1984", "1995", "5"}) open.insert(published);  // of methods, and their rate
  const MinimumShares& least = made.inputs.model.minimum_share;
  for (const double share : {least.capability, least.category, least.dimension, least.total})
    open.insert(made.words.number(100 * share, 0));
  for (const int number : {policy.minimum_others, policy.minimum_others + 1, policy.minimum_respondents,
                           policy.quartiles_from, policy.dots_from, policy.interval_from, policy.distribution_from})
    open.insert(std::to_string(number));
  for (const MatrixAxis* axis : {&made.inputs.model.matrix.x, &made.inputs.model.matrix.y})
    open.insert(made.words.number(axis->cut, 0));
  for (const int year : made.inputs.dataset.years) open.insert(std::to_string(year));
  return open;
}

bool has_median(const FigureData& data, const DataRow& row) {
  for (std::size_t i = 0; i < data.columns.size(); ++i)
    if (data.columns[i].id == "median") return std::get<Measured>(row.cells[i]).known();
  return false;
}

/// How many parts a figure shows and how many it withholds; how many of its statements are examples.
void add_parts(Numbers& numbers, const NationalFigure& figure, const Model& model) {
  std::size_t statements = 0, examples = 0, withheld = 0, shown = 0;
  for (const DataRow& row : figure.data.rows) {
    const NodeIndex node = model.find(row.id);
    const bool statement = node != kNoNode && model.node(node).level == Level::statement;
    statements += statement;
    examples += statement && model.node(node).illustrative;
    shown += node != kNoNode && model.node(node).level == Level::capability && has_median(figure.data, row);
    withheld += figure.kind == FigureKind::agreement && !std::get<Measured>(row.cells[1]);
  }
  for (const std::size_t count : {figure.data.rows.size(), statements, examples, withheld, shown})
    numbers.insert(std::to_string(count));
}

/// What the national rows say of each type: who took part, means, changes.
void add_national(Numbers& numbers, const Made& made) {
  const Statistics& statistics = made.inputs.statistics;
  const auto put = [&](const Measured& value, int decimals) {
    if (value) numbers.insert(made.words.number(value, decimals));
  };
  for (const int year : statistics.years())
    for (const std::string& type : statistics.types(year)) {
      const Participation who = statistics.participation(type, year);
      for (const Measured& count : {Measured(who.organisations), who.told_respondents(), who.respondents_median,
                                    Measured(who.invited_known), who.response_rate})
        put(count, 0);
    }
}

/// What the model and the organisations are called holds digits, too.
std::vector<std::string> names_of(const Made& made) {
  std::vector<std::string> names;
  const LanguageTag& tag = made.words.tag();
  for (const Node& node : made.inputs.model.nodes)
    for (const LocalText* text : {&node.name, &node.short_name, &node.in_text, &node.definite})
      for (const std::string& name : {text->in(tag), capitalised(text->in(tag)), uncapitalised(text->in(tag))})
        names.push_back(name);
  for (const Organisation& organisation : made.inputs.dataset.organisations) names.push_back(organisation.name);
  for (const NationalFigure& figure : made.figures) {
    for (const DataRow& row : figure.data.rows) names.push_back(row.name);
    for (const DataColumn& column : figure.data.columns) names.push_back(column.head);
  }
  std::erase_if(names, [](const std::string& name) { return numbers_written(name).empty(); });
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// The numbers of a text without the names in it.
std::vector<std::string> numbers_said(std::string text, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    for (std::size_t at; (at = text.find(name)) != std::string::npos;) text.replace(at, name.size(), "_");
  return numbers_written(text);
}

/// A change is said without its sign, too.
bool is_told(const std::string& number, const Numbers& told) {
  return told.count(number) > 0 || told.count("−" + number) > 0;
}

std::vector<std::string> said_by(const NationalFigure& figure) {
  std::vector<std::string> texts{figure.figure.title, figure.figure.subtitle, figure.figure.caption, figure.count,
                                 figure.finding};
  texts.insert(texts.end(), figure.sentences.begin(), figure.sentences.end());
  return texts;
}

std::string plain(const RichText& text) {
  std::string all;
  for (const TextSpan& span : text) all += span.text;
  return all;
}

/// The sentences, tiles and tables of a report; not the page numbers of its contents.
std::vector<std::string> told_in(const Report& report) {
  std::vector<std::string> texts;
  for (const Section& section : report.sections) {
    texts.push_back(section.message);
    each_block(section.blocks, [&](const Block& block) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) texts.push_back(plain(paragraph->text));
      if (const auto* list = std::get_if<List>(&block))
        for (const RichText& item : list->items) texts.push_back(plain(item));
      if (const auto* tiles = std::get_if<Tiles>(&block))
        for (const Tile& tile : tiles->tiles) texts.insert(texts.end(), {tile.number, tile.note, tile.label});
      if (const auto* table = std::get_if<Table>(&block))
        for (const TableRow& row : table->rows) texts.insert(texts.end(), row.cells.begin(), row.cells.end());
    });
  }
  return texts;
}

}  // namespace

TEST_CASE("Every number that a figure says in words may be read from tables", "[report][national]") {
  Faults faults;
  each_publication([&](const Made& made) {
    Numbers open = open_numbers(made);
    add_national(open, made);
    const std::vector<std::string> names = names_of(made);
    for (const NationalFigure& figure : made.figures) {
      Numbers told = numbers_of(figure.data, made.words);
      told.insert(open.begin(), open.end());
      add_parts(told, figure, made.inputs.model);
      for (const std::string& text : said_by(figure))
        for (const std::string& number : numbers_said(text, names))
          if (!is_told(number, told)) faults.add(figure.chosen_as + " says " + number, text + " | " + made.place);
    }
  });
  faults.check();
}

TEST_CASE("Every number in the text of a status report may be read from tables", "[report][national]") {
  Faults faults;
  each_publication([&](const Made& made) {
    Numbers told = open_numbers(made);
    add_national(told, made);
    for (const NationalFigure& figure : made.figures) {
      told.merge(numbers_of(figure.data, made.words));
      add_parts(told, figure, made.inputs.model);
    }
    const std::vector<std::string> names = names_of(made);
    for (const std::string& text : told_in(build_status_report(made.inputs, made.figures, made.words)))
      for (const std::string& number : numbers_said(text, names))
        if (!is_told(number, told)) faults.add("says " + number, text + " | " + made.place);
  });
  faults.check();
}

TEST_CASE("A status report has no number of respondents where it is withheld", "[report][national]") {
  Faults faults;
  int untold = 0;
  each_publication([&](const Made& made) {
    if (made.figures.empty()) return;
    const std::string type = main_type(made.inputs);
    const Measured people = made.inputs.statistics.participation(type, made.inputs.survey.year).told_respondents();
    untold += people.withheld();
    const Report report = build_status_report(made.inputs, made.figures, made.words);
    for (const Section& section : report.sections)
      each_block(section.blocks, [&](const Block& block) {
        if (const auto* tiles = std::get_if<Tiles>(&block))
          if (tiles->tiles.back().number != made.words.number(people, 0))
            faults.add("says " + tiles->tiles.back().number + " respondents", made.place);
      });
    for (const std::string& text : told_in(report))
      if (people.withheld() &&
          (text.find(" 0 person") != std::string::npos || text.find(" 0 people") != std::string::npos))
        faults.add("says that nobody answered", text + " | " + made.place);
  });
  faults.check();
  CHECK(untold > 0);
}

TEST_CASE("Who measured is the same in the figure, the report and the workbook", "[report][national]") {
  Faults faults;
  each_publication([&](const Made& made) {
    const Dataset& data = made.inputs.dataset;
    const int year = made.inputs.survey.year;
    Survey named = made.inputs.survey;
    named.disclosure.members_agreement = "all agreed";
    const NationInputs inputs{made.inputs.model,  named,  data, made.inputs.statistics, made.inputs.figures,
                              made.inputs.status, nullptr};
    const std::string told = dump(build_status_report(inputs, made.figures, made.words));
    std::set<std::string> rows;
    for (const Sheet& sheet : build_workbook(inputs, made.figures, made.words).sheets)
      if (sheet.name == made.words.say("workbook.organisations_name"))
        for (const DataRow& row : sheet.data.rows) rows.insert(row.id);
    std::map<std::string, int> measured;
    for (OrganisationIndex o = 0; o < static_cast<int>(data.organisations.size()); ++o) {
      const Organisation& organisation = data.organisations[static_cast<std::size_t>(o)];
      const bool took_part = data.find(o, year) != nullptr;
      measured[organisation.type] += took_part;
      if (rows.count(organisation.code) != (took_part ? 1 : 0)) faults.add("another list of organisations", made.place);
      if (took_part && told.find(organisation.name) == std::string::npos)
        faults.add("nobody is told of " + organisation.name, made.place);
    }
    for (const NationalFigure& figure : made.figures)
      for (const auto& [type, count] : measured)
        if (figure.name == "participation-" + type &&
            (figure.data.rows.back().cells.front() != Datum(Measured(count)) ||
             numbers_written(figure.count) != std::vector{made.words.whole(count)}))
          faults.add("another number of " + type, figure.count + " | " + made.place);
  });
  faults.check();
}
