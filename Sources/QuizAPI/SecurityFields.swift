import HTTPTypes

/// Header fields that tell a browser what it may do with a reply.
struct SecurityFields: Sendable {
    let ofPages: [HTTPField]
    /// With a policy that admits nothing at all, since a reply with data is no document; a picture opened by itself is one,
    /// and is shut off from everything.
    let ofData: [HTTPField]

    init(isSecure: Bool) {
        var all = [HTTPField(name: .xContentTypeOptions, value: "nosniff")]
        all += Self.field("Referrer-Policy", "no-referrer")
        all += Self.field("Cross-Origin-Opener-Policy", "same-origin")
        all += Self.field("Cross-Origin-Resource-Policy", "same-origin")
        if isSecure {
            all.append(HTTPField(name: .strictTransportSecurity, value: "max-age=63072000; includeSubDomains"))
        }
        let shut = "default-src 'none'; frame-ancestors 'none'; sandbox"
        ofData = all + [HTTPField(name: .contentSecurityPolicy, value: shut)]
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ofPages = all + [HTTPField(name: .contentSecurityPolicy, value: policy)]
    }

    /// A field that the types package has no name for.
    private static func field(_ name: String, _ value: String) -> [HTTPField] {
        HTTPField.Name(name).map { [HTTPField(name: $0, value: value)] } ?? []
    }
}
