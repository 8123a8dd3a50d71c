// System calls that fail when they are told to: the n-th of those that are named, with EIO, once. libfiu's library for
// POSIX calls (preloaded) has most of them; those that take a folder's descriptor, which it lacks, are here. One thread
// arms; calls of all threads are counted.
#pragma once

#include <string>
#include <vector>

namespace mognad::test {

/// Names of libfiu's failure points without "posix/io/": "rw/write". One that ends in "/reduce" makes a read or a write
/// shorter than asked for, which is no failure.
using Calls = std::vector<std::string>;

/// From now on the `number`-th of these calls (counted from 1) fails.
void fail_call(int number, const Calls& calls);

/// The name of the call that failed since; empty when there were not as many. No call fails any more.
std::string failed_call();

}  // namespace mognad::test
