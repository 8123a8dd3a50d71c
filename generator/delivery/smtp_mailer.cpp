#include "delivery/smtp_mailer.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "delivery/server_words.h"
#include "delivery/smtp_exchange.h"

namespace mognad {
namespace {

constexpr long kUploadBuffer = 64 * 1024;
constexpr long kLeastBytesASecond = 1;

struct EndEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Easy = std::unique_ptr<CURL, EndEasy>;

struct EndList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, EndList>;

struct EndUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, EndUrl>;

/// An attempt, as the library's callbacks see it.
struct Attempt {
  std::string_view rest;  // of the message
  bool logs_in = false;
  CURL* handle = nullptr;
  double final_timeout = 0;
  SmtpExchange exchange;
  bool stopped = false;  // because nobody has logged in
};

/// How long the server may say and take nothing. Whole seconds: the library knows no others for this.
void set_patience(CURL* handle, double timeout) {
  const long seconds = std::max(1L, static_cast<long>(std::ceil(timeout)));
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, seconds);
}

int hear(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* attempt) {
  SmtpExchange& exchange = static_cast<Attempt*>(attempt)->exchange;
  if (kind == CURLINFO_HEADER_OUT) exchange.sent({bytes, size});
  if (kind == CURLINFO_HEADER_IN) exchange.received({bytes, size});
  return 0;
}

std::size_t give(char* into, std::size_t size, std::size_t count, void* of) {
  Attempt& attempt = *static_cast<Attempt*>(of);
  // The library goes on without a login where a server offers none.
  if (attempt.logs_in && attempt.exchange.greeted() && !attempt.exchange.logged_in()) {
    attempt.stopped = true;
    return CURL_READFUNC_ABORT;
  }
  const std::size_t given = attempt.rest.copy(into, size * count);
  attempt.rest.remove_prefix(given);
  if (given > 0 && attempt.rest.empty()) {
    // The library that has got as much as it was promised doesn't ask whether there is more.
    attempt.exchange.message_ended();
    set_patience(attempt.handle, attempt.final_timeout);
  }
  return given;
}

/// What a server shows of itself goes nowhere: the library would write it to the standard output.
std::size_t pass_over(char*, std::size_t size, std::size_t count, void*) { return size * count; }

bool start_library() {
  static const bool started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return started;
}

/// A line break that is not CRLF can be read as the end of the message, and what follows as another one, by servers
/// that take it for one.
/// One letter at a time is looked for: for one the library has a fast search, and messages are long.
bool has_bare_break(std::string_view message) {
  for (std::size_t at = message.find('\n'); at != std::string_view::npos; at = message.find('\n', at + 1))
    if (at == 0 || message[at - 1] != '\r') return true;
  for (std::size_t at = message.find('\r'); at != std::string_view::npos; at = message.find('\r', at + 1))
    if (at + 1 == message.size() || message[at + 1] != '\n') return true;
  return false;
}

/// Whether lines begin with a point, which is doubled on its way (RFC 5321, 4.5.2).
bool has_points(std::string_view message) {
  return message.starts_with('.') || message.find("\r\n.") != std::string_view::npos;
}

bool is_this_machine(std::string_view host) { return host == "localhost" || host == "127.0.0.1" || host == "::1"; }

Receipt hindered(std::string why) { return {Receipt::Outcome::hindered, 0, std::move(why)}; }

/// A weird reply without a code that says more is one that came before TLS did, or no mail server's greeting.
SmtpEnd end_of(CURLcode code) {
  static constexpr std::array kUntrusted{
      CURLE_COULDNT_RESOLVE_HOST, CURLE_URL_MALFORMAT,      CURLE_UNSUPPORTED_PROTOCOL,
      CURLE_USE_SSL_FAILED,       CURLE_SSL_CONNECT_ERROR,  CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE,   CURLE_SSL_CERTPROBLEM,    CURLE_SSL_CIPHER,
      CURLE_SSL_ISSUER_ERROR,     CURLE_WEIRD_SERVER_REPLY, CURLE_OUT_OF_MEMORY,
      CURLE_FAILED_INIT};
  if (code == CURLE_LOGIN_DENIED) return SmtpEnd::no_admission;
  return std::find(kUntrusted.begin(), kUntrusted.end(), code) == kUntrusted.end() ? SmtpEnd::lost : SmtpEnd::untrusted;
}

class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpOptions options) : options_(std::move(options)) {}

  Receipt send(const Envelope& envelope, std::string_view message) override;

 private:
  bool logs_in() const { return !options_.user.empty(); }
  std::string_view objection(std::string_view message) const;
  Receipt attempt(const Envelope& envelope, std::string_view message);
  CURLcode perform(const Envelope& envelope);
  Receipt receipt_for(CURLcode code) const;
  bool open();
  bool set_address(CURL* handle);
  void set_trust(CURL* handle) const;

  SmtpOptions options_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  Attempt attempt_;  // outlives the handle, which speaks once more when it ends
  Url url_;
  Easy handle_;
  int sent_ = 0;  // over this connection
};

