import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The pages, whole in memory, with strong entity tags.
package struct StaticSite: Sendable {
    private struct File: Sendable {
        let body: ByteBuffer
        let type: String
        let tag: String
    }

    private let files: [String: File]

    /// Reads every file below a folder but tests and what starts with a dot.
    ///
    /// `digest`: Names content, as hex.
    package static func load(directory: String, digest: ([UInt8]) -> String) throws -> StaticSite {
        let root = URL(fileURLWithPath: directory).standardizedFileURL.path
        guard let names = FileManager.default.enumerator(atPath: root) else { throw CocoaError(.fileNoSuchFile) }
        var files: [String: File] = [:]
        for case let name as String in names {
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }), !name.hasSuffix(".test.js"),
                name != "package.json", let type = type(of: name),
                let data = FileManager.default.contents(atPath: "\(root)/\(name)")
            else { continue }
            let file = File(body: ByteBuffer(bytes: data), type: type, tag: "\"\(digest(Array(data)).prefix(32))\"")
            files["/" + name] = file
            if name.hasSuffix("index.html") { files["/" + name.dropLast("index.html".count)] = file }
        }
        return StaticSite(files: files)
    }

    func response(path: String, ifNoneMatch: String?) -> Response {
        guard let file = files[path] else {
            guard let page = files["/404.html"] else { return Response(status: .notFound) }
            return Response(status: .notFound, headers: [.contentType: page.type], body: .init(byteBuffer: page.body))
        }
        var headers: HTTPFields = [.contentType: file.type, .eTag: file.tag, .cacheControl: "no-cache"]
        if EntityTag.matches(ifNoneMatch, file.tag) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.body))
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml; charset=utf-8"
        case "png": "image/png"
        case "txt": "text/plain; charset=utf-8"
        case "webmanifest": "application/manifest+json; charset=utf-8"
        default: nil
        }
    }
}

enum EntityTag {
    /// Whether an If-None-Match names the tag (RFC 9110, 13.1.2: a list or `*`, compared weakly).
    static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            .contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
    }
}
