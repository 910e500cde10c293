/// A document of version 1.2: assessments, sections, banks and items in each other.
struct QTI1Document {
    let root: MarkupElement

    func read(into reader: inout QTIReader) {
        read(root, [], &reader)
    }

    private func read(_ element: MarkupElement, _ category: [String], _ reader: inout QTIReader) {
        for child in element.children {
            switch child.name {
            case "item":
                var item = QTI1Item(root: child, category: category, file: reader.file, files: reader.files)
                item.read()
                reader.take(item.questions.map { ($0, item.picture) }, item.told)
            case "assessment":
                let title = (child["title"] ?? "").trimmingSpaces
                if reader.bank.title == nil, !title.isEmpty { reader.bank.title = title }
                read(child, category + [title], &reader)
            case "section", "objectbank":
                read(child, category + [(child["title"] ?? "").trimmingSpaces], &reader)
            default: continue
            }
        }
    }
}
