// Stored statistics: everything that was computed of a survey as one file, so that many machines that render parts of a
// batch compute nothing twice and all have the same numbers. (A snapshot that closes years, snapshot.h, holds no
// results at all.) The file has raw scores, which nobody may read: it is written for its owner alone, and what is read
// back is a Statistics again, which lets out only what may be shown.
//
// Layout, little-endian: a line that names the format, the hash of the program and that of the inputs (64 characters
// each), then values in the order of `fields()` in stored_statistics.cpp, lists after how many items they have; at the
// end the SHA-256 of all before. Every length, index and count is checked against the model and the data, so that a
// damaged or made up file can't do harm to the program; but the numbers themselves are believed, as the answers are:
// whoever may write the file may say what reports say. Pure but for reading; any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "files/files.h"
#include "statistics/statistics.h"

namespace mognad {

/// What the numbers were made by and of; both as SHA-256 in hexadecimal digits.
struct StatisticsOrigin {
  std::string program;
  std::string inputs;
};

/// Hands the bytes of the file on in parts and returns the hash that they end with, by which manifests know a snapshot.
/// `origin` has 64 characters in both.
std::string store_statistics(const Statistics& statistics, const StatisticsOrigin& origin,
                             const std::function<void(std::string_view)>& part);

/// That hash, as the file tells it; empty where it is too short or can't be read.
std::string hash_told_by(const std::string& path, const Files& files);

struct StoredStatistics {
  Statistics statistics;
  std::string sha256;  // that the file ends with
};

/// Reads them back; model, survey and dataset are those of `origin.inputs` and must outlive the result. A file of
/// another program, of other inputs, or one that is damaged is a problem that says which.
Result<StoredStatistics> read_statistics(const std::string& path, const StatisticsOrigin& origin, const Model& model,
                                         const Survey& survey, const Dataset& dataset, const Files& files);

}  // namespace mognad
