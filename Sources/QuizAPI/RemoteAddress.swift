package import NIOCore

/// Addresses in the one form in which they are compared.
package enum RemoteAddress {
    /// The form of an IPv4 or IPv6 address as it is written by people or proxies, also with a port.
    ///
    /// IPv4 within IPv6 (`::ffff:10.0.0.1`), as a socket that listens on `::` shows it, is IPv4.
    ///
    /// - Returns: `nil`: it is no address.
    package static func canonical(_ text: some StringProtocol) -> String? {
        var text = text.trimming { $0 == " " || $0 == "\t" }
        if text.first == "[", let end = text.firstIndex(of: "]") {
            text = text[text.index(after: text.startIndex)..<end]
        } else if text.contains("."), text.count(where: { $0 == ":" }) == 1 {
            text = text.prefix { $0 != ":" }
        }
        // The longest form of an address has 45 characters; a NUL would end it for the system.
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        return (try? SocketAddress(ipAddress: String(text), port: 0)).flatMap(canonical)
    }

    /// The address of a peer.
    package static func canonical(_ address: SocketAddress) -> String? {
        guard let text = address.ipAddress else { return nil }
        let mapped = "::ffff:"
        return text.hasPrefix(mapped) && text.contains(".") ? String(text.dropFirst(mapped.count)) : text
    }

    /// Where a request comes from; what a proxy says counts only if it is one of ours.
    ///
    /// Each proxy appends whom it was called by, so the list is read from its end up to the first who is not ours;
    /// what stands before that was written by a stranger.
    ///
    /// - Parameters:
    ///   - peer: Who is connected.
    ///   - forwarded: The values of X-Forwarded-For.
    ///   - trustedProxies: In the form of ``canonical(_:)``.
    /// - Returns: An address in that form, or `unknown`.
    package static func origin(of peer: SocketAddress?, forwarded: [String], trustedProxies: Set<String>) -> String {
        var address = peer.flatMap { canonical($0) } ?? "unknown"
        for hop in forwarded.joined(separator: ",").split(separator: ",").reversed() {
            guard trustedProxies.contains(address), let named = canonical(hop) else { break }
            address = named
        }
        return address
    }
}

extension StringProtocol {
    fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> Substring {
        var rest = Substring(self).drop(while: isLeftOut)
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return rest
    }
}
