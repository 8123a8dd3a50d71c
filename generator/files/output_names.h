// Where everything goes: the names of all written files, in one place.
#pragma once

#include <string>
#include <string_view>

namespace mognad {

/// No name below is longer than this before its language and ending: file systems take 255 bytes, and paths add up.
inline constexpr std::size_t kLongestStem = 100;

/// Lower-case ASCII for a file name: å ä ö é ü and their like lose their marks, everything else that is not a letter or
/// a digit becomes one hyphen. "Upplands Väsby kommun" → "upplands-vasby-kommun". Never empty, "." or "..", without a
/// slash; a longer one is cut and gets a hash of the whole, so that two that begin alike stay two. Names that Windows
/// keeps for devices ("con", "lpt1") get an x in front.
std::string slug(std::string_view utf8);

/// `<folder>/reports/<code>-<slug>.<language>.pdf`
std::string report_name(std::string_view code, std::string_view name, std::string_view language);

/// `figures/<code>-<slug>.<language>/<NN>-<section>.<ending>`, NN a number in two digits
std::string figure_name(std::string_view code, std::string_view name, std::string_view language, int number,
                        std::string_view section, std::string_view ending);

/// `groups/<slug>-<type>.<language>.<ending>`
std::string group_report_name(std::string_view type, std::string_view name, std::string_view language,
                              std::string_view ending = "pdf");

/// `reports/<code>-<slug>.<language>.html`, the twin of the report for the web
std::string report_page_name(std::string_view code, std::string_view name, std::string_view language);

/// `figures/<name>.<language>.<ending>`; names come from figures.toml and stay the same from year to year.
std::string national_figure_name(std::string_view figure, std::string_view language, std::string_view ending);

/// `status-report.<language>.<ending>`
std::string status_report_name(std::string_view language, std::string_view ending);

/// `tables.xlsx` in the survey's first language, `tables.<language>.xlsx` in the others
std::string workbook_name(std::string_view language, std::string_view first_language);

/// `figures/changes.<language>.csv`
std::string changes_name(std::string_view language);

inline constexpr std::string_view kFiguresName = "figures.json";

/// Folders whose manifest names files from the folder above.
inline constexpr std::string_view kGroupsFolder = "groups";
inline constexpr std::string_view kFiguresFolder = "figures";

/// Messages, letters and what has become of them: the user's own files, which no manifest names.
inline constexpr std::string_view kMailFolder = "mail";

inline constexpr std::string_view kJournalName = "manifest.journal";
inline constexpr std::string_view kManifestName = "manifest.json";

/// Joins a folder and a name; an absolute name stays as it is.
std::string join_path(std::string_view folder, std::string_view name);

/// The folder part of a path, "" when there is none.
std::string folder_of(std::string_view path);

}  // namespace mognad
