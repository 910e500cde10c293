import HTTPTypes
import Hummingbird
import QuizCore
import Synchronization

extension API {
    func addMediaRoutes(to api: inout RouteTable) {
        // Without a session: the name is the SHA-256 of the picture, which nobody can guess who has not seen it, and whoever
        // has seen it on a paper could as well have photographed it.
        api.get("media/:digest") { request, context in try await image(request, context) }
    }

    private func image(_ request: Request, _ context: APIContext) async throws -> Response {
        guard let name = context.path.get("digest"), let digest = [UInt8](hex: name), digest.count == 32 else {
            throw Problem.notFound
        }
        if let known = images.find(digest) { return known.response(to: request) }
        guard let content = try await store.image(digest) else { throw Problem.notFound }
        let made = Representation(image: content)
        images.keep(made, digest, size: content.bytes.count)
        return made.response(to: request)
    }
}

extension Representation {
    /// Kept by browsers for good: other content would have another name.
    fileprivate init(image: ImageContent) {
        self.init(
            image.bytes,
            type: image.facts.type.mediaType,
            name: image.facts.digest.hex,
            compression: .none,
            cacheControl: "public, max-age=31536000, immutable"
        )
    }
}

/// Pictures that were asked for lately: a whole hall asks for the same few.
final class ImageCache: Sendable {
    private struct State {
        var images: [[UInt8]: Representation] = [:]
        var size = 0
    }

    /// Unit: bytes.
    private static let capacity = 32 << 20

    private let state = Mutex(State())

    func find(_ digest: [UInt8]) -> Representation? {
        state.withLock { $0.images[digest] }
    }

    /// Once full it begins anew, as the pictures of a contest that runs fit in.
    func keep(_ image: Representation, _ digest: [UInt8], size: Int) {
        state.withLock { state in
            if state.size + size > Self.capacity { state = State() }
            if state.images.updateValue(image, forKey: digest) == nil { state.size += size }
        }
    }
}
