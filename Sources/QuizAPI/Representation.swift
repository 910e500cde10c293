import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// How bytes are packed for the way; wired in by the server, since the rest of the house imports no C.
package struct Compression: Sendable {
    /// gzip (RFC 1952).
    ///
    /// Result: `nil`: send them as they are.
    let gzip: @Sendable ([UInt8]) -> [UInt8]?

    package init(gzip: @escaping @Sendable ([UInt8]) -> [UInt8]?) {
        self.gzip = gzip
    }

    package static let none = Compression { _ in nil }
}

/// Content that is made once and sent many times: plain and packed, each with a strong entity tag of its own.
struct Representation: Sendable {
    private struct Variant: Sendable {
        let body: ByteBuffer
        let tag: String
        let headers: HTTPFields
        let unchanged: HTTPFields

        init(_ bytes: [UInt8], tag: String, type: String, encoding: String?, varies: Bool, cacheControl: String) {
            body = ByteBuffer(bytes: bytes)
            self.tag = tag
            var headers: HTTPFields = [.eTag: tag, .cacheControl: cacheControl]
            if varies { headers[.vary] = "Accept-Encoding" }
            unchanged = headers
            headers[.contentType] = type
            if let encoding { headers[.contentEncoding] = encoding }
            headers[.contentLength] = String(bytes.count)
            self.headers = headers
        }
    }

    /// Below this a header weighs more than what packing saves.
    private static let smallestPacked = 600

    private let plain: Variant
    private let packed: Variant?

    /// `name`: Stands for the content in entity tags; ASCII letters and digits.
    init(
        _ bytes: [UInt8],
        type: String,
        name: String,
        compression: Compression,
        cacheControl: String = "no-cache"
    ) {
        var small: [UInt8]?
        if bytes.count >= Self.smallestPacked, !type.hasPrefix("image/png"), let made = compression.gzip(bytes) {
            small = made.count < bytes.count ? made : nil
        }
        plain = Variant(
            bytes,
            tag: "\"\(name)\"",
            type: type,
            encoding: nil,
            varies: small != nil,
            cacheControl: cacheControl
        )
        packed = small.map { bytes in
            Variant(
                bytes,
                tag: "\"\(name)-gz\"",
                type: type,
                encoding: "gzip",
                varies: true,
                cacheControl: cacheControl
            )
        }
    }

    /// The variant that the client takes, or 304 if it has that one.
    func response(to request: Request, status: HTTPResponse.Status = .ok) -> Response {
        var variant = plain
        if let packed, Self.takesGzip(request.headers[.acceptEncoding]) { variant = packed }
        if status == .ok, EntityTag.matches(request.headers[.ifNoneMatch], variant.tag) {
            return Response(status: .notModified, headers: variant.unchanged)
        }
        return Response(status: status, headers: variant.headers, body: .init(byteBuffer: variant.body))
    }

    /// Whether an Accept-Encoding admits gzip (RFC 9110, 12.5.3).
    static func takesGzip(_ header: String?) -> Bool {
        guard let header else { return false }
        for item in header.split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            guard parts.first == "gzip" else { continue }
            return !parts.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.0") && Double($0.dropFirst(2)) == 0 }
        }
        return false
    }
}

enum EntityTag {
    /// Whether an If-None-Match names the tag (RFC 9110, 13.1.2: a list or `*`, compared weakly).
    static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        if header == tag { return true }
        return header.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            .contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
    }
}
