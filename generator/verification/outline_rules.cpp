#include <algorithm>
#include <unordered_set>

#include "verification/destinations.h"
#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kOutlineList[]{
    {"UA1-7.17-1", "ISO 14289-1, 7.17; ISO 32000-1, table 153", "Every bookmark has a title", "Write its Title."},
    {"UA1-7.17-2", "ISO 32000-1, 12.3.2 and table 153", "A bookmark leads to a page of the file", "Correct Dest or A."},
    {"UA1-7.17-3", "ISO 32000-1, tables 152 and 153",
     "First, Last, Next, Prev and Parent of the outlines lead to and fro without circles", "Link the bookmarks anew."},
    {"UA1-7.17-4", "ISO 32000-1, tables 152 and 153", "Count of a bookmark agrees with those below it",
     "Write the number of open bookmarks below it, negative when it is closed."},
    {"UA1-7.17-5", "ISO 14289-1, 7.17", "Bookmarks come in the order of what they lead to",
     "Put the bookmarks into the order of the pages."},
};

constexpr int kDeepestOutline = 50;

void tell_outline(Findings& findings, std::string_view id, std::string where, std::string what) {
  report(findings, kOutlineRules, id, std::move(where), std::move(what));
}

class OutlineCheck {
 public:
  OutlineCheck(const ReadFile& file, Findings& findings)
      : file_(file), findings_(findings), destinations_(file.document) {}

  void run() {
    const Value& value = file_.document.catalog["Outlines"];
    const Dictionary* root = file_.document.resolve(value).dictionary();
    if (!root) return;
    if (root->has("Type") && (*root)["Type"].name() != "Outlines")
      tell_outline(findings_, "UA1-7.17-3", "outlines", "Type is \"" + std::string((*root)["Type"].name()) + "\"");
    const auto* reference = std::get_if<Reference>(&value);
    const long long shown = check_level(*root, reference ? *reference : Reference{}, 0);
    // The root tells how many bookmarks are shown; nothing when none is (table 152).
    if (root->has("Count") && file_.document.get(*root, "Count").integer_or(-1) != shown)
      tell_outline(findings_, "UA1-7.17-4", "outlines", "Count is not " + std::to_string(shown));
  }

 private:
  /// Gives how many bookmarks below the parent are shown when it is open.
  long long check_level(const Dictionary& parent, const Reference& parent_object, int depth) {
    long long shown = 0;
    Reference last;
    const Value* at = &parent["First"];
    while (!at->is_null()) {
      const auto* object = std::get_if<Reference>(at);
      const Dictionary* item = file_.document.resolve(*at).dictionary();
      if (!object || !item || depth > kDeepestOutline || !visited_.insert(object->number).second) {
        tell_outline(findings_, "UA1-7.17-3", parent_object.number > 0 ? at_object(parent_object.number) : "outlines",
                     object && item ? "its bookmarks go in a circle or too deep" : "a bookmark in it is no object");
        return shown;
      }
      shown += check_item(*item, *object, parent_object, last, depth);
      last = *object;
      at = &(*item)["Next"];
    }
    const auto* told = std::get_if<Reference>(&parent["Last"]);
    if (last.number > 0 && (!told || *told != last))
      tell_outline(findings_, "UA1-7.17-3", at_object(parent_object.number), "Last is not its last bookmark");
    if (last.number == 0 && told)
      tell_outline(findings_, "UA1-7.17-3", at_object(parent_object.number), "Last without First");
    return shown;
  }

  long long check_item(const Dictionary& item, const Reference& object, const Reference& parent,
                       const Reference& before, int depth) {
    const String* title = file_.document.get(item, "Title").string();
    const std::string name = title ? text_of(*title) : std::string();
    const std::string where = at_object(object.number) + " (bookmark \"" + name.substr(0, 80) + "\")";
    if (name.find_first_not_of(" \t\r\n") == std::string::npos)
      tell_outline(findings_, "UA1-7.17-1", where, "no title");
    const auto leads_to = [&](std::string_view key, const Reference& expected) {
      const auto* told = std::get_if<Reference>(&item[key]);
      return told ? *told == expected : expected.number == 0;
    };
    if (!leads_to("Parent", parent)) tell_outline(findings_, "UA1-7.17-3", where, "Parent is not what holds it");
    if (!leads_to("Prev", before)) tell_outline(findings_, "UA1-7.17-3", where, "Prev is not the bookmark before it");
    check_target(item, where);
    const long long below = check_level(item, object, depth + 1);
    const long long count = file_.document.get(item, "Count").integer_or(0);
    if (count != below && count != -below)
      tell_outline(findings_, "UA1-7.17-4", where,
                   "Count is " + std::to_string(count) + ", below it are " + std::to_string(below));
    return 1 + (count > 0 ? below : 0);
  }

  void check_target(const Dictionary& item, const std::string& where) {
    const Target target = destinations_.target_of(item);
    if (target.none) return;
    if (target.bad_uri) tell_outline(findings_, "UA1-7.17-2", where, "no sound URI");
    else if (!target.fault.empty()) tell_outline(findings_, "UA1-7.17-2", where, target.fault);
    if (target.page < 0) return;
    if (target.page < last_page_)
      tell_outline(findings_, "UA1-7.17-5", where,
                   "it leads to " + on_page(static_cast<std::size_t>(target.page)) + ", the one before to " +
                       on_page(static_cast<std::size_t>(last_page_)));
    last_page_ = target.page;
  }

  const ReadFile& file_;
  Findings& findings_;
  Destinations destinations_;
  std::unordered_set<int> visited_;
  int last_page_ = -1;
};

void check_outline_rules(const ReadFile& file, Findings& findings) { OutlineCheck(file, findings).run(); }

}  // namespace

const RuleGroup kOutlineRules{"outline", kOutlineList, check_outline_rules};

}  // namespace mognad::verification
