#include "report/gallery_card.h"

#include <fmt/format.h>

#include "base/rounding.h"
#include "report/response_words.h"

namespace mognad {
namespace {

constexpr int kPrintedDecimals = 1;

std::optional<double> printed(const Measured& value) {
  if (!value) return std::nullopt;
  return round_half_away(value.number(), kPrintedDecimals);
}

GalleryChoice county_of(const ReportFacts& f) {
  const Dataset& data = f.inputs.dataset;
  for (std::size_t i = 0; i < data.property_names.size(); ++i) {
    const int codes = data.property(data.property_names[i] + "_code");
    if (codes < 0) continue;
    return {data.value(f.organisation, codes), data.value(f.organisation, static_cast<int>(i))};
  }
  return {};
}

GalleryChoice quadrant_of(const ReportFacts& f) {
  const Quadrant* quadrant = f.quadrant();
  if (!quadrant) return {};
  return {quadrant->id,
          f.words.say("gallery_facts.quadrant", {{"type", quadrant->id}, {"name", f.text(quadrant->name)}})};
}

class FactLines {
 public:
  explicit FactLines(const ReportFacts& f) : f_(f) {}

  void add(const char* key, std::string value) {
    if (!value.empty()) lines_.push_back({f_.words.say(key), std::move(value)});
  }

  void add_answers(const Measurement& m) {
    add("measurement.respondents", respondents_words(f_, m.respondents));
    if (m.respondents < f_.survey.disclosure.minimum_respondents) return;
    add("measurement.invited", m.invited ? f_.words.whole(*m.invited) : f_.words.say("measurement.unknown"));
    add("measurement.rate", rate_words(f_, m));
  }

  /// Those that are known of; which of them are shown is for the report. Where too few answered, the number of their
  /// units would tell how many they are at least.
  void add_units() {
    const std::size_t units = f_.statistics.units(f_.organisation, f_.year).size();
    if (units > 0) add("gallery_facts.units", f_.words.whole(static_cast<long long>(units)));
  }

  void add_years() {
    std::string years;
    for (const int year : f_.years) years += (years.empty() ? "" : ", ") + std::to_string(year);
    add("measurement.years", years);
  }

  void add_survey() {
    const Date& date = f_.survey.report_date;
    add("gallery_facts.survey",
        f_.words.say("gallery_facts.survey_value", {{"survey", f_.text(f_.survey.name)},
                                                    {"year", std::to_string(f_.year)},
                                                    {"edition", std::to_string(f_.survey.edition)}}));
    add("gallery_facts.date", f_.words.date(date.year, date.month, date.day));
    add("measurement.model",
        f_.words.say("measurement.model_value", {{"name", f_.text(f_.model.name)}, {"version", f_.model.version}}));
  }

  void add_file(const FinishedReport& file) {
    const std::string kilobytes = f_.words.whole(static_cast<long long>((file.bytes + 500) / 1000));
    add("gallery_facts.program", file.program);
    add("gallery_facts.language", file.language);
    add("gallery_facts.file",
        f_.words.say("gallery_facts.file_value", {{"pages", file.pages}, {"kilobytes", kilobytes}}));
    add("gallery_facts.file_hash", file.sha256);
    add("gallery_facts.inputs_hash", file.inputs_sha256);
    add("gallery_facts.content_hash", file.content_sha256);
  }

  std::vector<GalleryFact> take() { return std::move(lines_); }

 private:
  const ReportFacts& f_;
  std::vector<GalleryFact> lines_;
};

}  // namespace

Gallery gallery_head(const ReportInputs& inputs, const Words& words) {
  const Survey& survey = inputs.survey;
  Gallery gallery;
  gallery.title = words.say("gallery_facts.title",
                            {{"survey", survey.name.in(words.tag())}, {"year", std::to_string(survey.year)}});
  gallery.language = words.language().document_tag;
  gallery.survey = fmt::format("{}-{}", survey.id, survey.year);
  gallery.example = survey.simulated;
  gallery.cuts = {inputs.model.matrix.x.cut, inputs.model.matrix.y.cut};
  return gallery;
}

GalleryCard gallery_card(const ReportFacts& f) {
  const Organisation& o = f.self();
  GalleryCard card;
  card.organisation = o.code;
  card.name = o.formal_name;
  card.type = {o.type, capitalised(f.text(f.survey.types.at(o.type).one))};
  card.county = county_of(f);
  card.quadrant = quadrant_of(f);
  card.result = printed(f.value(kTotal));
  if (!f.changes.empty()) card.change = printed(f.change(kTotal).points);
  const auto x = printed(f.value(f.model.matrix.x.node)), y = printed(f.value(f.model.matrix.y.node));
  if (x && y) card.position = {*x, *y};
  return card;
}

std::vector<GalleryFact> made_from(const ReportFacts& f, const FinishedReport* finished) {
  FactLines lines(f);
  if (const Measurement* m = f.measurement(f.year)) lines.add_answers(*m);
  if (f.has_results) lines.add_units();
  lines.add_years();
  lines.add_survey();
  if (finished) lines.add_file(*finished);
  return lines.take();
}

}  // namespace mognad
