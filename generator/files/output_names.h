// Where everything goes: the names of all written files, in one place.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// Lower-case ASCII for a file name: å ä ö é ü and their like lose their marks, everything else that is not a letter or
/// a digit becomes one hyphen. "Upplands Väsby kommun" → "upplands-vasby-kommun".
std::string slug(std::string_view utf8);

/// `<folder>/reports/<code>-<slug>.<language>.pdf`
std::string report_name(std::string_view code, std::string_view name, std::string_view language);

/// `figures/<code>-<slug>.<language>/<NN>-<section>.<ending>`, NN a number in two digits
std::string figure_name(std::string_view code, std::string_view name, std::string_view language, int number,
                        std::string_view section, std::string_view ending);

/// `groups/<slug>-<type>.<language>.pdf`
std::string group_report_name(std::string_view type, std::string_view name, std::string_view language);

inline constexpr std::string_view kJournalName = "manifest.journal";
inline constexpr std::string_view kManifestName = "manifest.json";

/// Joins a folder and a name; an absolute name stays as it is.
std::string join_path(std::string_view folder, std::string_view name);

/// The folder part of a path, "" when there is none.
std::string folder_of(std::string_view path);

}  // namespace mognad
