// Runs tests/mail/failing_server.py: mail servers that fail as they are told, a port for each scenario.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/programs.h"

namespace mognad::test {

class FailingServer {
 public:
  /// Scenarios in the language that the program explains. Ready when made.
  explicit FailingServer(const std::vector<std::string>& scenarios) : folder_("mail-server") {
    std::array<int, 2> input{}, output{};
    // Programs that a test starts meanwhile must not keep the server alive.
    if (::pipe2(input.data(), O_CLOEXEC) != 0 || ::pipe2(output.data(), O_CLOEXEC) != 0)
      throw std::runtime_error("no pipe for the mail server");
    process_ = start(scenarios, input[0], output[1]);
    ::close(input[0]);
    ::close(output[1]);
    input_ = input[1];
    read_ports(output[0]);
    if (ports_.size() != scenarios.size()) throw std::runtime_error("the mail server doesn't start");
  }
  ~FailingServer() {
    ::close(input_);
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  FailingServer(const FailingServer&) = delete;
  FailingServer& operator=(const FailingServer&) = delete;

  int port(const std::string& scenario) const { return ports_.at(scenario); }

  /// PEM of who signs the server's certificates.
  std::string authority() const { return read(folder_.path("authority.pem")); }

  /// "ADDRESS SHA-256 BYTES" of each message that it has taken and means to keep, and what else it writes down.
  std::vector<std::string> written(const std::string& scenario) const {
    std::istringstream all(read(folder_.path(std::to_string(port(scenario)) + ".taken")));
    std::vector<std::string> lines;
    for (std::string line; std::getline(all, line);) lines.push_back(line);
    return lines;
  }
  std::vector<std::string> taken(const std::string& scenario) const {
    std::vector<std::string> messages;
    for (const std::string& line : written(scenario))
      if (line.find('@') < line.find(' ')) messages.push_back(line);
    return messages;
  }
  long connections(const std::string& scenario) const {
    const std::vector<std::string> lines = written(scenario);
    return std::count(lines.begin(), lines.end(), "opened");
  }

 private:
  static std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  pid_t start(const std::vector<std::string>& scenarios, int input, int output) const {
    std::vector<std::string> words{"/usr/bin/python3", "-B", MOGNAD_ROOT "/tests/mail/failing_server.py",
                                   folder_.path("")};
    words.insert(words.end(), scenarios.begin(), scenarios.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const pid_t process = ::fork();
    if (process != 0) return process;
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }

  void read_ports(int output) {
    FILE* lines = ::fdopen(output, "r");
    std::array<char, 4096> line{};
    while (std::fgets(line.data(), line.size(), lines)) {
      const std::string text(line.data());
      if (text == "ready\n") break;
      const std::size_t blank = text.find(' ');
      ports_[text.substr(blank + 1, text.size() - blank - 2)] = std::stoi(text);
    }
    std::fclose(lines);
  }

  ScratchFolder folder_;
  pid_t process_ = -1;
  int input_ = -1;
  std::map<std::string, int> ports_;
};

}  // namespace mognad::test
