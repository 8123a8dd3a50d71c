// The smallest PDF file that tells whose report it is, for tests of what only asks that.
#pragma once

#include <fmt/format.h>

#include <string>

namespace mognad::test {

struct ToldReport {
  std::string organisation;
  std::string language = "sv";
  std::string survey = "maturity";
  int year = 2025;
  int edition = 1;
};

inline std::string told_report(const ToldReport& told) {
  const std::string xmp = fmt::format(
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:mognad=\"https://mognad.example/ns/identity/1/\">"
      "<mognad:organisationCode>{}</mognad:organisationCode><mognad:survey>{}</mognad:survey>"
      "<mognad:year>{}</mognad:year><mognad:edition>{}</mognad:edition>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>",
      told.organisation, told.survey, told.year, told.edition);
  const std::string objects[] = {
      fmt::format("<</Type/Catalog/Pages 2 0 R/Metadata 3 0 R/Lang({})>>", told.language),
      "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      fmt::format("<</Type/Metadata/Subtype/XML/Length {}>>stream\n{}\nendstream", xmp.size(), xmp),
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"};
  std::string pdf = "%PDF-1.7\n", table = "xref\n0 5\n0000000000 65535 f \n";
  int number = 0;
  for (const std::string& object : objects) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", ++number, object);
  }
  return fmt::format("{}{}trailer<</Size 5/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n", pdf, table, pdf.size());
}

}  // namespace mognad::test
