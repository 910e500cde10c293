/// Letters set high or low, as Unicode has them: `10²`, `CO₂`; else marked as in mathematics: `x^k`.
struct ScriptForm {
    private let isRaised: Bool
    private var isMarked = false

    init(isRaised: Bool) {
        self.isRaised = isRaised
    }

    mutating func form(of scalar: Unicode.Scalar) -> String {
        if let form = (isRaised ? Self.raised : Self.lowered)[scalar] { return String(form) }
        defer { isMarked = true }
        return isMarked ? String(scalar) : (isRaised ? "^" : "_") + String(scalar)
    }

    private static let raised: [Unicode.Scalar: Character] = pairs("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
    private static let lowered: [Unicode.Scalar: Character] = pairs("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

    private static func pairs(_ plain: String, _ set: String) -> [Unicode.Scalar: Character] {
        Dictionary(zip(plain.unicodeScalars, set)) { first, _ in first }
    }
}
