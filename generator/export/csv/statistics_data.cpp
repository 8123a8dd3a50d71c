#include "export/csv/statistics_data.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json_text.h"
#include "export/csv/csv_text.h"
#include "export/csv/printed_value.h"

namespace mognad {
namespace {

/// The shortest decimal text that reads back as the same number.
std::string exact(const Measured& value) { return value ? fmt::format("{}", value.number()) : std::string(); }

constexpr const char* kSimulated = "simulated data";

/// The fields in the order of kStatisticsColumns; the last of the texts is the item.
std::array<std::string, kStatisticsColumns.size()> fields_of(const StatisticsRow& row) {
  return {row.kind,         row.type,         row.organisation, row.unit,           row.group,
          row.group_value,  row.node,         row.item,         whole(row.year, 0), whole(row.from_year, 0),
          whole(row.n, -1), exact(row.value), exact(row.lower), exact(row.upper),   state_of(row.value)};
}

constexpr std::size_t kFirstNumberColumn = 8, kLastNumberColumn = 13;  // columns whose fields are numbers in JSON

}  // namespace

StatisticsText::StatisticsText(Format format, const Survey& survey) : format_(format) {
  if (format == Format::json) {
    text_ =
        fmt::format("{{\n\"survey\": {},\n\"year\": {},\n\"simulated\": {},\n\"columns\": [\"{}\"],\n\"values\": [\n",
                    json_string(survey.id), survey.year, survey.simulated, fmt::join(kStatisticsColumns, "\", \""));
    return;
  }
  if (survey.simulated) text_ = fmt::format("# {}\n", kSimulated);
  text_ += fmt::format("{}\n", fmt::join(kStatisticsColumns, ","));
}

void StatisticsText::add(const StatisticsRow& row) {
  const auto f = fields_of(row);
  if (format_ == Format::csv) {
    append_record(text_,
                  {f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13], f[14]});
    return;
  }
  text_ += first_ ? "[" : ",\n[";
  first_ = false;
  for (std::size_t i = 0; i < f.size(); ++i) {
    const bool number = i >= kFirstNumberColumn && i <= kLastNumberColumn;
    if (i > 0) text_ += ',';
    text_ += f[i].empty() ? "null" : number ? f[i] : json_string(f[i]);
  }
  text_ += ']';
}

std::string StatisticsText::finish() {
  if (format_ == Format::json) text_ += first_ ? "]\n}\n" : "\n]\n}\n";
  return std::move(text_);
}

}  // namespace mognad
