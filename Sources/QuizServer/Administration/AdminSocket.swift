import Foundation
import NIOCore
import NIOPosix

/// How a command reaches the server that holds the data folder: one request and one reply over a socket in the folder,
/// each a JSON document that ends where its sender stops writing (I12).
struct AdminSocket: Sendable {
    let path: String
    private static let limit = 64 << 20

    /// Answers until the task is cancelled.
    ///
    /// Only who may open the socket, mode 0600, is heard.
    func serve(
        on group: any EventLoopGroup,
        _ perform: @escaping @Sendable (AdminRequest) async -> AdminReply
    ) async throws {
        let server = try await ServerBootstrap(group: group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    group.addTask { try? await Self.answer(connection, perform) }
                }
            }
        }
    }

    private static func answer(
        _ connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>,
        _ perform: @Sendable (AdminRequest) async -> AdminReply
    ) async throws {
        try await connection.executeThenClose { inbound, outbound in
            let request = try JSONDecoder().decode(AdminRequest.self, from: try await readAll(inbound))
            let reply = try JSONEncoder().encode(await perform(request))
            // Flushed, not only handed over: what waits when the connection is closed behind this would be lost.
            try await connection.channel.writeAndFlush(ByteBuffer(bytes: reply))
            outbound.finish()
        }
    }

    /// Sends one request to a running server.
    func send(_ request: AdminRequest, on group: any EventLoopGroup) async throws -> AdminReply {
        let channel = try await ClientBootstrap(group: group)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: try JSONEncoder().encode(request)))
            outbound.finish()
            return try JSONDecoder().decode(AdminReply.self, from: try await Self.readAll(inbound))
        }
    }

    private static func readAll(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> Data {
        var data = Data()
        for try await buffer in inbound {
            data.append(contentsOf: buffer.readableBytesView)
            guard data.count <= limit else { throw CocoaError(.fileReadTooLarge) }
        }
        return data
    }
}
