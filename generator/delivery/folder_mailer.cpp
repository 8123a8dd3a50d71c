#include "delivery/folder_mailer.h"

#include <fmt/format.h>

#include <utility>

#include "files/owner_only.h"

namespace mognad {
namespace {

class FolderMailer final : public Mailer {
 public:
  FolderMailer(std::string folder, Files& files) : folder_(std::move(folder)), files_(files) {}

  Receipt send(const Envelope& envelope, std::string_view message) override {
    const std::string name = envelope.key + ".eml";
    std::string head =
        fmt::format("X-Envelope-From: <{}>\r\nX-Envelope-To: <{}>\r\n", envelope.from.wire(), envelope.to.wire());
    if (const auto problem = write_private_below(files_, folder_, name, head.append(message)))
      return {Receipt::Outcome::hindered, 0, problem->message};
    return {Receipt::Outcome::accepted, 0, "written to " + name};
  }

 private:
  std::string folder_;
  Files& files_;
};

}  // namespace

std::unique_ptr<Mailer> make_folder_mailer(std::string folder, Files& files) {
  return std::make_unique<FolderMailer>(std::move(folder), files);
}

}  // namespace mognad
