/// What lists and reports are handed on as.
package enum ListFormat: String, CaseIterable, Codable, Hashable, Sendable {
    case csv, xlsx, json

    package var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json; charset=utf-8"
        }
    }
}
