// Finished files to damage: good ones, rendered once for a run of tests, and ways of breaking them one defect at a
// time. What the program's own checker finds in the result comes back as the ids of the rules.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <functional>
#include <set>
#include <string>

namespace mognad::test {

/// A whole report of the small survey, in Swedish, with every section that it has data for.
const std::string& good_file();

/// The file after an edit through libqpdf, written anew without object streams; the same for the same edit.
std::string edited(const std::string& bytes, const std::function<void(QPDF&)>& edit);

/// The file with one place in its raw bytes replaced by a text of the same length; the place must occur.
std::string replaced_bytes(std::string bytes, const std::string& from, const std::string& to);

/// A stream's data, decoded, changed and put back without a filter; the text must occur in it.
void replace_in_stream(QPDFObjectHandle stream, const std::string& from, const std::string& to);
/// The content stream of a page, from 0.
QPDFObjectHandle content_of(QPDF& file, std::size_t page);
/// The first structure element of a type in the order of object numbers, "Figure"; it must exist.
QPDFObjectHandle element_of(QPDF& file, const std::string& type, std::size_t which = 0);

/// The ids of the rules that the file breaks.
std::set<std::string> broken_rules(const std::string& bytes);
/// A line for each finding, to show when a test fails.
std::string findings_text(const std::string& bytes);

}  // namespace mognad::test
