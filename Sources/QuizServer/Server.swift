import Configuration
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import OpenSSL
import QuizAPI
import QuizCore
import QuizStore
import ServiceLifecycle
import Synchronization
import UnixSignals
import Zlib

/// The running whole: store, HTTP, admin socket, and the order in which they come and go.
struct Server {
    private let folder: DataFolder
    private let store: Store
    private let administration: Administration
    private let command: Serve
    private let port: Int
    private let publicURL: String
    private let trustedProxies: Set<String>
    private let vocabulary: Vocabulary
    private let logger = Logger(label: "quiz")

    init(command: Serve, folder: DataFolder, store: Store, vocabulary: Vocabulary) async throws {
        self.command = command
        self.folder = folder
        self.store = store
        self.vocabulary = vocabulary
        administration = Administration(
            store: store,
            folder: folder,
            vocabulary: vocabulary,
            banks: command.banks
        )
        port = try await command.freePort()
        let configuration = ConfigReader(provider: EnvironmentVariablesProvider()).scoped(to: "quiz")
        publicURL = configuration.string(forKey: "public.url", default: "http://\(command.host):\(port)")
        trustedProxies = Set(
            configuration.string(forKey: "trusted.proxies", default: "").split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        )
    }

    /// Runs until SIGTERM or SIGINT, then drains: no new requests, the inbox written out, the mark set.
    func run() async throws {
        let state = ServerState()
        let compression = Compression { Gzip.compress($0) }
        let site = try StaticSite.load(directory: command.web, compression: compression) { SHA256.hash($0).hex }
        let description = try SourceFile.read(command.openapi)
        let serverKey = try folder.serverKey()
        let folder = folder
        let lane = PasswordLane()
        let reading = administration.reading
        let api = API(
            store: store,
            cryptography: SystemCryptography(),
            random: { SecureRandom.bytes($0) },
            now: SystemClock.now,
            keys: APIKeys(serverKey: serverKey, contestKey: { try? folder.contestKey($0) }),
            passwords: PasswordCheck(verify: { await lane.check($0, against: $1) }),
            bankReading: BankReading(report: { try await reading.report($0, $1, $2) }),
            settings: APISettings(
                publicURL: publicURL,
                trustedProxies: trustedProxies,
                isDraining: { state.isDraining },
                isReady: { state.isReady }
            ),
            vocabulary: vocabulary,
            web: site,
            openapi: Array(description),
            logger: logger,
            compression: compression
        )
        var application = Application(
            responder: api.responder(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RequestDeadline()],
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10,
                        maxHeaderListSize: 16 << 10,
                        maxHeaderFieldCount: 64
                    )
                )
            ),
            configuration: .init(
                address: .hostname(command.host, port: port),
                backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(8_192)
            ),
            onServerRunning: { _ in announce(state) },
            logger: logger
        )
        application.addServices(AdminService(socket: AdminSocket(path: folder.socket), administration: administration))
        try await withThrowingTaskGroup(of: Void.self) { group in
            let store = store
            let writing = Task { await store.run { try? folder.setMark($0) } }
            if command.demo { try await Demo(command: command, administration: administration).load() }
            let services = ServiceGroup(
                configuration: .init(
                    services: [DrainService(state: state), application],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger
                )
            )
            group.addTask { try await services.run() }
            do {
                try await group.waitForAll()
            } catch {
                store.close()
                await writing.value
                throw refusal(for: error)
            }
            store.close()
            await writing.value
        }
    }

    private func announce(_ state: ServerState) {
        state.setReady()
        Terminal.say("Đang chạy tại \(publicURL)")
        for definition in store.definitions() {
            Terminal.say("  \(definition.contest.title): \(publicURL)/thi/?contest=\(definition.contest.id)")
            Terminal.say("  Bảng vàng: \(publicURL)/bang-vang/?contest=\(definition.contest.id)")
        }
        Terminal.say("  Ban Tổ chức: \(publicURL)/to-chuc/   Đầu mối: \(publicURL)/dau-moi/")
    }

    private func refusal(for error: any Error) -> any Error {
        guard let error = error as? IOError, error.errnoCode == EADDRINUSE else { return error }
        return Refusal(
            vi: "Cổng \(port) đã có chương trình khác dùng. Chọn cổng khác bằng --port.",
            en: "Port \(port) is taken by another program. Choose another with --port."
        )
    }
}

/// What /readyz tells.
final class ServerState: Sendable {
    private let ready = Atomic<Bool>(false)
    private let draining = Atomic<Bool>(false)

    var isReady: Bool { ready.load(ordering: .relaxed) && !isDraining }
    var isDraining: Bool { draining.load(ordering: .relaxed) }
    func setReady() { ready.store(true, ordering: .relaxed) }
    func setDraining() { draining.store(true, ordering: .relaxed) }
}

/// Notes that shutdown has begun, so that load balancers look elsewhere.
struct DrainService: Service {
    let state: ServerState

    func run() async throws {
        try? await gracefulShutdown()
        state.setDraining()
    }
}

struct AdminService: Service {
    let socket: AdminSocket
    let administration: Administration

    func run() async throws {
        let administration = administration
        let serving = Task {
            try await socket.serve(on: .singletonMultiThreadedEventLoopGroup) { await administration.perform($0) }
        }
        try? await gracefulShutdown()
        serving.cancel()
        _ = try? await serving.value
    }
}
