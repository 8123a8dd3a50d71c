// Awkward data for the charts of a year's publication.
#pragma once

#include "charts/awkward_data.h"

namespace mognad::test {

inline AwkwardChart awkward_chart(Of<ScaleRowsData>, const AwkwardData&) { return {"scale rows", 468, ScaleRowsData(), {}}; }
inline AwkwardChart awkward_chart(Of<ShareBarsData>, const AwkwardData&) { return {"share bars", 468, ShareBarsData(), {}}; }
inline AwkwardChart awkward_chart(Of<TypeMatrixData>, const AwkwardData&) { return {"type matrix", 468, TypeMatrixData(), {}}; }
inline AwkwardChart awkward_chart(Of<TileMapData>, const AwkwardData&) { return {"tile map", 468, TileMapData(), {}}; }
inline AwkwardChart awkward_chart(Of<TypeMovesData>, const AwkwardData&) { return {"type moves", 468, TypeMovesData(), {}}; }
inline AwkwardChart awkward_chart(Of<SeriesData>, const AwkwardData&) { return {"series", 468, SeriesData(), {}}; }
inline AwkwardChart awkward_chart(Of<CorrelationData>, const AwkwardData&) { return {"correlation", 468, CorrelationData(), {}}; }
inline AwkwardChart awkward_chart(Of<YearColumnsData>, const AwkwardData&) { return {"year columns", 468, YearColumnsData(), {}}; }

}  // namespace mognad::test
