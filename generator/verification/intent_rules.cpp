#include <cstdint>

#include "verification/rules.h"

namespace mognad::verification {
namespace {

constexpr Rule kIntentList[] = {
    {"A3-6.2.3-1", "ISO 19005-3, 6.2.3; ISO 32000-1, 14.11.5",
     "OutputIntents has exactly one intent of subtype GTS_PDFA1, with a DestOutputProfile",
     "Write one such intent with its profile"},
    {"A3-6.2.3-2", "ISO 19005-3, 6.2.3; ISO 15076-1, 7.2",
     "The profile of the intent is an ICC profile of version 2 or 4, for a monitor or printer, of RGB, CMYK or grey",
     "Embed such a profile, such as sRGB"},
    {"A3-6.2.3-3", "ISO 19005-3, 6.2.3", "All intents with a profile have the same one",
     "Refer to one profile from all intents"},
    {"A3-6.2.3-4", "ISO 19005-3, 6.2.3", "No intent refers to a profile outside the file",
     "Leave DestOutputProfileRef out"},
    {"A3-6.2.3-5", "ISO 32000-1, 14.11.5, Table 365",
     "An intent has Type OutputIntent, a subtype and an OutputConditionIdentifier", "Write these entries"},
    {"A3-6.2.3-6", "ISO 32000-1, 8.6.5.5; ISO 15076-1, 7.2",
     "N of the profile's stream is the number of its components", "Write N = 3 for RGB"},
};

void tell_intent(Findings& findings, std::string_view id, std::string where, std::string found) {
  report(findings, kIntentRules, id, std::move(where), std::move(found));
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = (number << 8U) | static_cast<std::uint8_t>(bytes[at + i]);
  return number;
}

/// The header of 128 bytes and the table of tags after it (ISO 15076-1, 7.2 and 7.3).
std::string fault_of_profile(std::string_view profile) {
  if (profile.size() < 132) return "a profile of " + std::to_string(profile.size()) + " bytes";
  if (number_at(profile, 0) != profile.size()) return "another size than its header says";
  if (profile.substr(36, 4) != "acsp") return "no signature acsp";
  const int version = static_cast<std::uint8_t>(profile[8]);
  if (version != 2 && version != 4) return "version " + std::to_string(version);
  const std::string_view kind = profile.substr(12, 4);
  if (kind != "mntr" && kind != "prtr") return "the class " + std::string(kind);
  const std::string_view space = profile.substr(16, 4);
  if (space != "RGB " && space != "CMYK" && space != "GRAY") return "the colour space " + std::string(space);
  const std::uint32_t tags = number_at(profile, 128);
  if (tags == 0 || tags > (profile.size() - 132) / 12) return std::to_string(tags) + " tags";
  for (std::size_t i = 0; i < tags; ++i) {
    const std::uint64_t begin = number_at(profile, 132 + 12 * i + 4);
    const std::uint64_t size = number_at(profile, 132 + 12 * i + 8);
    if (begin + size > profile.size()) return "a tag beyond its end";
  }
  return "";
}

long long components_of(std::string_view profile) {
  const std::string_view space = profile.substr(16, 4);
  return space == "CMYK" ? 4 : space == "GRAY" ? 1 : 3;
}

void check_profile(const Document& document, const Value& reference, Findings& findings) {
  const Object* profile = document.stream(reference);
  const std::string where = "the profile of the output intent";
  const std::string fault = profile ? fault_of_profile(profile->data) : "no stream";
  if (!fault.empty()) {
    tell_intent(findings, "A3-6.2.3-2", where, fault);
    return;
  }
  const Dictionary* dictionary = profile->value.dictionary();
  const long long said = dictionary ? document.get(*dictionary, "N").integer_or(0) : 0;
  if (said != components_of(profile->data)) tell_intent(findings, "A3-6.2.3-6", where, "N " + std::to_string(said));
}

void check_intent(const Document& document, const Dictionary& intent, const std::string& where, Findings& findings) {
  if (intent.has("Type") && document.get(intent, "Type").name() != "OutputIntent")
    tell_intent(findings, "A3-6.2.3-5", where, "another Type");
  if (document.get(intent, "S").name().empty()) tell_intent(findings, "A3-6.2.3-5", where, "no S");
  const String* condition = document.get(intent, "OutputConditionIdentifier").string();
  if (!condition || condition->bytes.empty())
    tell_intent(findings, "A3-6.2.3-5", where, "no OutputConditionIdentifier");
  if (intent.has("DestOutputProfileRef")) tell_intent(findings, "A3-6.2.3-4", where, "DestOutputProfileRef");
  const String* registry = document.get(intent, "RegistryName").string();
  if (intent.has("RegistryName") && !registry)
    tell_intent(findings, "A3-6.2.3-5", where, "a RegistryName that is no string");
}

void check_intent_rules(const ReadFile& file, Findings& findings) {
  const Document& document = file.document;
  const Array* intents = document.get(document.catalog, "OutputIntents").array();
  int of_archive = 0;
  const Value* profile = nullptr;
  for (std::size_t i = 0; intents && i < intents->size(); ++i) {
    const std::string where = "output intent " + std::to_string(i + 1);
    const Dictionary* intent = document.resolve((*intents)[i]).dictionary();
    if (!intent) {
      tell_intent(findings, "A3-6.2.3-5", where, "no dictionary");
      continue;
    }
    check_intent(document, *intent, where, findings);
    const bool for_archive = document.get(*intent, "S").name() == "GTS_PDFA1";
    const Value& own = (*intent)["DestOutputProfile"];
    if (for_archive) ++of_archive;
    if (for_archive && own.is_null()) tell_intent(findings, "A3-6.2.3-1", where, "no DestOutputProfile");
    if (own.is_null()) continue;
    const auto* first = profile ? std::get_if<Reference>(profile) : nullptr;
    const auto* this_one = std::get_if<Reference>(&own);
    if (profile && (!first || !this_one || !(*first == *this_one)))
      tell_intent(findings, "A3-6.2.3-3", where, "another DestOutputProfile");
    if (!profile) check_profile(document, own, findings);
    profile = &own;
  }
  if (of_archive != 1)
    tell_intent(findings, "A3-6.2.3-1", "OutputIntents", std::to_string(of_archive) + " intents of subtype GTS_PDFA1");
}

}  // namespace

const RuleGroup kIntentRules{"intent", kIntentList, check_intent_rules};

}  // namespace mognad::verification
