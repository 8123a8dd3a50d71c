#include "delivery/folder_mailer.h"

#include <catch2/catch.hpp>

#include "files/disk_files.h"
#include "files/memory_files.h"
#include "support/programs.h"

using namespace mognad;
using mognad::test::ScratchFolder;

namespace {

Envelope envelope(const std::string& key) {
  return {*MailAddress::of("sender@sender.example", {}), *MailAddress::of("anna@malm.example", {}), key};
}

}  // namespace

TEST_CASE("A message in a folder is whole and says who gets it", "[mail]") {
  MemoryFiles files;
  const auto mailer = make_folder_mailer("out", files);
  const Receipt receipt = mailer->send(envelope("0a1b"), "Date: x\r\n\r\nHej\r\n");
  CHECK(receipt.outcome == Receipt::Outcome::accepted);
  CHECK(*files.read("out/0a1b.eml") ==
        "X-Envelope-From: <sender@sender.example>\r\nX-Envelope-To: <anna@malm.example>\r\n"
        "Date: x\r\n\r\nHej\r\n");
}

TEST_CASE("A message that can't be written is not accepted, and the earlier one stands", "[mail]") {
  MemoryFiles files;
  REQUIRE_FALSE(files.write_whole("out/0a1b.eml", "earlier"));
  files.refuse("out/0a1b.eml");
  const Receipt receipt = make_folder_mailer("out", files)->send(envelope("0a1b"), "later");
  CHECK(receipt.outcome == Receipt::Outcome::hindered);
  CHECK_FALSE(receipt.answer.empty());
  CHECK(*files.read("out/0a1b.eml") == "earlier");
}

TEST_CASE("No key leads out of the folder", "[mail]") {
  const ScratchFolder folder("folder-mailer");
  DiskFiles files;
  CHECK(make_folder_mailer(folder.path("out"), files)->send(envelope("../0a1b"), "x").outcome ==
        Receipt::Outcome::hindered);
  CHECK_FALSE(files.exists(folder.path("0a1b.eml")));
}
