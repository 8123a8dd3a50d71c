#include "export/pdf/pdf_writer.h"

#include <fmt/format.h>
#include <lcms2.h>

#include <algorithm>
#include <set>

#include "export/pdf/content_stream.h"
#include "export/pdf/structure_tree.h"
#include "export/pdf/xmp.h"
#include "files/sha256.h"

namespace mognad {
namespace {

using namespace pdf;

std::string srgb_profile() {
  cmsHPROFILE profile = cmsCreate_sRGBProfile();
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  // The header's date (ICC.1, 7.2.8) comes from the clock: a fixed one, 1 January 2020.
  constexpr unsigned char kDate[12] = {0x07, 0xE4, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
  bytes.replace(24, sizeof kDate, reinterpret_cast<const char*>(kDate), sizeof kDate);
  return bytes;
}

class PdfWriter {
 public:
  PdfWriter(const Report& report, const Pages& pages, const PdfResources& resources, Effort effort)
      : report_(report), pages_(pages), shared_(resources), effort_(effort) {}

  Result<std::string> run() {
    if (report_.title.empty()) fault("the document has no title");
    if (report_.document_tag.empty()) fault("the document has no language");
    for (Problem& problem : check_structure(pages_.elements)) problems_.push_back(std::move(problem));
    check_names();
    write_pages();
    if (has_errors(problems_)) return placed();
    const Ref tree = write_structure(file_, pages_.elements, page_refs_, page_height(), content_);
    write_catalog(tree);
    write_info();
    file_.set_id(identity_hash().substr(0, 32));
    auto bytes = file_.finish();
    for (Problem& problem : bytes.problems) problem.place.file = report_.title;
    return bytes;
  }

 private:
  void fault(std::string text) { problems_.push_back(error_at({report_.title}, std::move(text))); }

  /// The same of all pages: A4, or of the size of a figure.
  double page_height() const { return pages_.pages.empty() ? kA4.height : pages_.pages.front().picture.size.height; }

  /// Nobody else's name without consent: an organisation gets its own result and what others agreed to share.
  void check_names() {
    for (const Element& element : pages_.elements)
      if (!element.organisation.empty() && element.organisation != report_.identity.organisation_code &&
          std::find(report_.may_name.begin(), report_.may_name.end(), element.organisation) == report_.may_name.end())
        fault(fmt::format("the organisation {} is named without its consent", element.organisation));
  }

  Problems placed() {
    for (Problem& problem : problems_)
      if (problem.place.file.empty()) problem.place.file = report_.title;
    return std::move(problems_);
  }

  void write_pages() {
    const Ref resources = file_.reserve();
    std::string fonts = "<<";
    for (std::size_t i = 0; i < shared_.fonts.size(); ++i)
      fonts += fmt::format("/F{} {} ", i, reference(shared_.fonts[i].write(file_)));
    Dict all;
    all.raw("Font", fonts + ">>");
    write_images(all);
    file_.define(resources, all);
    for (const Page& page : pages_.pages) {
      PageContent content = write_content(page.picture, pages_.elements, shared_.fonts, problems_);
      std::vector<Ref> annotations;
      for (const Link* link : content.links) {
        annotations.push_back(file_.reserve());
        content_.annotations.push_back({annotations.back(), link->element, page_refs_.size()});
        links_.push_back(link);
      }
      page_refs_.push_back(file_.add_page(page.picture.size.width, page.picture.size.height, resources,
                                          static_cast<int>(page_refs_.size()), deflate(content.operators, effort_),
                                          annotations));
      content_.marked.push_back(std::move(content.marked));
    }
    for (std::size_t i = 0; i < links_.size(); ++i) write_link(*links_[i], i);
  }

  /// A link annotation (ISO 32000-1, 12.5.6.5): printed as nothing, described in words (ISO 14289-1, 7.18.5).
  void write_link(const Link& link, std::size_t index) {
    const Rect& box = link.box;
    Dict dict;
    dict.name("Type", "Annot").name("Subtype", "Link").raw("F", "4").raw("Border", "[0 0 0]");
    dict.raw("Rect", fmt::format("[{} {} {} {}]", number(box.x), number(page_height() - box.bottom()),
                                 number(box.right()), number(page_height() - box.y)));
    dict.spoken("Contents", link.description);
    dict.raw("StructParent", std::to_string(pages_.pages.size() + index));
    if (!link.uri.empty()) dict.raw("A", fmt::format("<</S /URI /URI {}>>", hex_string(link.uri)));
    else if (link.section >= 0 && link.section < static_cast<int>(pages_.sections.size()))
      dict.raw("Dest", destination(pages_.sections[static_cast<std::size_t>(link.section)].page,
                                   pages_.sections[static_cast<std::size_t>(link.section)].y));
    else fault(fmt::format("the link \"{}\" leads nowhere", link.description));
    file_.define(content_.annotations[index].annotation, std::move(dict));
  }

  /// A little above the place, so that what stands there isn't at the window's edge.
  std::string destination(int page, double y) const {
    return fmt::format("[{} /XYZ 0 {} null]", reference(page_refs_[static_cast<std::size_t>(page)]),
                       number(page_height() - std::max(0.0, y - 11)));
  }

  /// Each image once, and only if a page shows it.
  void write_images(Dict& resources) {
    std::set<std::string> shown;
    for (const Page& page : pages_.pages)
      for (const Item& item : page.picture.items)
        if (const auto* image = std::get_if<Image>(&item)) shown.insert(image_name(*image->raster));
    std::string images;
    for (const PdfImage& image : shared_.images)
      if (shown.erase(image.name())) images += fmt::format("/{} {} ", image.name(), reference(image.write(file_)));
    if (!shown.empty()) fault("a page shows an image that was not prepared");
    if (!images.empty()) resources.raw("XObject", "<<" + images + ">>");
  }

  void write_catalog(Ref tree) {
    Dict catalog;
    catalog.text("Lang", report_.document_tag)
        .raw("MarkInfo", "<</Marked true /UserProperties true>>")
        .ref("StructTreeRoot", tree);
    catalog.raw("ViewerPreferences", "<</DisplayDocTitle true>>")
        .name("PageMode", pages_.bookmarks.empty() ? "UseNone" : "UseOutlines");
    catalog.raw("PageLabels", "<</Nums [0 <</S /D>>]>>");
    catalog.ref("Metadata", file_.add_plain_stream(Dict().name("Type", "Metadata").name("Subtype", "XML"),
                                                   xmp_packet(report_, producer())));
    const Ref profile = file_.add_shared_stream(Dict().raw("N", "3"), shared_.colour_profile);
    catalog.raw("OutputIntents", fmt::format("[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
                                             "/Info (sRGB IEC61966-2.1) /DestOutputProfile {}>>]",
                                             reference(profile)));
    if (!pages_.bookmarks.empty()) catalog.ref("Outlines", write_outlines());
    write_attachments(catalog);
    file_.set_catalog(catalog);
  }

  /// Two levels: sections, and headings below them.
  Ref write_outlines() {
    const Ref root = file_.reserve();
    const auto& marks = pages_.bookmarks;
    std::vector<Ref> refs;
    for (std::size_t i = 0; i < marks.size(); ++i) refs.push_back(file_.reserve());
    std::vector<std::size_t> top;
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (marks[i].level == 0) top.push_back(i);
    for (std::size_t t = 0; t < top.size(); ++t) {
      const std::size_t end = t + 1 < top.size() ? top[t + 1] : marks.size();
      std::vector<std::size_t> below;
      for (std::size_t i = top[t] + 1; i < end; ++i) below.push_back(i);
      Dict entry = outline_entry(marks[top[t]], root, t > 0 ? &refs[top[t - 1]] : nullptr,
                                 t + 1 < top.size() ? &refs[top[t + 1]] : nullptr);
      if (!below.empty())
        entry.ref("First", refs[below.front()])
            .ref("Last", refs[below.back()])
            .raw("Count", fmt::format("-{}", below.size()));
      file_.define(refs[top[t]], entry);
      for (std::size_t b = 0; b < below.size(); ++b)
        file_.define(refs[below[b]], outline_entry(marks[below[b]], refs[top[t]], b > 0 ? &refs[below[b - 1]] : nullptr,
                                                   b + 1 < below.size() ? &refs[below[b + 1]] : nullptr));
    }
    file_.define(root, Dict()
                           .name("Type", "Outlines")
                           .ref("First", refs[top.front()])
                           .ref("Last", refs[top.back()])
                           .raw("Count", std::to_string(top.size())));
    return root;
  }

  Dict outline_entry(const Bookmark& mark, Ref parent, const Ref* previous, const Ref* next) const {
    Dict dict;
    dict.spoken("Title", mark.title).ref("Parent", parent);
    if (previous) dict.ref("Prev", *previous);
    if (next) dict.ref("Next", *next);
    dict.raw("Dest", destination(mark.page, mark.y));
    return dict;
  }

  /// Associated files (ISO 19005-3, 6.8): in the catalogue's AF and in the name tree.
  void write_attachments(Dict& catalog) {
    if (report_.attachments.empty()) return;
    std::string files = "[", names = "[";
    for (const Attachment& attachment : report_.attachments) {
      std::string type = attachment.mime_type;
      if (const std::size_t slash = type.find('/'); slash != std::string::npos) type.replace(slash, 1, "#2F");
      const Ref stream = file_.add_stream(
          Dict()
              .name("Type", "EmbeddedFile")
              .name("Subtype", type)
              .raw("Params",
                   fmt::format("<</Size {} /ModDate {}>>", attachment.bytes.size(), date_string(report_.date))),
          deflate(attachment.bytes, effort_));
      const std::string name = text_string(attachment.name);
      const Ref spec = file_.add(Dict()
                                     .name("Type", "Filespec")
                                     .raw("F", "(" + attachment.name + ")")
                                     .raw("UF", name)
                                     .text("Desc", attachment.description)
                                     .name("AFRelationship", "Data")
                                     .raw("EF", fmt::format("<</F {} /UF {}>>", reference(stream), reference(stream))));
      files += reference(spec) + " ";
      names += name + " " + reference(spec) + " ";
    }
    catalog.raw("AF", files + "]").raw("Names", "<</EmbeddedFiles <</Names " + names + "]>>>>");
  }

  void write_info() {
    Dict info;
    info.text("Title", report_.title).text("Author", report_.author).text("Subject", report_.subject);
    info.text("Creator", report_.identity.program).text("Producer", producer());
    info.raw("CreationDate", date_string(report_.date)).raw("ModDate", date_string(report_.date));
    file_.set_info(info);
  }

  std::string producer() const { return report_.identity.program + " (libharu 2.3.0)"; }

  /// From what the document is made of, never from the clock (ISO 32000-1, 14.4).
  std::string identity_hash() const {
    return sha256_hex(fmt::format("{}\n{}\n{}\n{}", report_.title, report_.document_tag, report_.identity.program,
                                  report_.identity.inputs_sha256));
  }

  const Report& report_;
  const Pages& pages_;
  const PdfResources& shared_;
  Effort effort_;
  Problems problems_;
  PdfFile file_;
  std::vector<Ref> page_refs_;
  StructureContent content_;
  std::vector<const Link*> links_;  // in the order of their annotations
};

}  // namespace

Result<PdfResources> make_pdf_resources(const FontSet& fonts, const Raster* logo) {
  PdfResources resources;
  Problems problems;
  for (const FontFile& font : fonts)
    if (auto made = pdf::PdfFont::make(font).take(problems)) resources.fonts.push_back(std::move(*made));
  resources.colour_profile = pdf::deflate(srgb_profile(), pdf::Effort::small);
  if (logo) resources.images.emplace_back(*logo);
  if (has_errors(problems)) return problems;
  return {std::move(resources), std::move(problems)};
}

Result<std::string> write_pdf(const Report& report, const Pages& pages, const PdfResources& resources,
                              pdf::Effort effort) {
  return PdfWriter(report, pages, resources, effort).run();
}

}  // namespace mognad
