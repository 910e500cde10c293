import Foundation
import HTTPTypes
import Hummingbird

/// The pages, whole in memory, packed once, with strong entity tags.
package struct StaticSite: Sendable {
    private let files: [String: Representation]

    /// Reads every file below a folder but tests and what starts with a dot.
    ///
    /// `digest`: Names content, as hex.
    package static func load(
        directory: String,
        compression: Compression = .none,
        digest: ([UInt8]) -> String
    ) throws -> StaticSite {
        let root = URL(fileURLWithPath: directory).standardizedFileURL.path
        guard let names = FileManager.default.enumerator(atPath: root) else { throw CocoaError(.fileNoSuchFile) }
        var files: [String: Representation] = [:]
        for case let name as String in names {
            guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }), !name.hasSuffix(".test.js"),
                name != "package.json", let type = type(of: name),
                let data = FileManager.default.contents(atPath: "\(root)/\(name)")
            else { continue }
            let bytes = Array(data)
            let tag = String(digest(bytes).prefix(32))
            let file = Representation(bytes, type: type, name: tag, compression: compression)
            files["/" + name] = file
            if name == "index.html" || name.hasSuffix("/index.html") {
                files["/" + name.dropLast("index.html".count)] = file
            }
        }
        return StaticSite(files: files)
    }

    func response(to request: Request) -> Response {
        let path = request.uri.path
        if let file = files[path] { return file.response(to: request) }
        // Only folders that are there: an address is never made up from what was sent.
        if files[path + "/"] != nil {
            let query = request.uri.query.map { "?" + $0 } ?? ""
            return Response(status: .permanentRedirect, headers: [.location: path + "/" + query])
        }
        return files["/404.html"]?.response(to: request, status: .notFound) ?? Response(status: .notFound)
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
