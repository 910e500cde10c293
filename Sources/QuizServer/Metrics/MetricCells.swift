import Metrics
import Synchronization

/// A figure as the exposition reads it.
package protocol MetricCell: AnyObject, Sendable {
    var reading: MetricReading { get }
}

package enum MetricReading: Hashable, Sendable {
    case value(Double)
    /// Counts by bucket, not accumulated: one for each bound and one for what is above all of them.
    case histogram(bounds: [Double], counts: [UInt64], sum: Double)
}

/// A number that only grows.
///
/// Sums wrap instead of trapping: a figure must never end the process.
final class CounterCell: MetricCell, CounterHandler {
    private let count = Atomic<Int64>(0)

    var reading: MetricReading { .value(Double(count.load(ordering: .relaxed))) }
    func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }
}

/// A number that comes and goes.
final class GaugeCell: MetricCell, MeterHandler, RecorderHandler {
    private let number = AtomicDouble()

    var reading: MetricReading { .value(number.value) }
    func set(_ value: Int64) { number.set(Double(value)) }
    func set(_ value: Double) { number.set(value) }
    func increment(by amount: Double) { number.add(amount) }
    func decrement(by amount: Double) { number.add(-amount) }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
}

/// How many values fell into each of some fixed buckets; for a timer in seconds.
final class HistogramCell: MetricCell, RecorderHandler, TimerHandler {
    /// A class of its own, since an atomic number cannot stand in an array.
    private final class Bucket: Sendable {
        let count = Atomic<UInt64>(0)
    }

    private let bounds: [Double]
    private let buckets: [Bucket]
    private let sum = AtomicDouble()

    /// Takes the upper bounds of the buckets, ascending.
    init(bounds: [Double]) {
        self.bounds = bounds
        buckets = (0...bounds.count).map { _ in Bucket() }
    }

    var reading: MetricReading {
        .histogram(
            bounds: bounds,
            counts: buckets.map { $0.count.load(ordering: .relaxed) },
            sum: sum.value
        )
    }

    func record(_ value: Double) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        buckets[place].count.wrappingAdd(1, ordering: .relaxed)
        sum.add(value)
    }

    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }
}

private final class AtomicDouble: Sendable {
    private let bits = Atomic<UInt64>(Double.zero.bitPattern)

    var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }
    func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    func add(_ amount: Double) {
        var known = bits.load(ordering: .relaxed)
        while true {
            let wanted = (Double(bitPattern: known) + amount).bitPattern
            let outcome = bits.weakCompareExchange(expected: known, desired: wanted, ordering: .relaxed)
            if outcome.exchanged { return }
            known = outcome.original
        }
    }
}
