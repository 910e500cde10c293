import HummingbirdCore
import Logging
import NIOCore

/// A connection of HTTP/1 behind the guards that work on bytes.
struct GuardedChannel: ServerChildChannel {
    private let base: HTTP1Channel
    private let count: ConnectionCount
    private let rule: WriteDeadline.Rule

    init(base: HTTP1Channel, count: ConnectionCount, rule: WriteDeadline.Rule) {
        self.base = base
        self.count = count
        self.rule = rule
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(ConnectionLimit(count: count))
            try pipeline.addHandler(WriteDeadline(rule: rule))
        }.flatMap {
            base.setup(channel: channel, logger: logger)
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

extension HTTP1Channel.Configuration {
    /// Limits on what one request may bring, and how long it may take.
    static var limited: HTTP1Channel.Configuration {
        .init(
            additionalChannelHandlers: [RequestDeadline()],
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 << 10,
                maxHeaderListSize: 16 << 10,
                maxHeaderFieldCount: 64
            )
        )
    }
}
