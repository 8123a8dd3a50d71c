// A strip of the common scale for each peer group.
#pragma once

#include "charts/charts.h"

namespace mognad {

Picture draw_peer_strips(const PeerStripsData& data, double width, const ChartStyle& style);
std::string describe_peer_strips(const PeerStripsData& data, const Words& words);

}  // namespace mognad
