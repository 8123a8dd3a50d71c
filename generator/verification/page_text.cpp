#include "verification/page_text.h"

namespace mognad::verification {

int actual_text_mark(const PageContent& content, int mark) {
  for (; mark >= 0; mark = content.marks[static_cast<std::size_t>(mark)].parent)
    if (content.marks[static_cast<std::size_t>(mark)].properties["ActualText"].string()) return mark;
  return -1;
}

namespace {

/// Marks in the same marked content, such as the parts of a word that a mark divides, are one line.
bool is_same_line(const PageContent& content, int mark, int other) {
  if (mark == other) return true;
  if (mark < 0 || other < 0) return false;
  const int mcid = mcid_of(content, mark);
  return mcid >= 0 && mcid == mcid_of(content, other) &&
         content.marks[static_cast<std::size_t>(mark)].form == content.marks[static_cast<std::size_t>(other)].form;
}

}  // namespace

std::string page_text(const ReadFile& file, std::size_t page, Artifacts artifacts, const HiddenMarks& hidden) {
  std::string text;
  if (page >= file.contents.size()) return text;
  const PageContent& content = file.contents[page];
  int last_mark = -2;  // of no text
  int last_replaced = -1;
  for (const ShownText& shown : content.shown) {
    if (artifacts == Artifacts::left_out && is_artifact(content, shown.mark)) continue;
    if (is_hidden(hidden, content, page, shown.mark)) {
      if (shown.mark != last_mark) text += "\n|";
      last_mark = shown.mark;
      continue;
    }
    // Of marks in marks the outermost ActualText stands for all that is inside.
    int replaced = -1;
    for (int mark = actual_text_mark(content, shown.mark); mark >= 0;
         mark = actual_text_mark(content, content.marks[static_cast<std::size_t>(mark)].parent))
      replaced = mark;
    if (replaced >= 0 && replaced == last_replaced) continue;
    if (last_mark != -2 && !is_same_line(content, shown.mark, last_mark)) text += '\n';
    last_mark = shown.mark;
    last_replaced = replaced;
    if (replaced < 0) text += file.fonts.text(shown.font, shown.codes);
    else text += text_of(*content.marks[static_cast<std::size_t>(replaced)].properties["ActualText"].string());
  }
  if (last_mark != -2) text += '\n';
  return text;
}

}  // namespace mognad::verification
