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

    /// What was written before and is copied now.
    mutating func field(_ key: StaticString, copy json: [UInt8]) {
        name(key)
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// A text as JSON, by itself.
    static func encoded(_ text: String) -> [UInt8] {
        var json = JSONText()
        json.value(text)
        return json.bytes
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
        key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
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
        let rest = Int(utc.milliseconds - day.start.milliseconds)
        // Several stand in every reply, so that it is written digit by digit.
        var text = Array("0000-00-00T00:00:00.000Z".utf8)
        func put(_ number: Int, from first: Int, digits: Int) {
            var rest = number
            for place in stride(from: first + digits - 1, through: first, by: -1) {
                text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
        put(day.year, from: 0, digits: 4)
        put(day.month, from: 5, digits: 2)
        put(day.day, from: 8, digits: 2)
        put(rest / 3_600_000, from: 11, digits: 2)
        put(rest / 60_000 % 60, from: 14, digits: 2)
        put(rest / 1_000 % 60, from: 17, digits: 2)
        put(rest % 1_000, from: 20, digits: 3)
        return String(decoding: text, as: UTF8.self)
    }
}
