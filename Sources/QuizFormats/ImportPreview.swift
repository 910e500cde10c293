package import QuizCore

/// What an import would come to.
package struct ImportPreview: Sendable {
    package let bank: Bank
    package let change: BankChange
    /// Questions that say nearly what others say, here or in other banks.
    package let alike: [BankReport.Line]
    /// How many there are; the list may be shorter.
    package let alikeCount: Int

    /// Compares.
    ///
    /// - Parameters:
    ///   - report: Where the questions stand.
    ///   - bank: What would be stored.
    ///   - former: What stands there now.
    ///   - versions: Versions of banks to look into, newest of each bank first; those of this bank are passed over.
    ///   - looksForAlike: `false` saves the time.
    package init(
        _ report: BankReport,
        _ bank: Bank,
        former: Bank?,
        among versions: [BankVersion],
        looksForAlike: Bool = true
    ) {
        self.bank = bank
        change = BankChange(from: former, to: bank)
        var seen: Set<String> = [bank.id]
        let others = versions.map(\.bank).filter { seen.insert($0.id).inserted }
        (alike, alikeCount) = looksForAlike ? report.alike(bank, among: others) : ([], 0)
    }
}
