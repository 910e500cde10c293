// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode with every check that Hummingbird 2 allows; the reasons are in docs/decisions/0001-swift-settings.md.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// Tests are compiled plainly even where what they try is optimized: optimizing them takes longer than they run.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

let package = Package(
    name: "bang-vang",
    products: [
        .executable(name: "quizserver", targets: ["QuizServer"])
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        // Below this a single request ends the process: GHSA-rj37-6j9x-74q6.
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: settings),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Zlib", dependencies: ["CZlib"], swiftSettings: settings),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "XLSXWriter", dependencies: ["CXLSXWriter"], swiftSettings: settings),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "QRCode", dependencies: ["CQRencode"], swiftSettings: settings),
        .systemLibrary(name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
        .target(name: "CertificatePDF", dependencies: ["CRsvg"], swiftSettings: settings),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(name: "OpenSSL", dependencies: ["COpenSSL"], swiftSettings: settings),
        .target(
            name: "QuizCore",
            dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: settings
        ),
        .target(
            name: "QuizFormats",
            dependencies: ["QRCode", "QuizCore", "XLSXWriter", "Zlib"],
            swiftSettings: settings
        ),
        .target(
            name: "QuizStore",
            dependencies: ["QuizCore", "SQLite"],
            swiftSettings: settings
        ),
        .target(
            name: "QuizAPI",
            dependencies: [
                "CertificatePDF", "QRCode", "QuizCore", "QuizFormats", "XLSXWriter",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "QuizServer",
            dependencies: [
                "QuizAPI", "QuizCore", "QuizFormats", "QuizStore", "OpenSSL", "Zlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "Floor",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/Floor",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "CoreBenchmark",
            dependencies: ["QuizCore", "OpenSSL"],
            path: "Benchmarks/Core",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "RankingReplay",
            dependencies: ["QuizCore", "OpenSSL"],
            path: "Tests/Ranking/Replay",
            swiftSettings: settings
        ),
        .testTarget(name: "QuizCoreTests", dependencies: ["QuizCore", "OpenSSL"], swiftSettings: testSettings),
        .testTarget(
            name: "QuizFormatsTests",
            dependencies: ["CertificatePDF", "QuizFormats", "QuizCore", "OpenSSL", "XLSXWriter", "Zlib"],
            exclude: ["Files"],
            swiftSettings: testSettings
        ),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: testSettings),
        .testTarget(name: "OpenSSLTests", dependencies: ["OpenSSL"], swiftSettings: testSettings),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode"], swiftSettings: testSettings),
        .testTarget(name: "XLSXWriterTests", dependencies: ["XLSXWriter"], swiftSettings: testSettings),
        .testTarget(name: "ZlibTests", dependencies: ["Zlib"], swiftSettings: testSettings),
        .testTarget(
            name: "QuizAPITests",
            dependencies: [
                "QuizAPI", "QuizCore", "QuizFormats", "OpenSSL",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: testSettings
        ),
        .testTarget(
            name: "QuizServerTests",
            dependencies: [
                "QuizServer", "QuizStore",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            swiftSettings: testSettings
        ),
        .testTarget(
            name: "QuizStoreTests",
            dependencies: ["QuizStore", "QuizCore", "OpenSSL"],
            swiftSettings: testSettings
        ),
        .testTarget(
            name: "AuthorizationTests",
            dependencies: [
                "QuizAPI", "QuizCore", "QuizFormats", "QuizStore", "OpenSSL",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: testSettings
        ),
    ],
    swiftLanguageModes: [.v6]
)
