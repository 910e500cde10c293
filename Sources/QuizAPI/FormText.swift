import Hummingbird

extension Parameters {
    /// A text of the query; forms send a space as `+` (WHATWG URL Standard, section 5).
    func text(_ name: String) -> String? {
        get(name)?.replacing("+", with: " ")
    }
}
