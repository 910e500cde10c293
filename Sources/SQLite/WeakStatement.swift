/// A statement that its connection knows of without keeping it alive.
struct WeakStatement {
    weak var value: Statement?
}
