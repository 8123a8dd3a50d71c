// The operators of content streams (ISO 32000-1, annex A): a number for each, made of its letters, how many
// operands it takes, and where it may stand.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace mognad::verification {

/// The letters of an operator as a number; 0 for what is longer than any.
constexpr std::uint32_t operator_code(std::string_view name) {
  if (name.size() > 3) return 0;
  std::uint32_t code = 0;
  for (const char c : name) code = code << 8 | static_cast<std::uint8_t>(c);
  return code;
}

/// Where an operator may stand (ISO 32000-1, 8.2, figure 9).
enum class OperatorPlace : std::uint8_t {
  page_or_text,  // states, colours, marks
  page,          // what changes the coordinates, and what begins or paints an object: q, cm, Do, BT
  text,          // what places and shows text
  path_begin,    // m, re: on the page or in a path
  path,          // what continues a path
  clip,          // W: in a path, right before it is painted
  path_end,      // what paints a path
};

struct ContentOperator {
  std::uint32_t code = 0;
  int operands = 0;  // −1: any number
  OperatorPlace place = OperatorPlace::page_or_text;
};

constexpr OperatorPlace place_of_operator(std::string_view name) {
  const auto among = [&](std::initializer_list<std::string_view> names) {
    for (const std::string_view one : names)
      if (one == name) return true;
    return false;
  };
  if (among({"q", "Q", "cm", "Do", "sh", "BI", "ID", "EI", "BT"})) return OperatorPlace::page;
  if (among({"ET", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\""})) return OperatorPlace::text;
  if (among({"m", "re"})) return OperatorPlace::path_begin;
  if (among({"l", "c", "v", "y", "h"})) return OperatorPlace::path;
  if (among({"W", "W*"})) return OperatorPlace::clip;
  if (among({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"})) return OperatorPlace::path_end;
  return OperatorPlace::page_or_text;
}

constexpr ContentOperator made_operator(std::string_view name, int operands) {
  return {operator_code(name), operands, place_of_operator(name)};
}

inline constexpr std::array kContentOperators{
    // Graphics state.
    made_operator("q", 0), made_operator("Q", 0), made_operator("cm", 6), made_operator("w", 1), made_operator("J", 1),
    made_operator("j", 1), made_operator("M", 1), made_operator("d", 2), made_operator("ri", 1), made_operator("i", 1),
    made_operator("gs", 1),
    // Paths.
    made_operator("m", 2), made_operator("l", 2), made_operator("c", 6), made_operator("v", 4), made_operator("y", 4),
    made_operator("h", 0), made_operator("re", 4), made_operator("S", 0), made_operator("s", 0), made_operator("f", 0),
    made_operator("F", 0), made_operator("f*", 0), made_operator("B", 0), made_operator("B*", 0), made_operator("b", 0),
    made_operator("b*", 0), made_operator("n", 0), made_operator("W", 0), made_operator("W*", 0),
    // Text.
    made_operator("BT", 0), made_operator("ET", 0), made_operator("Tc", 1), made_operator("Tw", 1),
    made_operator("Tz", 1), made_operator("TL", 1), made_operator("Tf", 2), made_operator("Tr", 1),
    made_operator("Ts", 1), made_operator("Td", 2), made_operator("TD", 2), made_operator("Tm", 6),
    made_operator("T*", 0), made_operator("Tj", 1), made_operator("TJ", 1), made_operator("'", 1),
    made_operator("\"", 3), made_operator("d0", 2), made_operator("d1", 6),
    // Colour; SC and SCN take what their space demands.
    made_operator("CS", 1), made_operator("cs", 1), made_operator("SC", -1), made_operator("SCN", -1),
    made_operator("sc", -1), made_operator("scn", -1), made_operator("G", 1), made_operator("g", 1),
    made_operator("RG", 3), made_operator("rg", 3), made_operator("K", 4), made_operator("k", 4),
    made_operator("sh", 1),
    // Images, forms, marked content, compatibility.
    made_operator("BI", 0), made_operator("ID", -1), made_operator("EI", 0), made_operator("Do", 1),
    made_operator("MP", 1), made_operator("DP", 2), made_operator("BMC", 1), made_operator("BDC", 2),
    made_operator("EMC", 0), made_operator("BX", 0), made_operator("EX", 0)};

}  // namespace mognad::verification
