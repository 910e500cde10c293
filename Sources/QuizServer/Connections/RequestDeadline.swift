import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request has not arrived whole within ten seconds.
///
/// Hummingbird's idle timeout starts anew at every parsed part, so a body that trickles in would hold its handler for
/// ever. Whoever sends a large import gets a second more for each 64 KiB.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private static let limit = TimeAmount.seconds(10)
    private static let bytesPerSecond = 64 << 10

    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            deadline = context.eventLoop.now + Self.limit
            if timer == nil { schedule(context) }
        case .body(let bytes):
            let earned = TimeAmount.milliseconds(Int64(bytes.readableBytes) * 1_000 / Int64(Self.bytesPerSecond))
            deadline = deadline.map { $0 + earned }
        case .end:
            deadline = nil
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        context.fireChannelInactive()
    }

    /// One timer a connection, looked at when it fires, rather than one a request.
    private func schedule(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: Self.limit) {
            let (handler, context) = bound.value
            handler.timer = nil
            if let deadline = handler.deadline, deadline <= context.eventLoop.now {
                context.close(promise: nil)
            } else if context.channel.isActive {
                handler.schedule(context)
            }
        }
    }
}
