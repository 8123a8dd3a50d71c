// System calls that fail when they are told to: the n-th of those that a filter lets through, with EIO, once. libfiu's
// library for POSIX calls (preloaded) has most of them; those that take a folder's descriptor, which it lacks, are
// here. One thread arms; calls of all threads are counted.
#pragma once

#include <string>

namespace mognad::test {

/// Whether a failure point of libfiu counts, by its name: "posix/io/rw/write".
using CallFilter = bool (*)(const std::string& name);

/// From now on the `number`-th call from here (counted from 1) fails.
void fail_call(int number, CallFilter counts);

/// The name of the call that failed since; empty when there were not as many. No call fails any more.
std::string failed_call();

}  // namespace mognad::test
