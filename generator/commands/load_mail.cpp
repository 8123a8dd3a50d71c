#include "commands/load_mail.h"

namespace mognad {

MailInputs LoadedMail::inputs() const {
  return {survey,   dataset,         recipients,        templates,       languages,  passwords,
          manifest, manifest_sha256, recipients_sha256, settings_sha256, attachments};
}

Result<std::unique_ptr<LoadedMail>> load_mail(const CommandOptions&, const Files&) { return Problems{}; }

}  // namespace mognad
