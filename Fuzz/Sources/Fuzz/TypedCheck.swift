import Foundation
import QuizCore
import QuizFormats

/// What people type, and names of files.
enum TypedCheck {
    static func check(_ bytes: [UInt8]) {
        let typed = String(decoding: bytes, as: UTF8.self)
        if let code = EntryCode(typed) { demand(EntryCode(code.text) == code, "the code \(code.text)") }
        if let phone = Phone(typed) {
            demand(phone.digits.utf8.count == 10 && Phone(phone.digits) == phone, "the number \(phone.digits)")
        }
        if let name = PersonName(typed) {
            demandComposed(name.text)
            demand(PersonName(name.text) == name && !name.masked.isEmpty, "the name \(name.text)")
            demand(!name.sortKey.isEmpty, "the order of \(name.text)")
        }
        for decimals in 0...PredictionValue.maximumDecimals {
            guard let value = PredictionValue(typed, decimals: decimals) else { continue }
            demand(value.fits(decimals: decimals), "\(value.text) with \(decimals) decimals")
            demand(PredictionValue(value.text, decimals: decimals) == value, "the number \(value.text)")
        }
        if let value = DecimalValue(typed) { demand(DecimalValue(value.text) == value, "the number \(value.text)") }
        demand(
            typed.unicodeScalars.contains(where: \.isRefused) || typed.folded.folded == typed.folded,
            "\(typed.debugDescription) folds to \(typed.folded.debugDescription)"
        )
        demand(
            String(decoding: typed.normal, as: UTF8.self).normal == typed.normal,
            "the form of \(typed.debugDescription)"
        )
        if let id = ImportSettings.id(from: typed) {
            demand((1...64).contains(id.utf8.count) && id.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "the id \(id)")
        }
        _ = BankFormat.guess(name: typed, bytes)
        demandTold("\(typed.excerpt).", "'\(typed.excerpt)'")
    }
}
