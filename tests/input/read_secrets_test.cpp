// Passwords of reports, and what a mail server knows us by: on the disk, since its permissions are what counts.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "files/disk_files.h"
#include "files/private_file.h"
#include "input/read_recipients.h"
#include "input/reading.h"
#include "support/programs.h"

using namespace mognad;
using namespace mognad::test;

namespace {

const std::string kSecret = "Hemligt-2025-xyz";

/// A file that only its owner may use, unless another mode is given.
class SecretFile {
 public:
  explicit SecretFile(const std::string& bytes, mode_t mode = 0600) : path_(scratch_.write("secret", bytes)) {
    REQUIRE(::chmod(path_.c_str(), mode) == 0);
  }
  const std::string& path() const { return path_; }

  Result<Passwords> passwords() const {
    Survey survey;
    survey.mail.passwords_path = path_;
    Dataset dataset;
    for (const char* code : {"9001", "9002"}) dataset.organisations.push_back({code, "O", "", "kommun", {}, {}});
    return read_passwords(survey, dataset, DiskFiles());
  }

 private:
  ScratchFolder scratch_{"secrets"};
  std::string path_;
};

/// The problem of a file of passwords; no word of it may be what stands in the file.
Problem said(const std::string& bytes) {
  const auto passwords = SecretFile(bytes).passwords();
  INFO(bytes << "\n" << all_text(passwords.problems));
  REQUIRE_FALSE(passwords);
  for (const Problem& problem : passwords.problems) {
    CHECK(actionable(problem));
    for (const std::string& part : {kSecret, kSecret.substr(0, 4), std::string("kort")})
      CHECK((problem.message + problem.hint).find(part) == std::string::npos);
  }
  return passwords.problems.at(0);
}

const std::string kHead = "organisation,password\n";

}  // namespace

TEST_CASE("A file of secrets that others may use is refused, and nothing of it is read", "[input]") {
  for (const mode_t mode : {0640, 0604, 0620, 0602, 0610, 0601, 0644, 0666, 0777}) {
    const SecretFile file("not even CSV \xFF", mode);
    const auto passwords = file.passwords();
    REQUIRE(passwords.problems.size() == 1);
    CHECK(passwords.problems[0].message ==
          fmt::format("others than its owner may use this file: its permissions are {:03o}, expected 600; nothing of "
                      "it was read",
                      static_cast<unsigned>(mode)));
    CHECK_THAT(passwords.problems[0].hint, Catch::StartsWith("chmod 600"));
    CHECK(read_credentials(file.path(), DiskFiles()).problems == passwords.problems);
  }
  for (const mode_t mode : {0600, 0400, 0700}) CHECK(read_private(SecretFile("x", mode).path(), DiskFiles()));
}

TEST_CASE("The permissions are those of the file, not of a link to it", "[input]") {
  const SecretFile file(kSecret, 0640);
  const ScratchFolder folder("links");
  std::filesystem::create_symlink(file.path(), folder.path("link"));
  CHECK_FALSE(read_private(folder.path("link"), DiskFiles()));
}

TEST_CASE("Each organisation has its password, letter by letter", "[input]") {
  const auto passwords =
      SecretFile("\xEF\xBB\xBForganisation;password\r\n9001;Hemligt-2025-xyz\r\n9002;\"a b;c\"\"d,e f~!\"\r\n")
          .passwords();
  INFO(all_text(passwords.problems));
  REQUIRE(passwords);
  CHECK(*passwords == Passwords{{"9001", kSecret}, {"9002", "a b;c\"d,e f~!"}});
  CHECK(SecretFile("password,organisation\n" + kSecret + ",9001\n").passwords()->at("9001") == kSecret);
}

TEST_CASE("What is wrong with passwords is told without any of them", "[input]") {
  CHECK(said(kHead + "9001,kort\n").message == "the password has 4 characters");
  CHECK(said(kHead + "9001," + std::string(128, 'x') + "\n").message == "the password has 128 characters");
  CHECK(said(kHead + "9001,\n").message == "the password has 0 characters");
  CHECK(said(kHead + "9001," + kSecret + "å\n").message ==
        "the password holds a character that is not printable ASCII");
  CHECK(said(kHead + "9001," + kSecret + "\xFF\n").message ==
        "the password holds a character that is not printable ASCII");
  CHECK(said(kHead + "9001,\"" + kSecret + "\n" + kSecret + "\"\n").message ==
        "the password holds a character that is not printable ASCII");
  CHECK(said(kHead + "9001, " + kSecret + "\n").message == "the password begins or ends with a blank");
  CHECK(said(kHead + "9001," + kSecret + "\n9001,other-" + kSecret + "\n").message ==
        "the organisation has a password already");
  CHECK(said(kHead + "9001," + kSecret + "\n9002," + kSecret + "\n").message ==
        "another organisation has this password");
  CHECK(said(kHead + kSecret + ",9001\n").message == "no organisation has this code");
  CHECK(said(kHead + "9001," + kSecret + "," + kSecret + "\n").message == "the row has 3 fields");
  CHECK(said(kHead + "9001,\"" + kSecret + "\n").message == "this can't be read");
  CHECK(said("9001," + kSecret + "\n").message == "the head names other columns");
  CHECK(said("").message == "the file holds no password");
  CHECK(said(kHead).message == "the file holds no password");
}

TEST_CASE("A survey without passwords sends reports as they are", "[input]") {
  const auto none = read_passwords(Survey(), Dataset(), DiskFiles());
  REQUIRE(none);
  CHECK(none->empty());
}

TEST_CASE("Credentials are two lines, whatever ends them", "[input]") {
  for (const char* text :
       {"user\nh@mlig å\n", "user\r\nh@mlig å\r\n", "user\nh@mlig å", "\xEF\xBB\xBFuser\nh@mlig å\n"}) {
    const auto credentials = read_credentials(SecretFile(text).path(), DiskFiles());
    REQUIRE(credentials);
    CHECK(credentials->user == "user");
    CHECK(credentials->password == "h@mlig å");
  }
}

TEST_CASE("Credentials that are none are refused without their words", "[input]") {
  const auto refused = [](const std::string& text) {
    const SecretFile file(text);
    const auto credentials = read_credentials(file.path(), DiskFiles());
    REQUIRE_FALSE(credentials);
    CHECK(actionable(credentials.problems.at(0)));
    return credentials.problems.at(0).message;
  };
  CHECK(refused("") == "the file has 0 lines");
  CHECK(refused("secret\n") == "the file has 1 line");
  CHECK(refused("user\nsecret\nmore\n") == "the file has 3 lines");
  CHECK(refused("\nsecret\n") == "this is no name of a user");
  CHECK(refused("user\n\n") == "this is no password");
  CHECK(refused("user\nse\tcret\n") == "this is no password");
  CHECK(refused("user\nse\xF6"
                "cret\n") == "this is no password");
  CHECK(refused("us\rer\nsecret\n") == "this is no name of a user");
  CHECK(refused("user\n" + std::string(256, 'x') + "\n") == "this is no password");
}

TEST_CASE("A file of secrets that is missing is told with the key that names it", "[input]") {
  const auto credentials = read_credentials("/nowhere/at/all", DiskFiles());
  CHECK(credentials.problems.at(0).message == "can't read: No such file or directory");
  CHECK(credentials.problems.at(0).hint == "survey.toml names this file under 'mail.server.credentials'");
}
