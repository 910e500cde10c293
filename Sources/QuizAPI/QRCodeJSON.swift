import QRCode

extension JSONText {
    /// A QR code as what a page draws it with.
    mutating func field(_ key: JSONKey, _ code: QRCode) {
        object(key) { json in
            json.field("side", code.svgSide)
            json.field("path", code.svgPath)
        }
    }
}
