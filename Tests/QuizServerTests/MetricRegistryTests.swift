import Metrics
import QuizServer
import QuizStore
import Testing

struct MetricRegistryTests {
    @Test func everyKindIsExposed() throws {
        let registry = MetricRegistry(
            catalogue: ["a_total": .init("A \\ b\nc."), "s": .init("S.", bounds: [0.5, 2])]
        )
        let counter = Counter(label: "a_total", dimensions: [("route", "x\"\\\n")], factory: registry)
        counter.increment()
        counter.increment(by: 4)
        Counter(label: "a_total", dimensions: [("route", "b")], factory: registry).increment()
        Meter(label: "g.1", factory: registry).set(-1.5)
        let timer = Metrics.Timer(label: "s", factory: registry)
        for nanoseconds: Int64 in [1, 500_000_000, 500_000_001, 3_000_000_000] { timer.recordNanoseconds(nanoseconds) }
        #expect(
            registry.scrape() == #"""
                # HELP a_total A \\ b\nc.
                # TYPE a_total counter
                a_total{route="b"} 1
                a_total{route="x\"\\\n"} 5
                # TYPE g_1 gauge
                g_1 -1.5
                # HELP s S.
                # TYPE s histogram
                s_bucket{le="0.5"} 2
                s_bucket{le="2"} 3
                s_bucket{le="+Inf"} 4
                s_sum 4.000000002
                s_count 4

                """#
        )
    }

    @Test func aHandleMadeTwiceIsOneFigure() throws {
        let registry = MetricRegistry(catalogue: [:])
        for _ in 0..<2 { Counter(label: "n", factory: registry).increment() }
        // Another kind under the same name would break the format.
        Meter(label: "n", factory: registry).set(7)
        #expect(try Exposition(registry.scrape()).values == ["n": 2])
    }

    @Test func whatIsDestroyedIsGone() throws {
        let registry = MetricRegistry(catalogue: [:])
        let counter = Counter(label: "n", factory: registry)
        counter.destroy()
        #expect(registry.scrape().isEmpty)
    }

    @Test func figuresAreLookedUpBeforeEachScrape() throws {
        let registry = MetricRegistry(catalogue: [:])
        let meter = Meter(label: "g", factory: registry)
        registry.beforeScrape { meter.increment(by: 2) }
        _ = registry.scrape()
        #expect(try Exposition(registry.scrape()).values["g"] == 4)
    }

    @Test func nothingIsLostWhenAllRecordAtOnce() async throws {
        let registry = MetricRegistry(catalogue: ["h": .init("H.", bounds: [1, 2])])
        await withTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    let counter = Counter(label: "n", factory: registry)
                    let recorder = Recorder(label: "h", factory: registry)
                    for _ in 0..<2_000 {
                        counter.increment()
                        recorder.record(task % 4)
                    }
                }
            }
        }
        let values = try Exposition(registry.scrape()).values
        #expect(values["n"] == 16_000)
        #expect(values["h_count"] == 16_000)
        #expect(values["h_sum"] == 24_000)
        #expect(values[#"h_bucket{le="1"}"#] == 8_000)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -0.0, .leastNonzeroMagnitude])
    func anyNumberCanBeRead(_ number: Double) throws {
        let registry = MetricRegistry(catalogue: [:])
        Meter(label: "g", factory: registry).set(number)
        Recorder(label: "h", factory: registry).record(number)
        let value = try #require(try Exposition(registry.scrape()).values["g"])
        #expect(value == number || value.isNaN && number.isNaN)
    }

    @Test func extremesOfWholeNumbersDoNotTrap() throws {
        let registry = MetricRegistry(catalogue: [:])
        let counter = Counter(label: "n", factory: registry)
        for _ in 0..<2 { counter.increment(by: Int64.max) }
        let timer = Metrics.Timer(label: "t", factory: registry)
        for value: Int64 in [.min, .max] { timer.recordNanoseconds(value) }
        #expect(try Exposition(registry.scrape()).values["t_count"] == 2)
    }

    @Test(arguments: ["", "1a", "a-b", "é", "a b", "a\nb", "{}"])
    func namesAreMadeToFit(_ label: String) throws {
        let registry = MetricRegistry(catalogue: [:])
        Counter(label: label, dimensions: [(label, label)], factory: registry).increment()
        #expect(try Exposition(registry.scrape()).values.count == 1)
    }

    /// Every figure of the store has its help, and starts at nothing.
    @Test func theFiguresOfTheStoreAreDescribed() throws {
        let registry = MetricRegistry()
        let observer = StoreMetrics(factory: registry).observer
        observer.failed()
        let text = registry.scrape()
        let exposition = try Exposition(text)
        #expect(exposition.values["quiz_writer_jobs_failed_total"] == 1)
        #expect(exposition.values[#"quiz_attempts_sealed_total{cause="deadline"}"#] == 0)
        #expect(exposition.types.keys.allSatisfy { text.contains("# HELP \($0) ") })
    }
}
