import Foundation

extension String {
    /// Lower case without marks, đ as d, single spaces: what people type when they search.
    package var folded: String {
        let plain = decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.compactMap { scalar in
            switch scalar {
            case "đ": "d" as Unicode.Scalar
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: nil
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(plain)).split { $0.isWhitespace }.joined(separator: " ")
    }
}