bool SmtpMailer::set_address(CURL* handle) {
  url_.reset(curl_url());
  const bool tls = options_.server.security == MailServer::Security::tls;
  const bool bare_v6 = options_.server.host.find(':') != std::string::npos && options_.server.host.front() != '[';
  const std::string host = bare_v6 ? "[" + options_.server.host + "]" : options_.server.host;
  const std::string port = std::to_string(options_.server.port);
  const std::string path = "/" + options_.hello;
  if (!url_ || curl_url_set(url_.get(), CURLUPART_SCHEME, tls ? "smtps" : "smtp", 0) != CURLUE_OK ||
      curl_url_set(url_.get(), CURLUPART_HOST, host.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url_.get(), CURLUPART_PORT, port.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url_.get(), CURLUPART_PATH, path.c_str(), 0) != CURLUE_OK)
    return false;
  return curl_easy_setopt(handle, CURLOPT_CURLU, url_.get()) == CURLE_OK;
}

void SmtpMailer::set_trust(CURL* handle) const {
  const bool open = options_.server.security == MailServer::Security::none;
  curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(open ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!options_.certificates.empty()) {
    // Those alone: the library would go on trusting the system's folder.
    curl_easy_setopt(handle, CURLOPT_CAINFO, nullptr);
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
    curl_blob blob{const_cast<char*>(options_.certificates.data()), options_.certificates.size(), CURL_BLOB_COPY};
    curl_easy_setopt(handle, CURLOPT_CAINFO_BLOB, &blob);
  }
  if (open || !logs_in()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, options_.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, options_.password.c_str());
  // The ways that every server has; within TLS there is nothing that others protect from.
  curl_easy_setopt(handle, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
}

/// Nothing is taken from the environment or from files: no proxy, no .netrc.
bool SmtpMailer::open() {
  handle_.reset(curl_easy_init());
  sent_ = 0;
  CURL* handle = handle_.get();
  if (!handle || !set_address(handle)) return false;
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(handle, CURLOPT_MAXCONNECTS, 1L);
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_UPLOAD_BUFFERSIZE, kUploadBuffer);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, reason_.data());
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, hear);
  curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &attempt_);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(handle, CURLOPT_READDATA, &attempt_);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, pass_over);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, kLeastBytesASecond);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  set_trust(handle);
  return true;
}

CURLcode SmtpMailer::perform(const Envelope& envelope) {
  CURL* handle = handle_.get();
  const std::string from = "<" + envelope.from.wire() + ">";
  const List to(curl_slist_append(nullptr, ("<" + envelope.to.wire() + ">").c_str()));
  if (!to) return CURLE_OUT_OF_MEMORY;
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to.get());
  // The size told to the server is also where the library stops, and it counts doubled points.
  const auto size = static_cast<curl_off_t>(attempt_.rest.size());
  curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, has_points(attempt_.rest) ? curl_off_t{-1} : size);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.server.timeout * 1000));
  set_patience(handle, options_.server.timeout);
  reason_[0] = '\0';
  const CURLcode code = curl_easy_perform(handle);
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, nullptr);
  return code;
}

Receipt SmtpMailer::receipt_for(CURLcode code) const {
  if (attempt_.stopped) return {Receipt::Outcome::forbidden, 0, "the server offers no login over this connection"};
  return attempt_.exchange.receipt(end_of(code), reason_[0] != '\0' ? reason_.data() : curl_easy_strerror(code));
}

Receipt SmtpMailer::attempt(const Envelope& envelope, std::string_view message) {
  if (!handle_ && !open()) return hindered("the name of the mail server can't be used");
  attempt_ = {message, logs_in(), handle_.get(), std::max(options_.final_timeout, options_.server.timeout), {}, false};
  const Receipt receipt = receipt_for(perform(envelope));
  ++sent_;
  return receipt;
}

/// Why nothing may be tried; empty: nothing is against it.
std::string_view SmtpMailer::objection(std::string_view message) const {
  const bool open = options_.server.security == MailServer::Security::none;
  if (!start_library()) return "the mail library can't be started";
  if (open && !is_this_machine(options_.server.host)) return "without TLS messages go to this machine alone";
  if (open && logs_in()) return "without TLS no password is sent";
  if (has_bare_break(message)) return "the message has a line break that is not CRLF";
  return {};
}

Receipt SmtpMailer::send(const Envelope& envelope, std::string_view message) {
  if (const std::string_view why = objection(message); !why.empty()) return hindered(std::string(why));
  if (sent_ >= options_.server.messages_per_connection) handle_.reset();
  const bool used = handle_ != nullptr;
  Receipt receipt = attempt(envelope, message);
  // A server may close a connection that has served, or take no more over it: that says nothing about this message.
  const SmtpExchange& exchange = attempt_.exchange;
  if (receipt.outcome != Receipt::Outcome::accepted && used && !exchange.greeted() && exchange.untouched()) {
    handle_.reset();
    receipt = attempt(envelope, message);
  }
  if (receipt.outcome != Receipt::Outcome::accepted) handle_.reset();
  receipt.answer = without_address(std::move(receipt.answer), envelope.to);
  return receipt;
}

}  // namespace

std::unique_ptr<Mailer> make_smtp_mailer(SmtpOptions options) {
  return std::make_unique<SmtpMailer>(std::move(options));
}

}  // namespace mognad
