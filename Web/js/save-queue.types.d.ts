// The words of the save queue. Read by editors and checkers only: the browser never asks for this file.

/** A choice, whose words are pairs where things are matched, or the text of a prediction. */
export type Value = string[] | string[][] | string;

/** `elsewhere`: another tab of this browser is sending it. */
export type State = "pending" | "saved" | "elsewhere" | "rejected";

/** An answer as the page knows it. */
export type Entry = { value: Value; sequence: number; state: State; savedAt?: string };

/** An answer as the server has it. */
export type Stored = { key: string; value: Value; sequence: number; savedAt?: string };

/** What a reply means. `unsure`: nobody knows whether the server took it, so it is compared before it is sent again. */
export type Outcome =
  | { kind: "saved"; savedAt: string; sequence: number }
  | { kind: "superseded"; value: Value; sequence: number; savedAt: string }
  | { kind: "closed"; code: string }
  | { kind: "unauthorized" }
  | { kind: "rejected"; problem: unknown }
  | { kind: "retry"; afterMs: number; unsure: boolean };

/** The part of the browser's storage that is used. */
export type KeyValue = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/** All that the queue needs of the world. */
export type Ports = {
  send(key: string, value: Value, sequence: number, options: { keepalive: boolean }): Promise<Outcome>;
  /** What the server has, by a GET. */
  compare(): Promise<{ kind: "answers"; answers: Stored[] } | Outcome>;
  storage: KeyValue;
  /** Runs something later; the result takes that back. */
  later(ms: number, run: () => void): () => void;
  delay(failures: number, afterMs: number): number;
  changed(): void;
  notice(kind: "superseded" | "closed" | "unauthorized" | "rejected", key: string, problem?: unknown): void;
  /** Tells the other tabs of this browser. */
  share?(key: string, entry: Entry): void;
};
