package import QuizCore

/// JSON while it is being written: replies are few and known, and this is several times faster than an encoder.
package struct JSONText {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {
        bytes.reserveCapacity(256)
    }

    package init(_ build: (inout JSONText) -> Void) {
        self.init()
        object(build)
    }

    package mutating func object(_ build: (inout JSONText) -> Void) {
        open("{")
        build(&self)
        close("}")
    }

    package mutating func object(_ key: StaticString, _ build: (inout JSONText) -> Void) {
        name(key)
        object(build)
    }

    package mutating func list<Elements: Sequence>(
        _ key: StaticString,
        _ elements: Elements,
        _ build: (inout JSONText, Elements.Element) -> Void
    ) {
        name(key)
        open("[")
        for element in elements { build(&self, element) }
        close("]")
    }

    package mutating func field(_ key: StaticString, _ text: String) {
        name(key)
        value(text)
    }

    package mutating func field(_ key: StaticString, _ number: some FixedWidthInteger) {
        name(key)
        value(number)
    }

    package mutating func field(_ key: StaticString, _ flag: Bool) {
        name(key)
        raw(flag ? "true" : "false")
    }

    package mutating func field(_ key: StaticString, _ moment: Timestamp) {
        field(key, moment.rfc3339)
    }

    package mutating func field(_ key: StaticString, _ text: String?) {
        if let text { field(key, text) }
    }

    package mutating func field(_ key: StaticString, _ number: Int?) {
        if let number { field(key, number) }
    }

    package mutating func field(_ key: StaticString, _ moment: Timestamp?) {
        if let moment { field(key, moment) }
    }

    /// What is JSON already.
    package mutating func field(_ key: StaticString, json: String) {
        name(key)
        raw(json)
    }

    package mutating func value(_ text: String) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        // Hardly any text has something to escape: then it is copied in one piece.
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain {
            bytes.append(contentsOf: text.utf8)
        } else {
            escape(text)
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(hex[Int(byte >> 4)])
                bytes.append(hex[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
    }

    package mutating func value(_ number: some FixedWidthInteger) {
        raw(String(number))
    }

    private mutating func raw(_ json: String) {
        comma()
        bytes.append(contentsOf: json.utf8)
        needsComma = true
    }

    private mutating func name(_ key: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: key.description.utf8)
        bytes.append(contentsOf: "\":".utf8)
        needsComma = false
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        comma()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }
}

extension Timestamp {
    /// RFC 3339 in UTC with milliseconds.
    package var rfc3339: String {
        let utc = Timestamp(milliseconds: milliseconds - CalendarDay.offset)
        let day = CalendarDay(of: utc)
        let rest = utc.milliseconds - day.start.milliseconds
        func padded(_ number: Int64, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(day.text)T\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):"
            + "\(padded(rest / 1_000 % 60, 2)).\(padded(rest % 1_000, 3))Z"
    }
}
