package import Metrics
package import NIOCore

/// Closes a connection whose peer does not read: bytes wait to be sent, and none has gone out for the whole limit.
///
/// Hummingbird's idle timeout rests while a reply is being written, so whoever asks for much and reads nothing would hold
/// its buffers and its handler for ever. Sits where bytes leave, so that a slow reader is told from one who has stopped.
package final class WriteDeadline: ChannelOutboundHandler {
    package typealias OutboundIn = IOData
    package typealias OutboundOut = IOData

    package struct Rule: Sendable {
        package let limit: TimeAmount
        private let stalled: Counter

        package init(limit: TimeAmount = .seconds(30), factory: any MetricsFactory) {
            self.limit = limit
            stalled = Counter(label: "quiz_http_stalled_total", factory: factory)
        }

        fileprivate func takeNote() { stalled.increment() }
        /// It is looked at this often, so that a peer is closed at most a third late.
        fileprivate var turn: TimeAmount { .nanoseconds(max(limit.nanoseconds / 3, 1)) }
    }

    private let rule: Rule
    private var written = 0
    /// Bytes known to have gone out, and when more had than before.
    private var progress: (sent: Int, at: NIODeadline)?
    private var timer: Scheduled<Void>?

    package init(rule: Rule) {
        self.rule = rule
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        written &+= unwrapOutboundIn(data).readableBytes
        if timer == nil { schedule(context) }
        context.write(data, promise: promise)
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    /// One timer a connection, and only while something was written lately.
    private func schedule(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: rule.turn) {
            let (handler, context) = bound.value
            handler.timer = nil
            handler.look(context)
        }
    }

    private func look(_ context: ChannelHandlerContext) {
        let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        guard waiting > 0, context.channel.isActive else {
            progress = nil
            return
        }
        let sent = written &- waiting
        let now = context.eventLoop.now
        if let progress, progress.sent == sent {
            if now - progress.at >= rule.limit {
                rule.takeNote()
                context.close(promise: nil)
                return
            }
        } else {
            progress = (sent, now)
        }
        schedule(context)
    }
}
