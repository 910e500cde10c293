import Foundation
import QuizCore

/// The picture of a question: an `<img>` in its text, and the bytes in a `<file>` beside it.
struct MoodleXMLImage {
    private static let marker = "@@PLUGINFILE@@/"

    /// What stands in the text and comes with it; pictures elsewhere on the web are not among them.
    private let own: [HTMLImage]
    private let files: [MarkupElement]
    private let place: SourcePlace

    init(_ prompt: MarkupElement) {
        place = prompt.place
        files = prompt.children("file")
        let isMarked = TextFormat(xml: prompt["format"]) != .plain
        let all = isMarked ? HTMLImage.all(in: prompt.moodleText) : []
        own = all.filter { $0.source.hasPrefix(Self.marker) || $0.source.hasPrefix("data:") }
    }

    /// Whether the picture was taken, or what hinders it was told: then nothing is left out in silence.
    mutating func take(_ question: inout ForeignQuestion, _ bank: inout ForeignBank) -> Bool {
        guard let image = own.first else { return false }
        guard own.count == 1 else {
            bank.fault(
                place,
                vi: "câu có \(own.count) ảnh; một câu chỉ có một ảnh, hãy ghép chúng thành một",
                en: "the question shows \(own.count) pictures; it has room for one, so join them"
            )
            return true
        }
        guard let (name, bytes) = content(image.source) else {
            bank.fault(
                place,
                vi: "tệp xuất từ Moodle thiếu ảnh “\(image.source.excerpt)”; hãy xuất lại, hoặc bỏ ảnh khỏi câu",
                en: "the picture '\(image.source.excerpt)' is not in the export; export again, or take it out"
            )
            return true
        }
        guard !image.alt.isEmpty else {
            bank.fault(
                place,
                vi: "ảnh “\(name.excerpt)” chưa có mô tả; trong Moodle hãy sửa ảnh, điền ô mô tả "
                    + "(Describe this image), rồi xuất lại",
                en: "the picture '\(name.excerpt)' has no description; edit it in Moodle, "
                    + "fill in 'Describe this image', and export again"
            )
            return true
        }
        question.setImage(bank.addImage(named: name, bytes), alt: image.alt, at: place)
        return true
    }

    private func content(_ source: String) -> (name: String, bytes: [UInt8])? {
        if source.hasPrefix("data:") {
            guard let comma = source.firstIndex(of: ","), source[..<comma].hasSuffix(";base64") else { return nil }
            return Self.decoded(source[source.index(after: comma)...]).map { ("image", $0) }
        }
        let path = source.dropFirst(Self.marker.count).prefix { $0 != "?" && $0 != "#" }
        let wanted = String(path).removingPercentEncoding ?? String(path)
        let file = files.first { file in
            let folder = (file["path"] ?? "/").drop { $0 == "/" }
            return folder + (file["name"] ?? "") == wanted
        }
        return file.flatMap { file in Self.decoded(file.text[...]).map { (wanted, $0) } }
    }

    private static func decoded(_ text: Substring) -> [UInt8]? {
        Data(base64Encoded: String(text), options: .ignoreUnknownCharacters).map { Array($0) }
    }
}
