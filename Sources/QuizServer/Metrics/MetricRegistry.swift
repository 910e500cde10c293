package import Metrics
import Synchronization

/// All figures of the process: gives out the handles that they are recorded through, and reads them for a scrape.
///
/// Its lock is taken when a handle is made and when all are read, never while something is recorded.
package final class MetricRegistry: MetricsFactory {
    /// Figures of one name.
    package struct Family: Sendable {
        package enum Kind: String, Sendable {
            case counter, gauge, histogram
        }

        package let name: String
        package let kind: Kind
        /// By labels as they are written, `a="1",b="2"`.
        package fileprivate(set) var cells: [String: any MetricCell]
    }

    private let catalogue: [String: MetricDescription]
    private let families = Mutex<[String: Family]>([:])
    private let works = Mutex<[@Sendable () -> Void]>([])

    package init(catalogue: [String: MetricDescription] = MetricDescription.all) {
        self.catalogue = catalogue
    }

    /// Has `work` set figures that are looked up rather than recorded, before each scrape.
    package func beforeScrape(_ work: @escaping @Sendable () -> Void) {
        works.withLock { $0.append(work) }
    }

    /// Everything in the text format 0.0.4.
    package func scrape() -> String {
        for work in works.withLock({ $0 }) { work() }
        let families = families.withLock { Array($0.values) }
        return MetricText.text(of: families, catalogue: catalogue)
    }

    /// Finds or makes a figure; under a name that is taken by another kind it is counted, but not shown.
    private func cell<Cell: MetricCell>(
        _ label: String,
        _ dimensions: [(String, String)],
        _ kind: Family.Kind,
        _ make: () -> Cell
    ) -> Cell {
        let name = MetricText.name(label)
        let labels = MetricText.labels(dimensions)
        return families.withLock { families in
            var family = families[name] ?? Family(name: name, kind: kind, cells: [:])
            guard family.kind == kind else { return make() }
            if let known = family.cells[labels] { return known as? Cell ?? make() }
            let cell = make()
            family.cells[labels] = cell
            families[name] = family
            return cell
        }
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramCell {
        let bounds = catalogue[label]?.bounds ?? MetricDescription.seconds
        return cell(label, dimensions, .histogram) { HistogramCell(bounds: bounds) }
    }

    private func remove(_ handler: AnyObject) {
        families.withLock { families in
            for (name, family) in families {
                families[name]?.cells = family.cells.filter { $0.value !== handler }
            }
        }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        cell(label, dimensions, .counter) { CounterCell() }
    }
    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        cell(label, dimensions, .gauge) { GaugeCell() }
    }
    package func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : cell(label, dimensions, .gauge) { GaugeCell() }
    }
    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }
    package func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { remove(handler) }
}
