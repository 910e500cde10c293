/// The versions of QTI that are written; read are 1.2, 2.0 to 2.2 and 3.0.
package enum QTIVersion: String, CaseIterable, Hashable, Sendable {
    case v21 = "2.1"
    case v30 = "3.0"
}
