#include "commands/command_options.h"

int main(int count, char** arguments) { return mognad::run_command_line(count, arguments); }
