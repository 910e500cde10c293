package import QuizCore

/// What reading a file came to, in a form that travels between processes.
package struct BankReport: Codable, Hashable, Sendable {
    /// A word about one place of the file.
    package struct Line: Codable, Hashable, Sendable {
        /// Line, or row of a sheet, counted from 1; 0: the file as a whole.
        package let line: Int
        package let column: Int
        package let vi: String
        package let en: String
        /// The beginning of what stands there.
        package let original: String
        /// Nothing is wrong with the question but that we have none of its kind.
        package var isUnsupportedKind = false

        package var fault: Fault { Fault(line: line, column: column, message: Message(vi: vi, en: en)) }
    }

    package struct Place: Codable, Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    /// In the native format; `nil` where there are faults.
    package let yaml: String?
    /// Where there are faults: a bank of the questions that have none, in the native format; for counts only.
    package let sound: String?
    /// Where the questions of either stand in the file, in their order.
    package let places: [Place]
    package let faults: [Line]
    /// How many questions have faults.
    package let faulty: Int
    /// What the format says and ours has no room for.
    package let notices: [Line]
    /// Rows of a sheet, where they were asked for and there are faults.
    package let table: FaultTable?
    /// The pictures of the bank, or of its sound questions, each once.
    package let images: [ReportedImage]

    /// Reads a file and judges it.
    package init(
        _ bytes: [UInt8],
        _ format: BankFormat,
        _ settings: ImportSettings,
        vocabulary: Vocabulary,
        by cryptography: any Cryptography
    ) {
        // Packages of several programs end in `.zip`, and are told apart by what is in them.
        let format = format == .zip ? BankFormat.guess(name: ".zip", bytes) ?? .zip : format
        guard let foreign = Self.takenApart(bytes, format, vocabulary, keepsRows: settings.rows != nil) else {
            self.init(native: bytes, isPackage: format == .zip, vocabulary, cryptography)
            return
        }
        let stock = ImageStock(files: foreign.images, by: cryptography)
        let judged = foreign.judged(
            settings,
            words: format.words,
            vocabulary: vocabulary,
            images: stock,
            by: cryptography
        )
        self.init(foreign, judged, settings, stock)
    }

    /// A file of which nothing else can be said.
    package init(fault: Message) {
        yaml = nil
        sound = nil
        places = []
        faults = [Line(line: 0, column: 0, vi: fault.vi, en: fault.en, original: "")]
        faulty = 0
        notices = []
        table = nil
        images = []
    }

    /// The same with pictures that came apart from it.
    init(_ report: BankReport, images: [ReportedImage]) {
        yaml = report.yaml
        sound = report.sound
        places = report.places
        faults = report.faults
        faulty = report.faulty
        notices = report.notices
        table = report.table
        self.images = images
    }

    private init(
        native bytes: [UInt8],
        isPackage: Bool,
        _ vocabulary: Vocabulary,
        _ cryptography: any Cryptography
    ) {
        var text = bytes
        var stock = ImageStock.none
        var judged: JudgedBank
        do throws(Faults) {
            if isPackage {
                let package = try BankPackage(bytes)
                text = package.yaml
                stock = try package.stock(by: cryptography)
            }
            judged = JudgedBank(yaml: text, vocabulary: vocabulary, images: stock)
        } catch {
            text = []
            judged = JudgedBank(error)
        }
        judged.refuseUnreadable()
        let kept = ReportedImage.kept(&judged, stock)
        images = kept
        yaml = judged.bank?.yaml()
        sound = judged.bank == nil ? judged.sound?.yamlIfAny : nil
        places = judged.places.map { Place(line: $0.line, column: $0.column) }
        let marks = FileMarks(native: text, judged.faults)
        faults = marks.lines(judged.faults)
        faulty = judged.faulty.count
        notices = judged.bank == nil ? [] : marks.lines(stock.notices(used: Set(kept.map(\.file))))
        table = nil
    }

    private init(_ foreign: ForeignBank, _ found: JudgedBank, _ settings: ImportSettings, _ stock: ImageStock) {
        var judged = found
        judged.refuseUnreadable()
        let kept = ReportedImage.kept(&judged, stock)
        let faults = Faults(foreign.faults(settings) + judged.faults).faults
        let marks = FileMarks(foreign)
        images = kept
        yaml = faults.isEmpty ? judged.bank?.yaml() : nil
        let sound = faults.isEmpty ? nil : judged.sound
        self.sound = sound?.yamlIfAny
        places = judged.places.map { Place(line: $0.line, column: $0.column) }
        self.faults = marks.lines(faults.told)
        faulty = marks.count(faults)
        notices =
            marks.lines(foreign.notices + (faults.isEmpty ? stock.notices(used: Set(kept.map(\.file))) : []))
            + (settings.skipsUnsupported ? marks.leftOut(foreign.unsupported) : [])
        table = faults.isEmpty ? nil : foreign.table(settings, faulty: Set(faults.map(\.line)))
    }

    /// - Returns: `nil` for the native format, which is read as it is.
    private static func takenApart(
        _ bytes: [UInt8],
        _ format: BankFormat,
        _ vocabulary: Vocabulary,
        keepsRows: Bool
    ) -> ForeignBank? {
        switch format {
        case .yaml, .zip: nil
        case .csv: CSVBank.read(bytes, vocabulary: vocabulary, keepsRows: keepsRows)
        case .xlsx: XLSXBank.read(bytes, vocabulary: vocabulary, keepsRows: keepsRows)
        case .gift: GIFT.read(bytes)
        case .aiken: Aiken.read(bytes)
        case .moodleXML: MoodleXML.read(bytes)
        case .qti, .qti21, .qti30: QTI.read(bytes)
        case .docx: DOCX.read(bytes, vocabulary: vocabulary)
        }
    }
}

extension Bank {
    /// `nil` for a bank without questions, which is none.
    fileprivate var yamlIfAny: String? { questions.isEmpty ? nil : yaml() }
}

extension [Fault] {
    /// As many as anybody reads, with a last one that says how many are left out.
    fileprivate var told: [Fault] {
        guard count > FaultList.maximumTold + 1 else { return self }
        let list = FaultList()
        for fault in self { list.add(fault) }
        return list.faults.faults
    }
}

extension JudgedBank {
    /// Who gets the bank reads it as any file: what looks like an old encoding as a whole is refused here already.
    fileprivate mutating func refuseUnreadable() {
        guard let text = bank?.yaml(), let fault = LegacyVietnamese.fault(in: text, at: .file) else { return }
        self = JudgedBank(Faults([fault]))
    }
}
