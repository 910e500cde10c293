"""Makes Tests/QuizFormatsTests/Files/openpyxl.xlsx, a workbook as an office would lay it out.

libreoffice.xlsx is the same file, saved by LibreOffice:
soffice --headless --convert-to xlsx --outdir FOLDER openpyxl.xlsx
"""

import datetime
import sys

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HEADING = {
    "A4": "STT", "B4": "Nội dung câu hỏi", "C4": "Phương án trả lời", "G4": "Đáp án đúng", "H4": "Mức độ",
    "I4": "Chủ đề", "J4": "Ghi chú", "C5": "A", "D5": "B", "E5": "C", "F5": "D",
}  # fmt: skip


def main(path: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Đề"
    sheet["A1"] = "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"
    sheet["A2"] = "NGÂN HÀNG CÂU HỎI TRẮC NGHIỆM"
    for place, text in HEADING.items():
        sheet[place] = text
    for area in ["A1:I1", "A2:I2", "C4:F4"] + [f"{letter}4:{letter}5" for letter in "ABGHIJ"]:
        sheet.merge_cells(area)
    strong = CellRichText("Mật khẩu ", TextBlock(InlineFont(b=True), "mạnh"), " dài bao nhiêu?")
    sheet.append([1, strong, 8, 12, 16.5, 0.5, "C", "Thông hiểu", "Mật khẩu và tài khoản", "ok"])
    sheet["F6"].number_format = "0%"
    moment = datetime.datetime(2026, 11, 25, 8, 30)
    sheet.append([2, "Ngày nào?", datetime.date(2026, 11, 24), "24/11", moment, True, 1, "Nhận biết"])
    sheet["C7"].number_format = "dd/mm/yyyy"
    sheet.append([3, "Nhiều\nđáp án", "=1+1", "b", "c", "d", "A, C", "Vận dụng cao"])
    sheet.append([4, "Thiếu lựa chọn", "a", "b", None, None, "D", "khó"])
    sheet.append([5, "Đúng hay sai?", "Đúng", "Sai", None, None, "S", "dễ"])
    sheet.merge_cells("I6:I8")
    hidden = book.create_sheet("Ẩn", 0)
    hidden.append(["Câu hỏi", "A"])
    hidden.sheet_state = "hidden"
    about = book.create_sheet("Ngân hàng")
    about.append(["Mã ngân hàng", "nh-01"])
    about.append(["Tiêu đề", "Ngân hàng thử"])
    book.active = 1
    book.save(path)


if __name__ == "__main__":
    main(sys.argv[1])
