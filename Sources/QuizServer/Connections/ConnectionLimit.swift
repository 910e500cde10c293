package import NIOCore
import QuizAPI

/// Closes a connection at once if its address has too many open already.
///
/// First in the pipeline, so that nothing is read from what is closed.
package final class ConnectionLimit: ChannelInboundHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = ByteBuffer

    private let count: ConnectionCount
    /// Under which it was counted; kept, since a channel that has closed knows its address no more.
    private var address: String?

    package init(count: ConnectionCount) {
        self.count = count
    }

    package func channelActive(context: ChannelHandlerContext) {
        let peer = context.remoteAddress.flatMap { RemoteAddress.canonical($0) } ?? "unknown"
        guard count.enter(peer) else {
            context.close(promise: nil)
            return
        }
        address = peer
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        if let address { count.leave(address) }
        address = nil
        context.fireChannelInactive()
    }
}
