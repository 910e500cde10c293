import Foundation

/// The two functions that Swift's own library lacks.
enum Exponential {
    static func of(_ value: Double) -> Double { exp(value) }

    /// How likely a normal value is above `z`.
    static func normalTail(above z: Double) -> Double { erfc(z / 2.0.squareRoot()) / 2 }
}
