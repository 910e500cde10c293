import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

/// A reply that a browser keeps as a file.
struct Attachment {
    /// May hold any letters.
    let name: String
    let type: String
    let bytes: [UInt8]

    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: disposition],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// With the name in ASCII, and as it is for all that know how to read it (RFC 6266, RFC 8187).
    private var disposition: String {
        let name = Self.safe(name)
        let plain = name.unicodeScalars.allSatisfy(\.isASCII) ? name : name.folded
        let ascii = String(plain.map { $0.isASCII ? $0 : "-" })
        return "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(Self.encoded(name))"
    }

    /// Without what would end the header, name a folder, or hide the end of the name.
    private static func safe(_ name: String) -> String {
        let scalars = name.composed.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.isRefused || "\"\\/:*?<>|%\t\r\n".unicodeScalars.contains(scalar) ? "-" : scalar
        }
        let text = String(String.UnicodeScalarView(scalars)).trimmed
        let visible = String(text.drop { $0 == "." }.suffix(150))
        return visible.isEmpty ? "file" : visible
    }

    /// RFC 8187, `value-chars`.
    private static func encoded(_ name: String) -> String {
        let kept = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return name.addingPercentEncoding(withAllowedCharacters: kept) ?? "file"
    }
}
