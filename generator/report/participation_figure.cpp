#include <algorithm>

#include "report/figure_builders.h"
#include "report/row_findings.h"

namespace mognad {
namespace {

/// Who measured in each year, up to the survey's.
class ParticipationOverYears {
 public:
  explicit ParticipationOverYears(const NationFacts& f) : f_(f) {
    for (const int year : f.years) years_.push_back({year, f.statistics.participation(f.type, year)});
  }

  bool empty() const { return years_.empty() || now().organisations == 0; }

  YearColumnsData chart() const {
    YearColumnsData chart;
    ColumnPanel organisations{capitalised(f_.peers_many), {}},
        respondents{f_.words.say("nation_people.respondents"), {}}, rate{f_.words.say("nation_people.rate"), {}};
    for (const auto& [year, who] : years_) {
      organisations.columns.push_back({year, Measured(who.organisations), f_.words.whole(who.organisations)});
      const Measured people = who.told_respondents();
      respondents.columns.push_back({year, people, people ? f_.words.whole(who.respondents) : f_.number(people, 0)});
      const std::string percent = f_.number(who.response_rate, 0);
      rate.columns.push_back({year, who.response_rate,
                              who.response_rate ? f_.words.say("common.percent", {{"value", percent}}) : percent});
    }
    chart.panels = {std::move(organisations), std::move(respondents)};
    if (rate_known()) chart.panels.push_back(std::move(rate));
    return chart;
  }

  FigureData data() const {
    FigureData data{f_.words.say("tables.year"),
                    {{"organisations", capitalised(f_.peers_many), DataColumn::Kind::count},
                     {"respondents", f_.words.say("nation_people.respondents"), DataColumn::Kind::count},
                     {"respondents_median", f_.words.say("nation_people.median"), DataColumn::Kind::count},
                     {"invited_known", f_.words.say("nation_people.invited_known"), DataColumn::Kind::count},
                     {"response_rate", f_.words.say("nation_people.rate_head"), DataColumn::Kind::share}},
                    {}};
    for (const auto& [year, who] : years_)
      data.rows.push_back({std::to_string(year),
                           std::to_string(year),
                           {Measured(who.organisations), who.told_respondents(), who.respondents_median,
                            Measured(who.invited_known), who.response_rate},
                           false});
    return data;
  }

  std::string title() const {
    const std::string count = f_.count_of(now().organisations), year = std::to_string(f_.year);
    if (!before()) return f_.words.say("nation_people.title", {{"count", count}, {"year", year}});
    const std::string earlier = f_.words.whole(before()->organisations), from = std::to_string(*f_.earlier_year);
    return f_.words.say("nation_people.title_before",
                        {{"count", count}, {"year", year}, {"earlier", earlier}, {"from", from}});
  }

  std::string finding() const {
    const std::string year = std::to_string(f_.year);
    if (!before())
      return f_.words.say("nation_people.finding_first", {{"count", f_.count_of(now().organisations)}, {"year", year}});
    const int more = now().organisations - before()->organisations;
    const char* key = more > 0   ? "nation_people.finding_more"
                      : more < 0 ? "nation_people.finding_fewer"
                                 : "nation_people.finding_as_many";
    const std::string from = std::to_string(*f_.earlier_year);
    return f_.words.say(key, {{"peers", f_.peers_many}, {"year", year}, {"from", from}});
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> sentences;
    sentences.push_back(respondents_sentence());
    if (now().respondents_median)
      sentences.push_back(
          f_.words.say("nation_people.median_is",
                       {{"peers", f_.peers_definite}, {"median", f_.number(now().respondents_median, 0)}}));
    sentences.push_back(rate_sentence());
    if (before()) sentences.push_back(f_.words.say("nation_people.caution", {{"peers", f_.peers_many}}));
    return sentences;
  }

  std::string count() const { return f_.count_of(now().organisations); }

  std::string caption() const {
    if (!rate_known()) return {};
    std::string text = f_.words.say("nation_people.caption", {{"peers", f_.peers_many}});
    if (std::any_of(years_.begin(), years_.end(), [](const auto& y) { return !y.second.response_rate; }))
      text += " " + f_.words.say("nation_people.rate_missing");
    return text;
  }

 private:
  const Participation& now() const { return years_.back().second; }
  /// The year before, where anyone measured.
  const Participation* before() const {
    if (!f_.earlier_year || years_.size() < 2) return nullptr;
    const Participation& earlier = years_[years_.size() - 2].second;
    return earlier.organisations > 0 ? &earlier : nullptr;
  }
  bool rate_known() const {
    return std::any_of(years_.begin(), years_.end(), [](const auto& y) { return y.second.response_rate.known(); });
  }

  std::string respondents_sentence() const {
    const std::string count = f_.words.whole(now().respondents), year = std::to_string(f_.year);
    if (!now().told_respondents())
      return f_.words.say("nation_people.respondents_withheld", {{"year", year}, {"peers", f_.peers_many}});
    if (!before() || !before()->told_respondents())
      return f_.words.say("nation_people.respondents_now",
                          {{"number", now().respondents}, {"count", count}, {"year", year}});
    const std::string from = std::to_string(*f_.earlier_year), earlier = f_.words.whole(before()->respondents);
    return f_.words.say(
        "nation_people.respondents_before",
        {{"number", now().respondents}, {"count", count}, {"year", year}, {"from", from}, {"earlier", earlier}});
  }

  std::string rate_sentence() const {
    const Measured& answered = now().response_rate;
    if (!answered)
      return f_.words.say(answered.withheld() ? "nation_people.rate_withheld" : "nation_people.rate_unknown",
                          {{"year", std::to_string(f_.year)}, {"peers", f_.peers_many}});
    const std::string rate = f_.number(answered, 0);
    return f_.words.say("nation_people.rate_is", {{"rate", rate}, {"count", f_.count_of(now().invited_known)}});
  }

  const NationFacts& f_;
  std::vector<std::pair<int, Participation>> years_;
};

}  // namespace

NationalFigures participation_figure(const NationFacts& f, const FigureChoice& choice) {
  const ParticipationOverYears participation(f);
  if (participation.empty()) return {};
  NationalFigure figure = begin_figure(f, choice);
  figure.source = f.source_years();
  figure.count = participation.count();
  const std::string from = std::to_string(f.years.front()), to = std::to_string(f.year);
  figure.figure.subtitle =
      f.years.size() < 2 ? f.words.say("nation_people.subtitle_one", {{"peers", f.peers_many}, {"year", to}})
                         : f.words.say("nation_people.subtitle", {{"peers", f.peers_many}, {"from", from}, {"to", to}});
  figure.finding = participation.finding();
  figure.sentences = participation.sentences();
  figure.data = participation.data();
  complete_figure(figure, f, participation.chart(), participation.title(), participation.caption());
  return {std::move(figure)};
}

}  // namespace mognad
