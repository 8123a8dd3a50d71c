#include "verification/identity_data.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "verification/csv_records.h"

namespace mognad::verification {
namespace {

using nlohmann::json;

const Object* stream_of(const Document& document, const Value& value, std::string_view name) {
  const Dictionary* specification = document.resolve(value).dictionary();
  if (!specification) return nullptr;
  const String* file_name = document.get(*specification, "UF").string();
  if (!file_name) file_name = document.get(*specification, "F").string();
  if (!file_name || text_of(*file_name) != name) return nullptr;
  const Dictionary* files = document.get(*specification, "EF").dictionary();
  return files ? document.stream((*files)["F"]) : nullptr;
}

/// Walks a name tree, whose nodes a damaged file may share, within a budget.
bool tree_holds(const Document& document, const Dictionary& node, const Object* wanted, std::string_view name,
                int depth, int& budget) {
  if (depth > 50 || --budget < 0) return false;
  const Array* names = document.get(node, "Names").array();
  for (std::size_t i = 1; names && i < names->size() && --budget > 0; i += 2)
    if (stream_of(document, (*names)[i], name) == wanted) return true;
  const Array* kids = document.get(node, "Kids").array();
  for (std::size_t i = 0; kids && i < kids->size() && budget > 0; ++i)
    if (const Dictionary* kid = document.resolve((*kids)[i]).dictionary();
        kid && tree_holds(document, *kid, wanted, name, depth + 1, budget))
      return true;
  return false;
}

/// Reads the JSON event by event: the metadata stand in the outermost object, the columns in a list there, the values
/// in a list of lists.
class DataReader : public nlohmann::json_sax<json> {
 public:
  DataReader(ReadData& data, std::string_view csv) : data_(data), csv_(csv) { columns_ = csv_.next(); }

  bool null() override { return scalar(""); }
  bool boolean(bool value) override { return scalar(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return scalar(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return scalar(written); }
  bool string(string_t& value) override { return scalar(value); }
  bool binary(binary_t&) override { return false; }
  bool key(string_t& name) override {
    if (depth_ == 1) key_ = name;
    (data_.other_text += name) += "\n|\n";
    return true;
  }
  bool start_object(std::size_t) override {
    // An object among the values is none of ours.
    if (depth_ > 0 && key_ == "values") differ("an object among the values");
    return ++depth_ <= kDeepest;
  }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override {
    if (depth_ == 0) return false;
    ++depth_;
    if (depth_ == 2 && (key_ == "columns" || key_ == "values") && !lists_.insert(key_).second) return false;
    if (depth_ == 3 && key_ == "values") begin_row();
    if (depth_ > 3 && key_ == "values") differ("a list in a value");
    return depth_ <= kDeepest;
  }
  bool end_array() override {
    if (depth_ == 2 && key_ == "columns") end_list("columns", columns_);
    if (depth_ == 3 && key_ == "values") end_list(fmt::format("row {}", rows_), record_);
    if (depth_ == 2 && key_ == "values" && !csv_.at_end()) differ(fmt::format("{} rows; data.csv has more", rows_));
    --depth_;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  bool has_both_lists() const { return lists_.size() == 2; }

 private:
  static constexpr int kDeepest = 8;

  void differ(std::string how) {
    if (data_.difference.empty()) data_.difference = std::move(how);
  }

  void begin_row() {
    ++rows_;
    cell_ = 0;
    if (csv_.at_end()) differ(fmt::format("row {} is not in data.csv", rows_));
    record_ = csv_.next();
  }

  void end_list(const std::string& which, const std::vector<std::string>& wanted) {
    if (cell_ != wanted.size()) differ(fmt::format("{}: {} fields, not {}", which, cell_, wanted.size()));
    cell_ = 0;
  }

  bool scalar(std::string_view value) {
    if (depth_ == 0) return false;
    if (depth_ == 1) data_.metadata.insert_or_assign(key_, std::string(value));
    if (depth_ == 2 && key_ == "columns") cell("columns", columns_, value);
    if (depth_ == 2 && key_ == "values") differ("a value that stands in no row");
    if (depth_ == 3 && key_ == "values") cell("row", record_, value);
    else (data_.other_text += value) += "\n|\n";
    return true;
  }

  void cell(std::string_view which, const std::vector<std::string>& wanted, std::string_view value) {
    const std::size_t at = cell_++;
    if (at < wanted.size() && is_same(wanted[at], value)) return;
    differ(fmt::format("{} {}, field {}: \"{}\", in data.csv \"{}\"", which, rows_, at + 1, value,
                       at < wanted.size() ? wanted[at] : ""));
  }

  /// In CSV a text that a spreadsheet would compute has an apostrophe before it.
  static bool is_same(std::string_view field, std::string_view value) {
    return field == value ||
           (field.size() == value.size() + 1 && !value.empty() && field.front() == '\'' &&
            std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos && field.substr(1) == value);
  }

  ReadData& data_;
  CsvRecords csv_;
  std::vector<std::string> columns_, record_;
  std::string key_;              // of the outermost object
  std::set<std::string> lists_;  // that were there
  int depth_ = 0;
  int rows_ = 0;
  std::size_t cell_ = 0;
};

}  // namespace

AttachedFile attached_file(const Document& document, std::string_view name) {
  AttachedFile file;
  const Array* associated = document.get(document.catalog, "AF").array();
  for (std::size_t i = 0; associated && i < associated->size(); ++i) {
    const Object* stream = stream_of(document, (*associated)[i], name);
    if (stream && file.stream) file.fault = "twice in AF of the catalogue";
    if (stream && !file.stream) file.stream = stream;
  }
  if (!file.stream) file.fault = "not in AF of the catalogue";
  if (!file.fault.empty()) return file;
  const Dictionary* names = document.get(document.catalog, "Names").dictionary();
  const Dictionary* root = names ? document.get(*names, "EmbeddedFiles").dictionary() : nullptr;
  int budget = 10000;
  if (!root || !tree_holds(document, *root, file.stream, name, 0, budget)) file.fault = "not in EmbeddedFiles";
  return file;
}

ReadData read_data(std::string_view text, std::string_view csv) {
  ReadData data;
  DataReader reader(data, csv);
  if (!json::sax_parse(text, &reader)) data.fault = "no JSON of the form that the program writes";
  else if (!reader.has_both_lists()) data.difference = "no list of columns and of values";
  return data;
}

}  // namespace mognad::verification
