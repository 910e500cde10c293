import Metrics
import NIOCore
import NIOEmbedded
import QuizServer
import Testing

/// The guards in front of every connection, on a loop whose time the test moves.
struct ConnectionTests {
    private let registry = MetricRegistry()

    private func figure(_ name: String) throws -> Double? {
        try Exposition(registry.scrape()).values[name]
    }

    private func connect(_ count: ConnectionCount, from address: String) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandler(ConnectionLimit(count: count))
        let peer = try SocketAddress(ipAddress: address, port: 4_711)
        channel.remoteAddress = peer
        try channel.connect(to: peer).wait()
        return channel
    }

    @Test func oneAddressHasItsShareOfConnections() throws {
        let count = ConnectionCount(limit: 2, unlimited: ["10.0.0.1"], factory: registry)
        let first = try connect(count, from: "203.0.113.1")
        let second = try connect(count, from: "::ffff:203.0.113.1")
        let third = try connect(count, from: "203.0.113.1")
        #expect([first, second, third].map(\.isActive) == [true, true, false])
        #expect(try figure("quiz_http_connections_refused_total") == 1)
        let others = try ["203.0.113.2", "2001:db8::1"].map { try connect(count, from: $0) }
        let proxied = try (0..<5).map { _ in try connect(count, from: "10.0.0.1") }
        #expect((others + proxied).allSatisfy { $0.isActive })
        #expect(count.total == 9)
        try first.close().wait()
        #expect(count.total == 8)
        // The refused one has not been counted out as well.
        let fourth = try connect(count, from: "203.0.113.1")
        let fifth = try connect(count, from: "203.0.113.1")
        #expect([fourth, fifth].map(\.isActive) == [true, false])
        for channel in [second, fourth] + others + proxied { try channel.close().wait() }
        #expect(count.total == 0)
    }

    /// A channel that keeps what is written until it is flushed, as a socket whose peer does not read.
    private func writing(limit: TimeAmount = .seconds(30)) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        let rule = WriteDeadline.Rule(limit: limit, factory: registry)
        try channel.pipeline.syncOperations.addHandler(WriteDeadline(rule: rule))
        try channel.connect(to: SocketAddress(ipAddress: "203.0.113.1", port: 4_711)).wait()
        return channel
    }

    private func write(_ bytes: Int, to channel: EmbeddedChannel) {
        channel.write(ByteBuffer(repeating: 0, count: bytes), promise: nil)
    }

    @Test func whoStopsReadingIsClosed() throws {
        let channel = try writing()
        write(100, to: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(39))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
        #expect(try figure("quiz_http_stalled_total") == 1)
    }

    @Test func whoReadsSlowlyStays() throws {
        let channel = try writing()
        for _ in 0..<20 {
            write(100, to: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(20))
            // Something goes out, and more comes in its place.
            channel.flush()
            write(100, to: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(9))
            #expect(channel.isActive)
        }
        channel.flush()
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        #expect(try figure("quiz_http_stalled_total") == 0)
        // And again from the beginning, after a rest.
        write(1, to: channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(41))
        #expect(!channel.isActive)
    }

    @Test func moreToSendIsNoProgress() throws {
        let channel = try writing()
        for _ in 0..<40 {
            write(1_000, to: channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        }
        #expect(!channel.isActive)
    }

    @Test func aClosedConnectionLeavesNoTimer() throws {
        let channel = try writing()
        write(100, to: channel)
        try channel.close().wait()
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(try figure("quiz_http_stalled_total") == 0)
    }
}
