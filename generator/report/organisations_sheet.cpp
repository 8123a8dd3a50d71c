#include <algorithm>

#include "report/data_sheets.h"
#include "report/nation_facts.h"

namespace mognad {
namespace {

/// The type as a table calls it: "Kommun".
std::string type_name(const Survey& survey, const std::string& type, const Words& words) {
  const auto called = survey.types.find(type);
  return called == survey.types.end() ? type : capitalised(called->second.one.in(words.tag()));
}

/// Whole numbers without a leading zero: "2081" may be summed up, the code "0180" may not.
bool counts(const Dataset& dataset, int property) {
  const auto whole = [](const std::string& text) {
    constexpr std::size_t kMostDigits = 12;
    return text.empty() || (text.size() <= kMostDigits && (text == "0" || text.front() != '0') &&
                            std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  };
  const int all = static_cast<int>(dataset.organisations.size());
  bool any = false;
  for (OrganisationIndex o = 0; o < all; ++o) {
    const std::string& text = dataset.value(o, property);
    if (!whole(text)) return false;
    any = any || !text.empty();
  }
  return any;
}

/// Numbers that are all of the last hundred years or the next are years, which have no separator of thousands.
bool years(const Dataset& dataset, int property) {
  constexpr double kFirst = 1900, kLast = 2100;
  const int all = static_cast<int>(dataset.organisations.size());
  for (OrganisationIndex o = 0; o < all; ++o)
    if (const auto number = dataset.number(o, property); number && (*number < kFirst || *number > kLast)) return false;
  return true;
}

DataColumn::Kind kind_of(const Dataset& dataset, int property) {
  if (!counts(dataset, property)) return DataColumn::Kind::text;
  return years(dataset, property) ? DataColumn::Kind::year : DataColumn::Kind::count;
}

Datum property_cell(const Dataset& dataset, OrganisationIndex organisation, int property, DataColumn::Kind kind) {
  if (kind == DataColumn::Kind::text) return dataset.value(organisation, property);
  const auto number = dataset.number(organisation, property);
  return number ? Measured(*number) : Measured(Missing::no_answer);
}

class OrganisationRows {
 public:
  OrganisationRows(const NationInputs& inputs, const Words& words)
      : inputs_(inputs),
        words_(words),
        values_(inputs.survey.disclosure.results_agreement.empty() ? std::vector<NodeIndex>{}
                                                                   : inputs.model.down_to(Level::capability)) {}

  FigureData run() {
    data_.row_head = words_.say("workbook.organisation");
    add_columns();
    const int all = static_cast<int>(inputs_.dataset.organisations.size());
    for (OrganisationIndex o = 0; o < all; ++o)
      if (inputs_.dataset.find(o, inputs_.survey.year)) add_row(o);
    return std::move(data_);
  }

 private:
  void add_columns() {
    data_.columns.push_back({"type", words_.say("workbook.type"), DataColumn::Kind::text});
    const auto& names = inputs_.dataset.property_names;
    for (int p = 0; p < static_cast<int>(names.size()); ++p) {
      const std::string& name = names[static_cast<std::size_t>(p)];
      data_.columns.push_back({name, name, kind_of(inputs_.dataset, p)});
    }
    for (const NodeIndex node : values_) {
      const Node& n = inputs_.model.node(node);
      data_.columns.push_back({n.id, n.name.in(words_.tag()), DataColumn::Kind::index});
    }
  }

  void add_row(OrganisationIndex o) {
    const Organisation& organisation = inputs_.dataset.organisations[static_cast<std::size_t>(o)];
    DataRow row{organisation.code, organisation.name, {type_name(inputs_.survey, organisation.type, words_)}};
    for (std::size_t p = 0; p < inputs_.dataset.property_names.size(); ++p)
      row.cells.push_back(property_cell(inputs_.dataset, o, static_cast<int>(p), data_.columns[p + 1].kind));
    for (const NodeIndex node : values_)
      row.cells.emplace_back(inputs_.statistics.published(o, inputs_.survey.year, node));
    data_.rows.push_back(std::move(row));
  }

  const NationInputs& inputs_;
  const Words& words_;
  std::vector<NodeIndex> values_;  // none unless all results are published
  FigureData data_;
};

DataRow participation_row(const NationInputs& inputs, OrganisationIndex o, const std::vector<int>& years,
                          const Words& words) {
  const Organisation& organisation = inputs.dataset.organisations[static_cast<std::size_t>(o)];
  DataRow row{organisation.code, organisation.name, {type_name(inputs.survey, organisation.type, words)}};
  for (const int year : years) {
    if (inputs.dataset.find(o, year)) row.cells.emplace_back(words.say("workbook.yes"));
    else row.cells.emplace_back(Measured(Missing::no_answer));
  }
  return row;
}

}  // namespace

Sheet organisations_sheet(const NationInputs& inputs, const Words& words) {
  Sheet sheet{words.say("workbook.organisations_name"),
              words.say("workbook.organisations_title", {{"year", std::to_string(inputs.survey.year)}}),
              {},
              OrganisationRows(inputs, words).run()};
  sheet.notes.push_back(
      words.say("workbook.names_agreed", {{"agreement", inputs.survey.disclosure.members_agreement}}));
  const std::string& published = inputs.survey.disclosure.results_agreement;
  if (published.empty()) sheet.notes.push_back(words.say("workbook.results_not_published"));
  else sheet.notes.push_back(words.say("workbook.results_agreed", {{"agreement", published}}));
  return sheet;
}

Sheet participants_sheet(const NationInputs& inputs, const Words& words) {
  Sheet sheet{words.say("workbook.participants_name"), words.say("workbook.participants_title"), {}, {}};
  sheet.notes.push_back(
      words.say("workbook.names_agreed", {{"agreement", inputs.survey.disclosure.members_agreement}}));
  sheet.data.row_head = words.say("workbook.organisation");
  sheet.data.columns.push_back({"type", words.say("workbook.type"), DataColumn::Kind::text});
  std::vector<int> years;
  for (const int year : inputs.dataset.years)
    if (year <= inputs.survey.year) years.push_back(year);
  for (const int year : years)
    sheet.data.columns.push_back({std::to_string(year), std::to_string(year), DataColumn::Kind::text});
  std::vector<OrganisationIndex> order;
  for (OrganisationIndex o = 0; o < static_cast<int>(inputs.dataset.organisations.size()); ++o)
    if (std::any_of(years.begin(), years.end(), [&](int year) { return inputs.dataset.find(o, year) != nullptr; }))
      order.push_back(o);
  const auto& organisations = inputs.dataset.organisations;
  std::stable_sort(order.begin(), order.end(), [&](OrganisationIndex a, OrganisationIndex b) {
    return organisations[static_cast<std::size_t>(a)].type < organisations[static_cast<std::size_t>(b)].type;
  });
  for (const OrganisationIndex o : order) sheet.data.rows.push_back(participation_row(inputs, o, years, words));
  return sheet;
}

}  // namespace mognad
