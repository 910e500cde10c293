import QuizCore

/// A picture in the text of a question.
struct QTIPicture: Hashable {
    /// As the text says it: a path, a `data:` address, or somewhere on the web.
    let source: String
    /// On one line; empty where nothing is said.
    let alt: String
    let place: SourcePlace

    init(_ image: HTMLImage, at place: SourcePlace) {
        source = image.source.trimmingSpaces
        alt = image.alt
        self.place = place
    }

    /// Of `<img>`, of an `<object>` that is a picture, or of `<picture>`; of version 1.2, `<matimage>`.
    init(_ element: MarkupElement) {
        let shown = element.name == "picture" ? element.all("img").first ?? element : element
        let words: String
        switch shown.name {
        case "object":
            source = (shown["data"] ?? "").trimmingSpaces
            words = shown.text
        case "matimage":
            source = Self.source(material: shown)
            words = shown["label"] ?? ""
        default:
            source = (shown["src"] ?? "").trimmingSpaces
            words = shown["alt"] ?? ""
        }
        alt = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        place = shown.place
    }

    /// The bytes may stand in the element itself.
    private static func source(material: MarkupElement) -> String {
        if let address = material["uri"]?.trimmingSpaces, !address.isEmpty { return address }
        guard material["embedded"]?.lowercased() == "base64" else { return "" }
        return "data:;base64," + material.text
    }
}

/// A picture that a question shows, of which the bytes are known.
struct QTIShownPicture {
    enum Content {
        /// Of the package.
        case entry(String)
        case bytes([UInt8])
    }

    let content: Content
    let alt: String
    let place: SourcePlace
}

extension QTITold {
    /// What the question shows of the pictures in its text; what hinders that is told, and what lies elsewhere is lost.
    mutating func picture(among all: [QTIPicture], in files: QTIFiles) -> QTIShownPicture? {
        var own: [(picture: QTIPicture, content: QTIShownPicture.Content?)] = []
        for picture in all where !own.contains(where: { $0.picture.source == picture.source }) {
            switch files.find(picture.source) {
            case .elsewhere: lose(.image, at: picture.place)
            case .missing: own.append((picture, nil))
            case .found(let content): own.append((picture, content))
            }
        }
        guard let (picture, content) = own.first else { return nil }
        guard own.count == 1 else {
            fault(
                picture.place,
                vi: "câu có \(own.count) ảnh; một câu chỉ có một ảnh, hãy ghép chúng thành một",
                en: "the question shows \(own.count) pictures; it has room for one, so join them"
            )
            return nil
        }
        guard let content else {
            tellMissing(picture, isPackage: files.isPackage)
            return nil
        }
        guard !picture.alt.isEmpty else {
            fault(
                picture.place,
                vi: "ảnh “\(picture.source.excerpt)” chưa có mô tả; hãy điền mô tả ảnh (alt) ở phần mềm đã xuất, "
                    + "rồi xuất lại",
                en: "the picture '\(picture.source.excerpt)' has no description; fill in its alternative text (alt) "
                    + "in the program that it comes from, and export again"
            )
            return nil
        }
        return QTIShownPicture(content: content, alt: picture.alt, place: picture.place)
    }

    private mutating func tellMissing(_ picture: QTIPicture, isPackage: Bool) {
        let name = picture.source.excerpt
        fault(
            picture.place,
            vi: isPackage
                ? "trong gói không có ảnh “\(name)”; hãy xuất lại cả gói, hoặc bỏ ảnh khỏi câu"
                : "ảnh “\(name)” không nằm trong tệp này; hãy nhập cả gói ZIP, hoặc bỏ ảnh khỏi câu",
            en: isPackage
                ? "the picture '\(name)' is not in the package; export it again, or take the picture out"
                : "the picture '\(name)' is not in this file; import the whole ZIP package, or take the picture out"
        )
    }
}
