#include "report/workbook.h"

#include <fmt/format.h>

#include "report/data_sheets.h"
#include "report/sheet_names.h"

namespace mognad {
namespace {

std::vector<std::string> without_empty(std::vector<std::string> lines) {
  std::erase(lines, "");
  return lines;
}

class WorkbookBuilder {
 public:
  WorkbookBuilder(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words)
      : inputs_(inputs), survey_(inputs.survey), figures_(figures), words_(words) {}

  Workbook run() {
    describe();
    add(contents_sheet(), "");
    for (const NationalFigure& figure : figures_) add(figure_sheet(figure), figure.count);
    add(nodes_sheet(inputs_, words_), "");
    if (may_name()) {
      add(organisations_sheet(inputs_, words_), "");
      add(participants_sheet(inputs_, words_), "");
    }
    return std::move(book_);
  }

 private:
  bool may_name() const { return !survey_.disclosure.members_agreement.empty(); }
  const std::string& text(const LocalText& local) const { return local.in(words_.tag()); }

  void describe() {
    const Date& date = survey_.report_date;
    book_.title =
        words_.say("workbook.title", {{"survey", text(survey_.name)}, {"year", std::to_string(survey_.year)}});
    book_.author = text(survey_.sender);
    book_.date = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    book_.language = words_.language().document_tag;
    book_.id_head = words_.say("workbook.id");
    if (survey_.simulated) book_.notice = words_.say("common.simulated");
  }

  /// Puts a sheet last, its notice first, and into the contents.
  void add(Sheet sheet, const std::string& count) {
    sheet.name = names_.take(sheet.name);
    if (!book_.notice.empty()) sheet.notes.insert(sheet.notes.begin(), book_.notice);
    if (!sheet.contents) book_.sheets.front().data.rows.push_back({sheet.name, sheet.name, {sheet.title, count}});
    book_.sheets.push_back(std::move(sheet));
  }

  Sheet contents_sheet() const {
    Sheet sheet{words_.say("workbook.contents_name"), book_.title, method_notes(), {}, true};
    sheet.data.row_head = words_.say("workbook.sheet");
    sheet.data.columns = {{"title", words_.say("workbook.shows"), DataColumn::Kind::text},
                          {"count", words_.say("workbook.rests_on"), DataColumn::Kind::text}};
    return sheet;
  }

  std::vector<std::string> method_notes() const {
    const Date& date = survey_.report_date;
    const DisclosurePolicy& policy = survey_.disclosure;
    std::vector<std::string> notes{
        fmt::format("{}, {}", book_.author, words_.date(date.year, date.month, date.day)),
        words_.say("workbook.model", {{"model", text(inputs_.model.name)}, {"version", inputs_.model.version}}),
        words_.say("workbook.scale"),
        words_.say("workbook.terms"),
        words_.say("workbook.few",
                   {{"others", policy.minimum_others + 1}, {"respondents", policy.minimum_respondents}}),
        words_.say("common.rounding"),
        words_.say("tables.symbols")};
    if (!survey_.national_weight.empty())
      notes.push_back(words_.say("workbook.weighted", {{"property", survey_.national_weight}}));
    if (!may_name()) notes.push_back(words_.say("workbook.nobody_named"));
    return notes;
  }

  Sheet figure_sheet(const NationalFigure& figure) const {
    const Figure& shown = figure.figure;
    return {figure.name, shown.title.empty() ? figure.name : shown.title,
            without_empty({shown.subtitle, figure.count, figure.source, words_.say("tables.symbols")}), figure.data};
  }

  const NationInputs& inputs_;
  const Survey& survey_;
  const std::vector<NationalFigure>& figures_;
  const Words& words_;
  Workbook book_;
  SheetNames names_;
};

}  // namespace

Workbook build_workbook(const NationInputs& inputs, const std::vector<NationalFigure>& figures, const Words& words) {
  return WorkbookBuilder(inputs, figures, words).run();
}

}  // namespace mognad
