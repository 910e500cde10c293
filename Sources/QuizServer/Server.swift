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
    let store: Store
    private let administration: Administration
    private let command: Serve
    private let port: Int
    private let adminPort: Int?
    private let settings: ServerSettings
    let registry: MetricRegistry
    private let vocabulary: Vocabulary
    private let logger = Logger(label: "quiz")

    init(
        command: Serve,
        folder: DataFolder,
        store: Store,
        vocabulary: Vocabulary,
        registry: MetricRegistry
    ) async throws {
        self.registry = registry
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
        port = try await Serve.free(command.port, on: command.host)
        adminPort =
            if let wanted = command.adminPort { try await Serve.free(wanted, on: AdminListener.host) } else { nil }
        settings = try ServerSettings(
            ConfigReader(provider: EnvironmentVariablesProvider()),
            address: "http://\(command.host):\(port)"
        )
    }

    /// Runs until SIGTERM or SIGINT, then drains: no new requests, the inbox written out, the mark set.
    func run() async throws {
        let state = ServerState()
        let compression = Compression { Gzip.compress($0) }
        let site = try StaticSite.load(directory: command.web, compression: compression) { SHA256.hash($0).hex }
        let description = try SourceFile.read(command.openapi)
        let serverKey = try folder.serverKey()
        let signer = CertificateSigner(privateKey: try folder.certificateKey())
        let folder = folder
        let lane = PasswordLane()
        let reading = administration.reading
        let api = API(
            store: store,
            cryptography: SystemCryptography(),
            random: { SecureRandom.bytes($0) },
            now: SystemClock.now,
            keys: APIKeys(serverKey: serverKey, contestKey: { try? folder.contestKey($0) }, certificates: signer),
            passwords: PasswordCheck(verify: { await lane.check($0, against: $1) }),
            secrets: .system(lane),
            bankReading: BankReading(report: { try await reading.report($0, $1, $2) }),
            rosterReading: RosterReading(table: { try await reading.roster($0) }),
            settings: APISettings(
                publicURL: settings.publicURL,
                trustedProxies: settings.trustedProxies,
                isDraining: { state.isDraining },
                isReady: { state.isReady }
            ),
            vocabulary: vocabulary,
            targets: try SourceFile.targets(command.targets, vocabulary: vocabulary),
            web: site,
            openapi: Array(description),
            logger: logger,
            compression: compression,
            metrics: registry
        )
        let count = ConnectionCount(unlimited: settings.trustedProxies, factory: registry)
        let rule = WriteDeadline.Rule(limit: settings.writeDeadline, factory: registry)
        lookUpFigures(count: count) { api.cachedSessions }
        var application = Application(
            responder: api.responder(),
            server: HTTPServerBuilder { responder in
                GuardedChannel(
                    base: HTTP1Channel(responder: responder, configuration: .limited),
                    count: count,
                    rule: rule
                )
            },
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
                    services: [application] + services(state),
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

    /// What stands beside the public listener; it stops first, since a group stops its services from the last to the first.
    private func services(_ state: ServerState) -> [any Service] {
        var services: [any Service] = [DrainService(state: state), DatabaseCheck(store: store, logger: logger)]
        if let adminPort {
            services.append(
                AdminListener(port: adminPort, registry: registry, isReady: { state.isReady }, logger: logger)
            )
        }
        return services
    }

    private func announce(_ state: ServerState) {
        state.setReady()
        let publicURL = settings.publicURL
        Terminal.say("Đang chạy tại \(publicURL)")
        for definition in store.definitions() {
            Terminal.say("  \(definition.contest.title): \(publicURL)/thi/?contest=\(definition.contest.id)")
            Terminal.say("  Bảng vàng: \(publicURL)/bang-vang/?contest=\(definition.contest.id)")
        }
        Terminal.say("  Ban Tổ chức: \(publicURL)/to-chuc/   Đầu mối: \(publicURL)/dau-moi/")
        if let adminPort { Terminal.say("  Số liệu vận hành: http://\(AdminListener.host):\(adminPort)/metrics") }
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
