import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { pagesEn } from "./texts.pages.en.js";

const web = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, web), "utf8");
const modules = readdirSync(new URL("js/", web)).filter((name) => /^[a-z0-9-]+\.js$/.test(name));
const pages = readdirSync(web, { recursive: true }).map(String).filter((name) => name.endsWith("index.html")).sort();
/** All that files of one language say. */
const told = async (ending) => {
  const names = readdirSync(new URL("js/", web)).filter((name) => name.startsWith("texts.") && name.endsWith(ending) && name !== "texts.pages.en.js");
  const files = await Promise.all(names.map((name) => import(`./${name}`)));
  return Object.assign({}, ...files.flatMap((file) => Object.values(file)));
};
const vi = await told("vi.js");
const en = await told("en.js");
const unescape = (text) => text.replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

const pageTexts = (html) => [
  ...[...html.matchAll(/data-text="([\w.]+)"[^>]*>([^<]*)</g)].map(([, key, text]) => [key, unescape(text)]),
  ...[...html.matchAll(/<[^>]*data-text-attributes="([^"]*)"[^>]*>/g)].flatMap(([tag, pairs]) => pairs.split(" ").map((pair) => {
    const [name, key] = pair.split(":");
    return [key, unescape(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "")];
  })),
];

test("both languages have the same keys, and the same blanks to fill in", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(vi).sort());
  const blanks = (text) => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
  for (const key of Object.keys(vi)) {
    assert.deepEqual(blanks(en[key]), blanks(vi[key]), key);
    assert.ok(vi[key].trim() && en[key].trim(), key);
    assert.equal(vi[key], vi[key].normalize("NFC"), key);
  }
});

test("what stands in the pages has its English, and one key says one thing wherever it stands", () => {
  const said = new Map(Object.entries(vi));
  const used = new Set();
  for (const page of pages) {
    for (const [key, text] of pageTexts(read(page))) {
      used.add(key);
      assert.equal(text, said.get(key) ?? text, `${page}: ${key}`);
      said.set(key, text);
      assert.equal(text, text.normalize("NFC"));
    }
  }
  assert.deepEqual(Object.keys(pagesEn), [...used].filter((key) => !(key in vi)).sort());
});

test("every key that a module names exists, and every key is named somewhere", () => {
  const prefixes = new Set(Object.keys(vi).map((key) => key.split(".")[0]));
  const source = modules.map((name) => read(`js/${name}`)).join("\n");
  for (const [, key] of source.matchAll(/"([a-z]+(?:\.[a-zA-Z]\w*)+)"/g)) {
    if (prefixes.has(key.split(".")[0])) assert.ok(key in vi, key);
  }
  // Keys that are put together from a code have their beginning in the source as a template.
  const composed = [...source.matchAll(/`([a-z]+\.(?:[a-zA-Z.]*))\$\{/g)].map((m) => m[1]);
  for (const key of Object.keys(vi)) assert.ok(source.includes(`"${key}"`) || composed.some((start) => key.startsWith(start)), `unused: ${key}`);
});

test("what the page of questions says stands in it, and nothing stands there unsaid", () => {
  const said = new Set(pageTexts(read("to-chuc/cau-hoi/index.html")).map(([key]) => key));
  const source = modules.filter((name) => /^(analysis|plot)/.test(name)).map((name) => read(`js/${name}`)).join("\n");
  const named = new Set([...source.matchAll(/say\("([\w.]+)"/g), ...source.matchAll(/line\("(\w+)"/g)].map((m) => `analysis.${m[1]}`));
  for (const key of named) assert.ok(said.has(key), key);
  const hidden = /id="words"[\s\S]*?<\/div>/.exec(read("to-chuc/cau-hoi/index.html"))?.[0] ?? "";
  for (const [key] of pageTexts(hidden)) assert.ok(source.includes(`"${key.replace("analysis.", "")}"`), `unused: ${key}`);
});

test("the CSP holds: nothing inline, nothing from elsewhere", () => {
  for (const page of [...pages, "404.html"]) {
    const html = read(page);
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//, page);
  }
  for (const name of modules) assert.doesNotMatch(read(`js/${name}`), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/, name);
});

test("every module that a page needs at start is preloaded, and nothing else", () => {
  for (const page of pages) {
    const html = read(page);
    const entry = /<script type="module" src="\/js\/([\w.-]+)"/.exec(html)?.[1];
    const needed = new Set();
    const walk = (name) => {
      for (const [, next] of read(`js/${name}`).matchAll(/^import [^;]*?"\.\/([\w.-]+)";/gms)) {
        if (needed.has(next)) continue;
        needed.add(next);
        walk(next);
      }
    };
    walk(entry);
    const preloaded = [...html.matchAll(/modulepreload" href="\/js\/([\w.-]+)"/g)].map((m) => m[1]);
    assert.deepEqual(preloaded.sort(), [...needed].sort(), page);
  }
});
