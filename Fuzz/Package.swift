// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .unsafeFlags(["-sanitize=fuzzer"]),
]

let package = Package(
    name: "fuzz",
    dependencies: [.package(path: "../.build/checkouts/Yams")],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
        .target(name: "Zlib", dependencies: ["CZlib"], swiftSettings: settings),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter"),
        .target(name: "XLSXWriter", dependencies: ["CXLSXWriter"], swiftSettings: settings),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode"),
        .target(name: "QRCode", dependencies: ["CQRencode"], swiftSettings: settings),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl"),
        .target(name: "OpenSSL", dependencies: ["COpenSSL"], swiftSettings: settings),
        .target(name: "QuizCore", dependencies: [.product(name: "Yams", package: "Yams")], swiftSettings: settings),
        .target(
            name: "QuizFormats",
            dependencies: ["QRCode", "QuizCore", "XLSXWriter", "Zlib"],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["QuizCore", "QuizFormats", "OpenSSL", "Zlib"],
            swiftSettings: settings,
        ),
    ],
    swiftLanguageModes: [.v6]
)
