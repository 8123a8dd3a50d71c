#include "export/pdf/content_stream.h"

namespace mognad::pdf {

const char* role_name(Role role) {
  switch (role) {
    case Role::document: return "Document";
    case Role::sect: return "Sect";
    case Role::h1: return "H1";
    case Role::h2: return "H2";
    case Role::p: return "P";
    case Role::l: return "L";
    case Role::li: return "LI";
    case Role::lbl: return "Lbl";
    case Role::lbody: return "LBody";
    case Role::table: return "Table";
    case Role::thead: return "THead";
    case Role::tbody: return "TBody";
    case Role::tr: return "TR";
    case Role::th: return "TH";
    case Role::td: return "TD";
    case Role::figure: return "Figure";
    case Role::caption: return "Caption";
    case Role::toc: return "TOC";
    case Role::toci: return "TOCI";
    case Role::reference: return "Reference";
    case Role::link: return "Link";
    case Role::span: break;
  }
  return "Span";
}

}  // namespace mognad::pdf
