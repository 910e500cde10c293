// @ts-check
// The yearly report as an administrative document. It is written in Vietnamese whatever the language of the page.
import { byId, el } from "./dom.js";
import { formatCount, formatShare } from "./format.js";

const NONE = "chưa có mẫu số";
const FEW = "ít hơn 5 người";
/** Tables of units end here on paper; the workbook has them all. */
const MOST_LINES = 60;

/** @param {number} value */
const n = (value) => formatCount(value);
/** @param {number | undefined} share  a part of 1 */
const percent = (share) => (share === undefined ? NONE : formatShare(Math.round(share * 10_000), 10_000));

/** @param {string[]} columns @param {(string | number)[][]} rows */
function table(columns, rows) {
  const cell = (value, i) => el("td", { class: typeof value === "number" || (i > 0 && /^[\d.,]+( %)?$/.test(String(value))) ? "number" : undefined }, typeof value === "number" ? n(value) : value);
  return el("table", {},
    el("thead", {}, el("tr", {}, ...columns.map((text) => el("th", { scope: "col", text })))),
    el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map(cell)))));
}

/** Titles by code. @param {{code: string, title: string}[]} terms */
const titles = (terms) => new Map(terms.map((term) => [term.code, term.title]));

/** @param {any} topic  figures of a topic */
const topicShare = (topic) => (topic.share !== undefined ? percent(topic.share) : topic.tooFew ? FEW : "–");

/** @param {any} report */
function parts(report) {
  const { coverage, total } = report;
  const types = titles(report.vocabulary.unitTypes);
  const groups = titles(report.vocabulary.groups);
  const topics = titles(report.vocabulary.topics);
  const p = (text) => el("p", { text });
  const section = (title, ...content) => [el("h3", { text: title }), ...content];
  const shown = coverage.units.filter((unit) => unit.people > 0 || unit.level <= 1).slice(0, MOST_LINES);
  const absent = coverage.absent.slice(0, MOST_LINES);
  return [
    ...section("I. Kết quả chung",
      p(report.pressLine),
      p(`Các cuộc thi được tính: ${coverage.contests.map((c) => c.title).join("; ") || "không có"}.`),
      table(["Nội dung", "Số liệu"], [
        ["Người đăng ký", total.registered], ["Người dự thi (đã nộp ít nhất một bài)", total.people],
        ["– đơn vị đã xác nhận", total.confirmed], ["– tự khai đơn vị", total.claimed], ["Lượt thi", total.attempts],
        ["Điểm trung bình so với điểm tối đa", total.meanShare === undefined ? "–" : percent(total.meanShare)],
      ])),
    ...section("II. Theo đối tượng",
      table(["Bảng", "Đăng ký", "Dự thi", "Đã xác nhận", "Tự khai", "Lượt thi"],
        report.audiences.map((a) => [groups.get(a.group) ?? a.group, a.registered, a.people, a.confirmed, a.claimed, a.attempts]))),
    ...section("III. Đối chiếu chỉ tiêu",
      p(coverage.plan ? `Theo ${coverage.plan}.` : ""),
      table(["Chỉ tiêu", "Yêu cầu", "Đạt được", "Trên tổng số", "Tỉ lệ", "Kết luận"], coverage.targets.map((line) => [
        line.title, `${line.above ? "trên " : ""}${line.percent} %`, line.count, line.whole ?? NONE, percent(line.share),
        line.met === undefined ? (line.uncounted ? `chưa kết luận (${n(line.uncounted)} đơn vị ${NONE})` : "chưa kết luận") : line.met ? "đạt" : "chưa đạt",
      ])),
      p(coverage.note)),
    ...section("IV. Theo loại đơn vị",
      table(["Loại đơn vị", "Số đơn vị", "Có người dự thi", "Tỉ lệ đơn vị", "Người dự thi", "Mẫu số", "Tỉ lệ người"], coverage.types.map((line) => [
        types.get(line.type) ?? line.type, line.units, line.active, percent(line.share), line.reach.people, line.reach.headcount ?? NONE, percent(line.reach.share),
      ]))),
    ...section("V. Theo đơn vị",
      table(["Đơn vị", "Người dự thi", "Đã xác nhận", "Tự khai", "Lượt thi", "Mẫu số", "Tỉ lệ"], shown.map((unit) => [
        unit.title, unit.people, unit.confirmed, unit.claimed, unit.attempts, unit.reach.headcount ?? NONE, percent(unit.reach.share),
      ])),
      ...(shown.length < coverage.units.length ? [p(`Bảng đầy đủ ${n(coverage.units.length)} đơn vị ở tệp Excel kèm theo.`)] : [])),
    ...section("VI. Đơn vị chưa có ai dự thi",
      p(coverage.absent.length ? `Có ${n(coverage.absent.length)} đơn vị thuộc diện của kế hoạch chưa có ai dự thi:` : "Không có."),
      ...(absent.length ? [table(["Đơn vị", "Loại"], absent.map((unit) => [unit.title, types.get(unit.type) ?? unit.type]))] : []),
      ...(absent.length < coverage.absent.length ? [p("Danh sách đầy đủ ở tệp Excel kèm theo.")] : [])),
    ...section("VII. Chủ đề còn yếu",
      table(["Bảng", "Chủ đề", "Người", "Tỉ lệ đúng"], coverage.topics.map((line) => [
        groups.get(line.group) ?? line.group, topics.get(line.topic) ?? line.topic, line.people ?? FEW, topicShare(line),
      ]))),
    ...section("VIII. So sánh theo chủ đề",
      table(["Chủ đề", "Luyện tập", "Thi năm nay", "Thi năm trước"], report.comparison.map((line) => [
        topics.get(line.topic) ?? line.topic, topicShare(line.practice), topicShare(line.contests), topicShare(line.former),
      ]))),
  ];
}

/** Puts a report on the sheet. @param {any} report @param {{above: string, agency: string, place: string, recipients: string[]}} words */
export function showPaper(report, words) {
  byId("paper-above").textContent = words.above.toLocaleUpperCase("vi");
  byId("paper-agency").textContent = words.agency.toLocaleUpperCase("vi") || "TÊN CƠ QUAN";
  byId("paper-date").textContent = `${words.place || "………"}, ngày …… tháng …… năm ${report.year}`;
  byId("paper-title").textContent = `BÁO CÁO\nKết quả cuộc thi trực tuyến tìm hiểu về an toàn thông tin năm ${report.year}${report.unit ? `\n${report.unit.title}` : ""}`;
  byId("paper-body").replaceChildren(...parts(report));
  byId("paper-recipients").replaceChildren(...(words.recipients.length ? words.recipients : ["Như trên;", "Lưu: VT."]).map((text) => el("li", { text })));
  byId("paper").hidden = false;
}
