/// Reads the image of a question: which file, and what it shows.
struct ImageReader {
    static let keys = ["file", "alt"]

    let stock: ImageStock

    /// - Returns: `nil` after telling what is wrong.
    func read(_ field: Field) -> Image? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let named = map.required("file")
        let file = named.flatMap { name($0) }
        let known = file.flatMap { file in named.flatMap { facts(of: file, $0) } }
        let words = alt(map, file: file)
        guard let file, let known, let words else { return nil }
        return Image(file: file, facts: known, alt: words)
    }

    /// One name, never a path: nothing leads out of the folder of the bank.
    private func name(_ field: Field) -> String? {
        guard let name = field.text(most: 1_000) else { return nil }
        guard let id = Field(node: field.node, name: "file", faults: FaultList()).id(), !id.hasPrefix(".") else {
            return field.tell(
                vi: "tên ảnh “\(name.excerpt)” chỉ được gồm chữ không dấu, chữ số, “-”, “_”, “.”, nhiều nhất 64 ký tự, "
                    + "không có thư mục; hãy đổi tên tệp",
                en: "the picture's name '\(name.excerpt)' may hold only ASCII letters, digits, '-', '_', '.', "
                    + "at most 64, and no folder; rename the file"
            )
        }
        return id
    }

    private func facts(of file: String, _ field: Field) -> ImageFacts? {
        switch stock.entries[file] {
        case .taken(let facts): return facts
        case .refused(let message): return field.tell(vi: "\(file): \(message.vi)", en: "\(file): \(message.en)")
        case nil:
            return field.tell(
                vi: "không có tệp ảnh “\(file)”; đặt nó vào thư mục cùng tên với tệp YAML (a.yaml: thư mục a), "
                    + "rồi gửi cả hai trong một tệp .zip",
                en: "there is no picture '\(file)'; put it into the folder named as the YAML file (a.yaml: folder a), "
                    + "and send both in one .zip file"
            )
        }
    }

    private func alt(_ map: MapReader, file: String?) -> String? {
        guard let field = map.optional("alt") else {
            map.faults.add(
                map.place(of: "alt"),
                vi: "thiếu “alt”: \(Self.remedy.vi)",
                en: "'alt' is missing: \(Self.remedy.en)"
            )
            return nil
        }
        guard let alt = field.text(most: Image.maximumAlt) else { return nil }
        guard !isFileName(alt, file) else {
            return field.tell(
                vi: "“alt” chỉ là tên tệp “\(alt.excerpt)”: \(Self.remedy.vi)",
                en: "'alt' is only the name of a file, '\(alt.excerpt)': \(Self.remedy.en)"
            )
        }
        return alt
    }

    private func isFileName(_ alt: String, _ file: String?) -> Bool {
        let name = alt.lowercased()
        let stem = file.map { $0.lowercased().split(separator: ".").dropLast().joined(separator: ".") }
        if name == file?.lowercased() || name == stem { return true }
        let endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".svg", ".heic"]
        return endings.contains { name.hasSuffix($0) } && !name.contains(": ")
    }

    private static let remedy = Message(
        vi: "hãy viết hình có gì, đủ để người không nhìn thấy hình cũng trả lời được, mà không nói đáp án",
        en: "write what the picture shows, enough to answer without seeing it, without giving the answer away"
    )
}
