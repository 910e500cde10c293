import ArgumentParser
import Configuration
import Foundation
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOPosix
import OpenSSL
import QuizAPI
import QuizCore
import QuizStore
import ServiceLifecycle

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the server.",
        discussion: """
            From the environment: QUIZ_PUBLIC_URL, the address people use, such as https://thi.example.vn;
            QUIZ_TRUSTED_PROXIES, addresses whose X-Forwarded-For counts, comma-separated;
            QUIZ_WRITE_DEADLINE, seconds after which a connection is closed whose peer reads nothing.
            """
    )

    @Option(help: "The data folder.") var data = ".quiz"
    @Option(help: "Address to listen on.") var host = "127.0.0.1"
    @Option(help: "Port to listen on; 0 takes a free one.") var port = 8080
    @Option(help: "Port of 127.0.0.1 for /metrics, /healthz and /readyz; 0 takes a free one. Off unless given.")
    var adminPort: Int?
    @Option(help: "The folder with the pages.") var web = "Web"
    @Option(help: "The folder with vocabulary.yaml and the bank files.") var banks = "QuestionBanks"
    @Option(help: "The folder with the demo contest and the demo units.") var contests = "Contests"
    @Option(help: "The file with the targets that reports compare with.") var targets = "Contests/plans/qd-1907.yaml"
    @Option(help: "The description of the API.") var openapi = "docs/openapi.yaml"
    @Flag(help: "Loads the shipped banks and the demo contest; listens on loopback only unless --host says otherwise.")
    var demo = false
    @Option(help: "Starts although this check of doctor finds an error; may be given several times.")
    var accept: [String] = []

    func run() async throws {
        let folder = try DataFolder(path: data)
        guard let lock = try folder.lock() else {
            throw Refusal(
                vi: "Một máy chủ khác đang dùng thư mục \(data). Hãy dừng nó hoặc chọn --data khác.",
                en: "Another server holds the data folder \(data). Stop it, or name another with --data."
            )
        }
        defer { try? lock.close() }
        LoggingSystem.bootstrap { JSONLogHandler(label: $0) }
        let registry = MetricRegistry()
        MetricsSystem.bootstrap(registry)
        let start = StartCheck(accepted: accept, logger: Logger(label: "quiz"))
        try start.pass(SystemChecks.all() + FolderChecks(folder: folder).all())
        let vocabulary = try SourceFile.vocabulary(in: banks)
        let observer = StoreMetrics(factory: registry).observer
        let store = try await folder.store(vocabulary: vocabulary, observer: observer)
        try start.pass(await StoreChecks(store: store, folder: folder).quick(at: SystemClock.now()))
        let server = try await Server(
            command: self,
            folder: folder,
            store: store,
            vocabulary: vocabulary,
            registry: registry
        )
        try await server.run()
    }

    /// The port, once found: with 0 a free one.
    static func free(_ port: Int, on host: String) async throws -> Int {
        guard port == 0 else { return port }
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: host, port: 0).get()
        defer { channel.close(promise: nil) }
        return channel.localAddress?.port ?? 0
    }
}
