// Every message that the program says exists in every language, every message that a language has is said, and the
// languages put the same things into it.
#include <unicode/messagepattern.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "files/memory_files.h"
#include "input/read_template.h"
#include "support/sample.h"

using namespace mognad;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

const std::map<std::string, std::map<std::string, std::string>>& patterns() {
  static const auto all = [] {
    std::map<std::string, std::map<std::string, std::string>> found;
    for (const auto& entry : fs::directory_iterator(fs::path(MOGNAD_ROOT) / "templates/languages")) {
      const std::string text = test::source_file("templates/languages/" + entry.path().filename().string());
      found[entry.path().stem().string()] = read_language("a.toml", MemoryFiles({{"a.toml", text}}))->patterns;
    }
    return found;
  }();
  return all;
}

const std::string& sources() {
  static const std::string all = [] {
    const fs::path root(MOGNAD_ROOT);
    std::string text;
    for (const auto& entry : fs::recursive_directory_iterator(root / "generator"))
      if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
        text += test::source_file(fs::relative(entry.path(), root).generic_string()) + "\n";
    return text;
  }();
  return all;
}

Names matches(const std::string& text, const std::string& expression) {
  const std::regex pattern(expression);
  Names found;
  for (std::sregex_iterator i(text.begin(), text.end(), pattern), end; i != end; ++i) found.insert((*i)[1]);
  return found;
}

Names sections() {
  Names found;
  for (const auto& [tag, keys] : patterns())
    for (const auto& [key, pattern] : keys) found.insert(key.substr(0, key.find('.')));
  return found;
}

/// Literals of the form "section.key" whose section some language has.
Names keys_used() {
  Names used;
  const Names known = sections();
  for (const std::string& key : matches(sources(), "\"([a-z_]+\\.[a-z_0-9]+)\""))
    if (known.count(key.substr(0, key.find('.')))) used.insert(key);
  return used;
}

/// The names of arguments: those that are put in, and those that only choose a form.
struct Arguments {
  Names put_in;
  Names choosing;
};

Arguments arguments_of(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), nullptr, status);
  REQUIRE(U_SUCCESS(status));
  Arguments found;
  for (int i = 0; i < parsed.countParts(); ++i) {
    if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_START) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i + 1)).toUTF8String(name);
    (parsed.getPart(i).getArgType() == UMSGPAT_ARG_TYPE_NONE ? found.put_in : found.choosing).insert(name);
  }
  return found;
}

/// The text between the parentheses of each call of say, without calls inside it.
std::vector<std::string> calls() {
  std::vector<std::string> found;
  const std::string& text = sources();
  for (std::size_t at = text.find("say("); at != std::string::npos; at = text.find("say(", at + 4)) {
    std::string call;
    int depth = 1, inner = 0;
    for (std::size_t i = at + 4; i < text.size() && depth > 0; ++i) {
      if (inner == 0 && text.compare(i, 4, "say(") == 0) inner = depth + 1, i += 3, ++depth;
      else if (text[i] == '(') ++depth;
      else if (text[i] == ')') {
        if (--depth < inner) inner = 0;
      } else if (inner == 0) call += text[i];
    }
    found.push_back(call);
  }
  return found;
}

Names without(const Names& all, const Names& taken) {
  Names rest;
  for (const std::string& name : all)
    if (!taken.count(name)) rest.insert(name);
  return rest;
}

}  // namespace

TEST_CASE("Every message that is said exists in every language", "[language]") {
  for (const auto& [tag, written] : patterns())
    for (const std::string& key : keys_used()) {
      INFO(tag << ": " << key);
      CHECK(written.count(key) == 1);
    }
}

TEST_CASE("Every message of a language is said somewhere", "[language]") {
  const Names used = keys_used();
  for (const auto& [tag, written] : patterns())
    for (const auto& [key, pattern] : written) {
      INFO(tag << ": " << key);
      CHECK(used.count(key) == 1);
    }
}

TEST_CASE("Every key that is written where it is said has a section that the languages have", "[language]") {
  const Names known = sections();
  for (const std::string& key : matches(sources(), "say\\(\"([^\"]*)\"")) {
    INFO(key);
    CHECK(known.count(key.substr(0, key.find('.'))) == 1);
  }
}

TEST_CASE("All languages put the same arguments into a message", "[language]") {
  const auto& swedish = patterns().at("sv");
  for (const auto& [tag, written] : patterns())
    for (const auto& [key, pattern] : written) {
      INFO(tag << ": " << key);
      if (!swedish.count(key)) continue;
      CHECK(arguments_of(pattern).put_in == arguments_of(swedish.at(key)).put_in);
    }
}

TEST_CASE("A message chooses its form by arguments that the same message has in Swedish", "[language]") {
  const auto& swedish = patterns().at("sv");
  for (const auto& [tag, written] : patterns())
    for (const auto& [key, pattern] : written) {
      INFO(tag << ": " << key);
      if (swedish.count(key))
        CHECK(without(arguments_of(pattern).choosing, arguments_of(swedish.at(key)).choosing).empty());
    }
}

TEST_CASE("Where a message is said it gets all of its arguments", "[language]") {
  for (const std::string& call : calls()) {
    const Names given = matches(call, "\\{\\s*\"([a-z_0-9]+)\",");
    for (const std::string& key : matches(call, "\"([a-z_]+\\.[a-z_0-9]+)\""))
      for (const auto& [tag, written] : patterns()) {
        if (!written.count(key)) continue;
        const Arguments needed = arguments_of(written.at(key));
        INFO(tag << ": " << key);
        CHECK(without(needed.put_in, given) == Names{});
        CHECK(without(needed.choosing, given) == Names{});
      }
  }
}
