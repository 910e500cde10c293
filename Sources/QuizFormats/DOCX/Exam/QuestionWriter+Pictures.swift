import QuizCore

extension QuestionWriter {
    /// Shows the picture of the question, if it is one and lies in the file; others are left out, which is told.
    mutating func showPicture(
        in question: inout ForeignQuestion,
        _ bank: inout ForeignBank,
        _ parts: inout WordPictureParts?
    ) {
        guard let picture = draft.pictures.first, draft.pictures.count == 1, let part = parts?.part(of: picture) else {
            return tellLost(draft.pictures + draft.otherPictures, &bank)
        }
        tellLost(draft.otherPictures, &bank)
        guard !picture.alt.isEmpty else { return tellNoDescription(picture) }
        if let type = WordPictureParts.metafile(part) { return tellMetafile(type, picture) }
        do throws(Faults) {
            guard let file = try parts?.add(part, to: &bank, at: picture.place) else { return }
            question.setImage(file, alt: picture.alt, at: picture.place)
        } catch {
            for fault in error.faults { draft.fault(picture.place, vi: fault.message.vi, en: fault.message.en) }
        }
    }

    private func tellLost(_ pictures: [WordPicture], _ bank: inout ForeignBank) {
        guard let first = pictures.first else { return }
        bank.notice(
            first.place,
            vi: draft.name.vi + "\(pictures.count) hình ảnh bị bỏ qua; hãy xem câu còn đủ nghĩa không",
            en: draft.name.en
                + "\(pictures.count) pictures are left out; see whether the question still makes sense"
        )
    }

    private mutating func tellNoDescription(_ picture: WordPicture) {
        draft.fault(
            picture.place,
            vi: "hình ảnh chưa có mô tả; trong Word hãy bấm chuột phải vào hình, chọn “Chỉnh sửa văn bản thay thế” "
                + "(Edit Alt Text) và ghi hình cho thấy gì",
            en: "the picture has no description; in Word, right-click it, choose 'Edit Alt Text' and say what it shows"
        )
    }

    private mutating func tellMetafile(_ type: String, _ picture: WordPicture) {
        draft.fault(
            picture.place,
            vi: "hình ảnh thuộc dạng \(type) của Windows, trình duyệt không hiện được; trong Word hãy bấm chuột phải, "
                + "“Lưu dưới dạng Ảnh” (Save as Picture) thành PNG, rồi chèn ảnh đó vào thay",
            en: "the picture is \(type) of Windows, which browsers do not show; in Word, right-click it, "
                + "'Save as Picture' as PNG, and put that in its place"
        )
    }
}
